"""The rules of `verdict.py` as clauses, for the questions that need search.

Each node of a region has two variables: it stands, and it may stand (it does not fall). Both are built
up from the ground through supports; that a rebuttal falls, or does not stand, is taken as given. The models
in which all that is true is so built up (`Formula.unfounded`) are the labellings that obey the rules:
the verdict is the one that settles least, readings are those that settle most.
"""

from collections.abc import Callable, Iterable, Sequence

from ...values import dataclass
from ..verdict import FALLS, STANDS, Judgement
from .formula import Formula


@dataclass(frozen=True, slots=True)
class Encoding:
    """A region of a map as a formula. `stands`, `may`, `moved`: variables by a node's number; `moved`
    means that the node falls by decree."""

    formula: Formula
    stands: dict[int, int]
    may: dict[int, int]
    moved: dict[int, int]


def encode(judgement: Judgement, region: Sequence[int], *, movable: Iterable[int] = ()) -> Encoding:
    """The labellings of a region, what lies outside having the verdicts that it has."""
    formula = Formula()
    encoding = Encoding(
        formula,
        {number: formula.variable() for number in region},
        {number: formula.variable() for number in region},
        {number: formula.variable() for number in movable},
    )
    _Encoder(judgement, encoding, formula.variable()).run()
    return encoding


@dataclass(frozen=True, slots=True)
class _Encoder:
    judgement: Judgement
    encoding: Encoding
    truth: int

    def run(self) -> None:
        formula, encoding = self.encoding.formula, self.encoding
        formula.define(self.truth, every=True, inner=(), outer=())
        for number, stands in encoding.stands.items():
            may = encoding.may[number]
            formula.clauses.append([-stands, may])
            if number in self.judgement.losses:
                formula.define(stands, every=False, inner=(), outer=())
                formula.define(may, every=False, inner=(), outer=())
                continue
            rebuttals = self.judgement.wiring.rebutted_by[number]
            move = encoding.moved.get(self.judgement.wiring.original(number))
            kept = [-move] if move else []
            certain = [*kept, *(-self._may(other) for other in rebuttals)]
            possible = [*kept, *(-self._stands(other) for other in rebuttals)]
            formula.define(stands, every=True, inner=self._carried(number, self._stands), outer=certain)
            formula.define(may, every=True, inner=self._carried(number, self._may), outer=possible)

    def _carried(self, number: int, literal: Callable[[int], int]) -> list[int]:
        """What a node must be built up through: all its sources, and one of its supports where it needs one."""
        formula, wiring = self.encoding.formula, self.judgement.wiring
        through = [literal(source) for source in wiring.sources[number]]
        if self.judgement.needs(number):
            some = formula.variable()
            formula.define(some, every=False, inner=map(literal, wiring.supported_by[number]), outer=())
            through.append(some)
        return through

    def _stands(self, number: int) -> int:
        outside = self.truth if self.judgement.states[number] == STANDS else -self.truth
        return self.encoding.stands.get(number, outside)

    def _may(self, number: int) -> int:
        outside = -self.truth if self.judgement.states[number] == FALLS else self.truth
        return self.encoding.may.get(number, outside)
