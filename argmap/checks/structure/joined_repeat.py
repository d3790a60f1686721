"""Statements joined with `+` where some of them alone already support the same.

`a + b support c` says that neither carries `c` alone. Where a line `a supports c` stands as well,
the two disagree, and the joined one adds nothing. (What is nested goes into the joined support.)

Bad:

    claim vote analytic: Sixteen is old enough to vote.
    claim work analytic: Those who work and pay tax should have a say.
    claim young analytic: Many work and pay tax at sixteen.

    work supports vote
    work + young support vote

Good:

    claim vote analytic: Sixteen is old enough to vote.
    claim work analytic: Those who work and pay tax should have a say.
    claim young analytic: Many work and pay tax at sixteen.

    work + young support vote

Fix: remove the line that was not meant.
"""

from collections.abc import Iterator, Sequence

from ...diagnostic import Label, Severity
from ...model import Link, LinkKind, Node, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Joined supports that hold all statements of another support of the same target."""
    onto: dict[Node, list[Link]] = {}
    joined = {link.target for link in subject.map.links if link.joined}
    for link in subject.map.links:
        if link.kind is LinkKind.SUPPORTS and link.target in joined:
            onto.setdefault(link.target, []).append(link)
    for links in onto.values():
        yield from _repeats(links)


def _repeats(links: Sequence[Link]) -> Iterator[Finding]:
    having: dict[Statement, list[Link]] = {}
    for link in links:
        for source in link.sources:
            having.setdefault(source, []).append(link)
    reported: set[Link] = set()
    for part in links:
        # Only links that have the part's rarest statement can hold all of it.
        rarest = min((having[source] for source in part.sources), key=len)
        for whole in rarest:
            if whole is part or whole in reported or not _holds(whole, part):
                continue
            reported.add(whole)
            yield Finding(
                whole.span,
                f"{_names(part)} already {'support' if part.joined else 'supports'} this without the rest:"
                " joining them adds nothing",
                "keep the joined line if neither carries it alone, else the other one",
                (Label(part.span, "supported here"),),
            )


def _holds(whole: Link, part: Link) -> bool:
    return len(whole.sources) > len(part.sources) and set(part.sources) <= set(whole.sources)


def _names(link: Link) -> str:
    return " + ".join(f"`{source.name}`" for source in link.sources)


RULE = Rule("joined-repeat", Group.STRUCTURE, Severity.WARNING, check, __doc__)
