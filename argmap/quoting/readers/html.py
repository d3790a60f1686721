"""A web page as its reader sees it: a paragraph for each block, no script, no menu."""

import re
from html.parser import HTMLParser

from .reading import Read, UnreadableError

BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "caption", "blockquote", "pre", "figure", "figcaption"),
        *("hr", "address", "details", "summary", "body", "html", "fieldset"),
    )
)
UNSEEN = frozenset(
    ("script", "style", "head", "noscript", "template", "svg", "nav", "form", "button", "select", "iframe", "object")
)
VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track"))
CELLS = ("td", "th")
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read(raw: bytes) -> Read:
    """The words of a web page. Raises UnreadableError where its letters cannot be told."""
    page = _Page()
    page.feed(_decoded(raw))
    page.close()
    return Read(page.text())


def _decoded(raw: bytes) -> str:
    named = CHARSET.search(raw[:4096])
    for name in ("utf-8-sig", named[1].decode("ascii") if named else "utf-8", "cp1252"):
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableError("its encoding is not known; save the page's words as plain text")


class _Page(HTMLParser):
    """Gathers what is seen. A tag that is never closed hides nothing but what is in its parent."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[list[str]] = [[]]
        self._open: list[str] = []
        self._hidden = 0

    def text(self) -> str:
        blocks = ("".join(block) for block in self._blocks)
        tidy = ("\n".join(" ".join(line.split()) for line in block.split("\n")).strip() for block in blocks)
        return "\n\n".join(block for block in tidy if block) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._void(tag)
            return
        hides = tag in UNSEEN or any(
            name == "hidden" or (name, value) == ("aria-hidden", "true") for name, value in attrs
        )
        self._open.append(f"{tag} hidden" if hides else tag)
        self._hidden += hides
        if tag in BLOCKS:
            self._blocks.append([])
        elif tag in CELLS:
            self._blocks[-1].append(" ")

    def _void(self, tag: str) -> None:
        if tag == "br":
            self._blocks[-1].append("\n")
        elif tag == "hr":
            self._blocks.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._void(tag)

    def handle_endtag(self, tag: str) -> None:
        # A missing end tag is made up for; an end without a start means nothing.
        for depth in range(1, min(len(self._open), 50) + 1):
            if self._open[-depth].partition(" ")[0] == tag:
                for name in self._open[-depth:]:
                    self._hidden -= name.endswith(" hidden")
                del self._open[-depth:]
                break
        if tag in BLOCKS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._open and self._open[-1] == "sup":
            data = data.translate(DIGITS)
        self._blocks[-1].append(data if "pre" in self._open[-3:] else re.sub(r"\s+", " ", data))
