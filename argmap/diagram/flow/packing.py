"""Strips put side by side: on one canvas, or on sheets."""

from collections.abc import Sequence

from ...values import dataclass

BESIDE, BELOW = 34.0, 22.0
"""Between strips side by side, and one below another, in points."""
CLOSE = 20.0
"""Between strips side by side on a sheet, which has less room."""

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a strip stands on which sheet (from 0)."""

    sheet: int
    x: float
    y: float


def on_canvas(sizes: Sequence[Size], wide: float) -> tuple[list[Place], Size]:
    """The places of strips in rows from left to right, in their order; a strip goes under the last one
    where the row leaves it room. And the size that they take."""
    places: list[Place] = []
    x = y = row = 0.0
    stack: tuple[float, float, float] | None = None
    for width, height in sizes:
        if stack and width <= stack[1] + 0.1 and stack[2] + BELOW + height <= row + 0.1:
            places.append(Place(0, stack[0], y + stack[2] + BELOW))
            stack = (stack[0], stack[1], stack[2] + BELOW + height)
            continue
        if x and x + width > wide + 0.1:
            x, y, row = 0.0, y + row + BELOW, 0.0
        places.append(Place(0, x, y))
        stack = (x, width, height)
        x, row = x + width + BESIDE, max(row, height)
    right = max((place.x + width for place, (width, _) in zip(places, sizes, strict=True)), default=0.0)
    return places, (right, y + row)


def on_sheets(sizes: Sequence[Size], wide: float, tall: float, first: float) -> list[Place]:
    """The places of strips on sheets of a size, the first of which is lower by `first`.

    In rows from left to right as on a canvas; what no row of the sheet has room for goes to the next one.
    """
    places: list[Place] = []
    sheet, x, y, row = 0, 0.0, 0.0, 0.0
    room = tall - first
    stack: tuple[float, float, float] | None = None
    for width, height in sizes:
        if stack and width <= stack[1] + 0.1 and y + stack[2] + BELOW + height <= room + 0.1:
            places.append(Place(sheet, stack[0], y + stack[2] + BELOW))
            stack = (stack[0], stack[1], stack[2] + BELOW + height)
            row = max(row, stack[2])
            continue
        if x and (x + width > wide + 0.1 or y + height > room + 0.1):
            x, y, row = 0.0, y + row + BELOW, 0.0
        if y + height > room + 0.1 and (y or x or (sheet == 0 and first and height <= tall + 0.1)):
            sheet, x, y, row, room = sheet + 1, 0.0, 0.0, 0.0, tall
        places.append(Place(sheet, x, y))
        stack = (x, width, height)
        x, row = x + width + CLOSE, max(row, height)
    return places
