"""From the bytes of a Word file to its paragraphs; what is not read is counted."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..unreadable import UnreadableError
from .looks import Look, Looks, letters_look, paragraph_look
from .package import MAIN, Package
from .paragraphs import Paragraph, Piece

TARGET = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]*)"')
AROUND_PARAGRAPHS = frozenset(
    MAIN + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "tr", "tc")
)
AROUND_RUNS = frozenset(
    MAIN + name
    for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "fldSimple", "dir", "bdo", "hyperlink")
)
DELETED = frozenset((MAIN + "del", MAIN + "moveFrom"))
LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
LEFT_OUT = {
    "drawing": "picture",
    "pict": "picture",
    "object": "picture",
    "AlternateContent": "text box or shape",
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "sym": "sign of a special font",
}


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, and whether that is still being read."""

    instruction: str = ""
    instructing: bool = True


@dataclass(slots=True)
class WordFile:
    """A Word file read: its paragraphs, and how often what was left out (`picture`, `deletion` ...)."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def read_word(data: bytes, name: str = "") -> WordFile:
    """The paragraphs of a Word file, in reading order, tables and content controls among them. Raises
    `UnreadableError`. Takes any depth."""
    package = Package(data, name)
    reader = _Reader(Looks(package), dict(package.links()))
    body = package.xml(package.main).find(MAIN + "body")
    if body is None:
        raise UnreadableError("it holds no text")
    reader.body(body)
    comments = package.beside("comments.xml")
    if comments in package:
        reader.file.left_out["comment"] += len(package.xml(comments).findall(MAIN + "comment"))
    return reader.file


class _Reader:
    def __init__(self, looks: Looks, links: dict[str, str]) -> None:
        self.file = WordFile()
        self._looks = looks
        self._links = links
        self._fields: list[_Field] = []
        self._around: Look = {}
        self._rows = 0

    def body(self, body: Element) -> None:
        waiting: list[tuple[Iterator[Element], int]] = [(iter(body), 0)]
        while waiting:
            inside, row = waiting[-1]
            element = next(inside, None)
            if element is None:
                waiting.pop()
            elif element.tag == MAIN + "p":
                self.file.paragraphs.append(self._paragraph(element, row))
            elif element.tag == MAIN + "tbl":
                self.file.left_out["table (its words stay)"] += 1
                waiting.append((iter(element), row))
            elif element.tag in AROUND_PARAGRAPHS:
                self._rows += element.tag == MAIN + "tr"
                waiting.append((iter(element), self._rows if element.tag == MAIN + "tr" else row))
            elif element.tag in DELETED:
                self.file.left_out["deletion of a tracked change"] += 1

    def _paragraph(self, element: Element, row: int) -> Paragraph:
        own = paragraph_look(element.find(MAIN + "pPr"))
        id = own.get("style") or self._looks.normal
        styled = self._looks.paragraph(id)
        self._around = {**self._looks.default, **self._looks.letters(id)}
        level = own["level"] if "level" in own else styled.get("level")
        pieces = tuple(self._pieces(element))
        self._fields.clear()  # one that is never closed must not swallow the rest
        listed = bool(own["listed"] if "listed" in own else styled.get("listed"))
        return Paragraph(pieces, self._looks.name(id), level, listed, row)

    def _pieces(self, element: Element) -> Iterator[Piece]:
        waiting: list[tuple[Iterator[Element], str]] = [(iter(element), "")]
        while waiting:
            inside, link = waiting[-1]
            child = next(inside, None)
            if child is None:
                waiting.pop()
            elif child.tag == MAIN + "r":
                piece = self._run(child, link)
                if piece:
                    yield piece
            elif child.tag in AROUND_RUNS:
                waiting.append((iter(child), self._links.get(child.get(TARGET, ""), "") or link))
            elif child.tag in DELETED:
                self.file.left_out["deletion of a tracked change"] += 1
            elif child.tag.endswith(("}oMath", "}oMathPara")):
                self.file.left_out["formula"] += 1
            elif child.tag.endswith("}AlternateContent"):
                self.file.left_out["text box or shape"] += 1

    def _run(self, run: Element, link: str) -> Piece | None:
        own = letters_look(run.find(MAIN + "rPr"))
        style = own.get("style", "")
        look = {**self._around, **self._looks.letters(style), **own} if own else self._around
        words = "".join(self._letters(run))
        if not words:
            return None
        if look.get("hidden"):
            self.file.left_out["stretch of hidden text"] += bool(words.strip())
            return None
        if look.get("strike"):
            self.file.left_out["stretch struck through (its words stay)"] += 1
        for open_field in reversed(self._fields):
            found = HYPERLINK.search(open_field.instruction)
            link = link or (found[1] if found else "")
        return Piece(
            words,
            look.get("bold", False),
            look.get("underline", False),
            look.get("box", False),
            look.get("highlight", ""),
            look.get("shade", ""),
            self._looks.name(style) if style else "",
            link,
        )

    def _letters(self, run: Element) -> Iterator[str]:
        for child in run:
            name = child.tag.rpartition("}")[2]
            if name == "fldChar":
                self._field(child.get(MAIN + "fldCharType", ""))
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].instruction += child.text or ""
            elif any(open_field.instructing for open_field in self._fields):
                continue
            elif name == "t":
                yield (child.text or "").replace("\r", " ").replace("\n", " ")  # no line break in Word either
            elif name in LETTERS:
                yield LETTERS[name]
            elif name in LEFT_OUT:
                self.file.left_out[LEFT_OUT[name]] += 1
                if name == "sym":
                    yield "\ufffd"

    def _field(self, what: str) -> None:
        if what == "begin":
            self._fields.append(_Field())
        elif self._fields and what == "separate":
            self._fields[-1].instructing = False
        elif self._fields and what == "end":
            self._fields.pop()
