"""A map on paper: an overview and a page for each top claim; what does not fit goes on further pages.

Wherever something is cut, the box says on which page the rest is, and where the page came from.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..model import ArgumentMap, Statement
from ..omissions import omissions
from ..selecting import branch, part
from .captions import Captions
from .drawing import Drawing, Jump
from .outgrowth import Outgrowth
from .paper import LEAST_SCALE, fits, on_paper, scale_on
from .xml import clean

Draw = Callable[[ArgumentMap, Captions], Drawing]
"""How a map is drawn with the words round it."""
ROOM_FOR_REFERENCES = 888
"""While pages are planned, every reference is as wide as one to this page."""
TITLE = 90
"""Letters of a statement in a page's title."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page: the statements that it is about, and all that it shows."""

    roots: tuple[Statement, ...]
    shown: frozenset[Statement]


def paginate(map: ArgumentMap, paper: str, draw: Draw, captions: Captions) -> tuple[Drawing, ...]:
    """The pages of a map on a paper (a name of `paper.PAPERS`): one, if it can be read there.

    No text comes out smaller than `paper.READABLE`; a page on which even one statement could not be
    read is a larger sheet. Raises what `draw` raises.
    """
    alone = draw(map, captions)
    if fits(alone, paper) or len(map.statements) < 2:
        return (on_paper(alone, paper),)
    planned = _Planner(map, paper, draw, captions).pages()
    return tuple(_drawn(map, planned, number, paper, draw, captions) for number in range(1, len(planned) + 1))


class _Planner:
    """Decides what stands on which page, by trying how much of each branch can be read on one."""

    def __init__(self, map: ArgumentMap, paper: str, draw: Draw, captions: Captions) -> None:
        self.map = map
        self.paper = paper
        self.growth = Outgrowth(map)
        self.room = 1.0
        anywhere = dict.fromkeys(map.statements, ROOM_FOR_REFERENCES)
        self.attempt = partial(_attempt, map, anywhere, draw, replace(captions, page="page 88 of 88"))

    def pages(self) -> list[Page]:
        overview = self._overview()
        pages = [*overview]
        waiting = [(root, self.growth.units(root)) for root in self.growth.roots][::-1]
        while waiting:
            root, units = waiting.pop()
            page, cut, rest = self._page(root, units)
            if not (rest or cut) and (packed := self._packed(pages[len(overview) :], page)):
                pages[-1] = packed
            else:
                pages.append(page)
            waiting.extend((each, self.growth.units(each)) for each in reversed(cut))
            if rest:
                waiting.append((root, rest))
        return pages

    def _overview(self) -> list[Page]:
        """What the map is about and what bears on it directly, or what it is about alone."""
        roots = self.growth.roots
        for depth in (1, 0):
            page = Page(tuple(roots), frozenset(branch(self.map, roots, depth)))
            if self._fits(page):
                return [page]
        pages = []
        left = list(roots)
        while left:
            taken = self._most(left, lambda some: Page(tuple(some), frozenset(some)))
            pages.append(Page(tuple(left[:taken]), frozenset(left[:taken])))
            left = left[taken:]
        return pages

    def _page(
        self, root: Statement, units: Sequence[Sequence[Statement]]
    ) -> tuple[Page, list[Statement], Sequence[Sequence[Statement]]]:
        """As much of a branch as can be read on a page; where it is cut, and the units left over."""
        whole = {root, *self.growth.all_under(units)}
        page = Page((root,), frozenset(whole))
        if self._fits(page):
            return page, [], ()

        def direct(some: Sequence[Sequence[Statement]]) -> Page:
            return Page((root,), frozenset({root, *(each for unit in some for each in unit)}))

        taken = self._most(units, direct)
        page, rest = direct(units[:taken]), units[taken:]
        heads = [each for unit in units[:taken] for each in unit if self.growth.under[each]]
        cut = []
        for head in heads:
            longer = Page((root,), page.shown | self.growth.all_under([[head]]))
            if self._fits(longer):
                page = longer
            else:
                cut.append(head)
        return page, cut, rest

    def _packed(self, pages: Sequence[Page], page: Page) -> Page | None:
        """The last page with another branch of the same statement added, where it can be read so."""
        (root,) = page.roots
        if not pages or pages[-1].roots[0] in self.growth.roots:
            return None
        both = Page((*pages[-1].roots, root), pages[-1].shown | page.shown)
        same = self.growth.parents.get(root) is self.growth.parents.get(pages[-1].roots[0])
        return both if same and self._fits(both) else None

    def _most(self, things: Sequence[object], page: Callable[[Sequence[object]], Page]) -> int:  # type: ignore[explicit-any]
        """How many of the first things fit on a page together; one at the least."""
        fewest, most = 1, len(things)
        while fewest < most:
            middle = (fewest + most + 1) // 2
            if self._fits(page(things[:middle])):
                fewest = middle
            else:
                most = middle - 1
        return fewest

    def _fits(self, page: Page) -> bool:
        return self.growth.may_fit(page.shown, self.paper) and scale_on(self.attempt(page), self.paper) >= LEAST_SCALE


def _attempt(map: ArgumentMap, pages: Mapping[Statement, int], draw: Draw, captions: Captions, page: Page) -> Drawing:
    return draw(part(map, page.shown, "", pages), _captioned(map, page, captions))


def _drawn(
    map: ArgumentMap, planned: Sequence[Page], number: int, paper: str, draw: Draw, captions: Captions
) -> Drawing:
    """A page with its references, on its paper."""
    page = planned[number - 1]
    shown = part(map, page.shown, "", _homes(planned))
    words = replace(captions, page=f"page {number} of {len(planned)}")
    drawing = on_paper(draw(shown, _captioned(map, page, words)), paper)
    leads = {
        statement.label: next((lost.page for lost in lost if lost.page and lost.page != number), None)
        for statement, lost in omissions(shown).items()
    }
    jumps = [
        Jump(box.x, box.y, box.block.width, box.block.height, to)
        for box in drawing.boxes
        if (to := leads.get(box.name)) is not None
    ]
    return replace(drawing, jumps=tuple(jumps))


def _homes(planned: Sequence[Page]) -> dict[Statement, int]:
    """The page on which each statement is drawn: where it came first, the overview only if nowhere else."""
    homes: dict[Statement, int] = {}
    for number, page in [*enumerate(planned, 1)][1:] + [(1, planned[0])]:
        for statement in page.shown:
            homes.setdefault(statement, number)
    return homes


def _captioned(map: ArgumentMap, page: Page, captions: Captions) -> Captions:
    """The words round a page: those of the map for an overview, else the statement that it is about."""
    topic = captions.title if captions.title is not None else map.topic.text if map.topic else ""
    if page.roots and page.roots[0] in map.tops and len(page.roots) > 1:
        return replace(captions, subtitle="An overview. The pages that follow show the rest.")
    title = ", ".join(root.label for root in page.roots)
    if len(page.roots) == 1:
        title += f"  {_short(page.roots[0].text)}"
    return replace(captions, title=title, subtitle=topic)


def _short(text: str) -> str:
    words = clean(text)
    return words if len(words) <= TITLE else words[:TITLE].rsplit(" ", 1)[0] + " …"
