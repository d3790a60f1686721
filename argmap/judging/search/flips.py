"""The least that would change a verdict: new rebuttals that nobody answers, or cards lost."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import ceil

from ...model import Kind, Statement
from ..moves import Move, MoveKind, answerable, what_if
from ..verdict import OPEN, STANDS, Judgement, Loss, Verdict, resettle
from .encoding import encode
from .solver import NoSolverError, OutOfTimeError, cheapest_models

TIES = 24
"""How many flips of the same size are listed."""

TRIALS = 20_000
"""How many sets of moves are tried one by one where python-sat is not installed."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A set of moves, in reading order, and the verdict that they bring about."""

    moves: tuple[Move, ...]
    after: Verdict


@dataclass(frozen=True, slots=True)
class Flips:
    """The smallest sets of moves of one kind that change a statement's verdict.

    The flips are of one size, up to `TIES` of them; `complete` says whether these are all. Without
    any, no number of such moves does it, or, where `complete` is False, the search was given up
    when it was proven that fewer than `at_least` do not. What is done to the statement itself is
    left aside.
    """

    statement: Statement
    kind: MoveKind
    flips: tuple[Flip, ...]
    complete: bool
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """A statement whose loss, alone, changes the verdict on `shaken`: top claims that stand."""

    statement: Statement
    shaken: tuple[Statement, ...]


def smallest_flips(judgement: Judgement, statement: Statement, kind: MoveKind, *, seconds: float = 10) -> Flips:
    """The fewest new answers (ANSWER) or lost cards (DROP) that change a statement's verdict.

    An answer may be to any statement that the other side has not conceded, or to a link; among
    equals, those with fewer answers to links come first and alone. Searched with python-sat for at
    most `seconds`; where that is missing, by trial, and NoSolverError is raised if `TRIALS` sets of
    moves do not settle it.
    """
    target = judgement.wiring.numbers[statement]
    region = judgement.wiring.below([target])
    costs = dict(sorted(_candidates(judgement, region, kind)))
    costs.pop(target, None)
    found: list[frozenset[int]] = []
    at_least, given_up = 1, False
    try:
        found.extend(_searched(judgement, target, costs, seconds))
    except OutOfTimeError as end:
        at_least, given_up = ceil(end.bound / max(costs.values())), True
    except NoSolverError:
        found = _tried(judgement, target, costs)
    sets = sorted(sorted(numbers) for numbers in found)[:TIES]
    flips = tuple(_flip(judgement, statement, kind, numbers) for numbers in sets)
    at_least = max([at_least, *(len(flip.moves) for flip in flips)])
    return Flips(statement, kind, flips, len(found) <= TIES and not given_up, at_least)


def _flip(judgement: Judgement, statement: Statement, kind: MoveKind, numbers: list[int]) -> Flip:
    moves = tuple(Move(kind, judgement.wiring.nodes[number]) for number in numbers)
    after, _ = what_if(judgement, moves)
    return Flip(moves, after.verdict(statement))


def weak_points(judgement: Judgement, claims: Iterable[Statement]) -> tuple[WeakPoint, ...]:
    """The single points of failure of some claims that stand, in reading order.

    Flips of size one: a statement whose loss (a card), or one unanswered rebuttal of it, suffices.
    Cost: for each statement below the claims, what it can reach.
    """
    wiring = judgement.wiring
    standing = [n for claim in claims if judgement.states[n := wiring.numbers[claim]] == STANDS]
    found = []
    for number in sorted(n for n in wiring.below(standing) if n < wiring.statement_count):
        statement = wiring.statement(number)
        if statement.kind is Kind.EVIDENCE or answerable(wiring.map, statement):
            after, _ = resettle(judgement, {number: Loss.DROPPED})
            shaken = [n for n in standing if n != number and after.states[n] != STANDS]
            if shaken:
                found.append(WeakPoint(statement, tuple(wiring.statement(n) for n in shaken)))
    return tuple(found)


def _candidates(judgement: Judgement, region: Iterable[int], kind: MoveKind) -> Iterator[tuple[int, int]]:
    """The nodes that moves could be made on, and what a move on each costs."""
    wiring = judgement.wiring
    one = len(wiring.nodes) + 1
    for number in region:
        node = wiring.nodes[number]
        if kind is MoveKind.DROP:
            if isinstance(node, Statement) and node.kind is Kind.EVIDENCE:
                yield number, one
        elif number not in judgement.losses and answerable(wiring.map, node):
            yield number, one if isinstance(node, Statement) else one + 1


def _searched(judgement: Judgement, target: int, costs: Mapping[int, int], seconds: float) -> Iterator[frozenset[int]]:
    """The sets of numbers of least cost, one more than are listed where there are more.

    Whether a decided verdict changes can be read off any labelling (the verdict is in them all),
    so nothing need be derived; whether an open one does must be.
    """
    if not costs:
        return
    encoding = encode(judgement, judgement.wiring.below([target]), movable=costs)
    formula, moved = encoding.formula, encoding.moved
    goals = _goals(judgement.states[target], encoding.stands[target], encoding.falls[target])
    moves = {literal for variable in moved.values() for literal in (variable, -variable)}
    prices = {moved[number]: cost for number, cost in costs.items()}
    least, count = 0, 0
    with cheapest_models([*formula.clauses, goals], prices, seconds) as search:
        while count <= TIES and (model := search.model()) is not None:
            derived = formula.derived(model & moves) if judgement.states[target] == OPEN else set(goals)
            if derived.isdisjoint(goals):
                search.add(formula.obstacle(goals, derived))
                continue
            flip = frozenset(number for number, variable in moved.items() if variable in model)
            cost = sum(costs[number] for number in flip)
            least = least or cost
            if cost > least:
                return
            yield flip
            count += 1
            search.add([-moved[number] for number in flip])


def _goals(state: int, stands: int, falls: int) -> list[int]:
    """A clause that says that a verdict is another."""
    return [stands, falls] if state == OPEN else [-stands] if state == STANDS else [-falls]


def _tried(judgement: Judgement, target: int, costs: Mapping[int, int]) -> list[frozenset[int]]:
    """The same by trying every set in the order of its size."""
    trials = 0
    for size in range(1, len(costs) + 1):
        found: list[frozenset[int]] = []
        for numbers in combinations(costs, size):
            trials += 1
            if trials > TRIALS:
                raise NoSolverError
            after, _ = resettle(judgement, dict.fromkeys(numbers, Loss.ANSWERED))
            if after.states[target] != judgement.states[target]:
                found.append(frozenset(numbers))
        if found:
            least = min(sum(costs[number] for number in numbers) for numbers in found)
            return [numbers for numbers in found if sum(costs[n] for n in numbers) == least]
    return []
