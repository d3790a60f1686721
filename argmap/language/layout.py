"""Reading a file's lines into its outline (see `outline`): indentation, texts, cards, comments."""

import re

from ..diagnostic import Diagnostic
from ..source import SourceFile, Span
from ..vocabulary import DECLARATIONS, FIELDS_UNDER
from . import card_slips, pieces, slips
from .characters import NO_INDENTATION, Wrong, wrong_blanks, wrong_characters
from .indentation import BLANKS, Indentation, Line
from .nesting import Nesting
from .openings import NO_PROSE, Opening, head_end, opening
from .outline import Entry, Outline, compose
from .passages import QUOTES, passage_end

AMID_BLANKS = re.compile(rf"(?:[{BLANKS}]|{NO_INDENTATION.pattern})*")
HASHTAG = re.compile(r"#\w(?!rgmap:)")
FIELD_LIKE = re.compile(r"([^\W\d_][\w-]*)\s*:(?=\s|$)")

QUOTATION_MARKS = "“”„‘’‚"


def read_outline(file: SourceFile) -> Outline:
    """The outline of a file, with every slip of layout and spelling found on the way."""
    return _Reader(file).read()


def reads_as_text(words: str, role: str, before: str = "") -> bool:
    """Whether a deeper line of these words goes on with a text, of which the line `before` ends there:
    that of a statement or a field of one (`role` is `statement`), or of a topic, source or side (`role`
    says which)."""
    if words[0] in "#|" or NO_INDENTATION.match(words) or words.startswith(QUOTES):
        return False
    if role in NO_PROSE and FIELD_LIKE.match(words):
        return False
    return _opening(words, role, margin=False, before=before)[0] is None


def _opening(words: str, role: str, *, margin: bool, before: str) -> tuple[Opening | None, tuple[Wrong, ...], str]:
    """What a line opens, the characters in it to be replaced for that, and the words without them."""
    # Words in quotation marks amid a text are no head.
    wrong = () if words[0] in QUOTATION_MARKS and not margin else wrong_characters(words)
    if wrong:
        words = "".join(text for text, _, _ in pieces.replaced(words, 0, wrong))
    return opening(words, role, margin, before=before), wrong, words


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
        self.told_text = False  # text that belongs nowhere was told already, or follows a slip
        self.told_mixing = False  # the line before was indented in the other way
        self.text_before = ""  # the line that the text above ends with
        self.skip_deeper = -1  # lines indented by more belong to a card that cannot be read

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
        if words.startswith(QUOTES) and self.skip_deeper < 0:
            return self._passage(at)
        line = self.indentation.measure(at, blanks, words)
        if self.skip_deeper >= 0:
            if line.width > self.skip_deeper or not self._opens_surely(line):
                return None
            self.skip_deeper = -1
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
        if words and words[0] != "#" and self.skip_deeper < 0:
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
        found, wrong, words = _opening(line.words, owner.role, margin=margin, before=self.text_before)
        if found is None:
            self._text(line, owner)
            return None
        mended = pieces.replaced(line.words, line.start, wrong) if wrong else [(words, line.start, len(words))]
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
        wrong = apart or found.doubtful or found.slip is not None
        self.told_text = wrong if line.width > 0 else found.role == "reference"
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
            return self._card_begins(entry, words)
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
        if owner and owner.role in NO_PROSE and (field := FIELD_LIKE.match(line.words)):
            span = self._span(line.start, field.end(1))
            self._tell(slips.unknown_field(span, field[1], owner, FIELDS_UNDER[owner.role]))
        elif last is not None and last.awaits_card and line.width > last.width:
            self._no_marks(last)
        elif last is None or not last.takes_text or line.width <= last.width:
            self._stray(line)
        else:
            self.told_text = False
            if last.headed:  # a head that has no colon is told, and words cannot mend it
                last.pieces.append((" ", line.start, 0))
                last.pieces.append((line.words, line.start, len(line.words)))
                last.has_text = True
            self.text_before = line.words
            self.text_goes_on = True

    def _stray(self, line: Line) -> None:
        """Tell of text that belongs to nothing; of several lines in a row the first is enough."""
        if not self.told_text:
            above = self.nesting.parent(line.width)
            span = self._span(line.start, len(line.words))
            self._tell(slips.stray(span, self.last, line, None if above is self.nesting.root else above))
        self.told_text = True

    def _card_begins(self, entry: Entry, words: str) -> int | None:
        """Read a card whose passage begins on the field's own line."""
        entry.pieces = pieces.cut(entry.pieces, words.index(":") + 1)
        if words.partition(":")[2].strip(BLANKS).startswith(QUOTES):
            entry.has_text = False
            return self._passage(self.text.index(QUOTES, entry.start))
        self._no_marks(entry)
        return None

    def _no_marks(self, card: Entry) -> None:
        self._tell(card_slips.card_without_marks(self._span(card.start, len(card.word))))
        self._leave_out(card, card.start)

    def _leave_out(self, card: Entry, at: int) -> None:
        """Go on without a card's passage, and behind all that stands deeper than the card."""
        card.pieces.append((QUOTES + QUOTES, at, 0))
        card.has_text = True
        self.skip_deeper = card.width

    def _passage(self, at: int) -> int | None:
        """Take in a passage, whose opening marks stand at `at`; returns where to go on."""
        card = self.last if self.last and self.last.awaits_card else None
        marks = self._span(at, len(QUOTES))
        if card is None:
            self._tell(card_slips.marks_without_card(marks))
        end = passage_end(self.text, at)
        if end is None:
            if card:
                self._tell(card_slips.unclosed_card(marks))
                self._leave_out(card, at)
            self.told_text = True
            return None
        if card:
            card.pieces.append((self.text[at:end], at, end - at))
            card.has_text = True
            if not self.text[at + 3 : end - 3].strip():
                self._tell(slips.no_text(self._span(card.start, len(card.word)), card.word))
        line_end = self.text.find("\n", end)
        line_end = len(self.text) if line_end < 0 else line_end
        rest = self.text[end:line_end]
        if words := rest.strip(BLANKS):
            self._tell(card_slips.words_after_card(self._span(end + rest.index(words), len(words))))
        return line_end + 1


def _colon(words: str, role: str) -> int:
    """The offset of the colon that a line's words begin behind; -1 where it has none."""
    if role in ("relation", "reference"):
        return -1
    return head_end(words) if role == "statement" else words.find(":")
