"""Strips of a flow, as they are measured and drawn at their places."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...graph.forest import homes
from ...look import Look
from ...model import ArgumentMap, Statement
from .. import typography as type_
from ..drawing import Area, Drawing, Path, Rail, TextLine
from ..measure import Run
from ..text.blocks import text_line
from ..text.captions import Captions, file_name
from ..text.told import Told
from ..text.words import description
from ..typography import SIDES, TINTS, Tone, at_least
from ..xml import clean
from .columns import Columns
from .lines import NEAR, STEP, Lines, ports_needed, tracks_needed
from .plan import Format, strips
from .saying import Saying
from .strip import Spot, Strip

HEAD = 24.0
"""Above a strip's boxes, for the heads of its columns, in points."""
PAD = 7.0
"""About a column's boxes, within its tint, in points."""
JUDGED = "judged by this map as it is drawn, and by nothing else; no badge: it stands"
TINT_OF: Mapping[Tone, Tone] = dict(zip(SIDES, TINTS, strict=True))


class Stage:
    """Fills, measures and draws the strips of one map. `pages` are where statements stand on paper."""

    def __init__(
        self, map: ArgumentMap, look: Look, captions: Captions, told: Told, pages: Mapping[Statement, int]
    ) -> None:
        self.map = map
        self.captions = replace(captions, note=JUDGED) if told.verdicts else captions
        self.homes = homes(map)
        self.columns = Columns(map, by_speech=look.columns == "speech")
        self.saying = Saying(map, self.homes, self.columns, told, pages, captions.least)
        self.pages = pages

    @property
    def title(self) -> str:
        """What stands over the picture; empty for nothing."""
        title = self.captions.title
        return clean(title if title is not None else self.map.topic.text if self.map.topic else "")

    def filled(self, format: Format) -> list[Strip]:
        """The strips of the map in that format."""
        return strips(self.homes, self.columns, format, self.saying.words, self.saying.stub)

    def size(self, strip: Strip, format: Format) -> tuple[float, float]:
        """How wide and tall a strip is with its heads; its boxes grow for the lines that end on them."""
        for spot, ports in ports_needed(strip).items():
            if ports > 1:
                strip.grow(spot, 14 + ports * STEP)
        gutter = self._gutter(strip, format)
        return strip.columns * (format.width + gutter) - gutter + 2 * PAD, strip.height + HEAD + 2 * PAD

    def _gutter(self, strip: Strip, format: Format) -> float:
        if self.pages:
            return format.gutter  # a sheet has no room for more: the tracks stand closer
        return format.gutter + max(0, tracks_needed(strip) - 3) * STEP

    def empty(self, wide: float, heading: tuple[TextLine, ...]) -> Drawing:
        """A drawing that has its title alone."""
        title = self.title or file_name(self.map) or "Argument map"
        return Drawing(wide, 0.0, title, description(self.map), heading, (), (), (), (), 0.0, (), ())

    def with_strips(
        self, drawing: Drawing, placed: Iterable[tuple[Strip, tuple[float, float]]], format: Format
    ) -> Drawing:
        """A drawing with some strips more, each with its corner at a place."""
        boxes, areas, rails = list(drawing.boxes), list(drawing.areas), list(drawing.rails)
        ties, trunks = list(drawing.ties), list(drawing.trunks)
        for strip, (left, y) in placed:
            gutter, x = self._gutter(strip, format), left + PAD
            pitch = format.width + gutter
            lefts = {
                spot: x + (spot.column - strip.first) * pitch + format.width - spot.block.width for spot in strip.spots
            }
            down = y + HEAD + PAD / 2
            numbered = enumerate(strip.spots, len(boxes))
            boxes += [self.saying.box(spot, lefts[spot], down + spot.y, number) for number, spot in numbered]
            step = min(STEP, (gutter - NEAR - 8) / max(1, tracks_needed(strip) - 1))
            lines = Lines(strip, lefts, down, self.saying.numbers, step).drawn()
            tints, rules = self._heads(strip, (x, y), format.width, pitch)
            areas += tints
            rails += [*rules, *lines.rails]
            ties += lines.ties
            trunks += lines.trunks
        return replace(
            drawing,
            boxes=tuple(boxes),
            areas=tuple(areas),
            rails=tuple(rails),
            ties=tuple(ties),
            trunks=tuple(trunks),
        )

    def _heads(
        self, strip: Strip, place: tuple[float, float], width: float, pitch: float
    ) -> tuple[list[Area], list[Rail]]:
        """The heads of a strip's columns, their tints and rules."""
        areas, rules = [], []
        x, y = place
        taken: dict[int, list[Spot]] = {}
        for spot in strip.spots:
            taken.setdefault(spot.column, []).append(spot)
        for column, spots in taken.items():
            at = x + (column - strip.first) * pitch
            tone, dash, name = self._side(strip, column)
            goes_on = ", continued" if strip.goes_on and column == strip.first else ""
            said = f"{name}{self.columns.name(column)}{goes_on}"
            head = text_line(at, y + 11, [(Run(said, at_least(type_.HEAD, self.captions.least)), tone)])
            tint = TINT_OF.get(tone, Tone.PLAIN_TINT)
            low = max(spot.bottom for spot in spots) + HEAD + PAD * 1.5
            names = tuple(spot.statement.label for spot in spots if not spot.stub)
            rules.append(Rail(Path((at, y + 16), (((at + width, y + 16),),)), 1.4, tone, dash, names))
            areas.append(Area(at - PAD, y - 3, width + 2 * PAD, low + 3, 0, tint, tint, (head,), said, names))
        return areas, rules

    def _side(self, strip: Strip, column: int) -> tuple[Tone, str, str]:
        """The colour, the dashes and the name of the side whose column this is, where there are two."""
        sides = self.map.sides
        if len(sides) != 2:
            return Tone.MUTED, "", ""
        if self.columns.speeches:
            said = [s for s in self.map.statements if s.speech == self.columns.name(column) and s.side in sides]
            side = said[0].side if said else None
        else:
            own = strip.top.side if strip.top.side in sides else None
            side = None if own is None else own if column % 2 == 0 else sides[1 - sides.index(own)]
        if side is None:
            return Tone.MUTED, "", ""
        look = self.saying.looks.at(side)
        return look.accent, "" if look.rank == 0 else "4 2.5", f"{clean(side.id).upper()}  "
