"""A speech that the topic's format does not have.

Bad:

    topic: The town should build a pool.
        format: public-forum

    claim jobs analytic @1AC: A pool gives work to twelve people.

Good:

    topic: The town should build a pool.
        format: public-forum

    claim jobs analytic @AC: A pool gives work to twelve people.

The formats and their speeches (for the motion, and against it):

    policy                 for: 1AC first constructive, 2AC second constructive, 1AR first rebuttal,
                                2AR second rebuttal
                           against: 1NC first constructive, Block its 2NC and 1NR together,
                                2NC second constructive, 1NR first rebuttal, 2NR second rebuttal
    lincoln-douglas        for: AC constructive, 1AR first rebuttal, 2AR second rebuttal
                           against: NC constructive, NR rebuttal
    public-forum           for: AC constructive, AR rebuttal, AS summary, AF final focus
                           against: NC constructive, NR rebuttal, NS summary, NF final focus
    world-schools          for: P1 first speech, P2 second speech, P3 third speech, PR reply
                           against: O1 first speech, O2 second speech, O3 third speech, OR reply
    british-parliamentary  for: PM prime minister, DPM deputy prime minister,
                                MG member of the government, GW government whip
                           against: LO leader of the opposition,
                                DLO deputy leader of the opposition,
                                MO member of the opposition, OW opposition whip

Mend: write one of the format's speeches, or correct the format.
"""

from collections.abc import Iterator, Sequence

from ...diagnostic import Edit, Severity
from ...english import nearest
from ...model import Statement
from ...source import Span
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .floor import CALLED, Floor, floor_of


def check(subject: Subject) -> Iterator[Finding]:
    """Speeches that the format has not, each once, where it is first named."""
    floor = floor_of(subject.map)
    if floor is None:
        return
    named: dict[str, list[Statement]] = {}
    for statement in subject.map.statements:
        if statement.speech is not None and not floor.known(statement.speech):
            named.setdefault(statement.speech, []).append(statement)
    for speech, statements in named.items():
        spans = [_speech_span(statement) for statement in statements]
        alike = next((known for known in floor.speeches if known.casefold() == speech.casefold()), None)
        meant = alike or _meant(speech, statements, floor)
        hint = f"; did you mean `{meant}`?" if meant else ""
        times = f" ({len(statements)} statements name it)" if len(statements) > 1 else ""
        yield Finding(
            spans[0],
            f"{floor.format} has no speech `{speech}`{hint}{times}",
            "; ".join(_given(floor, opening=opening) for opening in (True, False)),
            edits=tuple(Edit(span, f"@{alike}") for span in spans) if alike else (),
        )


def _meant(speech: str, statements: Sequence[Statement], floor: Floor) -> str | None:
    """The one speech that is near, of those that the statements' sides give."""
    sides = {statement.side for statement in statements if statement.side}
    possible = [known for known in floor.speeches if all(floor.speaker(known) in (None, side) for side in sides)]
    first, last = nearest(speech, possible), nearest(speech, reversed(possible))
    return first if first == last else None


def _given(floor: Floor, *, opening: bool) -> str:
    called = CALLED[floor.format]
    speeches = ", ".join(f"{speech} ({called[speech]})" for speech in floor.given(opening=opening))
    if floor.sides is not None:
        return f"`{floor.sides[0 if opening else 1].id}` gives {speeches}"
    return f"{'for' if opening else 'against'} the motion: {speeches}"


def _speech_span(statement: Statement) -> Span:
    """The place of `@1AC` in a statement's head."""
    head = statement.span
    at = head.text.find(f"@{statement.speech}")
    if at < 0:
        return head
    return Span(head.file, head.start + at, head.start + at + len(statement.speech or "") + 1)


RULE = Rule("unknown-speech", Group.DEBATE, Severity.WARNING, check, __doc__)
