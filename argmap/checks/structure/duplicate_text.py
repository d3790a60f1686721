"""Two statements that say the same.

A reader looks for the difference and finds none, and an answer to one of them misses the other.
Say it once and refer to it. The same words from two different sources are no fault.

Bad:

    claim dam analytic: The dam is old.
        claim cracks analytic: Its wall has cracks that widen.

    claim flood analytic: The valley is at risk.
        claim analytic: Its wall has cracks that widen.

Good:

    claim dam analytic: The dam is old.
        claim cracks analytic: Its wall has cracks that widen.

    claim flood analytic: The valley is at risk.
        claim cracks

Fix: remove one, and in its place name the other: a line with its kind and its id alone.
"""

import re
from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ...model import Source, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject

FEWEST_LETTERS = 16
"""Short answers such as "No warrant." are said again and again, and rightly so."""
LETTERS = re.compile(r"\w+")


def check(subject: Subject) -> Iterator[Finding]:
    """Statements whose words, capitals and punctuation apart, were said before."""
    said: dict[tuple[str, frozenset[Source]], Statement] = {}
    for statement in subject.map.statements:
        words = " ".join(LETTERS.findall(statement.text)).casefold()
        if len(words) < FEWEST_LETTERS:
            continue
        key = words, frozenset(cite.source for cite in statement.cites)
        first = said.setdefault(key, statement)
        if first is not statement:
            yield Finding(
                statement.prose.whole,
                f"`{statement.name}` says the same as `{first.name}`",
                f"say it once, and refer to it: `{first.kind} {first.id}`"
                if first.id
                else f"say it once: give {first.label} an id, and name it here by its kind and that id",
                (Label(first.prose.whole, "said here first"),),
            )


RULE = Rule("duplicate-text", Group.STRUCTURE, Severity.WARNING, check, __doc__)
