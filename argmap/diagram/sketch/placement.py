"""Where everything of a sketch came to stand."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...values import dataclass
from ..drawing import Point
from .sketch import FRAME_PAD, STACKED, Sketch

LARGEST = 1e7
"""Points; five times what a map of 100,000 statements takes in one column."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle on the canvas."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Points on a canvas from its top left corner: middles of boxes and joints, outlines of cells.

    `ways` are hints on where a long strand passes between boxes: cubic curves, start first,
    then three points for each piece; a strand without one takes the nearest gaps.
    """

    width: float
    height: float
    centres: Mapping[str, Point]
    cells: Mapping[str, Rectangle]
    ways: Mapping[str, tuple[Point, ...]]

    def moved(self, right: float, down: float) -> "Placement":
        """The same, moved as a whole."""

        def there(point: Point) -> Point:
            return point[0] + right, point[1] + down

        return replace(
            self,
            centres={key: there(at) for key, at in self.centres.items()},
            cells={
                key: Rectangle(at.left + right, at.top + down, at.right + right, at.bottom + down)
                for key, at in self.cells.items()
            },
            ways={key: tuple(map(there, way)) for key, way in self.ways.items()},
        )


def placed(made: Sketch, width: float, height: float, middles: Mapping[str, Point]) -> Placement:
    """A placement from the middles of a sketch's cells and joints: the boxes of each cell one above another."""
    centres: dict[str, Point] = {key: middles[key] for key in made.joints}
    cells: dict[str, Rectangle] = {}
    for key, cell in made.cells.items():
        (x, y), (wide, high) = middles[key], made.size(key)
        cells[key] = Rectangle(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        top = y - high / 2 + (cell.title.height if cell.title else 0.0)
        pad = FRAME_PAD if cell.framed else 0.0
        left, right = x - wide / 2 + pad, x + wide / 2 - pad
        for box in cell.boxes:
            block = made.boxes[box].block
            if made.upright:
                centres[box] = (left + block.width / 2, y)
                left += block.width + STACKED
                continue
            middle = left + block.width / 2 if cell.title and not cell.framed else (left + right) / 2
            centres[box] = (middle, top + block.height / 2)
            top += block.height + STACKED
    return Placement(width, height, centres, cells, {})


def read(made: Sketch, answer: str) -> Placement:
    """The placement in Graphviz's `json0`. Raises ValueError where it is none, whatever it is instead."""
    try:
        return _read(made, json.loads(answer))
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as fault:
        raise ValueError(f"it is no layout ({type(fault).__name__})") from fault


def _read(made: Sketch, graph: Any) -> Placement:
    _, _, width, height = _numbers(graph.get("bb", "0,0,0,0"))
    middles: dict[str, Point] = {}
    for thing in graph.get("objects", ()):
        if "pos" in thing:
            x, y = _numbers(thing["pos"])
            middles[thing["name"]] = (x, height - y)
    missing = [twig.key for twig in made.tree if twig.key not in middles]
    if missing:
        raise ValueError(f"the layout lacks {len(missing)} of {len(made.tree)} boxes")
    return placed(made, width, height, middles)


def _numbers(text: str) -> tuple[float, ...]:
    numbers = tuple(float(part) for part in text.split(","))
    if not all(-LARGEST < number < LARGEST for number in numbers):
        raise ValueError("a place in it lies beyond any paper")
    return numbers
