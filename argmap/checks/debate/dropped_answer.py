"""An argument that the other side's next speech does not answer.

What is dropped is granted. Argmap looks at the map's speeches: an argument made in one of them
is due in the next speech of the other side that answers anything (in public forum the second
case is written before the first is heard, so that the second rebuttal speech is the first to
answer). Nothing is said of a side whose next speech the map has not reached.

Bad:

    topic: The town should build a pool.
        format: lincoln-douglas

    side aff: Affirmative
    side neg: Negative

    claim health (aff) analytic @AC: Swimming keeps people well.
    claim safety (aff) analytic @AC: Children learn to swim.
        rebuttal @NC: The school teaches it already.
            rebuttal @1AR: Only to those who are over twelve.

Good:

    topic: The town should build a pool.
        format: lincoln-douglas

    side aff: Affirmative
    side neg: Negative

    claim health (aff) analytic @AC: Swimming keeps people well.
        rebuttal mitigate @NC: Few would swim often enough.
    claim safety (aff) analytic @AC: Children learn to swim.
        rebuttal @NC: The school teaches it already.

Fix: answer it in that speech, or concede it: `neg concedes health`.
"""

from collections.abc import Iterator, Mapping, Sequence

from ...diagnostic import Severity
from ...graph.conceding import conceded
from ...model import Kind, Side, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .answers import answered, how_to_concede
from .floor import Floor, floor_of, said_before


def check(subject: Subject) -> Iterator[Finding]:
    """Claims that bear on nothing and rebuttals, made in a speech, and not answered when due."""
    floor = floor_of(subject.map)
    spoken = [statement for statement in subject.map.statements if statement.speech]
    if floor is None or floor.sides is None or not spoken:
        return
    settled, early = conceded(subject.map), said_before(subject.map, floor)
    reached = _reached(floor, spoken)
    answers: dict[str, frozenset[Statement]] = {}
    for statement in spoken:
        if statement in early:  # its speech is a slip, so that nothing follows from it: see `early-answer`
            continue
        due = _due(subject, floor, statement)
        other = floor.speaker(due) if due else None
        if due is None or other is None or (floor.when(due) or 0) > reached.get(other, -1):
            continue
        if due not in answers:
            answers[due] = _answered_by(subject, floor, due)
        if statement in answers[due] or other in settled.get(statement, ()):
            continue
        yield Finding(
            statement.span,
            f"`{other.id}` drops `{statement.name}`: nothing up to the {due} answers it",
            f"answer it in the {due}, or {how_to_concede(other, statement)}",
        )


def _reached(floor: Floor, spoken: Sequence[Statement]) -> Mapping[Side, int]:
    """How far each side has come in the map: the position of the last speech that it says something in."""
    reached: dict[Side, int] = {}
    for statement in spoken:
        at, speaker = floor.when(statement.speech), floor.speaker(statement.speech)
        if at is not None and speaker is not None:
            reached[speaker] = max(at, reached.get(speaker, -1))
    return reached


def _due(subject: Subject, floor: Floor, statement: Statement) -> str | None:
    """The speech in which an argument has to be answered; None where it is no argument of its own."""
    at = floor.when(statement.speech)
    if at is None or statement.side is None:
        return None
    if statement.kind is Kind.REBUTTAL or (statement.kind is Kind.CLAIM and not subject.map.links_from(statement)):
        due = floor.due(at, statement.side)
        return due.name if due else None
    return None


def _answered_by(subject: Subject, floor: Floor, due: str) -> frozenset[Statement]:
    """What is answered by the end of a speech; an answer that names no speech counts as given."""
    latest = floor.when(due) or 0
    in_time = [
        statement
        for statement in subject.map.statements
        if (at := floor.when(statement.speech)) is None or at <= latest
    ]
    return answered(subject, in_time)


RULE = Rule("dropped-answer", Group.DEBATE, Severity.WARNING, check, __doc__, judges_gaps=True)
