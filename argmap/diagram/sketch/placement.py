"""Where a layout put things, whichever layout it was."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...model import Link
from ..drawing import Point
from .sketch import Sketch

LARGEST = 1e7
"""Points; five times what a map of 100,000 statements takes in one column."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An upright rectangle on the canvas."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Points on a canvas from its top left corner: centres of boxes and joints, outlines of groups.

    `ways` are hints on where a long strand passes between boxes: cubic curves, start first,
    then three points for each piece; a strand without one takes the nearest gaps.
    """

    width: float
    height: float
    centres: Mapping[str, Point]
    groups: Mapping[str, Rectangle]
    ways: Mapping[str, tuple[Point, ...]]

    def in_order(self, keys: Sequence[str]) -> bool:
        """Whether groups stand one below another as their keys do."""
        tops = [self.groups[key].top for key in keys if key in self.groups]
        return tops == sorted(tops)

    def apart(self, made: Sketch, place: Callable[[Point], Point]) -> set[Link]:
        """Links whose sources share a frame but came to stand in different columns, or beyond their
        joint. `place` turns a point onto the ground on which reasons come from the right."""
        boxes = {box.statement: box.key for box in made.boxes}
        framed = {strand.link: strand.head for strand in made.strands if strand.link and not strand.role}
        found: set[Link] = set()
        for link, joint in framed.items():
            members = [place(self.centres[boxes[source]])[0] for source in link.sources]
            if max(members) - min(members) > 1 or place(self.centres[joint])[0] > min(members):
                found.add(link)
        return found

    def moved(self, right: float, down: float) -> "Placement":
        """The same, moved as a whole."""

        def there(point: Point) -> Point:
            return point[0] + right, point[1] + down

        return replace(
            self,
            centres={key: there(at) for key, at in self.centres.items()},
            groups={
                key: Rectangle(at.left + right, at.top + down, at.right + right, at.bottom + down)
                for key, at in self.groups.items()
            },
            ways={key: tuple(map(there, way)) for key, way in self.ways.items()},
        )

    def mirrored(self) -> "Placement":
        """The same upside down."""

        def over(point: Point) -> Point:
            return point[0], self.height - point[1]

        return replace(
            self,
            centres={key: over(at) for key, at in self.centres.items()},
            groups={
                key: Rectangle(at.left, self.height - at.bottom, at.right, self.height - at.top)
                for key, at in self.groups.items()
            },
            ways={key: tuple(map(over, way)) for key, way in self.ways.items()},
        )


def read(sketch: Sketch, answer: str) -> Placement:
    """The placement in Graphviz's `json0`. Raises ValueError where it is none, whatever it is instead."""
    try:
        return _read(sketch, json.loads(answer))
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as fault:
        raise ValueError(f"it is no layout ({type(fault).__name__})") from fault


def _read(sketch: Sketch, graph: Any) -> Placement:
    _, _, width, height = _numbers(graph.get("bb", "0,0,0,0"))
    centres: dict[str, Point] = {}
    groups: dict[str, Rectangle] = {}
    for thing in graph.get("objects", ()):
        name = thing["name"]
        if "bb" in thing:
            left, low, right, high = _numbers(thing["bb"])
            groups[name.removeprefix("cluster_")] = Rectangle(left, height - high, right, height - low)
        elif "pos" in thing:
            x, y = _numbers(thing["pos"])
            centres[name] = (x, height - y)
    things = [box.key for box in sketch.boxes] + [joint.key for joint in sketch.joints]
    missing = sum(key not in centres for key in things)
    if missing:
        raise ValueError(f"the layout lacks {missing} of {len(things)} boxes")
    ways = {edge["id"]: _way(edge["pos"], height) for edge in graph.get("edges", ()) if "pos" in edge}
    return Placement(width, height, centres, groups, ways)


def _numbers(text: str) -> tuple[float, ...]:
    numbers = tuple(float(part) for part in text.split(","))
    if not all(-LARGEST < number < LARGEST for number in numbers):
        raise ValueError("a place in it lies beyond any paper")
    return numbers


def _way(text: str, height: float) -> tuple[Point, ...]:
    """The points of an edge, from its tail to its head."""
    points = []
    for part in text.split():
        if part[0] not in "se":
            x, y = _numbers(part)
            points.append((x, height - y))
    return tuple(points)
