"""An answer that is given in an earlier speech than what it answers.

Nobody can answer what has not been said yet: one of the two speeches is a slip. (In public forum the
AR comes before the NR: what the second side says in its NR is answered in the AS.)

Bad:

    topic: The town should build a pool.
        format: public-forum

    side pro: For the pool
    side con: Against the pool

    claim jobs (pro) analytic @AC: A pool gives work to twelve people.
        rebuttal away @NR: Most of them would come from other towns.
            rebuttal @AR: Only those who live here may apply.

Good:

    topic: The town should build a pool.
        format: public-forum

    side pro: For the pool
    side con: Against the pool

    claim jobs (pro) analytic @AC: A pool gives work to twelve people.
        rebuttal away @NR: Most of them would come from other towns.
            rebuttal @AS: Only those who live here may apply.

Fix: write the speech in which the answer is given.
"""

from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Rebuttals that are said before what they answer is, each once."""
    if subject.flow is None:
        return
    order = ", ".join(speech.name for speech in subject.flow.floor.speeches)
    for answer, later in subject.flow.early.items():
        yield Finding(
            answer.span,
            f"`{answer.name}` answers `{later.name}` before it is said: in the {answer.speech}, and `{later.name}`"
            f" comes in the {later.speech}",
            f"correct one of the two speeches; their order is {order}",
            (Label(later.span, f"this is said in the {later.speech}"),),
        )


RULE = Rule("early-answer", Group.DEBATE, Severity.WARNING, check, __doc__)
