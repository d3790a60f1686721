"""What a search would change: the verdict on a statement, or who wins."""

from collections.abc import Iterator
from typing import Protocol

from ...model import Side, Statement
from ..ballot import NOBODY, WEIGH, Stakes, outcome
from ..verdict import OPEN, STANDS, VERDICTS, Judgement
from .encoding import Encoding
from .formula import Clause
from .obstacle import MAY, NOT, Fact


class Aim(Protocol):
    """What is to become otherwise than it is."""

    @property
    def watched(self) -> frozenset[int]:
        """The nodes that it looks at, by number."""

    @property
    def aside(self) -> frozenset[int]:
        """The nodes on which a move would be no news."""

    def value(self, judgement: Judgement) -> str:
        """What it is in a judgement."""

    def changed(self, encoding: Encoding, judgement: Judgement) -> Clause:
        """A clause that says that it is otherwise than in a judgement."""

    def facts(self, judgement: Judgement) -> Iterator[Fact]:
        """What makes it what it is in a judgement."""


class VerdictOn:
    """The verdict on one statement."""

    def __init__(self, judgement: Judgement, statement: Statement) -> None:
        self.number = judgement.wiring.numbers[statement]
        self.watched = self.aside = frozenset([self.number])

    def value(self, judgement: Judgement) -> str:
        """As `Aim`: the verdict."""
        return VERDICTS[judgement.states[self.number]]

    def changed(self, encoding: Encoding, judgement: Judgement) -> Clause:
        """As `Aim`."""
        stands, may = encoding.stands[self.number], encoding.may[self.number]
        state = judgement.states[self.number]
        return [stands, -may] if state == OPEN else [-stands] if state == STANDS else [may]

    def facts(self, judgement: Judgement) -> Iterator[Fact]:  # noqa: ARG002 - as `Aim`
        """As `Aim`."""
        yield self.number, MAY
        yield self.number, NOT


class Winning:
    """Who wins. New answers to main claims are left aside: of course they would change it."""

    def __init__(self, stakes: Stakes, presumption: Side | None) -> None:
        self.stakes, self.presumption = stakes, presumption
        self.watched = stakes.watched
        self.aside = frozenset(number for of_side in stakes.claims for number in of_side)

    def value(self, judgement: Judgement) -> str:
        """As `Aim`: the ballot's result."""
        found = self._outcome(judgement)
        return self.stakes.sides[found].id if found < WEIGH else "weigh" if found == WEIGH else "none"

    def changed(self, encoding: Encoding, judgement: Judgement) -> Clause:
        """As `Aim`."""
        said = _Said(encoding, self.stakes)
        won = [self._won(said, at) for at in (0, 1)]
        now = self._outcome(judgement)
        if now == WEIGH:
            return [*won, -said.every(said.reasons)]
        return [*said.reasons, *won] if now == NOBODY else [-won[now]]

    def facts(self, judgement: Judgement) -> Iterator[Fact]:
        """As `Aim`."""
        standing = [self._reasons(at, judgement) for at in (0, 1)]
        for at in (0, 1):
            reasons = (*self.stakes.claims[at], *self.stakes.turns[at])
            yield from [(n, "") for n in standing[at][:1]] or [(n, NOT) for n in reasons]
        if not all(standing):
            return
        for of_side in self.stakes.weighing:
            for link, weakening in of_side:
                holding = [n for n in weakening if judgement.states[n] == STANDS]
                if judgement.states[link] != STANDS:
                    yield link, NOT
                elif holding:
                    yield holding[0], ""
                else:
                    yield from [(link, ""), *((n, NOT) for n in weakening)]

    def _reasons(self, at: int, judgement: Judgement) -> list[int]:
        return [n for n in (*self.stakes.claims[at], *self.stakes.turns[at]) if judgement.states[n] == STANDS]

    def _outcome(self, judgement: Judgement) -> int:
        return outcome(self.stakes, lambda number: judgement.states[number] == STANDS, self.presumption)

    def _won(self, said: "_Said", at: int) -> int:
        """A variable that says that a side wins."""
        mine, theirs = said.reasons[at], said.reasons[1 - at]
        ways = [
            said.every([mine, -theirs]),
            said.every([mine, theirs, said.weighing[at], -said.weighing[1 - at]]),
        ]
        if self.presumption is self.stakes.sides[at]:
            ways.append(said.every([-mine, -theirs]))
        return said.some(ways)


class _Said:
    """Variables that say which side has reasons, and weighing that stands unanswered."""

    def __init__(self, encoding: Encoding, stakes: Stakes) -> None:
        self.formula = encoding.formula
        stands = encoding.stands
        self.reasons = [
            self.some([stands[n] for n in (*claims, *turns)])
            for claims, turns in zip(stakes.claims, stakes.turns, strict=True)
        ]
        self.weighing = [
            self.some([self.every([stands[link], *(-stands[n] for n in weak)]) for link, weak in of_side])
            for of_side in stakes.weighing
        ]

    def every(self, literals: list[int]) -> int:
        """A variable that says that all of some literals hold."""
        return self._gate(literals, every=True)

    def some(self, literals: list[int]) -> int:
        """A variable that says that some of some literals hold."""
        return self._gate(literals, every=False)

    def _gate(self, literals: list[int], *, every: bool) -> int:
        variable = self.formula.variable()
        self.formula.define(variable, every=every, inner=(), outer=literals)
        return variable
