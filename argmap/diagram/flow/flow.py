"""From a map to its flow: one canvas, or sheets of paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import sqrt

from ...graph.forest import Homes, homes
from ...model import ArgumentMap, Link, LinkKind, Statement
from .. import typography as type_
from ..compose import link_names, struck
from ..drawing import Area, Block, Box, Chip, Drawing, Jump, Path, Rail, TextLine
from ..measure import Run, wrap
from ..pages.paper import PAPERS, least_scale
from ..signs import Shape, Standing
from ..sketch.further import described
from ..sketch.sketch import shape_of
from ..text.badges import badged
from ..text.blocks import STUB_HEIGHT, stub_block, text_line
from ..text.captions import LEAST_WIDTH, MARGIN, Captions, file_name, footer_lines, heading_lines
from ..text.citation import cite_line
from ..text.key import MEANINGS, Sample, key_entries, side_meanings
from ..text.sides import SideLooks
from ..text.words import description, statement_words
from ..typography import SIDES, Tone
from ..xml import clean
from .columns import Columns
from .lines import NEAR, STEP, Lines, ports_needed, tracks_needed
from .packing import Place, on_canvas, on_sheets
from .plan import Format, strips
from .strip import Spot, Strip
from .table import ROW, table
from .words import Note, flow_block

SCREEN = Format(width=252.0, gutter=38.0, tallest=1e9, most=6)
WORDS = 9.0
"""Points of a column's width for each letter of a line."""
HEAD = 24.0
"""Above a strip's boxes, for the heads of its columns, in points."""
PAD = 7.0
"""About a column's boxes, within its tint, in points."""
FLAT = 0.62
"""The height of a canvas to its width."""
TRIES = (0.28, 0.36, 0.45, 0.55, 0.7, 0.85, 1.05, 1.4)
"""How tall strips may be, to a canvas of the map's area."""
FEW_TRIES_FROM = 1200
JUDGED = "judged by this map as it is drawn, and by nothing else; no badge: it stands"
READ = "Read from left to right: each column answers the one before it; reasons hang under their claim."


@dataclass(frozen=True, slots=True)
class Options:
    """What a flow may be asked for."""

    remarks: Mapping[Statement, Sequence[str]]
    verdicts: Mapping[Statement | Link, str]
    letters: int | None = None
    by_speech: bool = False


def canvas(map: ArgumentMap, captions: Captions, options: Options) -> Drawing:
    """The flow of a map on one canvas, about .6 as high as it is wide."""
    hand = _Hand(map, captions, options, {})
    width = SCREEN.width if options.letters is None else max(150.0, options.letters * WORDS)
    base = replace(SCREEN, width=width)
    whole = strips(hand.homes, hand.columns, base, hand.words, hand.stub)
    sizes = [hand.size(strip, base) for strip in whole]
    area = sum(w * h for w, h in sizes)
    side = sqrt(area * FLAT)
    best: tuple[float, list[Strip], list[Place], Format] | None = None
    tries = TRIES if len(map.statements) < FEW_TRIES_FROM else (0.45,)
    for share in (*tries, 0.0):
        format = replace(base, tallest=max(side * share, 420.0)) if share else base
        made = strips(hand.homes, hand.columns, format, hand.words, hand.stub) if share else whole
        sizes = [hand.size(strip, format) for strip in made]
        for wide in (side / FLAT * factor for factor in (0.8, 1.0, 1.2, 1.45)):
            places, (w, h) = on_canvas(sizes, max([wide, *(size[0] for size in sizes)]))
            bad = (w + 60) * (h + 170) / max(area, 1.0) + 0.9 * abs((h + 170) / (w + 60) - FLAT) + 0.04 * len(made)
            if best is None or bad < best[0] - 1e-9:
                best = (bad, made, places, format)
    assert best is not None
    _, made, places, format = best
    return struck(hand.drawing(made, places, format), map, options.verdicts)


