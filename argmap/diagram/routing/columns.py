"""The columns that boxes stand in, and the free lanes between the boxes of each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from ...values import dataclass
from ..drawing import Box
from ..sketch.placement import Rectangle

CLEARANCE = 4.0
"""How far a line keeps from a box that it passes, in points."""


@dataclass(frozen=True, slots=True)
class Column:
    """Boxes one above another; `taken` are the stretches of y that no line may cross, in order."""

    left: float
    right: float
    taken: tuple[tuple[float, float], ...]

    @property
    def centre(self) -> float:
        """The x of its middle."""
        return (self.left + self.right) / 2

    def lane(self, wanted: float) -> float:
        """The y nearest to the wanted one at which a line passes between the boxes."""
        at = bisect_right(self.taken, (wanted, float("inf"))) - 1
        if at < 0 or self.taken[at][1] <= wanted:
            return wanted
        top, bottom = self.taken[at]
        return top if wanted - top < bottom - wanted else bottom


def columns(boxes: Mapping[str, Box], titles: Iterable[Rectangle]) -> tuple[Column, ...]:
    """The columns from left to right. Titles are kept free of lines as boxes are."""
    stacks: dict[int, list[Box]] = {}
    for box in boxes.values():
        stacks.setdefault(round((box.x + box.right) / 2), []).append(box)
    joined: list[list[Box]] = []
    last = 0
    for mark in sorted(stacks):
        if joined and mark - last <= 1:
            joined[-1].extend(stacks[mark])
        else:
            joined.append(stacks[mark])
        last = mark
    ordered = sorted(titles, key=lambda title: title.left)
    return tuple(_column(stack, ordered) for stack in joined)


def _column(stack: list[Box], titles: list[Rectangle]) -> Column:
    left, right = min(box.x for box in stack), max(box.right for box in stack)
    spans = [(box.y, box.bottom) for box in stack]
    near = titles[: bisect_left(titles, right, key=lambda title: title.left)]
    spans += [(title.top, title.bottom) for title in near if title.right > left]
    taken: list[tuple[float, float]] = []
    for top, bottom in sorted((top - CLEARANCE, bottom + CLEARANCE) for top, bottom in spans):
        if taken and top < taken[-1][1]:
            taken[-1] = (taken[-1][0], max(bottom, taken[-1][1]))
        else:
            taken.append((top, bottom))
    return Column(left, right, tuple(taken))
