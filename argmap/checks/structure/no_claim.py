"""A map with statements but no claim: nothing is at stake.

Evidence and answers are there to win something. Say what.

Bad:

    source fair: School fair report
        date: 2023

    evidence sold [fair]: Four hundred tickets were sold.

Good:

    source fair: School fair report
        date: 2023

    claim again: The fair should be held again.
        evidence sold [fair]: Four hundred tickets were sold.

Fix: write the claim, and put the rest under it.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import Kind
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """A map of which no statement is a claim."""
    statements = subject.map.statements
    if statements and all(statement.kind is not Kind.CLAIM for statement in statements):
        yield Finding(
            statements[0].span,
            "this map makes no claim, so nothing is at stake",
            "write the claim that all this is about: `claim ID: ...`",
        )


RULE = Rule("no-claim", Group.STRUCTURE, Severity.WARNING, check, __doc__, judges_gaps=True)
