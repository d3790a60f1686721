"""One trunk for the lines that arrive at one place: drawn once, each line only up to where it joins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...values import dataclass
from ..drawing import Path, Point
from ..signs import Role
from .course import Course
from .lines import Routed


@dataclass(frozen=True, slots=True)
class Trunk:
    """What lines share: its path to their common tip, and the keys of their strands."""

    role: Role
    path: Path
    strands: tuple[str, ...]


def shared(courses: Sequence[Course], lines: Mapping[str, Routed]) -> tuple[dict[str, Routed], list[Trunk]]:
    """The lines, each ending where it joins a trunk if others come by the same one; and the trunks.

    Lines share one where they end in one tip and come to it along one track from one side.
    """
    groups: dict[tuple[str, Role, Point, float, bool], list[tuple[str, int]]] = {}
    for course in courses:
        strand, line = course.strand, lines[course.strand.key]
        run = _last_run(line.path)
        if not strand.tip or strand.back or run is None:
            continue
        start, end = _points(line.path)[run : run + 2]
        tip = (round(line.tip_end[0], 1), round(line.tip_end[1], 1))
        group = strand.head, strand.role, tip, round(start[0], 1), start[1] < end[1]
        groups.setdefault(group, []).append((strand.key, run))
    cut, trunks = dict(lines), list[Trunk]()
    for (_, role, _, _, down), members in groups.items():
        if len(members) < 2:
            continue

        def height(member: tuple[str, int]) -> float:
            key, at = member
            return _points(lines[key].path)[at][1]

        far, at = (min if down else max)(members, key=height)
        path = lines[far].path
        trunks.append(Trunk(role, Path(_points(path)[at], path.steps[at:]), tuple(key for key, _ in members)))
        for key, upto in members:
            line = lines[key]
            cut[key] = replace(line, path=Path(line.path.start, line.path.steps[:upto]))
    return cut, trunks


def _points(path: Path) -> list[Point]:
    """Where a path starts, and where each of its steps stops."""
    return [path.start, *(step[-1] for step in path.steps)]


def _last_run(path: Path) -> int | None:
    """Which step is the last that runs straight along a track, if any does."""
    points = _points(path)
    for at in range(len(path.steps) - 1, -1, -1):
        (x0, y0), (x1, y1) = points[at], points[at + 1]
        if len(path.steps[at]) == 1 and abs(x1 - x0) < 0.01 and abs(y1 - y0) > 0.01:
            return at or None
    return None
