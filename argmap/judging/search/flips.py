"""The least that would change a verdict, or who wins: new rebuttals that nobody answers, or cards lost."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from math import ceil

from ...model import Kind, Side, Statement
from ...values import dataclass
from ..ballot import stakes_of
from ..moves import Move, MoveKind, answerable, what_if
from ..verdict import Decree, Judgement, Loss, resettle
from .aims import Aim, VerdictOn, Winning
from .encoding import encode
from .obstacle import obstacle
from .solver import NoSolverError, OutOfTimeError, cheapest_models

TIES = 24
"""How many flips of the same size are listed."""

TRIALS = 20_000
"""How many sets of moves are tried one by one where python-sat is not installed."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A set of moves, in reading order, and the verdict, or the ballot's result, that they bring about."""

    moves: tuple[Move, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Flips:
    """The smallest sets of moves of one kind that change a statement's verdict, or who wins (`statement`
    is None).

    The flips are of one size, up to `TIES` of them; `complete` says whether these are all. Without
    any, no number of such moves does it, or, where `complete` is False, the search was given up
    when it was proven that fewer than `at_least` do not. What is done to the statement itself, or to
    a main claim where it is asked who wins, is left aside.
    """

    statement: Statement | None
    kind: MoveKind
    flips: tuple[Flip, ...]
    complete: bool
    at_least: int = 1


def smallest_flips(judgement: Judgement, statement: Statement, kind: MoveKind, *, seconds: float = 10) -> Flips:
    """The fewest new answers (ANSWER) or lost cards (DROP) that change a statement's verdict.

    An answer may be to any statement that the other side has not conceded, or to a link; among
    equals, those with fewer answers to links come first and alone. Searched with python-sat for at
    most `seconds`; where that is missing, by trial, and NoSolverError is raised if `TRIALS` sets of
    moves do not settle it.
    """
    return _smallest(judgement, VerdictOn(judgement, statement), statement, kind, seconds)


def smallest_ballot_flips(
    judgement: Judgement, presumption: Side | None, kind: MoveKind, *, seconds: float = 10
) -> Flips | None:
    """The fewest new answers or lost cards that change who wins; None where the map has not two sides.
    As `smallest_flips`."""
    stakes = stakes_of(judgement.wiring)
    return _smallest(judgement, Winning(stakes, presumption), None, kind, seconds) if stakes else None


def _smallest(judgement: Judgement, aim: Aim, statement: Statement | None, kind: MoveKind, seconds: float) -> Flips:
    region = judgement.wiring.below(aim.watched)
    costs = dict(sorted(_candidates(judgement, region, kind)))
    for number in aim.aside:
        costs.pop(number, None)
    found: list[frozenset[int]] = []
    at_least, given_up = 1, False
    try:
        found.extend(_searched(judgement, aim, region, costs, seconds))
    except OutOfTimeError as end:
        at_least, given_up = ceil(end.bound / max(costs.values())), True
    except NoSolverError:
        found = _tried(judgement, aim, costs)
    sets = sorted(sorted(numbers) for numbers in found)[:TIES]
    flips = tuple(_flip(judgement, aim, kind, numbers) for numbers in sets)
    at_least = max([at_least, *(len(flip.moves) for flip in flips)])
    return Flips(statement, kind, flips, len(found) <= TIES and not given_up, at_least)


def _flip(judgement: Judgement, aim: Aim, kind: MoveKind, numbers: list[int]) -> Flip:
    moves = tuple(Move(kind, judgement.wiring.nodes[number]) for number in numbers)
    after, _ = what_if(judgement, moves)
    return Flip(moves, aim.value(after))


def _candidates(judgement: Judgement, region: Iterable[int], kind: MoveKind) -> Iterator[tuple[int, int]]:
    """The nodes that moves could be made on, and what a move on each costs."""
    wiring = judgement.wiring
    one = len(wiring.nodes) + 1
    for number in {wiring.original(number) for number in region}:
        node = wiring.nodes[number]
        if number in judgement.losses:
            continue
        if kind is MoveKind.DROP:
            if isinstance(node, Statement) and node.kind is Kind.EVIDENCE:
                yield number, one
        elif answerable(wiring, node):
            yield number, one if isinstance(node, Statement) else one + 1


def _searched(
    judgement: Judgement, aim: Aim, region: list[int], costs: Mapping[int, int], seconds: float
) -> Iterator[frozenset[int]]:
    """The sets of numbers of least cost, one more than are listed where there are more.

    A labelling in which it is otherwise need not be the verdict, so each set that is found is tried;
    where it changes nothing, what stood in its way is not tried again.
    """
    if not costs:
        return
    encoding = encode(judgement, region, movable=costs)
    goal = aim.changed(encoding, judgement)
    formula, moved = encoding.formula, encoding.moved
    prices = {moved[number]: cost for number, cost in costs.items()}
    now, least, count = aim.value(judgement), 0, 0
    with cheapest_models([*formula.clauses, goal], prices, seconds) as search:
        while count <= TIES and (model := search.model()) is not None:
            flip = frozenset(number for number, variable in moved.items() if variable in model)
            after, _ = resettle(judgement, Decree(dict.fromkeys(flip, Loss.ANSWERED)))
            if aim.value(after) == now:
                in_the_way = obstacle(after, aim.facts(after), costs, flip)
                search.add([-moved[n] if n in flip else moved[n] for n in in_the_way])
                continue
            cost = sum(costs[number] for number in flip)
            least = least or cost
            if cost > least:
                return
            yield flip
            count += 1
            search.add([-moved[number] for number in flip])


def _tried(judgement: Judgement, aim: Aim, costs: Mapping[int, int]) -> list[frozenset[int]]:
    """The same by trying every set in the order of its size."""
    trials, now = 0, aim.value(judgement)
    for size in range(1, len(costs) + 1):
        found: list[frozenset[int]] = []
        for numbers in combinations(costs, size):
            trials += 1
            if trials > TRIALS:
                raise NoSolverError
            after, _ = resettle(judgement, Decree(dict.fromkeys(numbers, Loss.ANSWERED)))
            if aim.value(after) != now:
                found.append(frozenset(numbers))
        if found:
            least = min(sum(costs[number] for number in numbers) for numbers in found)
            return [numbers for numbers in found if sum(costs[n] for n in numbers) == least]
    return []
