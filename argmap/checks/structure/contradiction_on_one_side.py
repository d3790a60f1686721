"""One side holds a claim and its contradiction.

The other team will read the two aloud one after the other. A side that needs both positions says
so in the round; a map of one case should hold one of them.
A fact that supports both sides is nobody's contradiction.

Bad:

    side pro: For the tax
    side con: Against the tax

    claim small (pro) analytic: The tax is too small to hurt anyone.
    claim large (pro) analytic: The tax is large enough to change what people buy.
    claim cost (con) analytic: The tax costs families money.

    small contradicts large
    cost rebuts large
    large rebuts cost

Good:

    side pro: For the tax
    side con: Against the tax

    claim large (pro) analytic: The tax is large enough to change what people buy.
    claim cost (con) analytic: The tax costs families money.

    large contradicts cost

Fix: drop one of the two, or give one to the other side: `(con)`.
"""

from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ...model import LinkKind, Node, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Rebuttals of a statement by one of the same side; the two ways of a contradiction once."""
    reported: set[tuple[Statement, Node]] = set()
    supporting = {
        (source, link.target) for link in subject.map.links if link.kind is LinkKind.SUPPORTS for source in link.sources
    }
    for link in subject.map.links:
        target = link.target
        if link.kind is not LinkKind.REBUTS or not isinstance(target, Statement):
            continue
        for source in link.sources:
            if source is target or source.side is None or source.side is not target.side:
                continue
            if _shared(subject, source) or _shared(subject, target):
                continue
            # What supports the very statement that it rebuts is another rule's fault.
            if (target, source) in reported or (source, target) in supporting:
                continue
            reported.add((source, target))
            yield Finding(
                link.span,
                f"`{source.side.id}` holds both `{target.name}` and its answer `{source.name}`",
                "drop one of the two, or write the side that says it, in round brackets",
                (
                    Label(target.span, f"held by `{source.side.id}`"),
                    Label(source.span, f"held by `{source.side.id}` as well"),
                ),
            )


def _shared(subject: Subject, statement: Statement) -> bool:
    """Whether both sides use a statement: it supports something of another side as well."""
    return any(
        link.kind is LinkKind.SUPPORTS and subject.landing[link].side not in (None, statement.side)
        for link in subject.map.links_from(statement)
    )


RULE = Rule("contradiction-on-one-side", Group.STRUCTURE, Severity.WARNING, check, __doc__)
