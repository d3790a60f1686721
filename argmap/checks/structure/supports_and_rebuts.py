"""A statement that supports and rebuts one and the same statement.

It cannot be a reason for it and an answer to it at once. Usually one of the two lines was meant
for another statement.

Bad:

    claim bus analytic: Free buses pay for themselves.
        claim fares analytic: Fares bring in little.

    fares rebuts bus

Good:

    claim bus analytic: Free buses pay for themselves.
        claim fares analytic: Fares bring in little.

Fix: remove one of the two, or split the statement into the part that helps and the part that
hurts.
"""

from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ...model import Link, LinkKind, Node, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Pairs of links of opposite kind from one statement onto one target."""
    first: dict[tuple[Statement, Node], Link] = {}
    reported: set[tuple[Statement, Node]] = set()
    for link in subject.map.links:
        for source in link.sources:
            if len(subject.map.links_from(source)) < 2:
                continue
            pair = source, link.target
            other = first.setdefault(pair, link)
            if other.kind is link.kind or pair in reported:
                continue
            reported.add(pair)
            target = f"`{link.target.name}`" if isinstance(link.target, Statement) else "the same link"
            does = "supports" if other.kind is LinkKind.SUPPORTS else "rebuts"
            yield Finding(
                link.span,
                f"`{source.name}` both supports and rebuts {target}",
                "remove one of the two, or split the statement in two",
                (Label(other.span, f"it {does} it here"),),
            )


RULE = Rule("supports-and-rebuts", Group.STRUCTURE, Severity.ERROR, check, __doc__)
