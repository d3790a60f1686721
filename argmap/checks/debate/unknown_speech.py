"""A speech that the topic's format does not have.

Bad:

    topic: The town should build a pool.
        format: public-forum

    claim jobs analytic @1AC: A pool gives work to twelve people.

Good:

    topic: The town should build a pool.
        format: public-forum

    claim jobs analytic @AC: A pool gives work to twelve people.

Mend: write one of the format's speeches, or correct the format.
"""

from collections.abc import Iterator

from ...diagnostic import Edit, Severity
from ...model import Statement
from ...source import Span
from ...vocabulary import nearest
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .floor import floor_of


def check(subject: Subject) -> Iterator[Finding]:
    """Statements whose speech is none of the format's."""
    floor = floor_of(subject.map)
    if floor is None:
        return
    for statement in subject.map.statements:
        if statement.speech is None or floor.known(statement.speech):
            continue
        alike = [speech for speech in floor.speeches if speech.casefold() == statement.speech.casefold()]
        meant = alike[0] if alike else nearest(statement.speech, floor.speeches)
        span = _speech_span(statement)
        hint = f"; did you mean `{meant}`?" if meant else ""
        yield Finding(
            span,
            f"{floor.format} has no speech `{statement.speech}`{hint}",
            f"its speeches are {', '.join(floor.speeches)}",
            edits=(Edit(span, f"@{meant}"),) if alike else (),
        )


def _speech_span(statement: Statement) -> Span:
    """The place of `@1AC` in a statement's head."""
    head = statement.span
    at = head.text.find(f"@{statement.speech}")
    if at < 0:
        return head
    return Span(head.file, head.start + at, head.start + at + len(statement.speech or "") + 1)


RULE = Rule("unknown-speech", Group.DEBATE, Severity.WARNING, check, __doc__)
