"""A new argument in the last speech.

The other side cannot answer it any more, and the judge is told to leave it out. Weighing and
answers are allowed; a claim that bears on nothing said before is new.

Bad:

    topic: The town should build a pool.
        format: lincoln-douglas

    claim jobs analytic @2AR: A pool gives work to twelve people.

Good:

    topic: The town should build a pool.
        format: lincoln-douglas

    claim jobs analytic @AC: A pool gives work to twelve people.

Fix: make it in an earlier speech, or leave it out.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import Kind
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .floor import floor_of


def check(subject: Subject) -> Iterator[Finding]:
    """Claims made in a side's last speech that bear on nothing."""
    floor = floor_of(subject.map)
    if floor is None:
        return
    last = {speech.name for speech in floor.speeches if speech.last}
    for statement in subject.map.statements:
        if statement.kind is Kind.CLAIM and statement.speech in last and not subject.map.links_from(statement):
            yield Finding(
                statement.span,
                f"`{statement.name}` is a new argument in the {statement.speech}, its side's last speech",
                "make it in an earlier speech, or leave it out: the judge will",
            )


RULE = Rule("new-in-last-speech", Group.DEBATE, Severity.WARNING, check, __doc__)
