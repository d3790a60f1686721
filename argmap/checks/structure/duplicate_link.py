"""A link that is written more than once.

Nesting and a relation say the same thing twice. It counts once, but whoever changes one of the
two lines later will wonder why nothing happens.

Bad:

    claim zoo analytic: Zoos protect rare animals.
        claim breed analytic: Some kinds live on only in zoos.

    breed supports zoo

Good:

    claim zoo analytic: Zoos protect rare animals.
        claim breed analytic: Some kinds live on only in zoos.

Fix: remove the second line. `argmap check --fix` does it where that line says nothing else.
"""

from collections.abc import Iterator

from ...diagnostic import Edit, Label, Severity
from ...model import Link, LinkKind, Statement
from ...regex import regex
from ...source import Span
from ..rule import Finding, Group, Rule
from ..subject import Subject

RELATION = regex(r"[^\s:|#][^:|#]*\s(?:supports?|rebuts?)\s[^:|#]*")


def check(subject: Subject) -> Iterator[Finding]:
    """Every further place of a link that has several."""
    told: set[Span] = set()
    for link in subject.map.links:
        for again in link.spans[1:]:
            if again in told:  # the two ways of a contradiction stand in one place
                continue
            told.add(again)
            yield Finding(
                again,
                f"it is already said that {_said(link)}",
                "remove one of the two lines",
                (Label(link.span, "said here first"),),
                _removal(again),
            )


def _said(link: Link) -> str:
    sources = " + ".join(f"`{source.name}`" for source in link.sources)
    verb = link.kind.value if len(link.sources) == 1 else link.kind.removesuffix("s")
    if isinstance(link.target, Statement):
        return f"{sources} {verb} `{link.target.name}`"
    does = "supports" if link.target.kind is LinkKind.SUPPORTS else "rebuts"
    return f"{sources} {verb} the link by which `{link.target.sources[0].name}` {does} another"


def _removal(span: Span) -> tuple[Edit, ...]:
    """The edit that takes a line away, if the line is a relation that says this and nothing else."""
    file = span.file
    line = file.line_column(span.start)[0]
    start = file.line_start(line)
    words = file.line_text(line)
    if not RELATION.fullmatch(words):
        return ()
    end = file.text.find("\n", start)
    return (Edit(Span(file, start, end + 1 if end >= 0 else len(file.text)), ""),)


RULE = Rule("duplicate-link", Group.STRUCTURE, Severity.INFO, check, __doc__)
