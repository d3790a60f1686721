"""Evidence, or a card, that cites no source.

What has no source is not evidence; it is an analytic, and a judge weighs it as one. (NSDA 7.1.A:
an idea with no attribution is not evidence.)

Bad:

    claim park analytic: The park should be kept.
        evidence trees: Its trees cool the street by two degrees.

Good:

    source heat: City heat report
        date: 2023

    claim park analytic: The park should be kept.
        evidence trees [heat page 7]: Its trees cool the street by two degrees.

Fix: cite the source in square brackets; or, if it is reasoning, write `claim ... analytic`.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import Kind
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Evidence without a citation, unless marked `analytic`; and any card without one."""
    for statement in subject.map.statements:
        if statement.cites:
            continue
        if statement.card:
            yield Finding(
                statement.card.span,
                f"the card of `{statement.name}` has no source",
                f"cite it in square brackets: `{statement.kind} {statement.id or 'ID'} [SOURCE]: ...`",
            )
        elif statement.kind is Kind.EVIDENCE and not statement.analytic:
            yield Finding(
                statement.span,
                f"`{statement.name}` cites no source",
                "cite one in square brackets, `[SOURCE para 3]`; if this is reasoning, write `claim ... analytic`",
            )


RULE = Rule("no-citation", Group.EVIDENCE, Severity.WARNING, check, __doc__, judges_gaps=True)
