"""Something new in a side's last speech: an argument, a card, a turn.

The other side cannot answer it any more, and the judge is told to leave it out; `argmap judge` does. New
are a claim that bears on nothing said before, a new reason under an old claim, a new card, a new turn.
Answers, the reasons for them, weighing, and a sum of what was said before are not.

Bad:

    topic: The town should build a pool.
        format: lincoln-douglas

    claim jobs analytic @2AR: A pool gives work to twelve people.

Good:

    topic: The town should build a pool.
        format: lincoln-douglas

    claim jobs analytic @AC: A pool gives work to twelve people.
    claim sum @2AR: It is a good for the town.
        claim jobs

Fix: say it in an earlier speech, or leave it out.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import Kind, Mark, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """What is new in its side's last speech."""
    if subject.flow is None:
        return
    for statement in subject.map.statements:
        if statement in subject.flow.new:
            called = _called(subject, statement)
            yield Finding(
                statement.span,
                f"`{statement.name}` is {called} in the {statement.speech}, its side's last speech",
                "say it in an earlier speech, or leave it out: the judge will",
            )


def _called(subject: Subject, statement: Statement) -> str:
    if statement.kind is Kind.EVIDENCE:
        return "a new card"
    if statement.mark is Mark.TURN:
        return "a new turn"
    return "a new reason" if subject.map.links_from(statement) else "a new argument"


RULE = Rule("new-in-last-speech", Group.DEBATE, Severity.WARNING, check, __doc__)
