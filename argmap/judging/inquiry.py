"""All that is asked about one map at once, and all that is found."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import ArgumentMap, Statement
from .bar import BarStep, raise_bar
from .flips import Flips, WeakPoint, smallest_flips, weak_points
from .moves import Change, Move, MoveKind, what_if
from .readings import Clash, clashes
from .solver import NoSolverError
from .stakes import top_claims
from .strength import Strengths, quadratic_energy, strengths, weighted
from .verdict import OPEN, Judgement, judge
from .worth import Worth, worths


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked. All but `moves` is asked of the map as the moves leave it."""

    moves: tuple[Move, ...] = ()
    why: tuple[Statement, ...] = ()
    flip: tuple[Statement, ...] = ()
    weak_points: bool = False
    bar: bool = False
    worth: bool = False
    tally: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing narrower is asked than how the whole map stands."""
        return not (self.moves or self.why or self.flip or self.weak_points or self.bar or self.worth)


@dataclass(frozen=True, slots=True)
class Findings:
    """What is found. `claims` are the top claims; what was not asked is None or empty.

    `strengths` is None where the map gives no weights, and with it `tally`, `bar` and `worths`. `clashes`
    is None where something is open and python-sat is missing.
    """

    questions: Questions
    judgement: Judgement
    claims: tuple[Statement, ...]
    changes: tuple[Change, ...]
    strengths: Strengths | None
    tally: Strengths | None
    clashes: tuple[Clash, ...] | None
    flips: tuple[tuple[Flips, ...], ...]
    weak_points: tuple[WeakPoint, ...] | None
    bar: tuple[BarStep, ...] | None
    worths: tuple[Worth, ...] | None


def inquire(map: ArgumentMap, questions: Questions) -> Findings:
    """Judge a map and answer questions about it. Raises NoSolverError, for flips alone."""
    judgement, changes = what_if(judge(map), questions.moves)
    claims = top_claims(map)
    with_weights = weighted(map)
    return Findings(
        questions,
        judgement,
        claims,
        changes,
        strengths=strengths(judgement) if with_weights else None,
        tally=strengths(judgement, quadratic_energy) if with_weights and questions.tally else None,
        clashes=_clashes(judgement) if questions.whole else (),
        flips=tuple(_flips(judgement, statement) for statement in questions.flip),
        weak_points=weak_points(judgement, claims) if questions.weak_points else None,
        bar=raise_bar(judgement, claims) if questions.bar and with_weights else None,
        worths=worths(judgement, claims) if questions.worth and with_weights else None,
    )


def reversals(claims: Sequence[Statement], strengths: Strengths, tally: Strengths) -> list[tuple[Statement, Statement]]:
    """The pairs of claims of which the first is stronger by strength and the second by tally."""
    numbers = [(claim, strengths.of(claim), tally.of(claim)) for claim in claims]
    known = [(claim, one, other) for claim, one, other in numbers if one is not None and other is not None]
    return [
        (a, b)
        for a, strength_a, tally_a in known
        for b, strength_b, tally_b in known
        if round(strength_a, 2) > round(strength_b, 2) and round(tally_b, 2) > round(tally_a, 2)
    ]


def _flips(judgement: Judgement, statement: Statement) -> tuple[Flips, ...]:
    return tuple(smallest_flips(judgement, statement, kind) for kind in (MoveKind.ANSWER, MoveKind.DROP))


def _clashes(judgement: Judgement) -> tuple[Clash, ...] | None:
    if OPEN not in judgement.states:
        return ()
    try:
        return clashes(judgement)
    except NoSolverError:
        return None
