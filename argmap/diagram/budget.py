"""How many further links a picture bears as lines: the others are stubs."""

from collections.abc import Collection, Mapping, Sequence

from ..model import ArgumentMap, Link
from .drawing import Drawing, Tie, Trunk
from .routing.crossings import crossings, length

LONGEST = 600.0
"""No line of a further link is longer than this, in points, nor than half the picture."""
STATEMENTS = 10
"""For so many statements, one crossing."""
MOST = 2
"""A line of a further link crosses no more others than this."""


def too_much(map: ArgumentMap, drawing: Drawing, lines: Collection[Link]) -> set[Link]:
    """The further links among `lines` whose line should give way to a stub.

    First whatever is too long; then, while lines cross too often or one crosses more than `MOST`, the one
    that crosses most (of two alike the first in the file). The lines of homes are not asked: they stay.
    """
    numbers = {f"link-{number}": link for number, link in enumerate(map.links, 1)}
    drawn = [tie for tie in drawing.ties if tie.paths]
    asked: Mapping[int, Link] = {
        at: numbers[tie.name] for at, tie in enumerate(drawn) if tie.name and numbers[tie.name] in lines
    }
    limit = min(LONGEST, max(drawing.width, drawing.height) / 2)
    gone = {link for at, link in asked.items() if length(drawn[at].paths) > limit}
    meeting = _meetings(drawn, drawing.trunks, {at for at, link in asked.items() if link in gone})
    allowed = len(map.statements) // STATEMENTS
    while meeting:
        counts = {
            at: sum(times for pair, times in meeting.items() if at in pair)
            for at, link in asked.items()
            if link not in gone
        }
        worst = max(counts, key=lambda at: counts[at], default=None)
        if worst is None or not counts[worst] or (sum(meeting.values()) <= allowed and counts[worst] <= MOST):
            break
        gone.add(asked[worst])
        meeting = {pair: times for pair, times in meeting.items() if worst not in pair}
    return gone


def _meetings(drawn: list[Tie], trunks: Sequence[Trunk], without: Collection[int]) -> dict[tuple[int, int], int]:
    """How often each two lines cross."""
    found: dict[tuple[int, int], int] = {}
    lines = [() if at in without else tie.paths for at, tie in enumerate(drawn)]
    for pair in crossings([*lines, *((trunk.path,) for trunk in trunks)]):
        found[pair] = found.get(pair, 0) + 1
    return found
