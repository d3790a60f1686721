"""Where on the sides of boxes lines begin and end."""

from collections.abc import Iterable
from itertools import pairwise

from ...values import dataclass
from ..drawing import Box

SPACING = 11.0
"""How far apart two lines stand on a box's side where it has the room, in points."""
INSET = 9.0
"""How far from a box's corners lines stay, in points."""


@dataclass(frozen=True, slots=True)
class Port:
    """A strand that begins or ends on a side of a box, and the height that it would like; whether it
    may share its place with others of its kind."""

    strand: str
    key: str
    on_right: bool
    arrives: bool
    wanted: float
    box: Box
    role: str = ""
    shares: bool = True


def spread(ports: Iterable[Port]) -> dict[tuple[str, bool], float]:
    """The height at which each strand leaves (False) and arrives (True), by its key."""
    sides: dict[tuple[str, bool], list[Port]] = {}
    for port in ports:
        sides.setdefault((port.key, port.on_right), []).append(port)
    return {place: y for side in sides.values() for place, y in _side(side)}


def _side(ports: list[Port]) -> Iterable[tuple[tuple[str, bool], float]]:
    ports.sort(key=lambda port: port.wanted)
    box = ports[0].box
    inset = min(INSET, (box.bottom - box.y) / 4)
    top, bottom = box.y + inset + (4 if len(ports) > 1 else 0), box.bottom - inset
    if len(ports) == 1 and not ports[0].arrives and box.name:
        # A statement's only line leaves from its middle; a frame's from where it is shortest.
        heights = [(box.y + box.bottom) / 2]
    else:
        groups = _groups(ports)
        step = min(SPACING, (bottom - top) / max(groups[-1], 1))
        wanted = [0.0] * (groups[-1] + 1)
        for port, group in zip(ports, groups, strict=True):
            wanted[group] = min(max(port.wanted, top), bottom)
        places = _apart(wanted, step, bottom)
        heights = [places[group] for group in groups]
    return [((port.strand, port.arrives), y) for port, y in zip(ports, heights, strict=True)]


def _groups(ports: list[Port]) -> list[int]:
    """Which place each port gets, counted from the top: neighbours that arrive and say the same share one,
    so that a column of reasons comes in by one trunk with one tip."""
    groups = [0]
    for one, other in pairwise(ports):
        same = one.role == other.role and one.arrives and other.arrives and one.shares and other.shares
        groups.append(groups[-1] + (0 if same else 1))
    return groups


def _apart(wanted: list[float], step: float, bottom: float) -> list[float]:
    """Heights in order, each at least `step` below the one before, none below the bottom."""
    heights: list[float] = []
    for y in wanted:
        heights.append(max(y, heights[-1] + step) if heights else y)
    limit = bottom
    for index in range(len(heights) - 1, -1, -1):
        heights[index] = min(heights[index], limit)
        limit = heights[index] - step
    return heights
