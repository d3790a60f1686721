"""Words put into a quotation in square brackets (profile `nsda`).

Brackets are honest, yet each one makes the source say something in the debater's words. Some
leagues allow them, some do not; a judge who is asked will want to see the original. A changed
letter, `[T]he`, is no insertion.

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

Mend: begin the quotation after the word that needs explaining.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...quoting.pattern import Does
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Bracketed words in quotations and cards."""
    for verified in subject.quotations:
        pattern = verified.pattern
        joints = [joint for row in pattern.rows for joint in row.joints] + list(pattern.trailing)
        for joint in joints:
            if joint.does is Does.INSERTS:
                span = verified.quoted.span(joint.start, joint.end)
                yield Finding(
                    span,
                    f"“{verified.quoted.text[joint.start : joint.end]}” is put into the quotation",
                    "quote without it, or have the original at hand",
                )


RULE = Rule("bracketed-insertion", Group.EVIDENCE, Severity.WARNING, check, __doc__, profiles=frozenset({"nsda"}))
