"""All that is asked about one map at once, and all that is found."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..model import ArgumentMap, Side, Statement
from ..values import dataclass
from .ballot import Ballot, ballot
from .moves import Change, Move, MoveKind, what_if
from .stakes import is_weighted, top_claims
from .verdict import OPEN, Judgement, judge

if TYPE_CHECKING:
    from .search.flips import Flips
    from .search.readings import Clash, Ways
    from .search.weak_points import WeakPoints
    from .strength.bar import BarStep
    from .strength.strength import Strengths
    from .strength.worth import Worth

MOST_ASKED = 12
"""Of so many top claims it is asked in which readings they stand, where readings abound."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked. All but `moves` is asked of the map as the moves leave it.

    `presumption` is the side that wins where nobody has a reason that stands. `speeches` and
    `second_rebuttal` as for `judge`.
    """

    moves: tuple[Move, ...] = ()
    why: tuple[Statement, ...] = ()
    flip: tuple[Statement, ...] = ()
    flip_ballot: bool = False
    weak_points: bool = False
    bar: bool = False
    worth: bool = False
    tally: bool = False
    presumption: Side | None = None
    speeches: bool = True
    second_rebuttal: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing narrower is asked than how the whole map stands."""
        asked = self.moves or self.why or self.flip or self.flip_ballot
        return not (asked or self.weak_points or self.bar or self.worth)


@dataclass(frozen=True, slots=True)
class Findings:
    """What is found. `claims` are the top claims; what was not asked is None or empty. `ballot` is None where
    the map has not two sides; `ballot_before` is that before the moves.

    `strengths` is None where the map gives no weights, and with it `tally`, `bar` and `worths`. `clashes`
    is None where something is open and python-sat is missing; `ways` tells of the top claims (the
    first `MOST_ASKED`) in clashes with more readings than were looked at.
    """

    questions: Questions
    judgement: Judgement
    ballot: Ballot | None
    ballot_before: Ballot | None
    claims: tuple[Statement, ...]
    changes: tuple[Change, ...]
    strengths: "Strengths | None"
    tally: "Strengths | None"
    clashes: "tuple[Clash, ...] | None"
    ways: "Mapping[Statement, Ways]"
    flips: "tuple[tuple[Flips, ...], ...]"
    weak_points: "WeakPoints | None"
    bar: "tuple[BarStep, ...] | None"
    worths: "tuple[Worth, ...] | None"


def inquire(map: ArgumentMap, questions: Questions) -> Findings:
    """Judge a map and answer questions about it. Raises NoSolverError, for flips alone."""
    before = judge(map, speeches=questions.speeches, second_rebuttal=questions.second_rebuttal)
    judgement, changes = what_if(before, questions.moves)
    presumption = questions.presumption
    claims = top_claims(map)
    clashes = _clashes(judgement) if questions.whole else ()
    weighted = is_weighted(map)
    return Findings(
        questions,
        judgement,
        ballot(judgement, presumption),
        ballot(before, presumption) if questions.moves else None,
        claims,
        changes,
        strengths=_strengths(judgement) if weighted else None,
        tally=_tally(judgement) if weighted and questions.tally else None,
        clashes=clashes,
        ways=_ways(judgement, claims, clashes or ()),
        flips=(
            *(_ballot_flips(judgement, presumption) if questions.flip_ballot else ()),
            *(_flips(judgement, statement) for statement in questions.flip),
        ),
        weak_points=_weak_points(judgement, claims, presumption) if questions.weak_points else None,
        bar=_bar(judgement, claims) if weighted and questions.bar else None,
        worths=_worths(judgement, claims) if weighted and questions.worth else None,
    )


# Each answer's module is read only where the answer is asked for, so that a page alone comes fast.


def _strengths(judgement: Judgement) -> "Strengths":
    from .strength.strength import strengths

    return strengths(judgement)


def _tally(judgement: Judgement) -> "Strengths":
    from .strength.strength import quadratic_energy, strengths

    return strengths(judgement, quadratic_energy)


def _clashes(judgement: Judgement) -> "tuple[Clash, ...] | None":
    if OPEN not in judgement.states:
        return ()
    from .search.readings import clashes
    from .search.solver import NoSolverError

    try:
        return clashes(judgement)
    except NoSolverError:
        return None


def _ways(judgement: Judgement, claims: Sequence[Statement], clashes: "Sequence[Clash]") -> "Mapping[Statement, Ways]":
    many = [clash for clash in clashes if clash.in_time and not clash.complete]
    unsettled = {statement for clash in many for statement in clash.statements}
    asked = [claim for claim in claims if claim in unsettled][:MOST_ASKED]
    if not asked:
        return {}
    from .search.readings import ways

    found = {claim: ways(judgement, claim) for claim in asked}
    return {claim: each for claim, each in found.items() if each is not None}


def _flips(judgement: Judgement, statement: Statement) -> "tuple[Flips, ...]":
    from .search.flips import smallest_flips

    return tuple(smallest_flips(judgement, statement, kind) for kind in (MoveKind.ANSWER, MoveKind.DROP))


def _ballot_flips(judgement: Judgement, presumption: Side | None) -> "tuple[tuple[Flips, ...], ...]":
    from .search.flips import smallest_ballot_flips

    kinds = MoveKind.ANSWER, MoveKind.DROP
    found = [each for kind in kinds if (each := smallest_ballot_flips(judgement, presumption, kind))]
    return (tuple(found),) if found else ()


def _weak_points(judgement: Judgement, claims: Sequence[Statement], presumption: Side | None) -> "WeakPoints":
    from .search.weak_points import weak_points

    return weak_points(judgement, claims, presumption)


def _bar(judgement: Judgement, claims: Sequence[Statement]) -> "tuple[BarStep, ...]":
    from .strength.bar import raise_bar

    return raise_bar(judgement, claims)


def _worths(judgement: Judgement, claims: Sequence[Statement]) -> "tuple[Worth, ...]":
    from .strength.worth import worths

    return worths(judgement, claims)
