"""A tidy tree, laid out in Python: for maps that are too large for an engine, or without one.

Each thing stands to the right of what it is under, in the order of the file. Branches are moved together until
they nearly touch in some column (after E. M. Reingold and J. S. Tilford, Tidier drawings of trees, 1981): once
from above, with each thing beside the first of what is under it, and once from below, beside the last; the mean
of both keeps every distance, and what is small stands in the middle of the room that it has. Linear in boxes; no
recursion.
"""

from collections.abc import Collection, Mapping, Sequence

from ..drawing import Point
from ..routing.orientation import Ground, Orientation
from ..routing.tracks import Stretch
from ..sketch.placement import Placement, placed
from ..sketch.sketch import Sketch
from .forest import children

GAP = 11.0
GUTTER = 46.0
JOINT = 8.0

Under = Mapping[str | None, Sequence[str]]
"""What stands under each thing of a tree (under None: its roots), in order."""


def place(sketch: Sketch, orientation: Orientation = Orientation.LEFT) -> Placement:
    """The placement of a sketch."""
    under = children(sketch)
    order = _order(under)
    parents = {twig.key: twig.above for twig in sketch.tree if twig.above is not None}
    depths = _depths(sketch, parents, order)
    sizes = _sizes(sketch, orientation)
    edges, width = _edges(order, depths, sizes)
    across, height = _across(sketch.joints, under, order, depths, {key: size[1] for key, size in sizes.items()})
    turn = Ground(orientation, 0.0, width).back(Stretch((), ())).point
    turned = {key: turn((edges[depths[key]], across[key])) for key in order}
    return placed(sketch, *((height, width) if orientation.upright else (width, height)), turned)


def _order(under: Under) -> list[str]:
    """All that stands in a tree, each before what is under it."""
    order: list[str] = []
    waiting = list(reversed(under[None]))
    while waiting:
        key = waiting.pop()
        order.append(key)
        waiting.extend(reversed(under[key]))
    return order


def _depths(sketch: Sketch, parents: Mapping[str, str], order: list[str]) -> dict[str, int]:
    """Boxes stand in even columns and joints in odd ones, between them."""
    depths: dict[str, int] = {}
    for key in order:
        parent = parents.get(key)
        if parent is None:
            depths[key] = 1 if key in sketch.joints else 0
        else:
            depths[key] = depths[parent] + (1 if (key in sketch.joints) is not (parent in sketch.joints) else 2)
    return depths


def _sizes(sketch: Sketch, orientation: Orientation) -> dict[str, Point]:
    """How far each thing reaches along the way of reading, and across it."""
    sizes: dict[str, Point] = {key: sketch.size(key) for key in sketch.cells}
    if orientation.upright:
        sizes = {key: (height, width) for key, (width, height) in sizes.items()}
    return sizes | dict.fromkeys(sketch.joints, (JOINT, JOINT))


def _edges(order: list[str], depths: Mapping[str, int], sizes: Mapping[str, Point]) -> tuple[dict[int, float], float]:
    """The x of each column's middle, by depth, and the width of them all."""
    widths: dict[int, float] = {}
    for key in order:
        widths[depths[key]] = max(widths.get(depths[key], 0.0), sizes[key][0])
    middles: dict[int, float] = {}
    x = 0.0
    for depth in sorted(widths):
        middles[depth] = x + widths[depth] / 2
        x += widths[depth] + GUTTER / (1 if depth + 1 not in widths and depth % 2 == 0 else 2)
    return middles, max(x - GUTTER / 2, 0.0)


def _across(
    joints: Collection[str], under: Under, order: Sequence[str], depths: Mapping[str, int], sizes: Mapping[str, float]
) -> tuple[dict[str, float], float]:
    """The middle of each thing across the way of reading, and how far all reach."""
    # A link that others end on runs on a level: its joint stands beside what it comes from.
    level = {under[key][0] for key in joints if under[key]}
    down = _packed(under, order, depths, sizes, level)
    up = _packed({key: keys[::-1] for key, keys in under.items()}, order, depths, sizes, level)
    middles = {key: (down[key] - up[key]) / 2 for key in order}
    top = min((middles[key] - sizes[key] / 2 for key in order), default=0.0)
    bottom = max((middles[key] + sizes[key] / 2 for key in order), default=0.0)
    return {key: middle - top for key, middle in middles.items()}, bottom - top


class _Outline:
    """How far a branch reaches up and down in each column from its deepest to its first, from `base` on."""

    __slots__ = ("base", "lower", "upper")

    def __init__(self) -> None:
        self.upper: list[float] = []
        self.lower: list[float] = []
        self.base = 0.0

    def begin(self, high: float) -> None:
        """One more column before the first, in which the branch reaches so far about its middle."""
        self.upper.append(-high / 2 - self.base)
        self.lower.append(high / 2 - self.base)

    def room(self, other: "_Outline") -> float:
        """How far below this branch another has to stand."""
        most = max(map(float.__sub__, reversed(self.lower), reversed(other.upper)))
        return most + self.base - other.base + GAP

    def joined(self, other: "_Outline", down: float) -> "_Outline":
        """The outline of both, the other so far down; in the time that the shorter takes."""
        long, short = (self, other) if len(self.upper) >= len(other.upper) else (other, self)
        first = len(long.upper) - len(short.upper)
        shift = other.base + down - self.base
        if long is self:
            self.lower[first:] = [low + shift for low in other.lower]
            return self
        other.upper[first:] = [up - shift for up in self.upper]
        other.base += down
        return other


def _packed(
    under: Under, order: Sequence[str], depths: Mapping[str, int], sizes: Mapping[str, float], level: Collection[str]
) -> dict[str, float]:
    """The middle of each thing, where every branch stands as near as it can to those before it, and each thing on
    a level with the first of what is under it, or with that of them which is in `level`."""
    outlines: dict[str, _Outline] = {}
    below: dict[str, float] = {}

    def gather(keys: Sequence[str], depth: int) -> _Outline:
        """The branches under one thing, as far apart as they have to be; their places count from that thing."""
        whole = _Outline()
        places: list[float] = []
        for key in keys:
            each = outlines.pop(key)
            for _ in range(depths[key] - depth - 1):
                each.begin(0.0)  # its line passes through a column
            places.append(max(places[-1], whole.room(each)) if places else 0.0)
            whole = whole.joined(each, places[-1])
        beside = next((at for key, at in zip(keys, places, strict=True) if key in level), 0.0)
        whole.base -= beside
        below.update((key, at - beside) for key, at in zip(keys, places, strict=True))
        return whole

    for key in reversed(order):
        outlines[key] = gather(under[key], depths[key])
        outlines[key].begin(sizes[key])
    gather(under[None], -1)
    middles: dict[str | None, float] = {None: 0.0}
    for above in (None, *order):
        middles.update((each, middles[above] + below[each]) for each in under[above])
    return {key: middles[key] for key in order}