def sheets(map: ArgumentMap, paper: str, captions: Captions, options: Options) -> tuple[Drawing, ...]:
    """The flow of a map on sheets of paper, all turned one way, on which all of it can be read: as few as
    the ways that were tried give."""
    hand = _Hand(map, captions, options, dict.fromkeys(map.statements, 88))
    best: _Paged | None = None
    for size in sorted(PAPERS[paper], reverse=True):  # wide rather than high: columns stand side by side
        for format, first in _formats(size, least_scale(paper), len(hand.homes.roots), len(map.statements)):
            made = strips(hand.homes, hand.columns, format, hand.words, hand.stub)
            wide, tall = size[0] / least_scale(paper) - 2 * MARGIN, size[1] / least_scale(paper)
            sizes = [hand.size(strip, format) for strip in made]
            places = on_sheets(sizes, wide + 1, tall - TOP - FOOT, first)
            tried = _Paged(made, places, format, (size[0] / least_scale(paper), tall), first)
            if best is None or tried.cost < best.cost:
                best = tried
    assert best is not None
    hand = _Hand(map, captions, options, best.homes())
    last = best.places[-1].sheet + 1 if best.places else 1
    drawn = []
    for number in range(last):
        here = [(hand.named(s), at) for s, at in zip(best.strips, best.places, strict=True) if at.sheet == number]
        hand.captions = replace(hand.captions, page=f"page {number + 1} of {last}")
        sheet = struck(hand.sheet(here, best, number + 1), map, options.verdicts)
        drawn.append(replace(sheet, scale=least_scale(paper)))
    return tuple(drawn)


TOP, FOOT = 42.0, 26.0
"""Above a sheet's strips, for its title, and below them, in points."""
COLUMN = (158.0, 262.0)
"""How narrow and how wide a column may be on paper, in points."""
MANY = 300
"""A map of more statements is tried on paper in fewer ways."""


