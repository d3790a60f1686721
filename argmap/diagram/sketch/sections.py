"""Where sections are said: as headings over their top claims, or as a note in each box."""

from ...graph.forest import Homes
from ...model import Section, Statement


class Sections:
    """Headings where every section is one stretch of top claims with all that stands under them, and
    nothing stands under a top claim of another section; else notes in the boxes, where a section
    is another than that of what is above. One way in one picture."""

    def __init__(self, homes: Homes, *, headings: bool = True) -> None:
        self._homes = homes
        self._first: dict[Statement, Section] = {}
        self._noted = not headings
        seen: set[Section] = set()
        before: Section | None = None
        for root in homes.roots:
            section = root.section
            if section and section is not before:
                self._noted |= section in seen
                seen.add(section)
                self._first[root] = section
            elif before and section is None:
                self._noted = True  # it would seem to stand under the last heading
            before = section
        waiting = [(root, root.section) for root in homes.roots]
        while waiting and not self._noted:
            here, section = waiting.pop()
            self._noted |= here.section is not section
            waiting += [(each, section) for hung in homes.under.get(here, ()) for each in hung.home]
        part = homes.map.part
        self._noted |= part is not None and part.pages is not None

    def heading(self, root: Statement) -> Section | None:
        """The section whose heading stands over a top claim."""
        return None if self._noted else self._first.get(root)

    def noted(self, statement: Statement) -> Section | None:
        """The section that a statement's own box says."""
        if not self._noted:
            return None
        above = self._homes.above(statement)
        return statement.section if above is None or above.section is not statement.section else None
