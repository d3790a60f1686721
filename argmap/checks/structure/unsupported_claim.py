"""A claim that nothing supports.

A judge gives no credit to a bare claim, and the other team needs only to say "no warrant". Give
it evidence or a reason; where it stands on reasoning alone, say so with `analytic`.

Bad:

    claim pool: The town should build a pool.

Good:

    source survey: Town survey 2023
        date: 2023

    claim pool: The town should build a pool.
        evidence asked [survey page 4]: Two in three households ask for one.

    claim safety analytic: Children who can swim are safer near water.

Fix: write `evidence` or a `claim` under it, let another statement support it, or mark it
`analytic`.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...graph.granting import granted
from ...model import Kind, LinkKind, Statement
from ...regex import regex
from ..rule import Finding, Group, Rule
from ..subject import Subject

OF_ITS_OWN = regex(
    r" ?(?P<begins>(?:because|but|so|since|therefore|for example)\s+\S+|[A-Z][\w-]*(?: \w+){0,2}:(?=\s)"
    r"|(?:[-*•]|[0-9]{1,2}[.)])\s+\S+|[A-Z][\w'’-]+,?\s+['’]?(?:19|20)?[0-9]{2}\b|[\"“]\S+)"
)
"""How a line begins that was probably meant as a reason or an answer."""


def check(subject: Subject) -> Iterator[Finding]:
    """Claims with no support, unless marked `analytic`, conceded or given up."""
    map, settled = subject.map, granted(subject.map)
    for statement in map.statements:
        if statement.kind is not Kind.CLAIM or statement.analytic:
            continue
        if statement in settled.accepted or statement in settled.given_up:
            continue
        if any(link.kind is LinkKind.SUPPORTS for link in map.links_onto(statement)):
            continue
        if statement.cites or statement.card:
            yield Finding(
                statement.span,
                f"nothing supports `{statement.name}`: what its source says is not written as evidence",
                "write what the source says as `evidence` under the claim, with the citation there",
            )
        else:
            yield Finding(
                statement.span,
                f"nothing supports `{statement.name}`",
                _way_out(statement),
            )


def _way_out(statement: Statement) -> str:
    """What to do about a claim; lines below it that were meant as reasons may have become its words."""
    starts = (offset for offset, _ in statement.prose.pieces[1:])
    own = next((found for at in starts if (found := OF_ITS_OWN.match(statement.text, at))), None)
    if own:
        return (
            f"the line that begins with `{own['begins']}` is read as words of this claim: start it with a word such as"
            " `evidence:`, `claim:` or `rebuttal:`"
        )
    return "put evidence or a reason under it; if reasoning alone carries it, mark it `analytic`"


RULE = Rule("unsupported-claim", Group.STRUCTURE, Severity.WARNING, check, __doc__, judges_gaps=True)
