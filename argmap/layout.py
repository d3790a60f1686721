"""Reading a file's lines into its outline (see `outline`): indentation, texts, cards, comments."""

import re
from dataclasses import dataclass

from . import slips
from .characters import Wrong, wrong_characters
from .diagnostic import Diagnostic
from .openings import Opening, head_end, opening
from .outline import Entry, Outline, Piece, compose
from .source import SourceFile, Span
from .vocabulary import DECLARATIONS, FIELDS_UNDER

BLANKS = " \t\u00a0"
QUOTES = '"""'
CARD_LINE = re.compile(r"[ \t]*card[ \t]*:")
FIELD_LIKE = re.compile(r"([^\W\d_][\w-]*)\s*:(?=\s|$)")

MAY_STAND_UNDER = {
    "": ("statement", "reference"),
    "statement": ("statement", "reference", "field"),
    "reference": ("statement", "reference"),
    "section": ("statement", "reference"),
    "topic": ("field",),
    "source": ("field",),
}


@dataclass(slots=True)
class _Line:
    """A physical line: its offset, the words behind its indentation, how far it is indented."""

    start: int
    words: str
    width: int
    mixed: bool


def read_outline(file: SourceFile) -> Outline:
    """The outline of a file, with every slip of layout and spelling found on the way."""
    return _Reader(file).read()


def reads_as_text(words: str, role: str) -> bool:
    """Whether a deeper line of these words goes on with a text: that of a statement or a field of
    one (`role` is `statement`), or of a topic, source or side (`role` says which)."""
    if words[:1] in ("#", "|") or words.startswith(QUOTES):
        return False
    if role in ("topic", "source", "side") and FIELD_LIKE.match(words):
        return False
    return _opening(words, role, margin=False)[0] is None


def _opening(words: str, role: str, *, margin: bool) -> tuple[Opening | None, tuple[Wrong, ...], str]:
    """What a line opens, the characters in it to be replaced for that, and the words without them."""
    wrong = wrong_characters(words)
    for character in reversed(wrong):
        words = words[: character.start] + character.plain + words[character.start + 1 :]
    return opening(words, role, margin), wrong, words


