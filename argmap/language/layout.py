"""Reading a file's lines into its outline (see `outline`): indentation, texts, cards, comments."""

import re

from ..diagnostic import Diagnostic
from ..source import SourceFile, Span
from ..vocabulary import DECLARATIONS, FIELDS_UNDER
from . import pieces, slips
from .characters import NO_INDENTATION, wrong_blanks
from .continuing import BESIDE_A_TITLE, FIELD_LIKE, OTHER_COMMENT, read_opening
from .indentation import BLANKS, Indentation, Line
from .labels import ends_sentence, unknown_label
from .lists import Lists
from .nesting import Nesting
from .openings import opening, reason_of_a_claim
from .outline import Entry, Outline, compose
from .passages import ANY_QUOTES, Passages
from .shapes import NO_PROSE, QUOTES, Opening, head_end
from .straying import stray

AMID_BLANKS = re.compile(rf"(?:[{BLANKS}]|{NO_INDENTATION.pattern})*")
HASHTAG = re.compile(r"#\w(?!rgmap:)")
STRAY = "stray"
"""The role of a line that belongs to nothing: what stands under it is told with it."""


def read_outline(file: SourceFile) -> Outline:
    """The outline of a file, with every slip of layout and spelling found on the way."""
    return _Reader(file).read()


