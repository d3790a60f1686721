"""The geometry of tips and notes, as SVG path data."""

from math import hypot

from ..drawing import Path, Point
from ..signs import Standing
from ..text.blocks import FOLD
from ..xml import number
from .ink import Tip


def point(at: Point) -> str:
    """A point's two numbers."""
    return f"{number(at[0])} {number(at[1])}"


def path_data(path: Path) -> str:
    """A path's `d` attribute."""
    parts = ["M" + point(path.start)]
    parts.extend(("L" if len(step) == 1 else "C") + " ".join(map(point, step)) for step in path.steps)
    return "".join(parts)


def tip(kind: Tip, back: Point, end: Point) -> str:
    """The outline of a tip that points at `end`, coming from `back`; its length is their distance."""
    length = hypot(end[0] - back[0], end[1] - back[1]) or 1.0
    along = ((end[0] - back[0]) / length, (end[1] - back[1]) / length)

    def at(forward: float, across: float) -> Point:
        return (
            back[0] + along[0] * forward - along[1] * across,
            back[1] + along[1] * forward + along[0] * across,
        )

    match kind:
        case Tip.TEE:
            corners = [at(length - 2.6, -5), at(length - 2.6, 5)]
        case Tip.DIAMOND:
            corners = [at(0, 0), at(length / 2, -3.4), at(length, 0), at(length / 2, 3.4), at(0, 0)]
        case _:
            half = length * 0.42
            corners = [at(0, -half), at(length, 0), at(0, half), at(0, -half)]
    closed = "" if kind is Tip.TEE else "Z"
    return "M" + "L".join(point(corner) for corner in (corners[:-1] if closed else corners)) + closed


def strike(path: Path) -> str:
    """Two short strokes across a line, near its start: it does not hold."""
    stops = [path.start, *(step[-1] for step in path.steps)]
    x, y = stops[0]
    x1, y1 = max(stops[1:2] or stops, key=lambda stop: abs(stop[0] - x) + abs(stop[1] - y))
    length = hypot(x1 - x, y1 - y) or 1.0
    along = min(length * 0.5, 9.0)
    ux, uy = (x1 - x) / length, (y1 - y) / length

    def stroke(at: float) -> str:
        a = (x + ux * at - uy * 3.4 - ux * 1.4, y + uy * at + ux * 3.4 - uy * 1.4)
        b = (x + ux * at + uy * 3.4 + ux * 1.4, y + uy * at - ux * 3.4 + uy * 1.4)
        return f"M{point(a)}L{point(b)}"

    return stroke(along - 1.4) + stroke(along + 1.4)


def sign_data(standing: Standing, left: float) -> str:
    """A tick, a cross or a ring six points wide, about the height 0."""
    match standing:
        case Standing.STANDS | Standing.WEAKENED:
            return f"M{number(left)} 0.2L{number(left + 2.3)} 2.5L{number(left + 6)} -2.6"
        case Standing.FALLS:
            near, far = number(left + 0.6), number(left + 5.4)
            return f"M{near} -2.4L{far} 2.4M{far} -2.4L{near} 2.4"
        case _:
            near, far = number(left + 0.7), number(left + 5.3)
            return f"M{near} 0A2.3 2.3 0 1 1 {far} 0A2.3 2.3 0 1 1 {near} 0Z"


def note_outline(width: float, height: float) -> str:
    """A note whose top right corner is folded."""
    return f"M0 0H{number(width - FOLD)}L{number(width)} {number(FOLD)}V{number(height)}H0Z"


def note_fold(width: float) -> str:
    """The folded corner itself."""
    return f"M{number(width - FOLD)} 0V{number(FOLD)}H{number(width)}"
