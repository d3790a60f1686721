"""A map that names two sides and lets only one of them speak.

That is how a case is written before the round; it is no fault, only something to know before the
other team shows the rest.

Bad:

    side pro: For longer breaks
    side con: Against longer breaks

    claim play (pro) analytic: Pupils learn better after play.

Good:

    side pro: For longer breaks
    side con: Against longer breaks

    claim play (pro) analytic: Pupils learn better after play.
        rebuttal outweigh: A longer break takes time from lessons.
            rebuttal: What is taught to tired pupils is lost anyway.

Fix: write what the other side will say, or declare only the side whose case it is.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...english import listed, plural
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """The sides that say nothing, where another one does."""
    map = subject.map
    speaking = {statement.side for statement in map.statements if statement.side}
    if len(speaking) == 1 and len(map.sides) > 1:
        (one,) = speaking
        silent = [side for side in map.sides if side is not one]
        names = listed(f"`{side.id}`" for side in silent)
        yield Finding(
            silent[0].span,
            f"only `{one.id}` speaks in this map; {names} {plural(len(silent), 'says', 'say')} nothing",
            "for information: the other side's answers are not prepared here",
        )


RULE = Rule("one-sided", Group.STRUCTURE, Severity.INFO, check, __doc__, judges_gaps=True)
