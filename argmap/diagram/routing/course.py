"""The course of each line: the places it goes through, so that it passes through no box.

A line leaves a box at its side, turns in the free gutter between two columns only, and crosses a
column on a straight lane between its boxes. Where that lane lies is the layout's hint.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ...values import dataclass
from ..drawing import Box, Point
from ..signs import Role
from ..sketch.sketch import Strand
from .ports import Port, spread
from .terrain import Terrain

TIPS: Mapping[Role, float] = {
    Role.SUPPORT: 7.5,
    Role.REBUT: 3.0,
    Role.REBUT_LINK: 9.0,
    Role.WARRANT: 7.0,
    Role.SPEAKS_FOR: 6.0,
    Role.SPEAKS_AGAINST: 2.5,
    Role.BEARS: 6.0,
}
"""How far before its end a line gives way to its tip, in points."""
RADIUS = 4.0
"""Of the circle or dot that stands on a link, in points."""
LANDING = 14.0
"""A line that comes to a joint from further above or below than this lands on it from there."""
FAN = 56.0
"""Degrees between two tips that land on a joint."""
LEVEL = 48.0
"""A line keeps its height where the next lane would be no further off than this. Points."""


@dataclass(frozen=True, slots=True)
class Course:
    """Where a strand goes: its stops, from its tail on, and then `end`, a box's side or a joint.

    The line's tip ends `standoff` points before the end, and the line itself `gap` points before
    that. `toward` is 1 where it runs to the right, -1 to the left. `lands`: it comes down or up
    onto a joint, leaning to the right by `lean` degrees where others land beside it.
    `bulges`: it joins two boxes of one column through the gutter.
    """

    strand: Strand
    stops: tuple[Point, ...]
    end: Point
    toward: float
    standoff: float
    gap: float
    lands: bool = False
    lean: float = 0.0
    bulges: bool = False


def courses(strands: Sequence[Strand], terrain: Terrain) -> list[Course]:
    """The courses of all strands that are drawn."""
    drawn = list(strands)
    lanes = [_lanes(strand, terrain) for strand in drawn]
    ports = spread([port for strand, way in zip(drawn, lanes, strict=True) for port in _ports(strand, way, terrain)])
    return _leaning([_course(strand, way, ports, terrain) for strand, way in zip(drawn, lanes, strict=True)])


def _leaning(found: list[Course]) -> list[Course]:
    """Fan out the lines that land on one joint from the same side; those that say the same share a tip."""
    landings: dict[tuple[str, bool], list[int]] = {}
    for index, course in enumerate(found):
        if course.lands:
            landings.setdefault((course.strand.head, course.stops[-1][1] < course.end[1]), []).append(index)
    for (_, above), indices in landings.items():
        indices.sort(key=lambda index: found[index].stops[-1][1] * (1 if above else -1))
        roles = list(dict.fromkeys(found[index].strand.role for index in indices))
        step = min(FAN, 75.0 / max(len(roles) - 1, 1))
        for index in indices:
            found[index] = replace(found[index], lean=roles.index(found[index].strand.role) * step)
    return found


def _backward(strand: Strand, terrain: Terrain) -> bool:
    return terrain.middle(strand.tail)[0] < terrain.middle(strand.head)[0] - 1


def _level(strand: Strand, terrain: Terrain) -> bool:
    return abs(terrain.middle(strand.tail)[0] - terrain.middle(strand.head)[0]) <= 1


def _lanes(strand: Strand, terrain: Terrain) -> list[Point]:
    """Where a strand enters and leaves each column that it passes, from right to left."""
    right, left = strand.tail, strand.head
    if _level(strand, terrain):
        return []
    if _backward(strand, terrain):
        right, left = left, right
    passed = terrain.between(terrain.column(left).right, terrain.column(right).left)
    if not passed:
        return []
    way = _sampled(terrain.ways.get(strand.key)) or (terrain.middle(right), terrain.middle(left))
    points: list[Point] = []
    for column in passed:
        y = _height(way, column.centre)
        # A line that can run on level does.
        if points and abs(points[-1][1] - y) < LEVEL and column.lane(points[-1][1]) == points[-1][1]:
            y = points[-1][1]
        y = column.lane(y)
        points += [(column.right, y), (column.left, y)]
    return points


def _sampled(way: Sequence[Point] | None) -> list[Point]:
    """Points on a way's cubic curves, close enough to read heights from."""
    if not way:
        return []
    points = [way[0]]
    for at in range(0, len(way) - 3, 3):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = way[at : at + 4]
        for t in (0.25, 0.5, 0.75, 1.0):
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def _height(way: Sequence[Point], x: float) -> float:
    """The y of a way where it first reaches an x: on the curve's own points, then straight between."""
    for (x0, y0), (x1, y1) in pairwise(way):
        if min(x0, x1) <= x <= max(x0, x1):
            return y0 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return min(way, key=lambda point: abs(point[0] - x))[1]