class _Reader:
    """Goes over the lines once; `stack` holds the entries that the next line may stand under."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.text = file.text
        self.entries: list[Entry] = []
        self.moved: list[Entry] = []  # indented declarations and relations, read as if at the margin
        self.root = Entry("", "", -1, -1, 0, [], child_widths=[0])
        self.stack: list[Entry] = [self.root]
        self.last: Entry | None = None
        self.comments: list[Span] = []
        self.numbered: list[Span] = []  # comments like `#5 ...`, perhaps meant as text
        self.found: list[Diagnostic] = []
        self.indent = ""  # the letter that this file indents with
        self.unit = 4  # how many blanks stand for one tab, should somebody mix them
        self.strayed = False  # the line before was text with no place of its own
        self.mixing = False  # the line before was indented in the other way
        self.skip_deeper = -1  # what stands deeper belongs to a card that is never closed

    def read(self) -> Outline:
        at, size = 0, len(self.text)
        while at < size:
            end = self.text.find("\n", at)
            end = size if end < 0 else end
            at = self._line(at, end) or end + 1
        entries = self.entries + self.moved
        for entry in entries:
            if not entry.has_text:
                self.tell(slips.no_text(self.span(entry.start, len(entry.word)), entry.word))
        return compose(self.file, entries, self.comments, self.found)

    def span(self, start: int, length: int) -> Span:
        return Span(self.file, start, start + length)

    def tell(self, diagnostic: Diagnostic) -> None:
        self.found.append(diagnostic)

    def _line(self, start: int, end: int) -> int | None:
        """Read one line; returns where to go on if not at the next one."""
        whole = self.text[start:end].removesuffix("\r")
        words = whole.strip(BLANKS)
        if not words:
            return None
        at = start + len(whole) - len(whole.lstrip(BLANKS))
        if words[0] == "#":
            self._comment(at, words)
            return None
        if self.last is not None and words.startswith(QUOTES) and self._awaits_card(self.last):
            return self._card(self.last, at)
        line = self._measure(at, whole[: at - start], words)
        if self.skip_deeper >= 0:
            if line.width > self.skip_deeper or not self._opens(line):
                return None
            self.skip_deeper = -1
        if words[0] == "|":
            self._bar(line)
            return None
        return self._read(line)

    def _comment(self, at: int, words: str) -> None:
        span = self.span(at, len(words))
        self.comments.append(span)
        if words[1:2].isdigit():
            self.numbered.append(span)

    def _measure(self, at: int, blanks: str, words: str) -> _Line:
        if not blanks:
            self.mixing = False
            return _Line(at, words, 0, False)
        blanks = blanks.replace("\u00a0", " ")
        if not self.indent:
            self.indent = blanks[0]
            self.unit = len(blanks) if blanks.strip(" ") == "" else 4
        mixed = blanks.strip(self.indent) != ""
        if mixed and not self.mixing:
            self.tell(slips.mixed_indentation(self.span(at - len(blanks), len(blanks)), self.indent))
        self.mixing = mixed
        tabs = blanks.count("\t")
        return _Line(at, words, len(blanks) + tabs * (self.unit - 1), mixed)

    def _parent(self, width: int) -> Entry:
        """The innermost entry that a line of this width is deeper than."""
        return next(entry for entry in reversed(self.stack) if entry.width < width)

    def _opens(self, line: _Line) -> bool:
        """Whether the line opens something beyond doubt: that ends a card that was left open."""
        parent = self._parent(line.width)
        found = opening(line.words, parent.role, parent is self.root)
        return found is not None and found.slip is None

    def _read(self, line: _Line) -> int | None:
        parent = self._parent(line.width)
        owner = parent.under if parent.role == "field" and parent.under else parent
        found, wrong, words = _opening(line.words, owner.role, margin=owner is self.root)
        if found is None:
            self._text(line, owner)
            return None
        pieces: list[Piece] = [(line.words, line.start, len(line.words))]
        if wrong:
            pieces = slips.replaced(line.words, line.start, wrong)
            self.tell(slips.wrong_characters(self.span(line.start, 1), wrong, line.start))
        if found.slip:
            slip = found.slip
            self.tell(self._misspelt(line, slip.start, slip.end, slip.meant, pieces))
            pieces = slips.respelt(pieces, slip.start, slip.end, slip.meant)
            words = words[: slip.start] + slip.meant + words[slip.end :]
        return self._open(line, parent, found, pieces, words)

    def _misspelt(self, line: _Line, start: int, end: int, meant: str, pieces: list[Piece]) -> Diagnostic:
        written = "".join(piece[0] for piece in pieces)[start:end]
        at = start if len(pieces) > 1 else line.words.index(written, start)
        return slips.misspelt(
            self.span(line.start + at, len(written)), written, meant, margin=line.width == 0
        )

    def _open(
        self, line: _Line, parent: Entry, found: Opening, pieces: list[Piece], words: str
    ) -> int | None:
        self.strayed = False
        self.numbered.clear()
        moved = line.width > 0 and (found.role in DECLARATIONS or found.role == "relation")
        if moved and not (parent is self.root and line.mixed):
            self.tell(slips.indented(self.span(line.start, len(line.words)), found))
        if not moved and line.width > 0:
            self._lines_up(line, parent)
            parent = self._may_stand(line, parent, found)
        depth = 0 if moved else parent.depth + 1
        entry = Entry(found.role, found.word, line.width, depth, line.start, pieces, parent)
        entry.deferred = moved or parent.deferred
        entry.has_text = found.role in ("relation", "reference") or _has_text(words, found.role)
        while self.stack[-1].width >= line.width:
            self.stack.pop()
        self.stack.append(entry)
        self.last = entry
        (self.moved if entry.deferred else self.entries).append(entry)
        if found.role == "field" and found.word == "card":
            return self._open_card(entry, words)
        return None

    def _lines_up(self, line: _Line, parent: Entry) -> None:
        widths = parent.child_widths
        if line.width in widths:
            return
        if widths and not line.mixed:
            span = self.span(line.start, len(line.words))
            above = parent is self.root
            self.tell(slips.nothing_above(span) if above else slips.wrong_indentation(span, parent, widths[0]))
        widths.append(line.width)

    def _may_stand(self, line: _Line, parent: Entry, found: Opening) -> Entry:
        """What the line is put under: told once for each entry that cannot have it."""
        told = False
        while found.role not in MAY_STAND_UNDER.get(parent.role, ()) and parent.under is not None:
            if not told and not parent.complained:
                span = self.span(line.start, len(line.words))
                self.tell(slips.misplaced(span, found, parent))
            parent.complained = told = True
            parent = parent.under
        return parent

    def _bar(self, line: _Line) -> None:
        rest = line.words[1:]
        words = rest.strip(BLANKS)
        if words:
            start = line.start + 1 + len(rest) - len(rest.lstrip(BLANKS))
            self._text(_Line(start, words, line.width, line.mixed), None)

    def _text(self, line: _Line, owner: Entry | None) -> None:
        """Text goes on with what was opened last; `owner` is None where a bar made it text."""
        last = self.last
        if owner and owner.role in ("topic", "source", "side"):
            field = FIELD_LIKE.match(line.words)
            if field:
                span = self.span(line.start, field.end(1))
                self.tell(slips.unknown_field(span, field[1], owner, FIELDS_UNDER[owner.role]))
                return
        if last is None or not last.takes_text or line.width <= last.width:
            if not self.strayed:
                span = self.span(line.start, len(line.words))
                above = self._parent(line.width)
                self.tell(slips.stray(span, last, line.width, None if above is self.root else above))
            self.strayed = True
            return
        self.strayed = False
        self.found.extend(slips.numbered_comment(span) for span in self.numbered)
        self.numbered.clear()
        last.pieces.append((" ", line.start, 0))
        last.pieces.append((line.words, line.start, len(line.words)))
        last.has_text = True

    @staticmethod
    def _awaits_card(last: Entry) -> bool:
        return last.role == "field" and last.word == "card" and not last.has_text

    def _open_card(self, entry: Entry, words: str) -> int | None:
        rest = words.partition(":")[2].strip(BLANKS)
        if rest.startswith(QUOTES):
            at = self.text.index(QUOTES, entry.start)
            entry.pieces = slips.cut(entry.pieces, words.index(":") + 1)
            return self._card(entry, at)
        if rest:
            self.tell(slips.card_without_quotes(self.span(entry.start, len(entry.word))))
            entry.pieces = slips.cut(entry.pieces, words.index(":") + 1)
            entry.pieces.append((QUOTES + QUOTES, entry.start, 0))
            entry.has_text = True
            self.skip_deeper = entry.width
        return None

    def _card(self, entry: Entry, at: int) -> int | None:
        """Take in a card's passage, whose opening marks stand at `at`."""
        entry.has_text = True
        closing = self.text.find(QUOTES, at + 3)
        line_start = self.text.rfind("\n", 0, closing) + 1
        if closing < 0 or (line_start > at and CARD_LINE.match(self.text, line_start)):
            self.tell(slips.unclosed_card(self.span(at, 3)))
            self.skip_deeper = entry.width
            entry.pieces.append((QUOTES + QUOTES, at, 3))
            return None
        entry.pieces.append((self.text[at : closing + 3], at, closing + 3 - at))
        end = self.text.find("\n", closing)
        end = len(self.text) if end < 0 else end
        if self.text[closing + 3 : end].strip(BLANKS + "\r"):
            self.tell(slips.words_after_card(self.span(closing + 3, end - closing - 3)))
        return end + 1


def _has_text(words: str, role: str) -> bool:
    colon = head_end(words) if role == "statement" else words.find(":")
    return colon < 0 or bool(words[colon + 1 :].strip(BLANKS))
