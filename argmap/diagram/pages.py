"""A map on paper: an overview and a page for each top claim; what does not fit goes on further pages.

Wherever something is cut, the box says on which page the rest is, and where the page came from.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..model import ArgumentMap, Statement
from ..omissions import omissions
from ..selecting import part
from .captions import Captions
from .drawing import Drawing, Jump
from .outgrowth import may_fit
from .paper import fits, on_paper
from .planning import Page, plan
from .xml import clean

Draw = Callable[[ArgumentMap, Captions], Drawing]
"""How a map is drawn with the words round it."""
ROOM_FOR_REFERENCES = 888
"""While pages are planned, every reference is as wide as one to this page."""
TITLE = 46
"""Letters of a statement in a page's title."""
OVERVIEW = "An overview: the pages that follow show the rest."


def paginate(map: ArgumentMap, paper: str, draw: Draw, captions: Captions) -> tuple[Drawing, ...]:
    """The pages of a map on a paper (a name of `paper.PAPERS`): one, if it can be read there.

    No text comes out smaller than `paper.READABLE`; a page on which even one statement could not be
    read is a larger sheet. Raises what `draw` raises.
    """
    if may_fit(len(map.statements), paper):
        alone = draw(map, captions)
        if fits(alone, paper) or len(map.statements) < 2:
            return (on_paper(alone, paper),)
    anywhere = dict.fromkeys(map.statements, ROOM_FOR_REFERENCES)

    def readable(page: Page) -> bool:
        return may_fit(len(page.shown), paper) and fits(_drawn(map, page, anywhere, draw, captions), paper)

    pages = plan(map, readable)
    homes = _homes(pages)
    return tuple(
        _linked(on_paper(_drawn(map, page, homes, draw, _numbered(captions, number, pages)), paper), leads)
        for number, page in enumerate(pages, 1)
        for leads in [_leads(_shown(map, page, homes), number)]
    )


def _numbered(captions: Captions, number: int, pages: Sequence[Page]) -> Captions:
    return replace(captions, page=f"page {number} of {len(pages)}")


def _homes(pages: Sequence[Page]) -> Mapping[Statement, int]:
    """The page on which each statement is drawn: where it first comes after the overview."""
    homes: dict[Statement, int] = {}
    for number, page in enumerate(pages, 1):
        if not page.overview:
            for statement in page.shown:
                homes.setdefault(statement, number)
    return homes


def _shown(map: ArgumentMap, page: Page, homes: Mapping[Statement, int]) -> ArgumentMap:
    """The part of a map that a page shows. The topic stands on an overview; elsewhere its words do."""
    shown = part(map, page.shown, "", homes)
    return shown if page.overview else replace(shown, topic=None)


def _drawn(map: ArgumentMap, page: Page, homes: Mapping[Statement, int], draw: Draw, captions: Captions) -> Drawing:
    """A page with its references, as large as it comes out."""
    if page.overview:
        return draw(_shown(map, page, homes), replace(captions, subtitle=OVERVIEW))
    topic = captions.title if captions.title is not None else map.topic.text if map.topic else ""
    first, *others = page.roots
    title = f"{first.label}  {_short(first.text)}"
    if others:
        title += f" ({', '.join(other.label for other in others)})"
    return draw(_shown(map, page, homes), replace(captions, title=title, subtitle=topic))


def _short(text: str) -> str:
    words = clean(text)
    return words if len(words) <= TITLE else words[:TITLE].rsplit(" ", 1)[0] + " …"


def _leads(shown: ArgumentMap, number: int) -> Mapping[str, int]:
    """To which other page each box leads, by its label."""
    return {
        statement.label: to
        for statement, lost in omissions(shown).items()
        if (to := next((each.page for each in lost if each.page and each.page != number), None))
    }


def _linked(drawing: Drawing, leads: Mapping[str, int]) -> Drawing:
    """A page whose boxes lead to other pages."""
    jumps = [
        Jump(box.x, box.y, box.block.width, box.block.height, leads[box.name])
        for box in drawing.boxes
        if box.name in leads
    ]
    return replace(drawing, jumps=tuple(jumps))
