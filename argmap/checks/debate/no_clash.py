"""Two sides make claims, and neither answers the other.

Two cases side by side are no debate: a judge cannot say who won where nobody disagreed.

Bad:

    side pro: For the pool
    side con: Against the pool

    claim health (pro) analytic: Swimming keeps people well.
    claim money (con) analytic: The town has debts.

Good:

    side pro: For the pool
    side con: Against the pool

    claim health (pro) analytic: Swimming keeps people well.
    claim money (con) analytic: The town has debts.
        rebuttal outweigh: Illness costs it more.
            rebuttal: That saving comes after many years.

Fix: answer the other side's claims, or say which of them contradict each other.
"""

from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ...english import listed
from ...model import Kind, LinkKind, Side, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Maps in which two sides have claims, and no rebuttal goes from one side to another."""
    map = subject.map
    first: dict[Side, Statement] = {}
    for statement in map.statements:
        if statement.side and statement.kind is Kind.CLAIM:
            first.setdefault(statement.side, statement)
    if len(first) < 2:
        return
    for link in map.links:
        if link.kind is LinkKind.REBUTS and any(
            source.side is not subject.landing[link].side for source in link.sources
        ):
            return
    one, other, *_ = first.values()
    names = listed(f"`{side.id}`" for side in list(first)[:2])
    yield Finding(
        other.span,
        f"{names} never answer each other",
        "put a rebuttal under a claim of the other side, or write `a contradicts b`",
        (Label(one.span, "the other side's first claim"),),
    )


RULE = Rule("no-clash", Group.DEBATE, Severity.WARNING, check, __doc__, judges_gaps=True)
