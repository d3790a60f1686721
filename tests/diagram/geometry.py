"""Where lines and boxes really lie, for tests that look for collisions."""

from collections.abc import Iterator

from argmap.diagram.drawing import Box, Drawing, Path, Point

STEPS = 12


def points(path: Path) -> Iterator[Point]:
    """Points along a path, close together."""
    x0, y0 = path.start
    for step in path.steps:
        (x1, y1), (x2, y2), (x3, y3) = step if len(step) == 3 else (step[0], step[0], step[0])
        for number in range(STEPS + 1):
            t = number / STEPS
            u = 1 - t
            a, b, c, d = (u**3, 3 * u * u * t, 3 * u * t * t, t**3) if len(step) == 3 else (u, 0, 0, t)
            yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
        x0, y0 = step[-1]


def lines_through_boxes(drawing: Drawing) -> list[tuple[str, str]]:
    """Each link that runs through a box, by its words, and the box."""
    spots = {tie.words: [spot for path in tie.paths for spot in points(path)] for tie in drawing.ties}
    return [
        (words, box.name)
        for words, places in spots.items()
        for box in drawing.boxes
        if any(_inside(spot, box) for spot in places)
    ]


def _inside(spot: Point, box: Box) -> bool:
    return box.x + 1.5 < spot[0] < box.right - 1.5 and box.y + 1.5 < spot[1] < box.bottom - 1.5


def boxes_on_boxes(drawing: Drawing) -> list[tuple[str, str]]:
    """Each two boxes that cover one another."""
    return [
        (one.name, other.name)
        for number, one in enumerate(drawing.boxes)
        for other in drawing.boxes[:number]
        if one.x < other.right - 0.5
        and other.x < one.right - 0.5
        and one.y < other.bottom - 0.5
        and other.y < one.bottom - 0.5
    ]
