"""One side speaks in the other side's speech.

Either the side or the speech is a slip; on the flow it would stand in the wrong column.

Bad:

    topic: The town should build a pool.
        format: public-forum

    side pro: For the pool
    side con: Against the pool

    claim jobs (pro) analytic @NC: A pool gives work to twelve people.
        rebuttal @NC: Most of them would come from other towns.

Good:

    topic: The town should build a pool.
        format: public-forum

    side pro: For the pool
    side con: Against the pool

    claim jobs (pro) analytic @AC: A pool gives work to twelve people.
        rebuttal @NR: Most of them would come from other towns.

Fix: correct the speech, or the side in round brackets.
"""

from collections.abc import Iterator

from ...debate import floor_of
from ...diagnostic import Label, Severity
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Statements whose side does not give the speech that they name."""
    floor = floor_of(subject.map)
    if floor is None:
        return
    for statement in subject.map.statements:
        speaker = floor.speaker(statement.speech) if statement.speech else None
        if speaker is not None and statement.side is not None and statement.side is not speaker:
            yield Finding(
                statement.span,
                f"`{statement.side.id}` says `{statement.name}` in the {statement.speech},"
                f" which is a speech of `{speaker.id}`",
                "correct the speech, or the side in round brackets",
                (Label(speaker.span, f"`{speaker.id}` gives the {statement.speech}"),),
            )


RULE = Rule("wrong-speaker", Group.DEBATE, Severity.WARNING, check, __doc__)
