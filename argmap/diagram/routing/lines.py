"""Courses as curves."""

from collections.abc import Callable
from itertools import pairwise
from math import cos, radians, sin

from ...values import dataclass
from ..drawing import Path, Point
from .course import RADIUS, TIPS, Course
from .tracks import Stretch, Tracks

CORNER = 8.0
"""The radius of a corner where a line turns onto its track, in points."""
APPROACH = 20.0
"""How far above or below a joint a line leaves its track to land on it, in points."""

Step = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Routed:
    """A strand's line, and where its tip points; the tip's places are equal where it has none."""

    path: Path
    tip_from: Point
    tip_end: Point


def routed(course: Course, tracks: Tracks, stretch: Stretch) -> Routed:
    """A strand's line, with the gutters stretched."""
    stops = [(stretch(x), y) for x, y in course.stops]
    end = (stretch(course.end[0]), course.end[1])

    def track(number: int) -> float | None:
        return tracks.x((course.strand.key, number), stretch)

    if course.lands:
        steps = _through(stops, track)
        return _landing(course, stops, end, track(len(stops)), steps)
    touch = (end[0] - course.toward * course.standoff, end[1])
    base = (touch[0] - course.toward * course.gap, end[1])
    return Routed(Path(stops[0], tuple(_through([*stops, base], track))), base, touch)


def _through(stops: list[Point], track: Callable[[int], float | None]) -> list[Step]:
    steps: list[Step] = []
    for number, (a, b) in enumerate(pairwise(stops), 1):
        steps += _between(a, b, track(number))
    return steps


def _between(a: Point, b: Point, track: float | None) -> list[Step]:
    """From one stop to the next: straight, a curve, or by a track with rounded corners."""
    (x0, y0), (x1, y1) = a, b
    if abs(y1 - y0) < 0.3:
        return [(b,)] if abs(x1 - x0) > 0.01 else []
    if track is None:
        middle = (x0 + x1) / 2
        return [((middle, y0), (middle, y1), b)]
    return [*_onto(a, track, y1), *_off(track, y0, b)]


def _onto(a: Point, track: float, toward: float) -> list[Step]:
    """From a stop onto a track, ready to run to the height `toward`."""
    x0, y0 = a
    down = 1.0 if toward > y0 else -1.0
    across = 1.0 if track > x0 else -1.0
    corner = min(CORNER, abs(track - x0), abs(toward - y0) / 2)
    steps: list[Step] = [((track - across * corner, y0),)] if abs(track - x0) > corner else []
    return [*steps, ((track, y0), (track, y0), (track, y0 + down * corner))]


def _off(track: float, came_from: float, b: Point) -> list[Step]:
    """Along a track and off it to a stop."""
    x1, y1 = b
    down = 1.0 if y1 > came_from else -1.0
    across = 1.0 if x1 > track else -1.0
    corner = min(CORNER, abs(x1 - track), abs(y1 - came_from) / 2)
    steps: list[Step] = [
        ((track, y1 - down * corner),),
        ((track, y1), (track, y1), (track + across * corner, y1)),
    ]
    return [*steps, (b,)] if abs(x1 - track) > corner else steps


def _landing(course: Course, stops: list[Point], joint: Point, x: float | None, steps: list[Step]) -> Routed:
    """The end of a line that lands on a link from above or below, so that the link stays plain."""
    x0, y0 = stops[-1]
    down = 1.0 if joint[1] > y0 else -1.0
    assert course.strand.role is not None
    out = (sin(radians(course.lean)), -down * cos(radians(course.lean)))

    def off(distance: float) -> Point:
        return joint[0] + out[0] * distance, joint[1] + out[1] * distance

    touch, base = off(RADIUS), off(RADIUS + TIPS[course.strand.role])
    near = off(RADIUS + TIPS[course.strand.role] + APPROACH * 0.4)
    if x is None or abs(joint[1] - y0) < APPROACH + 14:
        turn: list[Step] = [(((x0 + near[0]) / 2, y0), near, base)]
    else:
        leave = (x, base[1] - down * APPROACH)
        turn = [*_onto(stops[-1], x, leave[1]), (leave,), ((x, (leave[1] + near[1]) / 2), near, base)]
    return Routed(Path(stops[0], (*steps, *turn)), base, touch)
