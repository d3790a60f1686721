"""How strongly each statement stands, where the file says how far to credit its cards.

Each combination takes a base score, the strengths of the rebuttals and those of the supports, all
from 0 to 1, and gives a strength from 0 to 1:

- `df_quad` (Rago, Toni, Aurisicchio and Baroni, KR 2016): E = prod(1 - a) - prod(1 - s);
  w + (1 - w) E where E >= 0, else w + w E.
- `quadratic_energy` (Potyka, KR 2018): E = sum(s) - sum(a), h(x) = max(0, x)^2 / (1 + max(0, x)^2);
  w - w h(-E) + (1 - w) h(E).

The base score of a statement that needs no support is its weight, 1 where none is written; that
of one that needs support is 0, so that no credit is invented. A statement that needs no support and
is credited in full leaves its supports no room, so they are left out: otherwise they would cancel
rebuttals (a weight of 1 therefore behaves otherwise than .99, where a statement that needs no support
has some and is rebutted). With weights of 0 and 1 and rebuttals that defeat, `df_quad` gives 1 to what
stands and 0 to what falls.

A link has the least strength of its sources, and of its strongest warrant, times 1 - r for each rebuttal
of it. What falls by decree (conceded, dropped, answered, below the bar) or as its support runs in a
circle has strength 0. A rebuttal that only weakens counts where it, or something that it rests on, has a
weight; without one its strength would be made up, and it is left out (`Strengths.left_out`).

Each strength is kept as the bounds that the map forces on it, from which circles shrink to one
number or are handed to `circular.py`; where the bounds stay apart there is no number to print.
"""

from collections.abc import Callable, Mapping, Sequence
from math import prod

from ...graph.components import components
from ...model import Node, Statement
from ...values import dataclass
from ..verdict import Decree, Judgement, Verdict, resettle
from ..wiring import SUPPORTS, WEAKENS, Wiring
from .circular import TOLERANCE, Evaluation, solve_circle

Combination = Callable[[float, Sequence[float], Sequence[float]], float]
"""Base score, rebuttals, supports -> strength."""


def df_quad(base: float, rebuttals: Sequence[float], supports: Sequence[float]) -> float:
    """Discontinuity-free quantitative argumentation debate: rebuttals and supports each compound,
    then the difference moves the base score towards 0 or 1."""
    energy = prod([1 - a for a in rebuttals]) - prod([1 - s for s in supports])
    return base + (1 - base if energy >= 0 else base) * energy


def quadratic_energy(base: float, rebuttals: Sequence[float], supports: Sequence[float]) -> float:
    """The tally: rebuttals and supports each add up, and never quite settle anything."""
    energy = sum(supports) - sum(rebuttals)
    share = energy * energy / (1 + energy * energy)
    return base + (1 - base if energy >= 0 else -base) * share


