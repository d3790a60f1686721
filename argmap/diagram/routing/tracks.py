"""Tracks for the lines that run up or down in a gutter, side by side instead of on one another.

Lines that end at the same place share a track. A gutter that needs more tracks than it has room
for is widened, and everything to its right moves along.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ...values import dataclass
from ..drawing import Point
from .course import Course
from .terrain import Terrain

BULGE = 2
"""Which stretch of a line within one column runs in the gutter."""
LOW = 0.3
TALL = 30.0
"""A turn higher than this runs on a track; a lower one is a plain curve where no other line is near. Points."""
SPACING = 5.0
LEFT_ROOM = 14.0
"""Between a column and the first track to its right: arrow tips stand there."""
RIGHT_ROOM = 8.0

APART = 6.0
"""Lines on one track are further apart than this. Points."""
MARGIN = 24.0
"""Beside the outermost columns."""

Place = tuple[str, int]
"""A strand's key and which of its stops the turn leads to."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A strand's run up or down within a gutter, from its right end to its left one; or, where
    it `bulges`, between two ends that are both to the right of its track."""

    place: Place
    bundle: tuple[str, str, int]
    right: Point
    left: Point
    bulges: bool = False

    @property
    def top(self) -> float:
        """The y of its upper end."""
        return min(self.right[1], self.left[1])

    @property
    def bottom(self) -> float:
        """The y of its lower end."""
        return max(self.right[1], self.left[1])


@dataclass(frozen=True, slots=True)
class Half:
    """A part of a gutter that holds tracks: between columns, or between a column and its joints."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Tracks:
    """For each turn, its track counted from the left, and how many its half has."""

    numbers: Mapping[Place, int]
    halves: Mapping[Place, Half]
    counts: Mapping[Half, int]

    def x(self, place: Place, stretch: "Stretch") -> float | None:
        """Where the turn's track lies, after stretching; None where it has none."""
        half = self.halves.get(place)
        if half is None or place not in self.numbers:
            return None
        left, right = stretch(half.left) + LEFT_ROOM, stretch(half.right) - RIGHT_ROOM
        count = self.counts[half]
        if count == 1 or right <= left:
            return (left + right) / 2
        step = min((right - left) / (count - 1), SPACING * 1.6)
        start = (left + right - step * (count - 1)) / 2
        return start + step * self.numbers[place]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Moves an x of the layout to where it lies once the gutters have been widened."""

    marks: tuple[float, ...]
    moved: tuple[float, ...]

    def __call__(self, x: float) -> float:
        """Where an x of the layout lies now."""
        at = bisect_right(self.marks, x) - 1
        if at < 0:
            return x
        if at == len(self.marks) - 1:
            return self.moved[-1] + x - self.marks[-1]
        share = (x - self.marks[at]) / (self.marks[at + 1] - self.marks[at])
        return self.moved[at] + share * (self.moved[at + 1] - self.moved[at])


def assign(courses: Sequence[Course], terrain: Terrain) -> tuple[Tracks, Stretch]:
    """A track for every tall turn, and the widening that the gutters need."""
    joints = _joints(terrain)
    by_half: dict[Half, list[Turn]] = {}
    for course in courses:
        for turn in _turns(course):
            by_half.setdefault(_half(turn, terrain, joints), []).append(turn)
    numbers: dict[Place, int] = {}
    halves: dict[Place, Half] = {}
    counts: dict[Half, int] = {}
    for half, turns in by_half.items():
        counts[half] = _number(turns, numbers)
        halves |= {turn.place: half for turn in turns}
    return Tracks(numbers, halves, counts), _stretch(counts)


def _turns(course: Course) -> Iterable[Turn]:
    stops = [*course.stops, course.end]
    for number, (a, b) in enumerate(pairwise(stops), 1):
        if abs(a[1] - b[1]) > LOW or (course.bulges and number == BULGE):
            right, left = (a, b) if a[0] > b[0] else (b, a)
            bundle = course.strand.head, course.strand.role, round(b[1])
            yield Turn((course.strand.key, number), bundle, right, left, course.bulges and number == BULGE)


def _gutter(x: float, terrain: Terrain) -> int:
    return bisect_right(terrain.columns, x, key=lambda column: (column.left + column.right) / 2)


def _joints(terrain: Terrain) -> dict[int, float]:
    """Where in each gutter the joints stand, if there are any."""
    found: dict[int, float] = {}
    for x, _ in terrain.joints.values():
        at = bisect_right(terrain.columns, x, key=lambda column: column.left)
        if at and terrain.columns[at - 1].right > x:
            continue
        found[at] = max(found.get(at, x), x)
    return found


def _half(turn: Turn, terrain: Terrain, joints: Mapping[int, float]) -> Half:
    middle = (turn.right[0] + turn.left[0]) / 2
    gutter = _gutter(middle, terrain)
    joint = joints.get(gutter)
    columns = terrain.columns
    left = columns[gutter - 1].right if gutter else min(columns[0].left, joint or columns[0].left) - MARGIN
    last = gutter == len(columns)
    right = max(columns[-1].right, joint or 0.0) + MARGIN if last else columns[gutter].left
    if joint is not None:
        # What ends at a joint, or lands on it, turns before it; the rest beyond, where no joint is in the way.
        left, right = (joint, right) if turn.left[0] >= joint - 6 else (left, joint)
    return _free(left, right, terrain.borders)


def _free(left: float, right: float, borders: Sequence[float]) -> Half:
    """The widest stretch without an outline in it, so that no line runs along one."""
    inside = borders[bisect_right(borders, left) : bisect_left(borders, right)]
    return max((Half(a, b) for a, b in pairwise([left, *inside, right])), key=lambda half: half.right - half.left)


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Lines that share a track: the heights of their right and of their left ends."""

    turns: Sequence[Turn]
    right: Sequence[float]
    left: Sequence[float]

    @property
    def top(self) -> float:
        return min(*self.right, *self.left)

    @property
    def bottom(self) -> float:
        return max(*self.right, *self.left)

    def within(self, heights: Sequence[float]) -> int:
        """How many lines at these heights its track would cross."""
        return sum(1 for height in heights if self.top < height < self.bottom)


