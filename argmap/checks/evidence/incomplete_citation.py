"""A source whose citation is not complete (profile `nsda`).

The full citation is due as far as the original gives one: author, credentials, date, publisher,
URL and the day it was read if it is digital, and a page if it is not (NSDA 7.1.C). Where the
original does not give something, say so with `none-in-source`: "missing" and "does not exist" are
not the same.

Bad:

    topic: Should the library open on Sundays?
        rules: nsda

    source visits: Library visits in 2023
        date: 2023

    claim sunday analytic: The library should open on Sundays.
        evidence many [visits page 2]: Saturdays draw the most readers.

Good:

    topic: Should the library open on Sundays?
        rules: nsda

    source visits: Library visits in 2023
        author: Dana Smith
        credentials: City librarian
        date: 2023
        publisher: City of Elm
        url: none-in-source

    claim sunday analytic: The library should open on Sundays.
        evidence many [visits page 2]: Saturdays draw the most readers.

Fix: write the missing fields under the source.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...english import listed
from ...model import NONE_IN_SOURCE, Source
from ..rule import Finding, Group, Rule
from ..subject import Subject

ALWAYS = ("author", "credentials", "date", "publisher", "url")


def check(subject: Subject) -> Iterator[Finding]:
    """Cited sources that lack a part of the citation that the rules ask for."""
    cites = [cite for statement in subject.map.statements for cite in statement.cites]
    cited = {cite.source for cite in cites}
    vague = {cite.source for cite in cites if cite.locator is None}
    for source in subject.map.sources:
        if source not in cited:
            continue
        lacking = [name for name in ALWAYS if name not in source.fields]
        if source.get("url") and "accessed" not in source.fields:
            lacking.append("accessed")
        if _on_paper(source) and source in vague and "pages" not in source.fields:
            lacking.append("pages")
        if lacking:
            yield Finding(
                source.span,
                f"the citation of `{source.id}` lacks {listed(lacking)}",
                f"write `{lacking[0]}: ...` under it; where the original gives none, `{lacking[0]}: {NONE_IN_SOURCE}`",
            )


def _on_paper(source: Source) -> bool:
    return "url" in source.fields and source.get("url") is None


RULE = Rule(
    "incomplete-citation",
    Group.EVIDENCE,
    Severity.ERROR,
    check,
    __doc__,
    judges_gaps=True,
    profiles=frozenset({"nsda"}),
)
