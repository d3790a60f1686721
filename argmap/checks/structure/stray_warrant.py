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

A warrant explains the link that the statement above it has by being nested. A link that a relation at
the margin says, such as `price supports tax`, has no place for one.

Fix: put it under the statement whose bearing it explains, or write it as a `claim`: a reason of
its own.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import ArgumentMap, Kind, LinkKind, Statement
from ...source import SourceFile
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Warrants that lead to nothing."""
    margin: dict[SourceFile, Statement] = {}
    statements, links_from = subject.map.statements, subject.map.links_from
    if not any(each.kind is Kind.WARRANT and not links_from(each) for each in statements):
        return
    for statement in statements:
        if statement.span.start == statement.file.line_start(statement.span.line):
            margin[statement.file] = statement
        if statement.kind is Kind.WARRANT and not links_from(statement):
            yield Finding(
                statement.span,
                f"the warrant `{statement.name}` explains no link",
                _way_out(subject.map, margin.get(statement.file)),
            )


def _way_out(map: ArgumentMap, above: Statement | None) -> str:
    """How to mend a warrant that stands under the statement `above` at the margin."""
    link = next(iter(map.links_from(above)), None) if above else None
    if above is None or link is None:
        return "put it under a statement that supports or rebuts another; if it is a reason of its own, write `claim`"
    if link.joined or not isinstance(link.target, Statement):
        return (
            "a warrant explains a link by nesting only, not one that a relation says: write it as a `claim`,"
            " and what it bears on"
        )
    target = link.target.name
    relation = f"`{above.name} {link.kind} {target}`"
    if link.kind is LinkKind.REBUTS and above.kind is not Kind.REBUTTAL:
        mend = f"write `{above.name}` as a `rebuttal` under `{target}`"
    else:
        mend = f"write `{above.kind} {above.name}` (without a colon) under `{target}`"
    return (
        f"a warrant explains a link by nesting only, not one that a relation says: in place of {relation},"
        f" {mend}, and the warrant below it; if it is a reason of its own, write `claim`"
    )


RULE = Rule("stray-warrant", Group.STRUCTURE, Severity.WARNING, check, __doc__, judges_gaps=True)
