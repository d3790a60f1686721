"""A plain tree layout in Python: for maps that are too large for an engine, or without one.

Each statement stands to the right of the first thing that it bears on, and each branch has a band
of height of its own, so that nothing overlaps. Linear in boxes and strands; no recursion.
"""

from collections.abc import Mapping

from ..drawing import Point
from ..routing.orientation import Ground, Orientation
from ..routing.tracks import Stretch
from ..sketch.placement import Placement
from ..sketch.sketch import Sketch

GAP = 12.0
GUTTER = 46.0


def place(sketch: Sketch, orientation: Orientation = Orientation.LEFT) -> Placement:
    """The placement of a sketch, without groups."""
    parents, order = _forest(sketch)
    sizes = _sizes(sketch, orientation)
    depths = _depths(sketch, parents, order)
    extents = dict.fromkeys(order, 0.0)
    for key in reversed(order):
        extents[key] = max(extents[key], sizes[key][1] + GAP)
        parent = parents.get(key)
        if parent:
            extents[parent] += extents[key]
    edges, width = _edges(order, depths, sizes)
    tops: dict[str | None, float] = {None: 0.0}
    centres: dict[str, Point] = {}
    children_height = _heights(order, parents, extents)
    for key in order:
        parent = parents.get(key)
        top = tops[parent]
        tops[parent] = top + extents[key]
        tops[key] = top + (extents[key] - children_height[key]) / 2
        centres[key] = (edges[depths[key]], top + extents[key] / 2)
    height = tops[None]
    turn = Ground(orientation, 0.0, width).back(Stretch((), ())).point
    turned = {key: turn(at) for key, at in centres.items()}
    return Placement(*((height, width) if orientation.upright else (width, height)), turned, {}, {})


def _depths(sketch: Sketch, parents: Mapping[str, str], order: list[str]) -> dict[str, int]:
    """Boxes stand in even columns and joints in odd ones, between them."""
    joints = {joint.key for joint in sketch.joints}
    depths: dict[str, int] = {}
    for key in order:
        parent = parents.get(key)
        if parent is None:
            depths[key] = 1 if key in joints else 0
        else:
            depths[key] = depths[parent] + (1 if (key in joints) is not (parent in joints) else 2)
    return depths


def _sizes(sketch: Sketch, orientation: Orientation) -> dict[str, Point]:
    """How far each box reaches along the way of reading, and across it."""
    sizes: dict[str, Point] = {box.key: (box.block.width, box.block.height) for box in sketch.boxes}
    if orientation.upright:
        sizes = {key: (height, width) for key, (width, height) in sizes.items()}
    return sizes | {joint.key: (8.0, 8.0) for joint in sketch.joints}


def _forest(sketch: Sketch) -> tuple[dict[str, str], list[str]]:
    """Each key's parent, and all keys with parents first, siblings in reading order."""
    onto: dict[str, list[str]] = {}
    for strand in sketch.strands:
        onto.setdefault(strand.head, []).append(strand.tail)
    parents: dict[str, str] = {}
    order: list[str] = []
    seen: set[str] = set()
    bearing = {strand.tail for strand in sketch.strands}
    everything = [*(box.key for box in sketch.boxes), *(joint.key for joint in sketch.joints)]
    for root in [*(key for key in everything if key not in bearing), *everything]:
        waiting: list[tuple[str, str | None]] = [(root, None)]
        while waiting:
            key, parent = waiting.pop()
            if key in seen:
                continue
            seen.add(key)
            order.append(key)
            if parent:
                parents[key] = parent
            waiting.extend((child, key) for child in reversed(onto.get(key, ())) if child not in seen)
    return parents, order


def _heights(order: list[str], parents: Mapping[str, str], extents: Mapping[str, float]) -> dict[str, float]:
    """The height of all that stands under each key, together."""
    heights = dict.fromkeys(order, 0.0)
    for key in order:
        if key in parents:
            heights[parents[key]] += extents[key]
    return heights


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
