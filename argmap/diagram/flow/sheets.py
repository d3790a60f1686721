"""From a map to its flow on sheets of paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...look import PLAIN, Look
from ...model import ArgumentMap, Statement
from ...values import dataclass
from .. import typography as type_
from ..compose import struck
from ..drawing import Drawing, Jump
from ..measure import Run
from ..pages.paper import PAPERS, least_scale
from ..signs import Shape
from ..text.blocks import text_line
from ..text.captions import MARGIN, Captions, captions_of, footer_lines
from ..text.key import key_entries, meanings
from ..text.told import NOTHING, Told
from ..typography import Tone, at_least, least_type
from ..wrapping import wrap
from ..xml import clean
from .flow import signs
from .packing import CLOSE, Place, Size, on_sheets
from .plan import Format
from .stage import HEAD, PAD, Stage
from .strip import Strip
from .table import row_height, shape, table

TOP, FOOT = 42.0, 26.0
"""Above a sheet's strips, for its title of one line, and below them, in points."""
LEADING, MOST_LINES = 16.0, 5
"""Of the title: a line's height in points, and so many of them at the most."""
COLUMN = (158.0, 262.0)
"""How narrow and how wide a column may be on paper, in points."""
GUTTER = 26.0
OVER = 23.0
"""At the foot of a sheet there is room for one stub more, in points."""
BELOW_TABLE = 150.0
"""Where there is less room under the table, the first strip stands on the next sheet."""
SHARES = (1.0, 0.86, 0.72, 0.6, 0.48)
"""How tall strips may be, to a sheet's room."""
FEW_SHARES = (1.0, 0.48)
MANY = 300
"""A map of more statements is tried on paper in fewer ways."""
LARGER = (1.5, 1.35, 1.2, 1.1)
"""How much larger than it must be all is drawn, where that takes no sheet more."""
FULL = 0.66
"""Strips seldom fill more of their sheets than this: what would, is not tried."""
WIDEST_NUMBER = 88
"""While pages are planned, references are as wide as those to this page."""


@dataclass(frozen=True)
class _Paged:
    """Strips on sheets of a size, the first of which has the table on top."""

    strips: list[Strip]
    places: list[Place]
    format: Format
    size: Size
    first: float
    scale: float

    @property
    def cost(self) -> tuple[int, bool, int, float]:
        """How many sheets, whether the table has one for itself, how many stubs that only go on, and how narrow
        the columns."""
        alone = all(place.sheet for place in self.places)
        crumbs = sum(spot.crumb for strip in self.strips for spot in strip.spots)
        return (self.places[-1].sheet if self.places else 0, alone, crumbs, -self.format.width)

    def homes(self) -> dict[Statement, int]:
        """The page on which each statement stands."""
        pairs = zip(self.strips, self.places, strict=True)
        return {spot.statement: at.sheet + 1 for strip, at in pairs for spot in strip.spots if not spot.stub}


def sheets(
    map: ArgumentMap, paper: str, look: Look = PLAIN, *, captions: Captions | None = None, told: Told = NOTHING
) -> tuple[Drawing, ...]:
    """The flow of a map on sheets of paper, all turned one way, on which all of it can be read: as few as
    the ways that were tried give, and as large as these leave room for. `captions` None takes those of the look."""
    words = replace(captions or captions_of(look, told), least=least_type(paper))
    plan = Stage(map, look, words, told, dict.fromkeys(map.statements, WIDEST_NUMBER))
    best = _best(plan, paper)
    stage = Stage(map, look, words, told, best.homes())
    last = best.places[-1].sheet + 1 if best.places else 1
    drawn = []
    for number in range(1, last + 1):
        here = [pair for pair in zip(best.strips, best.places, strict=True) if pair[1].sheet == number - 1]
        sheet = _sheet(stage, here, best, number, f"page {number} of {last}")
        drawn.append(replace(struck(sheet, map, told.verdicts), scale=best.scale))
    return _explained(drawn, map, words)


def _explained(drawn: Sequence[Drawing], map: ArgumentMap, captions: Captions) -> tuple[Drawing, ...]:
    """Sheets with a key to all of them at the foot of the first that has room for it."""
    used = {sample for drawing in drawn for sample in signs(drawing)}
    if not captions.key:
        return tuple(drawn)
    explained = meanings(map, used, falls=captions.falls)
    for number, sheet in enumerate(drawn):
        _, tall = key_entries(explained, 0.0, sheet.width, MARGIN, captions.least)
        top = sheet.key_top - tall - 6
        if max((area.y + area.height for area in sheet.areas), default=0.0) + 10 <= top:
            entries, _ = key_entries(explained, top, sheet.width, MARGIN, captions.least)
            return (*drawn[:number], replace(sheet, key=entries, key_top=top), *drawn[number + 1 :])
    return tuple(drawn)


def _best(stage: Stage, paper: str) -> _Paged:
    """The way that takes the fewest sheets; of a map that is not too large, drawn as large as they allow."""
    least = least_scale(paper, least_type(paper))
    best = min(_ways(stage, paper, least), key=lambda way: way.cost)
    strips = sum(wide * tall for wide, tall in (stage.size(strip, best.format) for strip in best.strips))
    full = strips / (best.size[0] * best.size[1] * (best.cost[0] + 1))
    for larger in (each for each in LARGER if full * each**2 <= FULL and len(stage.map.statements) <= MANY):
        way = min(_ways(stage, paper, least * larger), key=lambda way: way.cost, default=best)
        if way.cost[:3] <= best.cost[:3]:
            return way
    return best


