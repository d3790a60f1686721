"""What stands under what: each line's parent, by how far it is indented."""

from bisect import bisect_left
from collections.abc import Callable

from ..diagnostic import Diagnostic
from ..source import SourceFile, Span
from . import slips
from .indentation import Line
from .outline import Entry
from .shapes import Opening

MAY_STAND_UNDER = {
    "": ("statement", "reference"),
    "statement": ("statement", "reference", "field"),
    "reference": ("statement", "reference"),
    "section": ("statement", "reference"),
    "topic": ("field",),
    "source": ("field",),
}


class Nesting:
    """The entries that the next line may stand under, the innermost last. `root` stands for the
    margin; what is wrong with a line's place goes to `tell`."""

    def __init__(self, file: SourceFile, tell: Callable[[Diagnostic], None]) -> None:
        self.root = Entry("", "", -1, -1, 0, [], child_widths=[0])
        self._stack = [self.root]
        self._widths = [self.root.width]
        self._file = file
        self._tell = tell

    def parent(self, width: int) -> Entry:
        """The innermost entry that a line of this width is deeper than."""
        return self._stack[bisect_left(self._widths, width) - 1]

    def bears_on_nothing(self, entry: Entry) -> bool:
        """Whether an entry is a statement at the margin: it bears on none, so that there is no link below it
        which a warrant could explain."""
        return entry.role == "statement" and (entry.under is None or entry.under.role not in ("statement", "reference"))

    def enter(self, entry: Entry) -> None:
        """Let the lines that follow stand under an entry."""
        keep = bisect_left(self._widths, entry.width)
        self._stack[keep:] = [entry]
        self._widths[keep:] = [entry.width]

    def settle(self, line: Line, parent: Entry, found: Opening) -> Entry:
        """What an indented line is put under; tells what is wrong with its place."""
        span = Span(self._file, line.start, line.start + len(line.words))
        self._lines_up(line, parent, span)
        told = False
        while found.role not in MAY_STAND_UNDER.get(parent.role, ()) and parent.under is not None:
            if not told and not parent.complained:
                self._tell(slips.misplaced(span, found, parent))
            parent.complained = told = True
            parent = parent.under
        return parent

    def _lines_up(self, line: Line, parent: Entry, span: Span) -> None:
        """Tell of a line that is indented like none of those that stand under its parent."""
        widths = parent.child_widths
        if line.width in widths:
            return
        if widths and not line.mixed:
            if parent is self.root:
                self._tell(slips.nothing_above(span))
            else:
                self._tell(slips.wrong_indentation(span, parent))
        widths.append(line.width)
