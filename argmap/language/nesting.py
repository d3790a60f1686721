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
        self.root = Entry("", "", -1, -1, 0, [], None, [], child_widths=(0,))
        self._groups = [self.root.group]
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

    def is_innermost(self, entry: Entry) -> bool:
        """Whether every deeper line stands under an entry."""
        return self._stack[-1] is entry

    def put(self, line: Line, parent: Entry, found: Opening, *, apart: bool) -> Entry:
        """An entry of its own for what a line opens; where it is to stand `apart`, at the margin."""
        if not apart and line.width > 0:
            settled = self._settle(line, parent, found)
            apart = settled is self.root is not parent
            parent = settled
        depth, group = parent.depth + 1, parent.group
        if apart:
            depth, group = 0, []
            self._groups.append(group)
        entry = Entry(found.role, found.word, line.width, depth, line.start, [], parent, group)
        group.append(entry)
        self.enter(entry)
        return entry

    def entries(self) -> tuple[list[Entry], list[Entry]]:
        """What was put down, each in the order of the outline: what stands at its place, and what stands apart.
        Asked once, at the end."""
        main, *others = [list(group) for group in self._groups]
        for group in self._groups:
            group.clear()  # it holds what holds it: nobody would ever let go of it
        return main, [entry for group in others for entry in group]

    def enter(self, entry: Entry) -> None:
        """Let the lines that follow stand under an entry."""
        keep = bisect_left(self._widths, entry.width)
        self._stack[keep:] = [entry]
        self._widths[keep:] = [entry.width]

    def _settle(self, line: Line, parent: Entry, found: Opening) -> Entry:
        """What an indented line is put under; tells what is wrong with its place."""
        fits = found.role in MAY_STAND_UNDER.get(parent.role, ())
        if fits and line.width in parent.child_widths:
            return parent
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
        parent.child_widths = (*widths, line.width)