@dataclass(frozen=True, eq=False)
class Strengths:
    """The strengths of a whole map: `lower` and `upper` bounds from 0 to 1 by a node's number.

    `measured` are the links that only weaken and whose strength has a source in the file.
    """

    judgement: Judgement
    combination: Combination
    lower: list[float]
    upper: list[float]
    measured: frozenset[int]

    @property
    def wiring(self) -> Wiring:
        """The map by number."""
        return self.judgement.wiring

    @property
    def left_out(self) -> tuple[Statement, ...]:
        """The answers that weaken something and stand, and that have no weight to count with."""
        judgement, wiring = self.judgement, self.wiring
        links = [n for n in weakening_links(wiring) if n not in self.measured]
        standing = [n for n in links if judgement.verdict(wiring.nodes[n]) is Verdict.STANDS]
        return tuple(dict.fromkeys(wiring.link(n).sources[0] for n in standing))

    def of(self, node: Node) -> float | None:
        """A node's strength, 0 to 1; None where a circle leaves it without a stable number."""
        number = self.wiring.numbers[node]
        low, high = self.lower[number], self.upper[number]
        return (low + high) / 2 if high - low < TOLERANCE else None

    def without(self, decree: Decree) -> "Strengths":
        """The strengths when more is decreed. Cost: what that can reach."""
        judgement, region = resettle(self.judgement, decree)
        # What weakens something has no part in verdicts, but in strengths.
        region = self.wiring.touching(region)
        changed = Strengths(judgement, self.combination, self.lower.copy(), self.upper.copy(), self.measured)
        changed._solve(region)
        return changed

    def inputs(self, number: int) -> Sequence[int]:
        """The nodes that a node's strength is made of."""
        wiring = self.wiring
        if self._lost(number):
            return ()
        return [*self._rebuttals(number), *wiring.sources[number], *self._supports(number)]

    def repeats(self, number: int) -> int | None:
        """The statement whose strength a link has as it is, or None: one source, nothing onto the link."""
        wiring = self.wiring
        plain = len(wiring.sources[number]) == 1 and not self._rebuttals(number) and not wiring.supported_by[number]
        return wiring.sources[number][0] if plain and not self._lost(number) else None

    def evaluation(self, number: int, same_as: Mapping[int, int]) -> Evaluation:
        """A node's strength from those of others: supports as in the first list it is given, rebuttals as in
        the second. With lower bounds that help and upper ones that harm it is a lower bound.

        `same_as`: what is to be looked up in place of some nodes, as it has the same strength.
        """
        wiring, combination = self.wiring, self.combination
        if self._lost(number):
            return lambda helping, harming: 0.0  # noqa: ARG005 - as the others
        rebuttals = [same_as.get(n, n) for n in self._rebuttals(number)]
        supports = [same_as.get(n, n) for n in self._supports(number)]
        if number < wiring.first_link:
            base = self.base(number)
            return lambda helping, harming: combination(
                base, [harming[n] for n in rebuttals], [helping[n] for n in supports]
            )
        sources = wiring.sources[number]

        def of_link(helping: list[float], harming: list[float]) -> float:
            warranted = [max([helping[n] for n in supports])] if supports else []
            return min([helping[n] for n in sources] + warranted) * prod([1 - harming[n] for n in rebuttals])

        return of_link

    def base(self, number: int) -> float:
        """A statement's base score."""
        if self.judgement.needs(number):
            return 0.0
        weight = self.wiring.statement(number).weight
        return 1.0 if weight is None else weight

    def _lost(self, number: int) -> bool:
        return number in self.judgement.losses or number in self.judgement.circles

    def _rebuttals(self, number: int) -> Sequence[int]:
        weakening = self.wiring.weakened_by[number]
        if not weakening:
            return self.wiring.rebutted_by[number]
        return [*self.wiring.rebutted_by[number], *(n for n in weakening if n in self.measured)]

    def _supports(self, number: int) -> Sequence[int]:
        if number < self.wiring.first_link and self.base(number) == 1:
            return ()
        return self.wiring.supported_by[number]

    def _solve(self, region: Sequence[int]) -> None:
        inside = set(region)

        def depends_on(number: int) -> list[int]:
            return [other for other in self.inputs(number) if other in inside]

        for part in components(region, depends_on):
            if len(part) > 1:
                solve_circle(self, part)
            else:
                [number] = part
                of = self.evaluation(number, {})
                self.lower[number], self.upper[number] = of(self.lower, self.upper), of(self.upper, self.lower)


def strengths(judgement: Judgement, combination: Combination = df_quad) -> Strengths:
    """The strength of every statement and link of a judged map, with what it holds for lost.

    Linear in the map but for its circles: see `circular.py` for what those cost.
    """
    size = len(judgement.wiring.nodes)
    found = Strengths(judgement, combination, [0.0] * size, [1.0] * size, _measured(judgement.wiring))
    found._solve(range(size))
    return found


def weakening_links(wiring: Wiring) -> list[int]:
    """The links that only weaken what they point at, by number."""
    return [number for number, does in enumerate(wiring.does) if does == WEAKENS]


def _measured(wiring: Wiring) -> frozenset[int]:
    """The links that only weaken and come from what has a weight, or rests on what has one. Linear."""
    links = weakening_links(wiring)
    if not links:
        return frozenset()
    weighted = [n for n in range(wiring.first_link) if wiring.statement(n).weight is not None]
    known = set(weighted)
    for number in weighted:  # grows while it is walked
        for link in wiring.carries[number]:
            end = link
            while wiring.does[end] == SUPPORTS and end not in known:
                known.add(end)
                end = wiring.target[end]
                if end < wiring.first_link:
                    break
            if end not in known and (end < wiring.first_link or wiring.does[end] == WEAKENS):
                known.add(end)
                if end < wiring.first_link:
                    weighted.append(end)
    return frozenset(link for link in links if link in known or wiring.sources[link][0] in known)
