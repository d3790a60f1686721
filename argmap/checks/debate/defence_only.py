"""A side that only defends: it has no claim of its own, and none of its answers gains ground.

Defence alone seldom wins: at best the other side's case is worth nothing, and a tie goes to
whoever has something. Against a single claim that is all the round is about it is enough to bring that
down, and nothing is said. `turn` and `outweigh` are offence. On the ballot of `argmap judge` a turn that
stands is a reason like a main claim; an `outweigh` decides where both sides have reasons, and only where it
answers the other side's main claims or turns, or what these rest on: one that outweighs a mere answer
weighs that answer alone. The limit `only-defence` says from how
many answers on this is worth a remark (3).

Bad:

    side pro: For the pool
    side con: Against the pool

    claim meet (pro) analytic: People would meet there.
    claim pool (pro) analytic: The pool should be built.
        rebuttal mitigate: Few would use it.
            rebuttal: Two in three families say that they would.
        rebuttal non-unique: There is a lake.
            rebuttal: It is frozen from November on.
        rebuttal alt-cause: The bus is what keeps people at home.
            rebuttal: The pool stands in the middle of the town.

Good:

    side pro: For the pool
    side con: Against the pool

    claim meet (pro) analytic: People would meet there.
    claim pool (pro) analytic: The pool should be built.
        rebuttal mitigate: Few would use it.
            rebuttal: Two in three families say that they would.
        rebuttal non-unique: There is a lake.
            rebuttal: It is frozen from November on.
        rebuttal outweigh: The money would keep the library open.
            rebuttal: The library has money of its own.

Fix: turn something, outweigh it, or make a claim of your own.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import Kind, Side, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Sides with answers, all of them defence, and no claim that stands for itself."""
    answers: dict[Side, list[Statement]] = {}
    attacking: set[Side] = set()
    for statement in subject.map.statements:
        side = statement.side
        if side is None:
            continue
        if statement.kind is Kind.REBUTTAL:
            answers.setdefault(side, []).append(statement)
            if statement.mark and statement.mark.offence:
                attacking.add(side)
        elif statement.kind is Kind.CLAIM and side not in attacking and _of_its_own(subject, statement):
            attacking.add(side)
    for side, given in answers.items():
        if side in attacking or len(given) < subject.limits.only_defence:
            continue
        others = [claim for claim in subject.map.tops if claim.kind is Kind.CLAIM and claim.side not in (None, side)]
        if len(others) > 1:
            yield Finding(
                side.span,
                f"`{side.id}` only defends: it claims nothing, and none of its {len(given)} answers gains ground",
                "turn something, outweigh it, or make a claim for this side",
            )


def _of_its_own(subject: Subject, claim: Statement) -> bool:
    """Whether a claim stands for itself, or rebuts, rather than only helping an answer."""
    return all(claim.side is not subject.landing[link].side for link in subject.map.links_from(claim))


RULE = Rule("defence-only", Group.DEBATE, Severity.INFO, check, __doc__, judges_gaps=True)
