"""What stands on which page of a map on paper: as much of each branch as can be read on one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from ...graph.selecting import branch
from ...model import ArgumentMap, Statement
from ...values import dataclass
from .outgrowth import Outgrowth

Thing = TypeVar("Thing")
Units = Sequence[Sequence[Statement]]
"""Statements in pieces that belong on one page."""

LOOK_BACK = 3
"""On so many of the last pages a further branch may be put."""


@dataclass(frozen=True, slots=True)
class Page:
    """The statements that a page is about, and all that it shows. An overview is about the whole map."""

    roots: tuple[Statement, ...]
    shown: frozenset[Statement]
    overview: bool = False


def plan(map: ArgumentMap, fits: Callable[[Page], bool]) -> list[Page]:
    """The pages of a map: overviews first, then each top claim on a page of its own, with as many more
    as its branch needs. `fits` says whether a page can be read."""
    return _Planner(map, fits).pages()


class _Planner:
    def __init__(self, map: ArgumentMap, fits: Callable[[Page], bool]) -> None:
        self.map = map
        self.fits = fits
        self.growth = Outgrowth(map)

    def pages(self) -> list[Page]:
        overviews = self._overviews()
        pages: list[Page] = []
        waiting: list[tuple[Statement, Units]] = []
        waiting.extend((root, self.growth.units(root)) for root in reversed(self.growth.roots))
        while waiting:
            root, units = waiting.pop()
            page, cut, rest = self._page(root, units)
            self._put(page, pages)
            waiting.extend((each, self.growth.units(each)) for each in reversed(cut))
            if rest:
                waiting.append((root, rest))
        return [*overviews, *pages]

    def _overviews(self) -> list[Page]:
        """What the map is about, with what bears on it directly if there is room for that."""
        roots: Sequence[Statement] = self.growth.roots
        page = Page(tuple(roots), frozenset(branch(self.map, roots, 1)), overview=True)
        if self.fits(page):
            return [page]
        pages = []
        while roots:
            number = self._most(roots, lambda some: Page(tuple(some), frozenset(some), overview=True))
            pages.append(Page(tuple(roots[:number]), frozenset(roots[:number]), overview=True))
            roots = roots[number:]
        return pages

    def _page(self, root: Statement, units: Units) -> tuple[Page, list[Statement], Units]:
        """As much of a branch as can be read on a page; where it is cut, and the units left over."""
        page = Page((root,), frozenset({root, *self.growth.all_under(units)}))
        if not units or self.fits(page):
            return page, [], ()

        def direct(some: Units) -> Page:
            return Page((root,), frozenset({root, *(each for unit in some for each in unit)}))

        if len(units[0]) > 1 and not self.fits(direct(units[:1])):
            units = [*([each] for each in units[0]), *units[1:]]
        number = self._most(units, direct)
        page, cut = direct(units[:number]), []
        for head in [each for unit in units[:number] for each in unit if self.growth.under[each]]:
            longer = Page((root,), page.shown | self.growth.all_under([[head]]))
            if self.fits(longer):
                page = longer
            else:
                cut.append(head)
        return page, cut, units[number:]

    def _put(self, page: Page, pages: list[Page]) -> None:
        """Add a page; or put it on one of the last pages of the same top claim, where there is room."""
        top = self.growth.tops[page.roots[0]]
        for at in range(len(pages) - 1, max(len(pages) - 1 - LOOK_BACK, -1), -1):
            if self.growth.tops[pages[at].roots[0]] is not top:
                break
            both = Page(tuple(dict.fromkeys((*pages[at].roots, *page.roots))), pages[at].shown | page.shown)
            if self.fits(both):
                pages[at] = both
                return
        pages.append(page)

    def _most(self, things: Sequence[Thing], page: Callable[[Sequence[Thing]], Page]) -> int:
        """How many of the first things fit on a page together; one at the least."""
        fewest, most = 1, len(things)
        while fewest < most:
            middle = (fewest + most + 1) // 2
            if self.fits(page(things[:middle])):
                fewest = middle
            else:
                most = middle - 1
        return fewest
