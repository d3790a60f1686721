"""From a map to its flow on one canvas, as wide and as high as it must be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import sqrt

from ...look import PLAIN, Look
from ...model import ArgumentMap
from ...values import dataclass
from ..compose import struck
from ..drawing import Drawing
from ..text.captions import LEAST_WIDTH, MARGIN, Captions, captions_of, footer_lines, heading_lines
from ..text.key import Sample, key_entries, meanings
from ..text.told import NOTHING, Told
from ..xml import clean
from .packing import Place, Size, on_canvas
from .plan import Format
from .stage import Stage
from .strip import Strip
from .table import table

SCREEN = Format(width=252.0, gutter=38.0, tallest=1e9, most=6)
WORDS = 9.0
"""Points of a column's width for each letter of a line."""
FLAT = 0.62
"""The height of a canvas to its width."""
TRIES = (0.28, 0.36, 0.45, 0.55, 0.7, 0.85, 1.05, 1.4)
"""How tall strips may be, to a canvas of the map's area."""
SHORTEST, TALLEST = 420.0, 600.0
"""How tall a strip may be at the least and at the most, in points: no line is longer than it."""
FEW_TRIES, ONE_TRY = (0.36, 0.55), (0.45,)
FEW_FROM, ONE_FROM = 300, 1200
"""From so many statements on, fewer are tried."""
WIDER = (0.8, 1.0, 1.2, 1.45)
"""How wide a canvas may be, to one of the map's area."""
READ = "Read from left to right: each column answers the one before it; reasons hang under their claim."


@dataclass(frozen=True, slots=True)
class _Packed:
    """Strips at their places on a canvas of a size; the less `bad`, the better."""

    strips: Sequence[Strip]
    sizes: Sequence[Size]
    places: Sequence[Place]
    format: Format
    bad: float


def canvas(map: ArgumentMap, look: Look = PLAIN, *, captions: Captions | None = None, told: Told = NOTHING) -> Drawing:
    """The flow of a map on one canvas, about .6 as high as it is wide; `captions` None takes those of the look."""
    stage = Stage(map, look, captions or captions_of(look, told), told, {})
    width = SCREEN.width if look.width is None else max(150.0, look.width * WORDS)
    best = min(_ways(stage, replace(SCREEN, width=width)), key=lambda way: way.bad)
    return struck(_drawn(stage, best, told), map, told.verdicts)


def _ways(stage: Stage, base: Format) -> Iterator[_Packed]:
    """The ways in which the strips of a map may be cut and put side by side."""
    whole = stage.filled(base)
    sizes = [stage.size(strip, base) for strip in whole]
    area = sum(w * h for w, h in sizes)
    side = sqrt(area * FLAT)
    statements = len(stage.map.statements)
    shares = TRIES if statements < FEW_FROM else FEW_TRIES if statements < ONE_FROM else ONE_TRY
    heights = dict.fromkeys(min(max(side * share, SHORTEST), TALLEST) for share in shares)
    uncut = [None] if all(h <= TALLEST for _, h in sizes) else []
    for tallest in (*heights, *uncut):
        format = replace(base, tallest=tallest) if tallest else base
        made = stage.filled(format) if tallest else whole
        sizes = [stage.size(strip, format) for strip in made]
        for wider in WIDER:
            places, (w, h) = on_canvas(sizes, max([side / FLAT * wider, *(size[0] for size in sizes)]))
            shape = (h + 170) / (w + 60)
            bad = (w + 60) * (h + 170) / max(area, 1.0) + 0.9 * abs(shape - FLAT) + 0.04 * len(made)
            yield _Packed(made, sizes, places, format, bad)


def _drawn(stage: Stage, packed: _Packed, told: Told) -> Drawing:
    """All strips, with the title and the table above and the key below."""
    placed = list(zip(packed.places, packed.sizes, strict=True))
    wide = max([LEAST_WIDTH, *(place.x + size[0] for place, size in placed)])
    captions = stage.captions
    said = captions.subtitle if captions.subtitle is not None else READ if stage.map.links else ""
    heading = heading_lines(stage.title, clean(said), wide, clean(captions.lead))
    top = (heading[-1].y if heading else MARGIN) + 14
    rows = table(stage.homes, stage.saying.looks, told.verdicts, {}, (MARGIN, top), wide)
    down = rows.bottom + 18
    drawing = replace(stage.empty(wide + 2 * MARGIN, heading), boxes=rows.boxes)
    corners = [(MARGIN + place.x, down + place.y) for place in packed.places]
    drawing = stage.with_strips(drawing, zip(packed.strips, corners, strict=True), packed.format)
    low = down + max((place.y + size[1] for place, size in placed), default=0.0) + 8
    explained = meanings(stage.map, signs(drawing), falls=captions.falls) if captions.key else []
    entries, end = key_entries(explained, low, drawing.width, MARGIN)
    footer = footer_lines(stage.map, captions, drawing.width, end + 24)
    key_top = low if entries else end + 10
    return replace(drawing, height=footer[-1].y + 16, key_top=key_top, key=entries, footer=footer)


def signs(drawing: Drawing) -> set[Sample]:
    """The signs that a flow shows."""
    return {*(box.shape for box in drawing.boxes), *(tie.role for tie in drawing.ties)}
