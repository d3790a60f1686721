"""Boxes and areas where a layout put them, and the ground on which the lines between them are planned."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..drawing import Area, Block, Box, Point
from ..signs import Anchor, Mark, Shape
from ..sketch.placement import Placement, Rectangle
from ..sketch.sketch import Group, Sketch, Strand
from ..text.citation import cite_line
from ..text.words import statement_words
from ..xml import clean
from .columns import columns
from .course import RADIUS
from .orientation import Ground
from .terrain import Terrain

FRAME_END = 34.0
"""How much of a frame's end stands for it as a box, in points: past its margin, into its first column."""


def boxes_of(sketch: Sketch, placement: Placement) -> dict[str, Box]:
    """The boxes of a picture, by their keys."""
    boxes = {}
    for made in sketch.boxes:
        x, y = placement.centres[made.key]
        left, top = x - made.block.width / 2, y - made.block.height / 2
        name, words = "", "The topic"
        if made.statement:
            name = made.statement.label
            cites = tuple(clean(cite_line(cite)) for cite in made.statement.cites)
            words = clean(statement_words(made.statement, cites, made.remarks))
        boxes[made.key] = Box(name, made.shape, left, top, made.block, words, made.accent, made.badge)
    return boxes


def areas_of(sketch: Sketch, placement: Placement) -> dict[str, Area]:
    """The tinted areas of a picture, by their keys."""
    names = _inside(sketch)
    areas = {}
    for group in sketch.groups:
        at = placement.groups.get(group.key)
        if at:
            areas[group.key] = _area(group, at, tuple(names[group.key]))
    return areas


def _inside(sketch: Sketch) -> dict[str, list[str]]:
    """The labels of the statements that stand in each group, or in one within it."""
    parents = {group.key: group.parent for group in sketch.groups}
    frames = {member: group.key for group in sketch.groups for member in group.members}
    names: dict[str, list[str]] = {key: [] for key in parents}
    for box in sketch.boxes:
        home = frames.get(box.key, box.group)
        while home in parents and box.statement:  # a layout may draw no groups
            names[home].append(box.statement.label)
            home = parents[home]
    return names


def _area(group: Group, at: Rectangle, names: tuple[str, ...]) -> Area:
    lines = tuple(replace(line, x=line.x + at.left, y=line.y + at.top) for line in group.title.lines)
    if any(line.anchor is Anchor.END for line in lines):
        lines = tuple(replace(line, x=at.right - 9) for line in lines)
    return Area(
        at.left,
        at.top,
        at.right - at.left,
        at.bottom - at.top,
        group.level,
        group.tint,
        group.line,
        lines,
        clean(group.words),
        names,
    )


def terrain_of(  # noqa: PLR0913, PLR0917 - what a ground is made of
    sketch: Sketch,
    placement: Placement,
    ground: Ground,
    boxes: Mapping[str, Box],
    areas: Mapping[str, Area],
    stems: Sequence[Strand],
) -> Terrain:
    """What lines are drawn over, on the ground. `boxes` and `areas` lie there already."""
    titles = [
        Rectangle(line.x, line.y - 10, line.x + line.width, line.y + 3)
        for area in areas.values()
        for line in area.lines
    ]
    joints = {joint.key: ground.point(placement.centres[joint.key]) for joint in sketch.joints}
    frames = {stem.tail: _frame_side(areas[stem.tail], joints[stem.head]) for stem in stems}
    return Terrain(
        {**boxes, **frames},
        joints,
        columns(boxes, map(ground.rectangle, titles)),
        ground.ways(placement),
        {joint.key: 0.0 if joint.mark is Mark.NONE else RADIUS for joint in sketch.joints},
        sorted({x for area in areas.values() for x in (area.x, area.x + area.width)}),
    )


def _frame_side(area: Area, joint: Point) -> Box:
    """The end of a frame that faces its joint, for the line to leave from."""
    x = area.x if joint[0] < area.x + area.width / 2 else area.x + area.width - FRAME_END
    return Box("", Shape.CLAIM, x, area.y, Block(FRAME_END, area.height, ()), "", area.line)
