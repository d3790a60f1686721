"""A warrant that stands under a statement which supports nothing.

A warrant says why one statement bears on another: it belongs under the first of the two. Where
that statement stands at the margin and bears on nothing, there is nothing to explain.

Bad:

    claim tax analytic: A tax on sugar makes people healthier.
        warrant: People buy less of what costs more.

Good:

    claim tax analytic: A tax on sugar makes people healthier.
        claim price analytic: It doubles the price of a bottle.
            warrant: People buy less of what costs more.

Mend: put it under the statement whose bearing it explains, or write it as a `claim`: a reason of
its own.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import Kind
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Warrants that lead to nothing."""
    for statement in subject.map.statements:
        if statement.kind is Kind.WARRANT and not subject.map.links_from(statement):
            yield Finding(
                statement.span,
                f"the warrant `{statement.name}` explains no link",
                "put it under a statement that supports or rebuts another; if it is a reason of its own, write `claim`",
            )


RULE = Rule("stray-warrant", Group.STRUCTURE, Severity.WARNING, check, __doc__, judges_gaps=True)