def _ways(stage: Stage, paper: str, scale: float) -> Iterator[_Paged]:
    """The ways in which a map may be put on sheets of a paper at a scale, all wide or all high."""
    for wide, tall in sorted(PAPERS[paper], reverse=True):  # wide rather than high: columns stand side by side
        size = (wide / scale, tall / scale)
        top = _top(stage, size[0])
        for format, first in _formats(stage, size, top):
            made = stage.filled(format)
            sizes = [stage.size(strip, format) for strip in made]
            places = on_sheets(sizes, size[0] - 2 * MARGIN + 1, size[1] - top - FOOT, first)
            yield _Paged(made, places, format, size, first, scale)


def _title(stage: Stage, wide: float) -> list[tuple[Run, ...]]:
    """The title in lines; of one that would fill the sheet, the beginning."""
    lines = wrap([Run(stage.title, type_.TOPIC)], wide - 2 * MARGIN)
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], (Run("…", type_.TOPIC),)]


def _lead(stage: Stage, wide: float) -> list[tuple[Run, ...]]:
    """What is said first, under the title of the first sheet, in lines."""
    said = clean(stage.captions.lead)
    return wrap([Run(said, at_least(type_.SUBTITLE, stage.captions.least))], wide - 2 * MARGIN) if said else []


def _lead_height(stage: Stage, wide: float) -> float:
    return len(_lead(stage, wide)) * at_least(type_.SUBTITLE, stage.captions.least).leading


def _top(stage: Stage, wide: float) -> float:
    """Where a sheet's strips begin: below its title."""
    return TOP + LEADING * max(0, len(_title(stage, wide)) - 1)


def _formats(stage: Stage, size: Size, top: float) -> Iterator[tuple[Format, float]]:
    """The ways to fill a sheet: columns to it, and how tall strips may be; with the room for the table."""
    wide, tall = size[0] - 2 * MARGIN, size[1]
    roots, shares = len(stage.homes.roots), SHARES if len(stage.map.statements) <= MANY else FEW_SHARES
    first = 14.0 + row_height(stage.captions.least) * shape(roots, wide)[1] + _lead_height(stage, size[0])
    for most in range(1, 9):
        columns = ((wide - 2 * PAD + GUTTER) / most - GUTTER, (wide + CLOSE) / most - CLOSE - 2 * PAD)
        for column in (each for each in columns if COLUMN[0] <= each <= COLUMN[1]):
            room = tall - top - FOOT - HEAD - 2 * PAD
            crumbs, over = (3, OVER) if room > 300 else (1, 0.0)
            below = room - first - over
            for wanted in (*(room * share for share in shares), room - first):
                tallest = max(min(wanted, room - over), 120.0)
                for shorter in dict.fromkeys((0.0, below if BELOW_TABLE <= below < tallest else 0.0)):
                    yield Format(column, GUTTER, tallest, most, 11.0, crumbs, over, shorter), first


def _sheet(stage: Stage, here: Sequence[tuple[Strip, Place]], paged: _Paged, number: int, page: str) -> Drawing:
    """One sheet: its strips, and on the first one the table."""
    wide, tall = paged.size
    title = enumerate(_title(stage, wide))
    lines = [text_line(MARGIN, 30 + n * LEADING, [(run, Tone.INK) for run in runs]) for n, runs in title]
    down = _top(stage, wide)
    said = enumerate(_lead(stage, wide) if number == 1 else [])
    leading = at_least(type_.SUBTITLE, stage.captions.least).leading
    lines += [text_line(MARGIN, down + 4 + n * leading, [(run, Tone.INK) for run in runs]) for n, runs in said]
    drawing = stage.empty(wide, tuple(lines))
    if number == 1:
        place = (MARGIN, down + _lead_height(stage, wide))
        verdicts, room = stage.saying.told.verdicts, wide - 2 * MARGIN
        rows = table(stage.homes, stage.saying.looks, verdicts, stage.pages, place, room, stage.captions.least)
        drawing = replace(drawing, boxes=rows.boxes, jumps=rows.jumps)
        down += paged.first
    for strip, _ in here:
        for spot in strip.spots:
            stage.saying.rewritten(spot)
    corners = [(strip, (MARGIN + at.x, down + at.y)) for strip, at in here]
    drawing = stage.with_strips(drawing, corners, paged.format)
    captions = replace(stage.captions, page=page)
    lower = len(footer_lines(stage.map, captions, wide, 0.0)) - 2  # the page, and one line, are always
    more = lower * at_least(type_.FOOTER, captions.least).leading
    footer = footer_lines(stage.map, captions, wide, tall - 12 - more)
    jumps = (*drawing.jumps, *_jumps(drawing, stage.pages, number))
    return replace(drawing, height=tall, key_top=tall - 24 - more, footer=footer, jumps=jumps)


def _jumps(drawing: Drawing, pages: Mapping[Statement, int], number: int) -> Iterator[Jump]:
    """The stubs of a sheet that lead to another one."""
    by_label = {statement.label: page for statement, page in pages.items()}
    for box in drawing.boxes:
        page = by_label.get(box.leads, number) if box.shape is Shape.STUB else number
        if page != number:
            yield Jump(box.x, box.y, box.block.width, box.block.height, page)
