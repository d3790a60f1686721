"""Words put into a quotation in square brackets (profile `nsda`).

Brackets are honest, yet each one makes the source say something in the debater's words. Some
leagues allow them, some do not; a judge who is asked will want to see the original. `[T]he` for
`the`, `[sic]` and brackets that the source itself has are no insertion.

Source rain.txt:

    They rise fast, and nobody is warned.

Bad:

    topic: Should the town move?
        rules: nsda

    source rain: The river
        author: Dana Smith
        credentials: none-in-source
        date: 2023
        publisher: City of Elm
        url: none-in-source
        text: rain.txt

    claim move analytic: The town should move.
        evidence fast [rain para 1]: "They [the floods] rise fast".

Good:

    topic: Should the town move?
        rules: nsda

    source rain: The river
        author: Dana Smith
        credentials: none-in-source
        date: 2023
        publisher: City of Elm
        url: none-in-source
        text: rain.txt

    claim move analytic: The town should move.
        evidence fast [rain para 1]: The floods "rise fast".

Fix: begin the quotation after the word that needs explaining.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...quoting.faults import Way, Weight
from ...quoting.pattern import Does
from ...quoting.verify import Verified
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .changes import changes


def check(subject: Subject) -> Iterator[Finding]:
    """Bracketed words in quotations and cards, and the words of the source that they stand for."""
    for verified in subject.quotations:
        yield from changes(verified, Weight.REMARK, Way.BRACKET)
        if verified.placed is None:
            yield from _unplaced(verified)


def _unplaced(verified: Verified) -> Iterator[Finding]:
    """Bracketed words in a quotation that was not found, or could not be compared."""
    for joint in verified.pattern.joints:
        if joint.does is Does.INSERTS:
            made = verified.quoted.text[joint.start : joint.end]
            help = "quote without it, or have the original at hand"
            yield Finding(verified.quoted.span(joint.start, joint.end), f"“{made}” is put into the quotation", help)


RULE = Rule("bracketed-insertion", Group.EVIDENCE, Severity.WARNING, check, __doc__, profiles=frozenset({"nsda"}))
