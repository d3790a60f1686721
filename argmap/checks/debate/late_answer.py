"""An answer that comes after the speech in which it was due.

A judge does not count it, nor does `argmap judge`: the other side could rely on having won the point.
Weighing (`outweigh`) may come late. Where nothing else answered in time, `dropped-answer` says so and
this rule is silent.

Bad:

    topic: The town should build a pool.
        format: lincoln-douglas

    side aff: Affirmative
    side neg: Negative

    claim health (aff) analytic @AC: Swimming keeps people well.
        rebuttal few mitigate @NC: Few would swim often enough.
        rebuttal lake @NR: They can swim in the lake.

Good:

    topic: The town should build a pool.
        format: lincoln-douglas

    side aff: Affirmative
    side neg: Negative

    claim health (aff) analytic @AC: Swimming keeps people well.
        rebuttal few mitigate @NC: Few would swim often enough.
        rebuttal lake @NC: They can swim in the lake.

Fix: give the answer in that speech, or leave it out.
"""

from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ...model import Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Answers that came too late to something that was answered in time, or need not have been."""
    if subject.flow is None:
        return
    told = {link for found in subject.dropped for link in found.late}
    for link, due in subject.flow.late.items():
        answer = link.sources[0]
        if link in told:
            continue
        said = f"`{answer.name}` comes too late, in the {answer.speech}"
        onto = link.target if isinstance(link.target, Statement) else link.target.sources[0]
        yield Finding(
            answer.span,
            f"{said}: `{onto.name}` was to be answered in the {due.name}",
            f"give it in the {due.name}, or leave it out: the judge will",
            (Label(onto.span, f"this is said in the {onto.speech}"),) if onto.speech else (),
        )


RULE = Rule("late-answer", Group.DEBATE, Severity.WARNING, check, __doc__)
