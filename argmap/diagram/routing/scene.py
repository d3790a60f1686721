"""Boxes and areas where a layout put them, and the ground on which the lines between them are planned."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..drawing import Area, Block, Box, Path, Point, Rail, TextLine
from ..signs import Anchor, Mark, Shape
from ..sketch.placement import Placement, Rectangle
from ..sketch.sketch import Sketch, SketchBox
from ..text.citation import cite_line
from ..text.words import statement_words
from ..typography import Tone
from ..xml import clean
from .columns import columns
from .course import RADIUS
from .orientation import Ground
from .terrain import Terrain


def boxes_of(sketch: Sketch, placement: Placement) -> dict[str, Box]:
    """The boxes of a picture, by their keys."""
    return {key: _box(made, *placement.centres[key]) for key, made in sketch.boxes.items()}


def _box(made: SketchBox, x: float, y: float) -> Box:
    left, top = x - made.block.width / 2, y - made.block.height / 2
    name, words, leads, link = "", "The topic", "", f"link-{made.link}" if made.link else ""
    if made.statement and made.shape is Shape.STUB:
        name, leads = f"stub-{made.key[1:]}", made.statement.label
        words = clean(f"{leads}, {', '.join(made.remarks)}: {made.statement.text}")
    elif made.statement:
        name = made.statement.label
        cites = tuple(clean(cite_line(cite)) for cite in made.statement.cites)
        words = clean(statement_words(made.statement, cites, made.remarks))
    return Box(
        name, made.shape, left, top, made.block, words, made.accent, made.badge, made.chip, made.fill, leads, link
    )  # fmt: skip


def areas_of(sketch: Sketch, placement: Placement) -> dict[str, Area]:
    """The frames of a picture, by their keys."""
    areas = {}
    for key, cell in sketch.cells.items():
        if cell.framed and cell.title:
            at = placement.cells[key]
            names = tuple(box.statement.label for each in cell.boxes if (box := sketch.boxes[each]).statement)
            lines = tuple(replace(line, x=line.x + at.left, y=line.y + at.top) for line in cell.title.lines)
            size = (at.left, at.top, at.right - at.left, at.bottom - at.top)
            areas[key] = Area(*size, 2, Tone.PAGE, Tone.NOTE_LINE, lines, clean(cell.words), names)
    return areas


def headings_of(sketch: Sketch, placement: Placement) -> dict[str, tuple[TextLine, ...]]:
    """The headings of sections over their first top claims, by the keys of their cells."""
    found = {}
    for key, cell in sketch.cells.items():
        if cell.title and not cell.framed:
            at = placement.cells[key]
            lines = (replace(line, y=line.y + at.top) for line in cell.title.lines)
            found[key] = tuple(
                replace(line, x=at.right if line.anchor is Anchor.END else line.x + at.left - 9) for line in lines
            )
    return found


def terrain_of(  # noqa: PLR0913, PLR0917 - what a ground is made of
    sketch: Sketch,
    placement: Placement,
    ground: Ground,
    boxes: Mapping[str, Box],
    areas: Mapping[str, Area],
    headings: Mapping[str, tuple[TextLine, ...]],
) -> Terrain:
    """What lines are drawn over, on the ground. `boxes` and `areas` lie there already."""
    said = [line for lines in (*(area.lines for area in areas.values()), *headings.values()) for line in lines]
    titles = [Rectangle(_left(line), line.y - 10, _left(line) + line.width, line.y + 3) for line in said]
    joints = {key: ground.point(placement.centres[key]) for key in sketch.joints}
    tails = {strand.tail for strand in sketch.strands}
    frames = {
        key: Box("", Shape.CLAIM, area.x, area.y, Block(area.width, area.height, ()), "", area.line)
        for key, area in areas.items()
        if key in tails
    }
    spines = spines_of(sketch, {**boxes, **frames}, joints)
    return Terrain(
        {**boxes, **frames},
        joints,
        columns({**boxes, **spines}, map(ground.rectangle, titles)),
        ground.ways(placement),
        {key: 0.0 if joint.mark is Mark.NONE else RADIUS for key, joint in sketch.joints.items()},
        sorted({x for area in areas.values() for x in (area.x, area.x + area.width)}),
        spines,
    )


def _left(line: TextLine) -> float:
    return line.x - line.width if line.anchor is Anchor.END else line.x


LONG = 250.0
"""A box gets a spine where something comes to it from further above or below than this, in points."""
END = 14.0
"""How far a spine reaches past the last line that arrives, in points."""


def spines_of(sketch: Sketch, boxes: Mapping[str, Box], joints: Mapping[str, Point]) -> dict[str, Box]:
    """The boxes on the ground to which lines come from far above or below, as tall as the column of those:
    on the box's own edge, drawn on as a spine, each line arrives on a level, and none is long.

    Only where no other box stands beside the spine. The topic has one whenever its box is too low.
    """
    arriving: dict[str, list[float]] = {}
    framed = {key for cell in sketch.cells.values() if cell.framed for key in cell.boxes}
    for strand in sketch.strands:
        if strand.head in boxes and strand.tail != strand.head and strand.head not in framed:
            tail = boxes.get(strand.tail)
            x, y = joints[strand.tail] if tail is None else (tail.x, (tail.y + tail.bottom) / 2)
            if x > boxes[strand.head].right:
                arriving.setdefault(strand.head, []).append(y)
    found = {}
    stacks = _stacks(boxes)
    for key, heights in arriving.items():
        box = boxes[key]
        top, bottom = min(box.y, min(heights) - END), max(box.bottom, max(heights) + END)
        reach = 0.0 if key == sketch.topic else LONG
        if top >= box.y - reach and bottom <= box.bottom + reach:
            continue
        beside = stacks[round(box.right)]
        if all(other is box or other.bottom < top or other.y > bottom for other in beside):
            found[key] = replace(box, y=top, block=replace(box.block, height=bottom - top))
    return found


def _stacks(boxes: Mapping[str, Box]) -> Mapping[int, list[Box]]:
    """The boxes that end at each x, and those that a line there would run through."""
    ends = {round(box.right) for box in boxes.values()}
    return {x: [box for box in boxes.values() if box.x - END < x < box.right + END] for x in ends}


def spine_rails(spines: Mapping[str, Box], boxes: Mapping[str, Box], place: Callable[[Point], Point]) -> list[Rail]:
    """The spines as they are drawn; `place` turns a point of the ground into the picture."""
    rails = []
    for key, spine in spines.items():
        look = BOX_LINE if boxes[key].name else TOPIC_LINE
        x = spine.right - look / 2 if boxes[key].name == "" else spine.right
        path = Path(place((x, spine.y)), ((place((x, spine.bottom)),),))
        rails.append(Rail(path, look, Tone.INK, names=(boxes[key].name,) if boxes[key].name else (), spine=True))
    return rails


TOPIC_LINE, BOX_LINE = 2.8, 1.6
"""How thick a spine is, in points: about as the outline that it goes on from."""
