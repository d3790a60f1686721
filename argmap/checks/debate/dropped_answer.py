"""An argument that the other side's next speech does not answer.

What is dropped is granted, and an answer that comes after the speech in which it was due does not
count: `argmap judge` keeps the flow by the same rule. Argmap looks at the map's speeches: an argument
made in one of them is due in the next speech of the other side that answers anything. In public forum
the cases are written before the other one is heard; and the second rebuttal need not answer the first
one, unless the settings say `second-rebuttal = true`. Nothing is said of a side whose next speech the
map has not reached, of a plan's text, a value or a criterion (by their id, tag or first word), and of
what is conceded.

Bad:

    topic: The town should build a pool.
        format: lincoln-douglas

    side aff: Affirmative
    side neg: Negative

    claim health (aff) analytic @AC: Swimming keeps people well.
    claim safety (aff) analytic @AC: Children learn to swim.
        rebuttal @NC: The school teaches it already.
            rebuttal @1AR: Only to those who are over twelve.

Good:

    topic: The town should build a pool.
        format: lincoln-douglas

    side aff: Affirmative
    side neg: Negative

    claim health (aff) analytic @AC: Swimming keeps people well.
        rebuttal mitigate @NC: Few would swim often enough.
    claim safety (aff) analytic @AC: Children learn to swim.
        rebuttal @NC: The school teaches it already.

Fix: answer it in that speech, or concede it: `neg concedes health`.
"""

from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ...graph.dropping import Dropped
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .answers import how_to_concede


def check(subject: Subject) -> Iterator[Finding]:
    """Main claims, contentions and rebuttals, made in a speech, and not answered when due."""
    for found in subject.dropped:
        side, statement, due = found.side, found.statement, found.due.name
        yield Finding(
            statement.span,
            f"`{side.id}` drops `{statement.name}`: nothing up to the {due} answers it",
            f"answer it in the {due}, or {how_to_concede(side, statement)}",
            tuple(_late(found)),
        )


def _late(found: Dropped) -> Iterator[Label]:
    for link in found.late:
        yield Label(link.sources[0].span, f"this came too late, in the {link.sources[0].speech}")


RULE = Rule("dropped-answer", Group.DEBATE, Severity.WARNING, check, __doc__, judges_gaps=True)
