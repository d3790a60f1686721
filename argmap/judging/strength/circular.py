"""Strengths on a circle, where each waits for the others: solved honestly, or not at all.

First the bounds: with 0 and 1 to begin with, each round narrows them, and whatever solution there
is stays inside. Where they meet, that is the only solution. Where they do not, damped iteration
from several starts: one number when all starts agree and the residual is nothing, else none. Two
certain statements that rebut each other have no number: any two that add up to 1 would do.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from ...values import dataclass

TOLERANCE = 1e-6
"""Strengths closer than this are one; two decimals are printed."""

_RESIDUAL = 1e-8
_AGREEMENT = 1e-4
_SWEEPS = 200
_ROUNDS = 2000
_EFFORT = 100_000
"""How often one start of the damped iteration may go round, and how many nodes it may evaluate."""


Evaluation = Callable[[list[float], list[float]], float]
"""A node's strength from those of all nodes: supports as in the first list, rebuttals as in the second."""


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

    def repeats(self, number: int) -> int | None:
        """The node whose strength a node has as it is; None where it has one of its own."""

    def evaluation(self, number: int, same_as: Mapping[int, int]) -> Evaluation:
        """A node's strength, to be asked often: see `strength.Strengths.evaluation`."""


@dataclass(frozen=True, slots=True)
class _Circle:
    """The nodes of a circle that have a strength of their own, inputs before users as far as can be.

    `inputs` and `evaluations` are in the same order; inputs that repeat another node are that node.
    """

    numbers: Sequence[int]
    inputs: Sequence[Sequence[int]]
    evaluations: Sequence[Evaluation]


def solve_circle(strengths: Strengthened, part: Sequence[int]) -> None:
    """Write the bounds of the nodes of one circle, by number; nodes before it must be done.

    Costs at most some hundred evaluations of each node for the bounds, and a fixed effort beyond.
    """
    lower, upper = strengths.lower, strengths.upper
    repeated = {number: other for number in part if (other := strengths.repeats(number)) is not None}
    circle = _circle(strengths, [number for number in part if number not in repeated], repeated)
    _narrow(circle, lower, upper)
    _settle(circle, lower, upper)
    for number, other in repeated.items():
        lower[number], upper[number] = lower[other], upper[other]


def _circle(strengths: Strengthened, part: Sequence[int], repeated: Mapping[int, int]) -> _Circle:
    inputs = {number: [repeated.get(other, other) for other in strengths.inputs(number)] for number in part}
    found: dict[int, None] = {}
    waiting = [min(part)]
    while waiting:
        number = waiting.pop()
        if number not in found:
            found[number] = None
            waiting += [other for other in inputs[number] if other in inputs]
    order = [*reversed(found)]
    return _Circle(order, [inputs[n] for n in order], [strengths.evaluation(n, repeated) for n in order])


def _narrow(circle: _Circle, lower: list[float], upper: list[float]) -> None:
    """Narrow the bounds of a circle from 0 and 1 until nothing moves any more."""
    numbers, evaluations = circle.numbers, circle.evaluations
    users: dict[int, list[int]] = {number: [] for number in numbers}
    for at, number in enumerate(numbers):
        lower[number], upper[number] = 0.0, 1.0
        for other in circle.inputs[at]:
            if other in users:
                users[other].append(at)
    waiting, queued = deque(range(len(numbers))), bytearray(b"\1" * len(numbers))
    for _ in range(_SWEEPS * len(numbers)):
        if not waiting:
            return
        at = waiting.popleft()
        queued[at] = False
        number, evaluation = numbers[at], evaluations[at]
        low, high = evaluation(lower, upper), evaluation(upper, lower)
        moved = low - lower[number] > _RESIDUAL or upper[number] - high > _RESIDUAL
        lower[number], upper[number] = low, high
        if moved:
            for user in users[number]:
                if not queued[user]:
                    queued[user] = True
                    waiting.append(user)


def _settle(circle: _Circle, lower: list[float], upper: list[float]) -> None:
    """Settle what the bounds leave apart, where there is one number for it."""
    loose = [at for at, number in enumerate(circle.numbers) if upper[number] - lower[number] >= TOLERANCE]
    apart = {circle.numbers[at] for at in loose}
    inputs = {other for at in loose for other in circle.inputs[at]} - apart
    if not loose or any(upper[other] - lower[other] >= TOLERANCE for other in inputs):
        return
    numbers, evaluations = [circle.numbers[at] for at in loose], [circle.evaluations[at] for at in loose]
    for number, value in zip(numbers, _damped(numbers, evaluations, lower) or (), strict=False):
        lower[number] = upper[number] = value


def _damped(numbers: Sequence[int], evaluations: Sequence[Evaluation], lower: list[float]) -> list[float] | None:
    """The one solution that damped iteration finds from several starts; None if it finds none, or
    more than one. The first start is scattered, by squares of a golden step, so as to hit no symmetry:
    equal steps would hit that of two statements and their links."""
    size = len(numbers)
    starts = [(at * at * 0.6180339887498949) % 1 for at in range(1, size + 1)], [0.0] * size, [1.0] * size
    first: list[float] | None = None
    for start in starts:
        found = _settled(numbers, evaluations, lower, start)
        if found is None:
            return None
        if first is not None and max(map(_distance, first, found)) >= _AGREEMENT:
            return None
        first = first or found
    return first


def _distance(one: float, other: float) -> float:
    return abs(one - other)


def _settled(
    numbers: Sequence[int], evaluations: Sequence[Evaluation], lower: list[float], start: list[float]
) -> list[float] | None:
    values = lower.copy()
    for number, value in zip(numbers, start, strict=True):
        values[number] = value
    for _ in range(min(_ROUNDS, _EFFORT // len(numbers))):
        wanted = [evaluation(values, values) for evaluation in evaluations]
        residual = max([abs(new - values[number]) for number, new in zip(numbers, wanted, strict=True)])
        if residual < _RESIDUAL:
            return wanted
        for number, new in zip(numbers, wanted, strict=True):
            values[number] = (values[number] + new) / 2
    return None
