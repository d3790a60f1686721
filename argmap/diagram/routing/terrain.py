"""What lines are drawn over: boxes in columns, joints, and the layout's hints."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field

from ...values import dataclass
from ..drawing import Box, Point
from .columns import Column


@dataclass(frozen=True, slots=True)
class Terrain:
    """What lines are drawn over. Keys are those of the sketch.

    `borders` are the x of the outlines of frames, in order. `spines` are boxes as they
    are where lines arrive: as tall as the column of what comes to them.
    """

    boxes: Mapping[str, Box]
    joints: Mapping[str, Point]
    columns: Sequence[Column]
    ways: Mapping[str, tuple[Point, ...]]
    radii: Mapping[str, float]
    borders: Sequence[float] = ()
    spines: Mapping[str, Box] = field(default_factory=dict)

    def middle(self, key: str) -> Point:
        """The middle of a box, or a joint's place."""
        if key in self.joints:
            return self.joints[key]
        box = self.boxes[key]
        return (box.x + box.right) / 2, (box.y + box.bottom) / 2

    def column(self, key: str) -> Column:
        """The column that a box stands in; a joint between two columns stands in one of its own."""
        x, _ = self.middle(key)
        at = bisect_right(self.columns, x, key=lambda column: column.left) - 1
        if key in self.joints and (at < 0 or self.columns[at].right < x):
            return Column(x, x, ())
        return self.columns[max(at, 0)]

    def between(self, left: float, right: float) -> Sequence[Column]:
        """The columns that lie wholly between two places, from right to left."""
        first = bisect_left(self.columns, left - 0.01, key=lambda column: column.left)
        last = bisect_right(self.columns, right + 0.01, key=lambda column: column.right)
        return self.columns[first:last][::-1]
