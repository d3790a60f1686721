"""The rules of `verdict.py` as clauses, for the questions that need search.

Each node of a region has two variables, "stands" and "falls".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..verdict import FALLS, STANDS, Judgement
from .formula import Formula


@dataclass(frozen=True, slots=True)
class Encoding:
    """A region of a map as a formula. `stands`, `falls`, `moved`: variables by a node's number;
    `moved` means that the node falls by decree."""

    formula: Formula
    stands: dict[int, int]
    falls: dict[int, int]
    moved: dict[int, int]


def encode(
    judgement: Judgement, region: Sequence[int], *, movable: Iterable[int] = (), clash: bool = False
) -> Encoding:
    """The labellings of a region, what lies outside having the verdicts that it has.

    With `clash`, verdicts of rebuttals may be assumed and only support must be derived: the models
    (with `Formula.unfounded`) are the complete labellings, in which circular support stays open.
    Without it everything must be derived: the one model for each set of moves is the verdict.
    """
    formula = Formula()
    encoding = Encoding(
        formula,
        {number: formula.variable() for number in region},
        {number: formula.variable() for number in region},
        {number: formula.variable() for number in movable},
    )
    _Encoder(judgement, encoding, formula.variable(), clash).run()
    return encoding


@dataclass(frozen=True, slots=True)
class _Encoder:
    judgement: Judgement
    encoding: Encoding
    truth: int
    clash: bool

    def run(self) -> None:
        formula, wiring = self.encoding.formula, self.judgement.wiring
        formula.define(self.truth, every=True, inner=(), outer=())
        for number, stands in self.encoding.stands.items():
            formula.clauses.append([-stands, -self.encoding.falls[number]])
            if number in self.judgement.losses:
                formula.define(stands, every=False, inner=(), outer=())
                formula.define(self.encoding.falls[number], every=True, inner=(), outer=())
            elif number >= wiring.statement_count:
                self._define(number, [*wiring.sources[number], *wiring.supported_by[number]])
            elif wiring.needs[number]:
                self._define(number, [], wiring.supported_by[number])
            else:
                self._define(number, [])

    def _define(self, number: int, all_of: Sequence[int], some_of: Sequence[int] | None = None) -> None:
        """A node that stands when all of some nodes do, and some of others, and no rebuttal."""
        formula, moved = self.encoding.formula, self.encoding.moved.get(number)
        up = [self._stands(other) for other in all_of]
        down = [self._falls(other) for other in all_of]
        if some_of is not None:
            up.append(formula.variable())
            down.append(formula.variable())
            formula.define(up[-1], every=False, inner=map(self._stands, some_of), outer=())
            formula.define(down[-1], every=True, inner=map(self._falls, some_of), outer=())
        rebuttals = self.judgement.wiring.rebutted_by[number]
        saved, beaten = [self._falls(r) for r in rebuttals], [self._stands(r) for r in rebuttals]
        outer_up, outer_down = ([], []) if moved is None else ([-moved], [moved])
        if self.clash:
            outer_up, outer_down = outer_up + saved, outer_down + beaten
        else:
            up, down = up + saved, down + beaten
        formula.define(self.encoding.stands[number], every=True, inner=up, outer=outer_up)
        formula.define(self.encoding.falls[number], every=False, inner=down, outer=outer_down)

    def _stands(self, number: int) -> int:
        outside = self.truth if self.judgement.states[number] == STANDS else -self.truth
        return self.encoding.stands.get(number, outside)

    def _falls(self, number: int) -> int:
        outside = self.truth if self.judgement.states[number] == FALLS else -self.truth
        return self.encoding.falls.get(number, outside)
