"""A map on paper: an overview and a page for each top claim; what does not fit goes on further pages.

Wherever something is cut, the box says on which page the rest is, and where the page came from.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import cycle

from ...graph.selecting import part
from ...model import ArgumentMap, Statement
from ...words.omissions import omissions
from ..drawing import Drawing, Jump
from ..text.captions import Captions
from ..typography import SMALLEST
from ..xml import clean
from .outgrowth import may_fit
from .paper import PAPERS, Size, better, least_scale, on_sheet, scale_on
from .planning import Page, plan

Draw = Callable[[ArgumentMap, Captions], Drawing]
"""How a map is drawn with the words round it."""
ROOM_FOR_REFERENCES = (885, 886, 887, 888)
"""While pages are planned, references are as wide as those to these pages."""
OVERVIEW = "An overview: the pages that follow show the rest."


def paginate(map: ArgumentMap, paper: str, draw: Draw, captions: Captions) -> tuple[Drawing, ...]:
    """The pages of a map on a paper (a name of `paper.PAPERS`): one, if it can be read there.

    No text comes out smaller than `paper.READABLE`; a page on which even one statement could not be
    read is a larger sheet. All sheets are turned one way: that which takes fewer. Raises what `draw` raises.
    """
    least = least_scale(paper, max(captions.least, SMALLEST))
    if may_fit(len(map.statements), paper):
        alone = draw(map, captions)
        size = better(alone, paper)
        if scale_on(alone, size) >= least or len(map.statements) < 2:
            return (on_sheet(alone, size, least),)
    anywhere = dict(zip(map.statements, cycle(ROOM_FOR_REFERENCES), strict=False))

    @cache
    def scales(page: Page) -> Mapping[Size, float]:
        """How large a page is on a sheet turned this way and that: it is drawn once for all."""
        if not may_fit(len(page.shown), paper):
            return dict.fromkeys(PAPERS[paper], 0.0)
        drawing = draw(_shown(map, page, None, anywhere), _captioned(map, page, captions))
        return {size: scale_on(drawing, size) for size in PAPERS[paper]}

    def planned(size: Size) -> Sequence[Page]:
        return plan(map, lambda page: scales(page)[size] >= least)

    size, pages = min(((size, planned(size)) for size in PAPERS[paper]), key=lambda way: len(way[1]))
    homes = _homes(pages)
    drawn = []
    for number, page in enumerate(pages, 1):
        shown = _shown(map, page, number, homes)
        words = replace(_captioned(map, page, captions), page=f"page {number} of {len(pages)}")
        drawn.append(_linked(on_sheet(draw(shown, words), size, least), shown))
    return tuple(drawn)


def _homes(pages: Sequence[Page]) -> Mapping[Statement, int]:
    """The page on which each statement is drawn: where it first comes after the overview."""
    homes: dict[Statement, int] = {}
    for number, page in enumerate(pages, 1):
        if not page.overview:
            for statement in page.shown:
                homes.setdefault(statement, number)
    return homes


def _shown(map: ArgumentMap, page: Page, number: int | None, homes: Mapping[Statement, int]) -> ArgumentMap:
    """The part of a map that a page shows. The topic stands on an overview; elsewhere its words do."""
    shown = part(map, page.shown, map.part.chosen if map.part else "", number, homes)
    return shown if page.overview else replace(shown, topic=None)


def _captioned(map: ArgumentMap, page: Page, captions: Captions) -> Captions:
    """The words round a page: those of the map for an overview, else what the page is about."""
    if page.overview:
        return replace(captions, subtitle=OVERVIEW)
    topic = captions.title if captions.title is not None else map.topic.text if map.topic else ""
    first, *others = page.roots
    title = f"{first.label}  {clean(first.text)}"
    if others:
        title += f" ({', '.join(other.label for other in others)})"
    if captions.least > SMALLEST:  # a slide has no room for topic and key again
        return replace(captions, title=title, subtitle="", key=False)
    return replace(captions, title=title, subtitle=topic)


def _linked(drawing: Drawing, shown: ArgumentMap) -> Drawing:
    """A page whose boxes lead to where the rest of what they lost is drawn."""
    here = shown.part.page if shown.part else None
    leads = {
        statement.label: to
        for statement, lost in omissions(shown).items()
        if (to := next((each.page for each in reversed(lost) if each.page and each.page != here), None))
    }
    jumps = [
        Jump(box.x, box.y, box.block.width, box.block.height, leads[box.name])
        for box in drawing.boxes
        if box.name in leads
    ]
    return replace(drawing, jumps=tuple(jumps))