class _Reader:
    """Goes over the lines once. `last` is the entry whose text the next line may go on with."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.text = file.text
        self.indentation = Indentation()
        self.found: list[Diagnostic] = []
        self.nesting = Nesting(file, self.found.append)
        self.last: Entry | None = None
        self.groups = [self.nesting.root.group]
        self.comments: list[Span] = []
        self.text_goes_on = False  # the line before was a line of a text, or told to be meant as one
        self.told_text: str | None = None  # what was said of text that belongs nowhere; "" after a slip
        self.told_mixing = False  # the line before was indented in the other way
        self.text_before = ""  # the line that the text above ends with
        self.passages = Passages(file, self.found.append)
        self.lists = Lists()

    def read(self) -> Outline:
        at, size = 0, len(self.text)
        while at < size:
            end = self.text.find("\n", at)
            end = size if end < 0 else end
            at = self._line(at, end) or end + 1
        entries = [entry for group in self.groups for entry in group]
        for entry in entries:
            if not entry.has_text:
                self._tell(slips.no_text(self._span(entry.start, len(entry.word)), entry.word))
        for group in self.groups:
            group.clear()  # it holds what holds it: nobody would ever let go of it
        return compose(self.file, entries, self.comments, self.found)

    def _span(self, start: int, length: int) -> Span:
        return Span(self.file, start, start + length)

    def _tell(self, diagnostic: Diagnostic) -> None:
        self.found.append(diagnostic)

    def _line(self, start: int, end: int) -> int | None:
        """Read one line; returns where to go on if that is not at the next one."""
        whole = self.text[start:end]
        words = whole.strip(BLANKS)
        at = start + len(whole) - len(whole.lstrip(BLANKS))
        blanks = whole[: at - start]
        if words and not words[0].isalnum() and (begin := AMID_BLANKS.match(whole).end()) > len(blanks):  # type: ignore[union-attr]
            blanks, words, at = self._plain_blanks(start, whole, begin)
        if not words:
            self.text_goes_on = False
            return None
        if words[0] == "#":
            self._comment(at, words, blanks)
            return None
        self.text_goes_on = False
        if self.passages.deeper < 0 and self._begins_passage(words):
            return self._passage(at)
        line = self.indentation.measure(at, blanks, words)
        if self.passages.deeper >= 0:
            if line.width > self.passages.deeper or not self._opens_surely(line):
                return None
            self.passages.deeper = -1
        self._mixing(line, at - start)
        if words[0] == "|":
            self._bar(line)
            return None
        return self._words(line)

    def _plain_blanks(self, start: int, whole: str, begin: int) -> tuple[str, str, int]:
        """Tell of characters before a line's words that are no plain blanks; returns the plain ones, the
        words and where they begin."""
        wrong = wrong_blanks(whole[:begin])
        words = whole[begin:].strip(BLANKS)
        if words and words[0] != "#" and self.passages.deeper < 0:
            self._tell(slips.wrong_blanks(self.file, start, wrong))
        plain = "".join(text for text, _, _ in pieces.replaced(whole[:begin], start, wrong))
        return plain, words, start + begin

    def _comment(self, at: int, words: str, blanks: str) -> None:
        """Put down a comment; tell of one that may have been meant as a line of the text above it."""
        span = self._span(at, len(words))
        self.comments.append(span)
        last = self.last
        within = last is not None and self.indentation.width(blanks) > last.width
        if self.text_goes_on and within and HASHTAG.match(words):
            self._tell(slips.hashtag(span))
        else:
            self.text_goes_on = False

    def _mixing(self, line: Line, blanks: int) -> None:
        """Tell of a line indented in the other way; of several in a row the first is enough."""
        if line.mixed and not self.told_mixing:
            span = self._span(line.start - blanks, blanks)
            self._tell(slips.mixed_indentation(span, self.indentation.letter))
        self.told_mixing = line.mixed

    def _opens_surely(self, line: Line) -> bool:
        """Whether the line opens something beyond doubt: that ends a card that was left open."""
        parent = self.nesting.parent(line.width)
        found = opening(line.words, parent.role, parent is self.nesting.root)
        return found is not None and found.slip is None

    def _words(self, line: Line) -> int | None:
        """Read a line that opens something or goes on with a text."""
        parent = self.nesting.parent(line.width)
        owner = parent.under if parent.role == "field" and parent.under else parent
        margin = owner is self.nesting.root
        found, wrong, words = read_opening(line.words, owner.role, margin=margin, before=self.text_before)
        if found is None:
            self._text(line, owner)
            return None
        mended = pieces.replaced(line.words, line.start, wrong) if wrong else [(words, line.start, len(words))]
        if found.slip and self.nesting.bears_on_nothing(parent):
            found = reason_of_a_claim(found, words)
        if found.slip:
            start, end, meant = found.slip.start, found.slip.end, found.slip.meant
            span = Span(self.file, pieces.origin(mended, start), pieces.origin(mended, end - 1) + 1)
            self._tell(slips.misspelt(span, words[start:end], meant, margin=line.width == 0))
            mended = pieces.respelt(mended, start, end, meant)
            words = words[:start] + meant + words[end:]
        if wrong:
            self._tell(slips.wrong_characters(self.file, line.start, wrong, words))
        return self._open(line, parent, found, mended, words)

    def _open(
        self, line: Line, parent: Entry, found: Opening, mended: list[pieces.Piece], words: str
    ) -> int | None:
        """Put down an entry for what a line opens; `words` and `mended` are its words without slips."""
        apart = line.width > 0 and (found.role in DECLARATIONS or found.role == "relation")
        # Where the line itself is told to be wrong, text that follows it is not told as well.
        wrong = apart or found.doubtful
        self.told_text = "" if (wrong if line.width > 0 else found.role == "reference") else None
        if apart and not (parent is self.nesting.root and line.mixed):
            self._tell(slips.indented(self._span(line.start, len(line.words)), found))
        if not apart and line.width > 0:
            settled = self.nesting.settle(line, parent, found)
            apart = settled is self.nesting.root is not parent
            parent = settled
        depth = 0 if apart else parent.depth + 1
        entry = Entry(found.role, found.word, line.width, depth, line.start, mended, parent)
        if apart:
            self.groups.append(entry.group)
        else:
            entry.group = parent.group
        entry.group.append(entry)
        colon = _colon(words, found.role)
        entry.headed = colon >= 0
        entry.has_text = colon < 0 or bool(words[colon + 1 :].strip(BLANKS))
        self.nesting.enter(entry)
        self.last = entry
        # After a head that cannot be right, a kind in small letters is no prose.
        self.text_before = "." if colon < 0 else words if entry.has_text else ""
        self.text_goes_on = entry.has_text and entry.takes_text
        if found.role == "field" and found.word == "card" and entry.has_text:
            begins = self.passages.begins(entry, words)
            return self._passage(self.text.index(QUOTES, entry.start)) if begins else None
        return None

    def _bar(self, line: Line) -> None:
        rest = line.words[1:]
        words = rest.strip(BLANKS)
        if words:
            start = line.start + 1 + len(rest) - len(rest.lstrip(BLANKS))
            self._text(Line(start, words, line.width), None)
        elif self.last is None:
            self._stray(line)

    def _text(self, line: Line, owner: Entry | None) -> None:
        """Text goes on with what was opened last; `owner` is None where a bar made it text."""
        last = self.last
        if self.nesting.parent(line.width).role == STRAY:  # it goes on with what is told already
            return
        if owner and owner.role in NO_PROSE and (field := FIELD_LIKE.match(line.words)):
            span = self._span(line.start, field.end(1))
            self._tell(slips.unknown_field(span, field[1], owner, FIELDS_UNDER[owner.role]))
        elif last is not None and last.awaits_card and line.width > last.width:
            self.passages.without_marks(last)
        elif last is None or not last.takes_text or line.width <= last.width:
            self._stray(line)
        elif owner is not None and last.role == "source" and (beside := BESIDE_A_TITLE.match(line.words)):
            self._tell(slips.beside_a_title(self._span(line.start, len(line.words)), beside["by"] or ""))
        else:
            self._goes_on(line, last, meant=owner is None)

    def _goes_on(self, line: Line, last: Entry, *, meant: bool) -> None:
        """Add a line to the text of `last`; `meant` where a bar says that it is text."""
        goes_on = True
        if not meant:
            if first := self.lists.begins(last, line, self.text_before):
                self._tell(slips.listed_lines(self._span(first.start, len(first.words))))
            elif other := OTHER_COMMENT.match(line.words):
                self._tell(slips.other_comment(self._span(line.start, other.end())))
            elif (length := unknown_label(line.words)) and self._begins_a_sentence(last):
                self._tell(slips.unknown_label(self._span(line.start, length)))
                goes_on = False
        self.told_text = None
        if last.headed:  # a head that has no colon is told, and words cannot mend it
            last.pieces.append((" ", line.start, 0))
            last.pieces.append((line.words, line.start, len(line.words)))
            last.has_text = True
        self.text_before = line.words if goes_on else "."
        self.text_goes_on = True

    def _begins_a_sentence(self, last: Entry) -> bool:
        """Whether the next line begins one in the words of a statement."""
        return last.role == "statement" and last.headed and ends_sentence(self.text_before)

    def _stray(self, line: Line) -> None:
        """Tell of text that belongs to nothing; of several lines in a row of which the same is to be said the
        first is enough."""
        above = self.nesting.parent(line.width)
        span = self._span(line.start, len(line.words))
        found = stray(span, self.last, line, None if above is self.nesting.root else above)
        advice = found.help or ""
        if self.told_text is None or (line.width == 0 and self.told_text != advice):
            self._tell(found)
        self.told_text = advice if line.width == 0 else self.told_text or ""
        # Text that stands deeper goes on with it, and with nothing above it.
        beside = self.nesting.parent(line.width + 1)
        under = beside if beside.role in ("statement", STRAY) else above
        self.nesting.enter(Entry(STRAY, "", line.width, above.depth, line.start, [], under, complained=True))

    def _begins_passage(self, words: str) -> bool:
        awaited = self.last is not None and self.last.awaits_card
        return words.startswith(QUOTES) or (awaited and ANY_QUOTES.match(words) is not None)

    def _passage(self, at: int) -> int | None:
        """Take in a passage, whose opening marks stand at `at`; returns where to go on."""
        after = self.passages.take(at, self.last if self.last and self.last.awaits_card else None)
        if after is None:
            self.told_text = ""
        return after


def _colon(words: str, role: str) -> int:
    """The offset of the colon that a line's words begin behind; -1 where it has none."""
    if role in ("relation", "reference"):
        return -1
    return head_end(words) if role == "statement" else words.find(":")
