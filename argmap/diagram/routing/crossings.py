"""How clean a picture is: how long its lines are, and where they cross."""

from collections.abc import Iterable, Iterator, Sequence
from math import dist

from ..drawing import Path, Point

CURVE = 6
"""Straight pieces that a curve is measured by."""
CELL = 120.0
"""Pieces are compared with those near by: in squares of this size, in points."""

Piece = tuple[Point, Point]


def flattened(path: Path) -> Iterator[Piece]:
    """A path as straight pieces."""
    here = path.start
    for step in path.steps:
        points = [step[0]] if len(step) == 1 else list(_curve(here, step))
        for there in points:
            if abs(there[0] - here[0]) + abs(there[1] - here[1]) > 0.05:
                yield here, there
            here = there


def length(paths: Iterable[Path]) -> float:
    """How long some lines are together, in points."""
    return sum(dist(a, b) for path in paths for a, b in flattened(path))


def crossings(ties: Sequence[Sequence[Path]]) -> list[tuple[int, int]]:
    """Where lines cross: the places in the sequence of the two that do, once for each crossing."""
    squares: dict[tuple[int, int], list[tuple[int, Piece]]] = {}
    found: dict[tuple[int, int, float, float], None] = {}
    for number, paths in enumerate(ties):
        for path in paths:
            for piece in flattened(path):
                for square in _squares(piece):
                    for other, there in squares.setdefault(square, []):
                        if other != number and (at := _meet(piece, there)):
                            found[other, number, round(at[0]), round(at[1])] = None
                    squares[square].append((number, piece))
    return [(one, other) for one, other, _, _ in found]


def _curve(start: Point, step: tuple[Point, ...]) -> Iterator[Point]:
    a, b, c = step
    for part in range(1, CURVE + 1):
        t = part / CURVE
        u = 1 - t
        w, x, y, z = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield (
            w * start[0] + x * a[0] + y * b[0] + z * c[0],
            w * start[1] + x * a[1] + y * b[1] + z * c[1],
        )


def _squares(piece: Piece) -> Iterator[tuple[int, int]]:
    (x0, y0), (x1, y1) = piece
    for x in range(int(min(x0, x1) // CELL), int(max(x0, x1) // CELL) + 1):
        for y in range(int(min(y0, y1) // CELL), int(max(y0, y1) // CELL) + 1):
            yield x, y


def _meet(one: Piece, other: Piece) -> Point | None:
    """Where two pieces cross, each on both sides of the other; None where they only touch."""
    (a, b), (c, d) = one, other

    def turn(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    from_c, from_d = turn(a, b, c), turn(a, b, d)
    if from_c * from_d >= -1e-6 or turn(c, d, a) * turn(c, d, b) >= -1e-6:
        return None
    share = from_c / (from_c - from_d)
    return c[0] + (d[0] - c[0]) * share, c[1] + (d[1] - c[1]) * share
