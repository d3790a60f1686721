"""All evidence of one side comes from one source, or from one author.

If that source falls, everything falls: one indictment of its author answers the whole case. The
limit `single-source` says from how many pieces of evidence on this is worth a remark (4).

Bad:

    source gray: Why trains win
        author: Ada Gray
        date: 2023

    claim rail analytic: The line should be built.
        evidence a [gray page 1]: Trains carry more people than roads do.
        evidence b [gray page 2]: They use less land.
        evidence c [gray page 3]: They hurt fewer people.
        evidence d [gray page 4]: They last longer.

Good:

    source gray: Why trains win
        author: Ada Gray
        date: 2023

    source bell: Railways counted
        author: Ivo Bell
        date: 2022

    claim rail analytic: The line should be built.
        evidence a [gray page 1]: Trains carry more people than roads do.
        evidence b [gray page 2]: They use less land.
        evidence c [bell page 3]: They hurt fewer people.
        evidence d [bell page 4]: They last longer.

Fix: find a second source for what matters most.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...english import listed
from ...model import Kind, Side, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Sides (or maps without sides) of which every piece of evidence cites one source."""
    by_side: dict[Side | None, list[Statement]] = {}
    for statement in subject.map.statements:
        if statement.cites and (statement.kind is Kind.EVIDENCE or statement.card):
            by_side.setdefault(statement.side, []).append(statement)
    for side, evidence in by_side.items():
        sources = list(dict.fromkeys(cite.source for statement in evidence for cite in statement.cites))
        hands = {tuple(sorted(source.authors)) or source.id for source in sources}
        if len(hands) == 1 and len(evidence) >= subject.limits.single_source:
            whose = f" of `{side.id}`" if side else ""
            where = listed(f"`{source.id}`" for source in sources)
            by = f", all by {listed(sources[0].authors)}" if len(sources) > 1 else ""
            yield Finding(
                side.span if side else sources[0].span,
                f"all {len(evidence)} pieces of evidence{whose} come from {where}{by}",
                f"one indictment of {'that author' if by else 'it'} answers them all: find a second source",
            )


RULE = Rule("single-source", Group.EVIDENCE, Severity.INFO, check, __doc__)
