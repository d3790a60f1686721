"""A statement that rebuts itself, or its own link.

As drawn it can never stand: whatever speaks for it speaks against it. Nearly always one of the
two ids is a slip.

Bad:

    claim jury analytic: Juries are fair.
    claim bias analytic: Juries share the bias of their town.

    bias rebuts bias

Good:

    claim jury analytic: Juries are fair.
    claim bias analytic: Juries share the bias of their town.

    bias contradicts jury

Fix: name the statement that was meant.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import LinkKind, Node, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Rebuttals of themselves, or of a link that they are a part of."""
    for link in subject.map.links:
        if link.kind is not LinkKind.REBUTS:
            continue
        for source in link.sources:
            if source in _parties(link.target):
                itself = "itself" if source is link.target else "its own link"
                yield Finding(link.span, f"`{source.name}` rebuts {itself}", "name the statement that it answers")


def _parties(target: Node) -> tuple[Statement, ...]:
    return (target,) if isinstance(target, Statement) else target.sources


RULE = Rule("self-rebuttal", Group.STRUCTURE, Severity.ERROR, check, __doc__)
