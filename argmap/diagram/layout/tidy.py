"""A plain tree layout in Python: for maps that are too large for an engine, or without one.

Each thing stands to the right of what it is under, in the order of the file, and each branch has a band
of height of its own, so that nothing overlaps. Linear in boxes; no recursion.
"""

from collections.abc import Mapping

from ..drawing import Point
from ..routing.orientation import Ground, Orientation
from ..routing.tracks import Stretch
from ..sketch.placement import Placement, placed
from ..sketch.sketch import Sketch
from .forest import children

GAP = 11.0
GUTTER = 46.0


def place(sketch: Sketch, orientation: Orientation = Orientation.LEFT) -> Placement:
    """The placement of a sketch."""
    under = children(sketch)
    order: list[str] = []
    waiting = list(reversed(under[None]))
    while waiting:
        key = waiting.pop()
        order.append(key)
        waiting.extend(reversed(under[key]))
    parents = {twig.key: twig.above for twig in sketch.tree if twig.above is not None}
    sizes = _sizes(sketch, orientation)
    depths = _depths(sketch, parents, order)
    below = dict.fromkeys(order, 0.0)
    extents = dict.fromkeys(order, 0.0)
    for key in reversed(order):
        extents[key] = max(below[key], sizes[key][1] + GAP)
        if key in parents:
            below[parents[key]] += extents[key]
    edges, width = _edges(order, depths, sizes)
    tops: dict[str | None, float] = {None: 0.0}
    centres: dict[str, Point] = {}
    for key in order:
        above = parents.get(key)
        top = tops[above]
        tops[above] = top + extents[key]
        tops[key] = top + (extents[key] - below[key]) / 2
        centres[key] = (edges[depths[key]], top + extents[key] / 2)
    height = tops[None]
    turn = Ground(orientation, 0.0, width).back(Stretch((), ())).point
    turned = {key: turn(at) for key, at in centres.items()}
    return placed(sketch, *((height, width) if orientation.upright else (width, height)), turned)


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
    return sizes | dict.fromkeys(sketch.joints, (8.0, 8.0))


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