def _bundle(turns: Sequence[Turn]) -> _Bundle:
    right = [turn.right[1] for turn in turns] + [turn.left[1] for turn in turns if turn.bulges]
    return _Bundle(turns, right, [turn.left[1] for turn in turns if not turn.bulges] or right[:1])


def _crossed(left: _Bundle, right: _Bundle) -> int:
    """How many lines cross where one track lies to the left of another."""
    return right.within(left.right) + left.within(right.left)


def _number(turns: Sequence[Turn], numbers: dict[Place, int]) -> int:
    """Number the tracks so that lines cross as little as they can; how many tracks there are.

    Two tracks that pass one another's height lie so that fewer of their lines cross; in a tree none does.
    """
    grouped: dict[tuple[str, str, int], list[Turn]] = {}
    for turn in turns:
        grouped.setdefault(turn.bundle, []).append(turn)
    bundles = sorted(map(_bundle, grouped.values()), key=lambda each: (sum(each.left) / len(each.left), each.top))
    before: dict[int, list[int]] = {at: [] for at in range(len(bundles))}
    near: set[int] = set()
    for one, other in _overlapping(bundles):
        near |= {one, other}
        upper, lower = bundles[one], bundles[other]
        first, second = (other, one) if _crossed(lower, upper) <= _crossed(upper, lower) else (one, other)
        before[second].append(first)
    tracks = _tracks(before)
    for at, bundle in enumerate(bundles):
        alone = at not in near and all(turn.bottom - turn.top <= TALL for turn in bundle.turns)
        if not alone:
            numbers.update((turn.place, tracks[at]) for turn in bundle.turns)
    return max(tracks.values(), default=-1) + 1


def _overlapping(bundles: Sequence[_Bundle]) -> Iterable[tuple[int, int]]:
    """The pairs of bundles, the upper first, that pass one another's height."""
    active: list[int] = []
    for at in sorted(range(len(bundles)), key=lambda at: bundles[at].top):
        active = [other for other in active if bundles[other].bottom + 2 * APART > bundles[at].top]
        yield from ((min(at, other), max(at, other)) for other in active)
        active.append(at)


def _tracks(before: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """A track for each bundle, to the right of all that come before it; a circle is cut where it is met."""
    tracks: dict[int, int] = {}
    open_: set[int] = set()
    for start in before:
        waiting = [start]
        while waiting:
            here = waiting[-1]
            open_.add(here)
            missing = [each for each in before[here] if each not in tracks and each not in open_]
            if missing:
                waiting.append(missing[0])
                continue
            waiting.pop()
            if here not in tracks:
                tracks[here] = max((tracks[each] + 1 for each in before[here] if each in tracks), default=0)
    return tracks


def _stretch(counts: Mapping[Half, int]) -> Stretch:
    marks: list[float] = []
    moved: list[float] = []
    shift = 0.0
    needs: dict[float, float] = {}
    for half, count in counts.items():
        needed = LEFT_ROOM + RIGHT_ROOM + SPACING * (count - 1)
        at = half.left
        needs[at] = max(needs.get(at, 0.0), needed - (half.right - half.left))
    ends = {half.left: half.right for half in sorted(counts, key=lambda half: -half.right)}
    for left in sorted(needs):
        if needs[left] <= 0:
            continue
        marks += [left, ends[left]]
        moved += [left + shift, ends[left] + shift + needs[left]]
        shift += needs[left]
    return Stretch(tuple(marks), tuple(moved))
