"""Which way a picture reads, and the ground on which its lines are planned.

Lines are planned on a ground where the conclusion is on the left and reasons come from the right;
a picture that reads another way is turned onto that ground and back.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from ...values import dataclass
from ..drawing import Area, Block, Box, Path, Point
from ..sketch.placement import Placement, Rectangle
from .lines import Routed
from .tracks import Stretch


class Orientation(StrEnum):
    """Where the conclusion stands."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"

    @property
    def upright(self) -> bool:
        """Whether the picture is read up or down."""
        return self in (Orientation.TOP, Orientation.BOTTOM)

    @property
    def reverse(self) -> bool:
        """Whether the conclusion stands where the numbers are large."""
        return self in (Orientation.RIGHT, Orientation.BOTTOM)

    @property
    def rankdir(self) -> str:
        """Graphviz's name for it: the direction from reasons to the conclusion."""
        return {"left": "RL", "right": "LR", "top": "BT", "bottom": "TB"}[self.value]

    @property
    def hint(self) -> str:
        """How to read the picture, in words."""
        way = {
            "left": "right to left",
            "right": "left to right",
            "top": "the bottom up",
            "bottom": "the top down",
        }[self.value]
        return f"Read from {way}: each line runs from a reason to the point it bears on."


def _at(box: Box, x: float, y: float, block: Block) -> Box:
    """A box at another place, with other words. (`replace` takes three times as long, for each of all boxes.)"""
    return Box(
        box.name, box.shape, x, y, block, box.words, box.accent, box.badge, box.chip, box.fill, box.leads, box.link
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """Turns places of a picture onto the ground and back.

    `start` and `end` are where the picture begins and ends along its way of reading, in points.
    """

    orientation: Orientation
    start: float
    end: float

    def point(self, at: Point) -> Point:
        """A point of the picture, on the ground."""
        x, y = (at[1], at[0]) if self.orientation.upright else at
        return (self.start + self.end - x, y) if self.orientation.reverse else (x, y)

    def rectangle(self, at: Rectangle) -> Rectangle:
        """A rectangle of the picture, on the ground."""
        (x0, y0), (x1, y1) = self.point((at.left, at.top)), self.point((at.right, at.bottom))
        return Rectangle(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def box(self, box: Box) -> Box:
        """A box on the ground, without its words."""
        at = self.rectangle(Rectangle(box.x, box.y, box.right, box.bottom))
        return _at(box, at.left, at.top, Block(at.right - at.left, at.bottom - at.top, ()))

    def area(self, area: Area) -> Area:
        """An area on the ground."""
        at = self.rectangle(Rectangle(area.x, area.y, area.x + area.width, area.y + area.height))
        return replace(area, x=at.left, y=at.top, width=at.right - at.left, height=at.bottom - at.top)

    def ways(self, placement: Placement) -> Mapping[str, tuple[Point, ...]]:
        """The layout's hints, on the ground."""
        if self.orientation is Orientation.LEFT:
            return placement.ways
        return {key: tuple(map(self.point, way)) for key, way in placement.ways.items()}

    def back(self, stretch: Stretch) -> "Picture":
        """The way back into the picture, once the gutters have been widened."""
        return Picture(self.orientation, self.start, stretch(self.end), stretch)


@dataclass(frozen=True, slots=True)
class Picture:
    """Turns places on the ground back into the picture. `end` is where it ends now."""

    orientation: Orientation
    start: float
    end: float
    stretch: Stretch

    def point(self, at: Point) -> Point:
        """A stretched point of the ground, in the picture."""
        x, y = at
        x = self.start + self.end - x if self.orientation.reverse else x
        return (y, x) if self.orientation.upright else (x, y)

    def joint(self, at: Point) -> Point:
        """A point of the ground that the stretching moves, in the picture."""
        return self.point((self.stretch(at[0]), at[1]))

    def box(self, flat: Box, box: Box) -> Box:
        """A box in the picture, from where it lies on the ground."""
        left = self.stretch(flat.x)
        (x0, y0), (x1, y1) = self.point((left, flat.y)), self.point((left + flat.block.width, flat.bottom))
        x, y = min(x0, x1), min(y0, y1)
        return box if (x, y) == (box.x, box.y) else _at(box, x, y, box.block)

    def area(self, flat: Area, area: Area) -> Area:
        """An area in the picture, with its title moved along."""
        (x0, y0) = self.point((self.stretch(flat.x), flat.y))
        (x1, y1) = self.point((self.stretch(flat.x + flat.width), flat.y + flat.height))
        left, top = min(x0, x1), min(y0, y1)
        lines = tuple(replace(line, x=line.x + left - area.x, y=line.y + top - area.y) for line in area.lines)
        return replace(area, x=left, y=top, width=abs(x1 - x0), height=abs(y1 - y0), lines=lines)

    def path(self, path: Path) -> Path:
        """A path in the picture."""
        if self.orientation is Orientation.LEFT:
            return path
        return Path(self.point(path.start), tuple(tuple(map(self.point, step)) for step in path.steps))

    def line(self, line: Routed) -> Routed:
        """A line in the picture."""
        if self.orientation is Orientation.LEFT:
            return line
        return Routed(self.path(line.path), self.point(line.tip_from), self.point(line.tip_end))
