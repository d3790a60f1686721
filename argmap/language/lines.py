"""Reading lines into the entries of an outline: indentation, texts, cards, comments."""

from ..diagnostic import Diagnostic
from ..regex import regex
from ..source import SourceFile, Span
from ..vocabulary import DECLARATIONS
from . import pieces, slips
from .characters import NO_INDENTATION, wrong_blanks
from .continuing import read_opening
from .indentation import BLANKS, Indentation, Line
from .nesting import Nesting
from .openings import opening, reason_of_a_claim
from .outline import Entry
from .passages import ANY_QUOTES, Passages, closes_before
from .plain_lines import PlainLines
from .shapes import QUOTES, Opening, head_end
from .texts import Texts

AMID_BLANKS = regex(rf"(?:[{BLANKS}]|{NO_INDENTATION.pattern})*")
HASHTAG = regex(r"#\w(?!rgmap:)")


class LineReader:
    """Goes over lines once. `end` is where the lines end that it is about; `alone` as long as it looked for the
    end of no passage behind that."""

    def __init__(self, file: SourceFile, indentation: Indentation) -> None:
        self.file = file
        self.text = file.text
        self.end = len(self.text)
        self.alone = True
        self.indentation = indentation
        self.found: list[Diagnostic] = []
        self.nesting = Nesting(file, self.found.append)
        self.comments: list[Span] = []
        self.passages = Passages(file, self.found.append)
        self.texts = Texts(file, self.nesting, self.passages, self.found.append)
        self.plain = PlainLines(file.text, self.indentation, self.nesting, self.passages, self.texts)

    def go(self, at: int) -> int:
        """Read from `at` to the end, or to where a passage ends that runs over it."""
        size = len(self.text)
        while at < self.end:
            after = self.plain.read(at)
            if after is None:
                end = self.text.find("\n", at)
                end = size if end < 0 else end
                after = self._line(at, end) or end + 1
            at = after
        return at

    def entries(self) -> tuple[list[Entry], list[Entry]]:
        """What was read: what stands at its place, and what ought to stand at the margin. Ends the reading."""
        main, apart = self.nesting.entries()
        for entry in (*main, *apart):
            if not entry.has_text:
                self._tell(slips.no_text(self._span(entry.start, len(entry.word)), entry.word))
        return main, apart

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
            self.texts.goes_on = False
            return None
        if words[0] == "#":
            self._comment(at, words, blanks)
            return None
        self.texts.goes_on = False
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
        last = self.texts.last
        within = last is not None and self.indentation.width(blanks) > last.width
        if self.texts.goes_on and within and HASHTAG.match(words):
            self._tell(slips.hashtag(span))
        else:
            self.texts.goes_on = False

    def _mixing(self, line: Line, blanks: int) -> None:
        """Tell of a line indented in the other way; of several in a row the first is enough."""
        if line.mixed and not self.indentation.was_mixed:
            span = self._span(line.start - blanks, blanks)
            self._tell(slips.mixed_indentation(span, self.indentation.letter))
        self.indentation.was_mixed = line.mixed

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
        found, wrong, words = read_opening(line.words, owner.role, margin=margin, before=self.texts.before)
        if found is None:
            self.texts.add(line, owner)
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

    def _open(self, line: Line, parent: Entry, found: Opening, mended: list[pieces.Piece], words: str) -> int | None:
        """Put down an entry for what a line opens; `words` and `mended` are its words without slips."""
        apart = line.width > 0 and (found.role in DECLARATIONS or found.role == "relation")
        # Where the line itself is told to be wrong, text that follows it is not told as well.
        wrong = apart or found.doubtful
        self.texts.told = "" if (wrong if line.width > 0 else found.role == "reference") else None
        if apart and not (parent is self.nesting.root and line.mixed):
            self._tell(slips.indented(self._span(line.start, len(line.words)), found))
        entry = self.nesting.put(line, parent, found, apart=apart)
        entry.pieces.extend(mended)
        colon = _colon(words, found.role)
        entry.headed = colon >= 0
        entry.has_text = colon < 0 or bool(words[colon + 1 :].strip(BLANKS))
        self.texts.last = entry
        # After a head that cannot be right, a kind in small letters is no prose.
        self.texts.before = "." if colon < 0 else words if entry.has_text else ""
        self.texts.goes_on = entry.has_text and entry.takes_text
        if found.role == "field" and found.word == "card" and entry.has_text:
            begins = self.passages.begins(entry, words)
            return self._passage(self.text.index(QUOTES, entry.start)) if begins else None
        return None

    def _bar(self, line: Line) -> None:
        rest = line.words[1:]
        words = rest.strip(BLANKS)
        if words:
            start = line.start + 1 + len(rest) - len(rest.lstrip(BLANKS))
            self.texts.add(Line(start, words, line.width), None)
        elif self.texts.last is None:
            self.texts.stray(line)

    def _begins_passage(self, words: str) -> bool:
        awaited = self.texts.last is not None and self.texts.last.awaits_card
        return words.startswith(QUOTES) or (awaited and ANY_QUOTES.match(words) is not None)

    def _passage(self, at: int) -> int | None:
        """Take in a passage, whose opening marks stand at `at`; returns where to go on."""
        self.alone = self.alone and closes_before(self.end, self.text, at)
        after = self.passages.take(at, self.texts.last if self.texts.last and self.texts.last.awaits_card else None)
        if after is None:
            self.texts.told = ""
        return after


def _colon(words: str, role: str) -> int:
    """The offset of the colon that a line's words begin behind; -1 where it has none."""
    if role in ("relation", "reference"):
        return -1
    return head_end(words) if role == "statement" else words.find(":")
