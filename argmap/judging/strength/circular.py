"""Strengths on a circle, where each waits for the others: solved honestly, or not at all.

First the bounds: with 0 and 1 to begin with, each round narrows them, and whatever solution there
is stays inside. Where they meet, that is the only solution. Where they do not, damped iteration
from several starts: one number when all starts agree and the residual is nothing, else none. Two
certain statements that rebut each other have no number: any two that add up to 1 would do.
"""

from collections import deque
from collections.abc import Sequence
from typing import Protocol

TOLERANCE = 1e-6
"""Strengths closer than this are one; two decimals are printed."""

_RESIDUAL = 1e-8
_AGREEMENT = 1e-4
_SWEEPS = 200
_ROUNDS = 2000
_EFFORT = 100_000
"""How often one start of the damped iteration may go round, and how many nodes it may evaluate."""


class Strengthened(Protocol):
    """What the solving of a circle asks of the strengths it is part of."""

    @property
    def lower(self) -> list[float]:
        """The lower bound of each node, by number."""

    @property
    def upper(self) -> list[float]:
        """The upper bound of each node."""

    def inputs(self, number: int) -> Sequence[int]:
        """The nodes that a node's strength is made of."""

    def value(self, number: int, helping: list[float], harming: list[float]) -> float:
        """A node's strength from those of others: see `strength.Strengths.value`."""


def solve_circle(strengths: Strengthened, part: Sequence[int]) -> None:
    """Write the bounds of the nodes of one circle, by number; nodes before it must be done.

    Costs at most some hundred evaluations of each node for the bounds, and a fixed effort beyond.
    """
    _narrow(strengths, part)
    lower, upper = strengths.lower, strengths.upper
    loose = [number for number in part if upper[number] - lower[number] >= TOLERANCE]
    inputs = {other for number in loose for other in strengths.inputs(number)}.difference(loose)
    if not loose or any(upper[other] - lower[other] >= TOLERANCE for other in inputs):
        return
    found = _damped(strengths, loose)
    for number, value in zip(loose, found or (), strict=False):
        lower[number] = upper[number] = value


def _narrow(strengths: Strengthened, part: Sequence[int]) -> None:
    """Narrow the bounds of a circle from 0 and 1 until nothing moves any more."""
    lower, upper = strengths.lower, strengths.upper
    users: dict[int, list[int]] = {number: [] for number in part}
    for number in part:
        lower[number], upper[number] = 0.0, 1.0
        for other in strengths.inputs(number):
            if other in users:
                users[other].append(number)
    waiting, queued = deque(part), set(part)
    for _ in range(_SWEEPS * len(part)):
        if not waiting:
            return
        number = waiting.popleft()
        queued.discard(number)
        low, high = strengths.value(number, lower, upper), strengths.value(number, upper, lower)
        moved = max(abs(low - lower[number]), abs(high - upper[number]))
        lower[number], upper[number] = low, high
        if moved > _RESIDUAL:
            fresh = [user for user in users[number] if user not in queued]
            waiting.extend(fresh)
            queued.update(fresh)


def _damped(strengths: Strengthened, loose: Sequence[int]) -> list[float] | None:
    """The one solution that damped iteration finds from several starts; None if it finds none, or
    more than one. The last start is scattered, by squares of a golden step, so as to hit no symmetry:
    equal steps would hit that of two statements and their links."""
    starts = (
        [0.0] * len(loose),
        [1.0] * len(loose),
        [(at * at * 0.6180339887498949) % 1 for at in range(1, len(loose) + 1)],
    )
    first: list[float] | None = None
    for start in starts:
        found = _settled(strengths, loose, start)
        if found is None:
            return None
        if first is not None and max(map(_distance, first, found)) >= _AGREEMENT:
            return None
        first = first or found
    return first


def _distance(one: float, other: float) -> float:
    return abs(one - other)


def _settled(strengths: Strengthened, loose: Sequence[int], start: list[float]) -> list[float] | None:
    values = strengths.lower.copy()
    for number, value in zip(loose, start, strict=True):
        values[number] = value
    for _ in range(min(_ROUNDS, _EFFORT // len(loose))):
        wanted = [strengths.value(number, values, values) for number in loose]
        residual = max(abs(new - values[number]) for number, new in zip(loose, wanted, strict=True))
        if residual < _RESIDUAL:
            return wanted
        for number, new in zip(loose, wanted, strict=True):
            values[number] = (values[number] + new) / 2
    return None
