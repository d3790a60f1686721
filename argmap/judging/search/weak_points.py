"""Single points of failure: the statements whose loss, alone, costs a main claim or changes who wins."""

from collections.abc import Iterable
from time import monotonic

from ...model import Kind, Side, Statement
from ...values import dataclass
from ..ballot import NOBODY, WEIGH, outcome, stakes_of
from ..moves import answerable
from ..verdict import FALLS, STANDS, Judgement
from .ripples import Ripples


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """A statement whose loss, alone, changes the verdict on `shaken`: top claims that stand; or who wins:
    `result` is then the ballot's new one, else None."""

    statement: Statement
    shaken: tuple[Statement, ...]
    result: str | None = None


@dataclass(frozen=True, slots=True)
class WeakPoints:
    """The single points of failure in reading order; `complete` is False where time ran out."""

    points: tuple[WeakPoint, ...]
    complete: bool = True


def weak_points(
    judgement: Judgement, claims: Iterable[Statement], presumption: Side | None = None, *, seconds: float = 10
) -> WeakPoints:
    """The single points of failure of some claims that stand, and of the ballot, in reading order.

    Flips of size one: a statement whose loss (a card), or one unanswered rebuttal of it, suffices. Linear where
    each statement bears on one thing; else each that bears on several costs what it can reach.
    """
    wiring, states = judgement.wiring, judgement.states
    end = monotonic() + seconds
    stakes = stakes_of(wiring)
    standing = [n for claim in claims if states[n := wiring.numbers[claim]] == STANDS]
    main = {n for of_side in stakes.claims for n in of_side} if stakes else set()
    ripples = Ripples(judgement, {*standing, *(stakes.watched if stakes else ())})
    results: dict[tuple[tuple[int, int], ...], str | None] = {}

    def result(changes: tuple[tuple[int, int], ...]) -> str | None:
        """The ballot's result after some changes, where it is another."""
        if stakes is None or not changes:
            return None
        if changes not in results:
            changed = dict(changes)
            before = outcome(stakes, lambda n: states[n] == STANDS, presumption)
            after = outcome(stakes, lambda n: changed.get(n, states[n]) == STANDS, presumption)
            words = {WEIGH: "weigh", NOBODY: "none"}
            results[changes] = None if before == after else words.get(after) or stakes.sides[after].id
        return results[changes]

    found: list[WeakPoint] = []
    below = {wiring.original(n) for n in wiring.below(ripples.watched) if n < wiring.first_link}
    for number in sorted(below):
        statement = wiring.statement(number)
        if all(states[n] == FALLS for n in wiring.with_copies([number])) or not (
            statement.kind is Kind.EVIDENCE or answerable(wiring, statement)
        ):
            continue
        if monotonic() > end:
            return WeakPoints(tuple(found), complete=False)
        changes = ripples.of(number, FALLS)
        changed = dict(changes)
        shaken = [n for n in standing if n != number and changed.get(n, STANDS) != STANDS] if changes else []
        becomes = None if number in main else result(changes)
        if shaken or becomes:
            found.append(WeakPoint(statement, tuple(wiring.statement(n) for n in shaken), becomes))
    return WeakPoints(tuple(found))
