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

    {speeches}

Fix: write one of the format's speeches, or correct the format.
"""

import re
from collections.abc import Iterator, Sequence

from ...debate import FORMATS, Floor, floor_of
from ...diagnostic import Edit, Severity
from ...english import nearest
from ...model import Side
from ...regex import regex
from ...source import Span
from ..rule import Finding, Group, Rule
from ..subject import Subject

CITES = regex(r"\[.*\]", re.S)
WRITTEN = regex(r"@([^\s()\[\]:#@]+)")

Named = tuple[Span, Side | None]
"""Where a speech is named, and the side that speaks there."""


def check(subject: Subject) -> Iterator[Finding]:
    """Speeches that the format has not, each once, where it is first named."""
    floor = floor_of(subject.map)
    if floor is None:
        return
    found: dict[str, list[Named]] = {}
    for speech, span, side in _written(subject):
        if speech not in floor.by_name:
            found.setdefault(speech, []).append((span, side))
    for speech, places in found.items():
        alike = next((known for known in floor.by_name if known.casefold() == speech.casefold()), None)
        meant = alike or _meant(speech, places, floor)
        hint = f"; did you mean `{meant}`?" if meant else ""
        times = f" (it is named {len(places)} times)" if len(places) > 1 else ""
        yield Finding(
            places[0][0],
            f"{floor.format.name} has no speech `{speech}`{hint}{times}",
            "; ".join(_given(floor, motion=motion) for motion in (True, False)),
            edits=tuple(Edit(span, f"@{alike}") for span, _ in places) if alike else (),
        )


def _written(subject: Subject) -> Iterator[tuple[str, Span, Side | None]]:
    """Every speech that is written in a head, a section or a line that extends, with its place."""
    map = subject.map
    lines = {each.span: each.statement.side for each in map.extensions}  # one line may extend several
    heads = [*((section.span, section.side) for section in map.sections), *lines.items()]
    for head, side in (*heads, *((statement.span, statement.side) for statement in map.statements)):
        if "@" not in head.text:
            continue
        text = CITES.sub(lambda cites: " " * len(cites.group()), head.text)
        for written in WRITTEN.finditer(text):
            yield written[1], Span(head.file, head.start + written.start(), head.start + written.end()), side


def _meant(speech: str, places: Sequence[Named], floor: Floor) -> str | None:
    """The one speech that is near, of those that the sides that speak there give."""
    sides = {side for _, side in places if side}
    possible = [known for known in floor.by_name if all(floor.speaker(known) in (None, side) for side in sides)]
    first, last = nearest(speech, possible), nearest(speech, reversed(possible))
    return first if first == last else None


def _given(floor: Floor, *, motion: bool) -> str:
    speeches = ", ".join(f"{speech.name} ({speech.called})" for speech in floor.given(motion=motion))
    if floor.sides is not None:
        return f"`{floor.sides[0 if motion else 1].id}` gives {speeches}"
    return f"{'for' if motion else 'against'} the motion: {speeches}"


def _listed() -> str:
    """Every format with its speeches, as the page shows them."""
    from textwrap import fill  # for the page alone

    lines = []
    for format in FORMATS.values():
        for motion, who in ((True, "for"), (False, "against")):
            speeches = ", ".join(f"{s.name} {s.called}" for s in format.speeches if s.motion is motion)
            name = format.name if motion else ""
            lines.append(fill(f"    {name:22} {who}: {speeches}", 96, subsequent_indent=" " * 32))
    return "\n".join(lines).lstrip()


RULE = Rule("unknown-speech", Group.DEBATE, Severity.WARNING, check, __doc__, blanks={"{speeches}": _listed})
