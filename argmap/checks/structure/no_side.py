"""A main claim of no side, in a map with two.

A ballot counts the main claims of each side. One that belongs to none wins nothing for anybody, however well
it stands: mostly its `(pro)` was forgotten. A claim that both sides argue about, such as the motion itself,
may have none: some of what bears on it says whose it is.

Bad:

    side pro: Start later
    side con: Keep the bell

    claim sleep analytic: Pupils sleep more.
        rebuttal: They only stay up longer.
            rebuttal: Where it was tried they did not.

Good:

    side pro: Start later
    side con: Keep the bell

    claim sleep (pro) analytic: Pupils sleep more.
        rebuttal: They only stay up longer.
            rebuttal: Where it was tried they did not.

Fix: write whose claim it is behind its id; what stands under it is of the same side, and its rebuttals of
the other. A section may say it for all of its claims: `section (pro): The case for`.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...english import listed
from ...model import Kind, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Main claims without a side, under which nobody's words stand either."""
    sides = subject.map.sides
    if len(sides) < 2 or all(statement.side for statement in subject.map.statements):
        return
    ways = " or ".join(f"`({side.id})`" for side in sides)
    nobody = listed((f"`{side.id}`" for side in sides), "nor")
    for claim in subject.map.tops:
        if claim.kind is Kind.CLAIM and claim.side is None and not _argued(subject, claim):
            yield Finding(
                claim.span,
                f"the claim `{claim.name}` has no side: it counts for neither {nobody}",
                f"write {ways} behind its id",
            )


def _argued(subject: Subject, claim: Statement) -> bool:
    """Whether something that bears on a claim has a side."""
    seen, waiting = {claim}, [claim]
    for statement in waiting:  # grows while it is walked
        for link in subject.map.links_onto(statement):
            for source in link.sources:
                if source.side:
                    return True
                if source not in seen:
                    seen.add(source)
                    waiting.append(source)
    return False


RULE = Rule("no-side", Group.STRUCTURE, Severity.WARNING, check, __doc__, judges_gaps=True)