def _formats(
    size: tuple[float, float], scale: float, roots: int, statements: int
) -> Iterator[tuple[Format, float]]:
    """The ways to fill a sheet: columns to it, and how tall strips may be; with the room for the table."""
    wide, tall = size[0] / scale - 2 * MARGIN, size[1] / scale
    first = 14.0 + ROW * -(-roots // (2 if wide > 700 else 1))
    for most in range(1, 9):
        gutter = 26.0
        column = (wide - 2 * PAD + gutter) / most - gutter
        if not COLUMN[0] <= column <= COLUMN[1]:
            continue
        room = tall - TOP - FOOT - HEAD - 2 * PAD
        shares = (1.0, 0.86, 0.72, 0.6, 0.48) if statements <= MANY else (1.0, 0.48)
        crumbs = 3 if room > 300 else 1
        for tallest in (*(room * share for share in shares), room - first):
            yield Format(column, gutter, max(tallest, 120.0), most, indent=11.0, crumbs=crumbs), first


@dataclass(frozen=True)
class _Paged:
    """Strips on sheets of a size, the first of which has the table on top."""

    strips: list[Strip]
    places: list[Place]
    format: Format
    size: tuple[float, float]
    first: float

    @property
    def cost(self) -> tuple[int, int, float]:
        """How many sheets, how many stubs that only go on, and how narrow the columns."""
        crumbs = sum(spot.crumb for strip in self.strips for spot in strip.spots)
        return (self.places[-1].sheet if self.places else 0, crumbs, -self.format.width)

    def homes(self) -> dict[Statement, int]:
        """The page on which each statement stands."""
        pairs = zip(self.strips, self.places, strict=True)
        return {spot.statement: at.sheet + 1 for strip, at in pairs for spot in strip.spots if not spot.stub}


class _Hand:
    """Draws the flow of one map. `pages` are where statements stand on paper; none on a canvas."""

    def __init__(
        self, map: ArgumentMap, captions: Captions, options: Options, pages: Mapping[Statement, int]
    ) -> None:
        self.map = map
        self.captions = replace(captions, note=JUDGED) if options.verdicts else captions
        self.options = options
        self.pages = pages
        self.homes: Homes = homes(map)
        self.looks = SideLooks(map)
        self.columns = Columns(map, by_speech=options.by_speech)
        self.numbers = link_names(map)
        self.also = self._also()
        self.conceded: dict[Statement, list[Note]] = {}
        for each in map.concessions:
            note = Note(f"conceded by {each.side.id.upper()}", self.looks.at(each.side).accent)
            self.conceded.setdefault(each.statement, []).append(note)
        self.words = cache(self._words)
        self.stub = cache(self._stub)

    def _also(self) -> Mapping[Statement, list[tuple[Link, Tone]]]:
        found: dict[Statement, list[tuple[Link, Tone]]] = {}
        for link in self.homes.further:
            tone = Tone.SUPPORT if link.kind is LinkKind.SUPPORTS else Tone.REBUT
            for source in link.sources:
                if self.homes.links.get(source) is not link:
                    found.setdefault(source, []).append((link, tone))
        return found

    def notes(self, statement: Statement) -> list[Note]:
        """The small lines under a statement's words."""
        said = [*self.conceded.get(statement, ())]
        said += [Note(words, Tone.INK) for words in self.options.remarks.get(statement, ())]
        for link, tone in self.also.get(statement, ()):
            said.append(Note(f"▸ {described(link)}{self._page_of(link)}", tone))
        above = self.homes.above(statement)
        if statement.section and (above is None or above.section is not statement.section):
            said.append(Note(f"§ {statement.section.title}", Tone.MUTED))
        return said

    def _page_of(self, link: Link) -> str:
        end = link.target
        while isinstance(end, Link):
            end = end.target
        return f", page {self.pages[end]}" if end in self.pages else ""

    def _words(self, statement: Statement, width: float, main: bool) -> tuple[Block, Chip]:
        look, notes = self.looks.of(statement), self.notes(statement)
        return flow_block(statement, look, notes, width, main=main, badge=self._badged(statement))

    def _badged(self, statement: Statement) -> bool:
        """Whether a box has a badge: what simply stands needs none."""
        return self.options.verdicts.get(statement, Standing.STANDS) != Standing.STANDS

    def _stub(self, statement: Statement, width: float, crumb: bool) -> tuple[Block, Chip]:
        above = self.homes.above(statement)
        note = "continued" if crumb else f"under {above.label}" if above else "a main claim"
        if not crumb and statement in self.pages:
            note += f", page {self.pages[statement]}"
        return stub_block(statement, self.looks.of(statement), note, width)

    def named(self, strip: Strip) -> Strip:
        """A strip with its words as they are with the right pages; no box changes its size."""
        for spot in strip.spots:
            block, chip = (
                self.stub(spot.statement, spot.block.width, spot.crumb)
                if spot.stub
                else self.words(spot.statement, spot.block.width, spot.main)
            )
            spot.block, spot.chip = replace(block, height=spot.block.height), chip
        return strip

    # Sizes

    def _gutter(self, strip: Strip, format: Format) -> float:
        if self.pages:
            return format.gutter  # a sheet has no room for more: the tracks stand closer
        return format.gutter + max(0, tracks_needed(strip) - 3) * STEP

    def size(self, strip: Strip, format: Format) -> tuple[float, float]:
        """How wide and tall a strip is with its heads."""
        for spot, ports in ports_needed(strip).items():
            if ports > 1:
                strip.grow(spot, 14 + ports * STEP)
        gutter = self._gutter(strip, format)
        return strip.columns * (format.width + gutter) - gutter + 2 * PAD, strip.height + HEAD + 2 * PAD

    # The whole

    def drawing(self, made: Sequence[Strip], places: Sequence[Place], format: Format) -> Drawing:
        """All strips on one canvas, with the title and the table above and the key below."""
        sizes = [self.size(strip, format) for strip in made]
        right = max((place.x + size[0] for place, size in zip(places, sizes, strict=True)), default=0.0)
        wide = max(right, LEAST_WIDTH)
        heading = self._heading(wide, READ if self.map.links else "")
        top = (heading[-1].y if heading else MARGIN) + 14
        rows = table(self.homes, self.looks, self.options.verdicts, {}, (MARGIN, top), wide)
        down = rows.bottom + 18
        low = max((place.y + size[1] for place, size in zip(places, sizes, strict=True)), default=0.0) + down
        drawing = self._empty(wide + 2 * MARGIN, heading)
        drawing = replace(drawing, boxes=rows.boxes)
        for strip, place in zip(made, places, strict=True):
            drawing = self._with(drawing, strip, (MARGIN + place.x, down + place.y), format)
        return self._closed(drawing, low + 8)

    def sheet(self, here: Sequence[tuple[Strip, Place]], paged: _Paged, number: int) -> Drawing:
        """One sheet of paper."""
        wide, tall = paged.size
        title = wrap([Run(self._title(), type_.TOPIC)], wide - 2 * MARGIN)
        lines = [text_line(MARGIN, 30 + n * 16, [(run, Tone.INK) for run in runs]) for n, runs in enumerate(title[:1])]
        drawing = self._empty(wide, tuple(lines))
        down = TOP
        if number == 1:
            rows = table(self.homes, self.looks, self.options.verdicts, self.pages, (MARGIN, down), wide - 2 * MARGIN)
            drawing = replace(drawing, boxes=rows.boxes, jumps=rows.jumps)
            down += paged.first
        for strip, place in here:
            drawing = self._with(drawing, strip, (MARGIN + place.x, down + place.y), paged.format)
        jumps = [
            Jump(box.x, box.y, box.block.width, box.block.height, self.pages[target])
            for box in drawing.boxes
            if box.shape is Shape.STUB and (target := self.labels.get(box.leads)) and self.pages[target] != number
        ]
        more = 11.0 * (len(footer_lines(self.map, self.captions, wide, 0.0)) - 2)  # the page, and one line, are always
        footer = footer_lines(self.map, self.captions, wide, tall - 12 - more)
        jumps = [*drawing.jumps, *jumps]
        return replace(drawing, height=tall, key_top=tall - 24 - more, footer=footer, jumps=tuple(jumps))

    @property
    def labels(self) -> Mapping[str, Statement]:
        return {statement.label: statement for statement in self.map.statements}

    def _title(self) -> str:
        title = self.captions.title
        return clean(title if title is not None else self.map.topic.text if self.map.topic else "")

    def _heading(self, wide: float, subtitle: str) -> tuple[TextLine, ...]:
        said = self.captions.subtitle if self.captions.subtitle is not None else subtitle
        return heading_lines(self._title(), clean(said), wide, clean(self.captions.lead))

    def _empty(self, wide: float, heading: tuple[TextLine, ...]) -> Drawing:
        title = self._title() or file_name(self.map) or "Argument map"
        return Drawing(wide, 0.0, title, description(self.map), heading, (), (), (), (), 0.0, (), ())

    def _closed(self, drawing: Drawing, low: float) -> Drawing:
        """With the key and the footer."""
        meanings = self._meanings(drawing) if self.captions.key else []
        entries, end = key_entries(meanings, low, drawing.width, MARGIN)
        footer = footer_lines(self.map, self.captions, drawing.width, end + 24)
        key_top = low if entries else end + 10
        return replace(drawing, height=footer[-1].y + 16, key_top=key_top, key=entries, footer=footer)

    def _meanings(self, drawing: Drawing) -> list[tuple[Sample, str]]:
        used: set[Sample] = {box.shape for box in drawing.boxes}
        used |= {tie.role for tie in drawing.ties}
        return [*side_meanings(self.map), *((sample, meaning) for sample, meaning in MEANINGS if sample in used)]

    # A strip

    def _with(self, drawing: Drawing, strip: Strip, place: tuple[float, float], format: Format) -> Drawing:
        """A drawing with a strip more."""
        gutter = self._gutter(strip, format)
        x, y = place[0] + PAD, place[1]
        first = strip.first

        def left(spot: Spot) -> float:
            return x + (spot.column - first) * (format.width + gutter) + format.width - spot.block.width

        lefts = {spot: left(spot) for spot in strip.spots}
        down = y + HEAD + PAD / 2
        numbered = enumerate(strip.spots, len(drawing.boxes))
        boxes = [self._box(spot, lefts[spot], down, number) for number, spot in numbered]
        step = min(STEP, (gutter - NEAR - 8) / max(1, tracks_needed(strip) - 1))
        lines = Lines(strip, lefts, down, self.numbers, step).drawn()
        areas, rules = self._heads(strip, (x, y), format, gutter)
        return replace(
            drawing,
            boxes=(*drawing.boxes, *boxes),
            areas=(*drawing.areas, *areas),
            rails=(*drawing.rails, *rules, *lines.rails),
            ties=(*drawing.ties, *lines.ties),
            trunks=(*drawing.trunks, *lines.trunks),
        )

    def _box(self, spot: Spot, x: float, down: float, number: int) -> Box:
        statement, look = spot.statement, self.looks.of(spot.statement)
        y = down + spot.y
        if spot.stub:
            words = clean(f"{statement.label}, {spot.block.lines[-1].text}: {statement.text}")
            link = self.numbers[spot.link] if spot.link and not spot.crumb else ""
            return Box(f"stub-{number}", Shape.STUB, x, y, spot.block, words, look.accent, None, spot.chip, None,
                       statement.label, link)  # fmt: skip
        block, badge, remarks = spot.block, None, [note.words for note in self.notes(statement)]
        if self._badged(statement):
            block, badge = badged(block, Standing(self.options.verdicts[statement]))
        if statement in self.options.verdicts:
            remarks.append(self.options.verdicts[statement])
        cites = tuple(clean(cite_line(cite)) for cite in statement.cites)
        words = clean(statement_words(statement, cites, tuple(remarks)))
        return Box(statement.label, shape_of(statement), x, y, block, words, look.accent, badge, spot.chip)

    def _heads(
        self, strip: Strip, place: tuple[float, float], format: Format, gutter: float
    ) -> tuple[list[Area], list[Rail]]:
        """The heads of a strip's columns, their tints and rules."""
        areas, rules = [], []
        x, y = place
        taken: dict[int, list[Spot]] = {}
        for spot in strip.spots:
            taken.setdefault(spot.column, []).append(spot)
        for column, spots in taken.items():
            at = x + (column - strip.first) * (format.width + gutter)
            tone, dash, name = self._side(strip, column)
            goes_on = ", continued" if strip.goes_on and column == strip.first else ""
            said = f"{name}{self.columns.name(column)}{goes_on}"
            head = text_line(at, y + 11, [(Run(said, type_.HEAD), tone)])
            tint = TINT_OF.get(tone, Tone.PLAIN_TINT)
            low = max(spot.bottom for spot in spots) + HEAD + PAD * 1.5
            names = tuple(spot.statement.label for spot in spots if not spot.stub)
            rules.append(Rail(Path((at, y + 16), (((at + format.width, y + 16),),)), 1.4, tone, dash, names))
            areas.append(Area(at - PAD, y - 3, format.width + 2 * PAD, low + 3, 0, tint, tint, (head,), said, names))
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
        rank = self.looks.at(side).rank
        return self.looks.at(side).accent, "" if rank == 0 else "4 2.5", f"{clean(side.id).upper()}  "


TINT_OF: Mapping[Tone, Tone] = dict(zip(SIDES, (Tone.TINT_1, Tone.TINT_2, Tone.TINT_3, Tone.TINT_4), strict=True))
__all__ = ["STUB_HEIGHT", "Options", "canvas", "sheets"]
