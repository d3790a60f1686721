"""How strongly each statement stands, where the file says how far to credit its cards.

Each combination takes a base score, the strengths of the rebuttals and those of the supports, all
from 0 to 1, and gives a strength from 0 to 1:

- `df_quad` (Rago, Toni, Aurisicchio and Baroni, KR 2016): E = prod(1 - a) - prod(1 - s);
  w + (1 - w) E where E >= 0, else w + w E.
- `quadratic_energy` (Potyka, KR 2018): E = sum(s) - sum(a), h(x) = max(0, x)^2 / (1 + max(0, x)^2);
  w - w h(-E) + (1 - w) h(E).

The base score of a statement that needs no support is its weight, 1 where none is written; that
of one that needs support is 0, so that no credit is invented. An analytic statement credited in
full leaves its supports no room, so they are left out: otherwise they would cancel rebuttals. With
weights of 0 and 1 `df_quad` gives 1 to what stands and 0 to what falls.

A link has the least strength of its sources and its warrants, times 1 - r for each rebuttal of it.
What falls by decree (conceded, dropped, answered, below the bar) has strength 0.

Each strength is kept as the bounds that the map forces on it, from which circles shrink to one
number or are handed to `circular.py`; where the bounds stay apart there is no number to print.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from ...graph.components import components
from ...model import Node, Statement
from ..verdict import Judgement, Loss
from ..wiring import Wiring
from .circular import TOLERANCE, solve_circle

Combination = Callable[[float, Sequence[float], Sequence[float]], float]
"""Base score, rebuttals, supports -> strength."""


def df_quad(base: float, rebuttals: Sequence[float], supports: Sequence[float]) -> float:
    """Discontinuity-free quantitative argumentation debate: rebuttals and supports each compound,
    then the difference moves the base score towards 0 or 1."""
    energy = prod(1 - a for a in rebuttals) - prod(1 - s for s in supports)
    return base + (1 - base if energy >= 0 else base) * energy


def quadratic_energy(base: float, rebuttals: Sequence[float], supports: Sequence[float]) -> float:
    """The tally: rebuttals and supports each add up, and never quite settle anything."""
    energy = sum(supports) - sum(rebuttals)
    share = energy * energy / (1 + energy * energy)
    return base + (1 - base if energy >= 0 else -base) * share


@dataclass(frozen=True, eq=False)
class Strengths:
    """The strengths of a whole map: `lower` and `upper` bounds from 0 to 1 by a node's number."""

    wiring: Wiring
    losses: Mapping[int, Loss]
    combination: Combination
    lower: list[float]
    upper: list[float]

    def of(self, node: Node) -> float | None:
        """A node's strength, 0 to 1; None where a circle leaves it without a stable number."""
        number = self.wiring.numbers[node]
        low, high = self.lower[number], self.upper[number]
        return (low + high) / 2 if high - low < TOLERANCE else None

    def without(self, losses: Mapping[int, Loss]) -> "Strengths":
        """The strengths when more nodes fall by decree. Cost: what these can reach."""
        region = self.wiring.above(losses)
        changed = Strengths(
            self.wiring, {**self.losses, **losses}, self.combination, self.lower.copy(), self.upper.copy()
        )
        changed._solve(region)
        return changed

    def inputs(self, number: int) -> Sequence[int]:
        """The nodes that a node's strength is made of."""
        wiring = self.wiring
        if number in self.losses:
            return ()
        return [*wiring.rebutted_by[number], *wiring.sources[number], *self._supports(number)]

    def value(self, number: int, helping: list[float], harming: list[float]) -> float:
        """A node's strength from those of others: supports as in `helping`, rebuttals as in
        `harming`. With lower bounds that help and upper ones that harm it is a lower bound."""
        wiring = self.wiring
        if number in self.losses:
            return 0.0
        rebuttals = [harming[other] for other in wiring.rebutted_by[number]]
        supports = [helping[other] for other in self._supports(number)]
        if number < wiring.statement_count:
            return self.combination(self.base(number), rebuttals, supports)
        carried = min([*(helping[other] for other in wiring.sources[number]), *supports])
        return carried * prod(1 - a for a in rebuttals)

    def base(self, number: int) -> float:
        """A statement's base score."""
        if self.wiring.needs[number]:
            return 0.0
        weight = self.wiring.statement(number).weight
        return 1.0 if weight is None else weight

    def _supports(self, number: int) -> Sequence[int]:
        if number < self.wiring.statement_count and self.base(number) == 1:
            return ()
        return self.wiring.supported_by[number]

    def _solve(self, region: Sequence[int]) -> None:
        inside = set(region)

        def depends_on(number: int) -> list[int]:
            return [other for other in self.inputs(number) if other in inside]

        for part in components(region, depends_on):
            if len(part) > 1:
                solve_circle(self, sorted(part))
            else:
                [number] = part
                self.lower[number], self.upper[number] = (
                    self.value(number, self.lower, self.upper),
                    self.value(number, self.upper, self.lower),
                )


def strengths(judgement: Judgement, combination: Combination = df_quad) -> Strengths:
    """The strength of every statement and link of a judged map, with what it holds for lost.

    Linear in the map but for its circles: see `circular.py` for what those cost.
    """
    size = len(judgement.wiring.nodes)
    found = Strengths(judgement.wiring, judgement.losses, combination, [0.0] * size, [1.0] * size)
    found._solve(range(size))
    return found


def reversals(claims: Sequence[Statement], one: Strengths, other: Strengths) -> list[tuple[Statement, Statement]]:
    """The pairs of claims of which the first is stronger by `one` and the second by `other`, as far
    as two decimals tell."""
    numbers = [(claim, one.of(claim), other.of(claim)) for claim in claims]
    known = [(claim, round(a, 2), round(b, 2)) for claim, a, b in numbers if a is not None and b is not None]
    return [
        (first, second)
        for first, first_one, first_other in known
        for second, second_one, second_other in known
        if first_one > second_one and first_other < second_other
    ]