def _ports(strand: Strand, lanes: list[Point], terrain: Terrain) -> list[Port]:
    """The places on the boxes' sides that a strand asks for, each at the height of what comes next."""
    backward, level = _backward(strand, terrain), _level(strand, terrain)
    ends = [(strand.tail, backward, False), (strand.head, not backward and not level, True)]
    if strand.tail == strand.head:
        ends = [(strand.tail, True, False), (strand.head, True, True)]
    ports = []
    for key, on_right, arrives in ends:
        spine = terrain.spines.get(strand.head)
        box = (spine if arrives else None) or terrain.boxes.get(key)
        if box is None:
            continue
        if spine and not (backward or level):
            wanted = terrain.middle(strand.tail)[1]  # what comes to a spine reaches it on a level
        elif level:
            wanted = _nested(box, terrain.middle(strand.tail if arrives else strand.head)[1])
        elif lanes:
            wanted = lanes[0][1] if arrives is backward else lanes[-1][1]
        else:
            wanted = terrain.middle(strand.tail if arrives else strand.head)[1]
        place = f"{key}-spine" if spine and arrives else key
        shares = spine is None and strand.back is None and not level
        ports.append(Port(strand.key, place, on_right, arrives, wanted, box, strand.role, shares))
    return ports


def _nested(box: Box, other: float) -> float:
    """The height on a box for a line that goes up or down beside it, so that nearer ones lie within."""
    above = other < (box.y + box.bottom) / 2
    return (box.y if above else box.bottom + 10.0) - other * 1e-3


def _course(strand: Strand, lanes: list[Point], ports: Mapping[tuple[str, bool], float], terrain: Terrain) -> Course:
    tail, head = _place(strand, False, ports, terrain), _place(strand, True, ports, terrain)
    gap = TIPS[strand.role] if strand.tip and strand.role else 0.0
    if _level(strand, terrain):
        return _bulging(strand, tail, head, gap, terrain)
    backward = _backward(strand, terrain)
    toward = 1.0 if backward else -1.0
    column = terrain.column(strand.tail)
    stops = [tail]
    edge = column.right if backward else column.left
    if (edge - tail[0]) * toward > 0:
        stops.append((edge, tail[1]))
    stops += reversed(lanes) if backward else lanes
    column = terrain.column(strand.head)
    standoff, lands = 0.0, False
    if strand.head in terrain.joints:
        standoff = terrain.radii[strand.head]
        between = column.left == column.right
        lands = strand.tip and between and abs(stops[-1][1] - head[1]) > LANDING
    edge = column.left if backward else column.right
    if (head[0] - edge) * toward > standoff + gap:
        stops.append((edge, head[1]))
    return Course(strand, tuple(stops), head, toward, standoff, gap, lands)


def _place(strand: Strand, arrives: bool, ports: Mapping[tuple[str, bool], float], terrain: Terrain) -> Point:
    """Where a strand begins or ends: at its port on a box's side, or at a joint."""
    key = strand.head if arrives else strand.tail
    if key in terrain.joints:
        return terrain.joints[key]
    box = terrain.boxes[key]
    backward = _backward(strand, terrain)
    on_right = backward is not arrives
    if strand.tail == strand.head:
        on_right = True
    elif _level(strand, terrain):
        on_right = False
    return (box.right if on_right else box.x), ports[strand.key, arrives]


def _bulging(strand: Strand, tail: Point, head: Point, gap: float, terrain: Terrain) -> Course:
    """A line between two boxes of one column, or round one box, through the gutter beside them."""
    column = terrain.column(strand.tail)
    own = strand.tail == strand.head
    edge = column.right if own else column.left
    return Course(strand, (tail, (edge, tail[1]), (edge, head[1])), head, -1.0 if own else 1.0, 0.0, gap, bulges=True)
