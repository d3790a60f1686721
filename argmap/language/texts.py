"""What a line of text goes on with: the words of what was opened last, or nothing."""

from collections.abc import Callable

from ..diagnostic import Diagnostic
from ..source import SourceFile, Span
from ..vocabulary import FIELDS_UNDER
from . import slips
from .continuing import BESIDE_A_TITLE, FIELD_LIKE, OTHER_COMMENT
from .indentation import Line
from .labels import ends_sentence, unknown_label
from .lists import Lists
from .nesting import Nesting
from .outline import Entry
from .passages import Passages
from .shapes import NO_PROSE
from .straying import stray

STRAY = "stray"
"""The role of a line that belongs to nothing: text that stands under it is told with it."""


class Texts:
    """Gathers texts line by line. `last` is the entry whose text the next line may go on with, `before` the
    line that its text ends with; `goes_on` where the line before was one of a text, or told to be meant as one.
    `told` is what was said of text that belongs nowhere, "" after a slip, None where nothing was said."""

    def __init__(
        self, file: SourceFile, nesting: Nesting, passages: Passages, tell: Callable[[Diagnostic], None]
    ) -> None:
        self.last: Entry | None = None
        self.before = ""
        self.goes_on = False
        self.told: str | None = None
        self._file = file
        self._nesting = nesting
        self._passages = passages
        self._tell = tell
        self._lists = Lists()

    def _span(self, start: int, length: int) -> Span:
        return Span(self._file, start, start + length)

    def add(self, line: Line, owner: Entry | None) -> None:
        """Let a line go on with what was opened last; `owner` is None where a bar made it text."""
        last = self.last
        if self._nesting.parent(line.width).role == STRAY:  # it goes on with what is told already
            return
        if owner and owner.role in NO_PROSE and (field := FIELD_LIKE.match(line.words)):
            span = self._span(line.start, field.end(1))
            self._tell(slips.unknown_field(span, field[1], owner, FIELDS_UNDER[owner.role]))
        elif last is not None and last.awaits_card and line.width > last.width:
            self._passages.without_marks(last)
        elif last is None or not last.takes_text or line.width <= last.width:
            self.stray(line)
        elif owner is not None and last.role == "source" and (beside := BESIDE_A_TITLE.match(line.words)):
            self._tell(slips.beside_a_title(self._span(line.start, len(line.words)), beside["by"] or ""))
        else:
            self._goes_on(line, last, meant=owner is None)

    def _goes_on(self, line: Line, last: Entry, *, meant: bool) -> None:
        """Add a line to the text of `last`; `meant` where a bar says that it is text."""
        goes_on = True
        if not meant:
            if first := self._lists.begins(last, line, self.before):
                self._tell(slips.listed_lines(self._span(first.start, len(first.words))))
            elif other := OTHER_COMMENT.match(line.words):
                self._tell(slips.other_comment(self._span(line.start, other.end())))
            elif (length := unknown_label(line.words)) and self._begins_a_sentence(last):
                self._tell(slips.unknown_label(self._span(line.start, length)))
                goes_on = False
        self.told = None
        if last.headed:  # a head that has no colon is told, and words cannot mend it
            last.pieces.append((" ", line.start, 0))
            last.pieces.append((line.words, line.start, len(line.words)))
            last.has_text = True
        self.before = line.words if goes_on else "."
        self.goes_on = True

    def _begins_a_sentence(self, last: Entry) -> bool:
        """Whether the next line begins one in the words of a statement."""
        return last.role == "statement" and last.headed and ends_sentence(self.before)

    def stray(self, line: Line) -> None:
        """Tell of text that belongs to nothing; of several lines in a row of which the same is to be said the
        first is enough."""
        above = self._nesting.parent(line.width)
        span = self._span(line.start, len(line.words))
        found = stray(span, self.last, line, None if above is self._nesting.root else above)
        advice = found.help or ""
        if self.told is None or (line.width == 0 and self.told != advice):
            self._tell(found)
        self.told = advice if line.width == 0 else self.told or ""
        # Text that stands deeper goes on with it, and with nothing above it.
        beside = self._nesting.parent(line.width + 1)
        under = beside if beside.role in ("statement", STRAY) else above
        self._nesting.enter(Entry(STRAY, "", line.width, above.depth, line.start, [], under, [], complained=True))
