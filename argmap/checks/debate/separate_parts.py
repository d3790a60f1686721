"""A claim that lives on although a part of it fell.

Reasons that are nested under a claim carry it each for itself: where one falls, the others still hold
it. That is right for three reasons why buses are good. It is wrong for a chain, where the economy is
strong, the plan wrecks it, and that ends in war: without one of them nothing is left. Reasons that hold
only together are joined by `+`. It is said once, and only in a map that joins nothing.

Bad:

    topic: The state should build high-speed rail.
        format: lincoln-douglas

    side aff: Build it
    side neg: Do not build it

    claim war (neg) @NC: The plan wrecks the economy, and that ends in war.
        claim strong analytic: The economy is strong now.
        claim wrecks analytic: The plan wrecks it.
            rebuttal late analytic @1AR: The money is spent over thirty years.
        claim ends analytic: A wrecked economy ends in war.

    aff concedes strong, ends

Good:

    topic: The state should build high-speed rail.
        format: lincoln-douglas

    side aff: Build it
    side neg: Do not build it

    claim war (neg) @NC: The plan wrecks the economy, and that ends in war.
        claim strong analytic: The economy is strong now.
        + claim wrecks analytic: The plan wrecks it.
            rebuttal late analytic @1AR: The money is spent over thirty years.
        + claim ends analytic: A wrecked economy ends in war.

    aff concedes strong, ends

Fix: put `+` before the second reason, the third and so on, if they hold only together.
"""

from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ...english import listed
from ...graph.answering import answered
from ...model import Kind, Link, LinkKind, Node, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """The first claim under which one of several reasons has fallen and another stands."""
    map = subject.map
    if any(link.joined for link in map.links):
        return
    under: dict[Node, list[Statement]] = {}
    for link in map.links:
        if _is_part(link):
            under.setdefault(link.target, []).append(link.sources[0])
    if all(len(parts) == 1 for parts in under.values()):
        return
    hit = answered(subject.map)
    for statement in map.statements:
        parts = under.get(statement, ())
        fallen = [part for part in parts if _fallen(subject, part, hit)]
        standing = [part for part in parts if part not in hit]
        if fallen and standing:
            yield _finding(statement, fallen[0], standing)
            return


def _is_part(link: Link) -> bool:
    """Whether a link is made by a claim that stands nested under what it supports."""
    return link.kind is LinkKind.SUPPORTS and bool(link.nested) and link.sources[0].kind is Kind.CLAIM


def _fallen(subject: Subject, part: Statement, hit: frozenset[Statement]) -> bool:
    """Whether somebody denies a part and nothing answers that."""
    return any(
        link.kind is LinkKind.REBUTS and hit.isdisjoint(link.sources) and not link.weakens
        for link in subject.map.links_onto(part)
    )


def _finding(claim: Statement, fallen: Statement, standing: list[Statement]) -> Finding:
    names = listed((f"`{part.name}`" for part in standing), most=3)
    return Finding(
        fallen.span,
        f"nothing is left of `{fallen.name}`, but `{claim.name}` lives on: {names} still {_carries(standing)} it",
        "right if each of them is a reason for itself; where they hold only together, put `+` before the second"
        " one and those after it",
        (Label(claim.span, "this is what they carry"),),
    )


def _carries(standing: list[Statement]) -> str:
    return "carries" if len(standing) == 1 else "carry"


RULE = Rule("separate-parts", Group.DEBATE, Severity.INFO, check, __doc__)
