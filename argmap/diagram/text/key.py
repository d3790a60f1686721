"""The key: what the shapes and lines of this map mean, and no others."""

from collections.abc import Sequence, Set

from ...model import ArgumentMap
from .. import typography as type_
from ..drawing import KeyEntry, TextLine
from ..measure import ALLOWANCE, Run
from ..measure import width as measured
from ..signs import Mark, Plate, Role, Shape, Standing
from ..typography import Tone, Type, at_least
from ..xml import clean
from .blocks import text_line
from .sides import SideLooks

SAMPLE = 34.0
"""The width of a sample, in points."""
ROW = 21.0
Sample = Shape | Role | Mark | Tone | Standing | tuple[Plate, Tone, Tone]

MEANINGS: tuple[tuple[Sample, str], ...] = (
    (Role.SUPPORT, "supports"),
    (Role.REBUT, "rebuts"),
    (Role.REBUT_LINK, "rebuts a link, not the points it joins"),
    (Role.WARRANT, "says why a link holds"),
    (Standing.FALLS, "does not count"),
    (Role.SPEAKS_FOR, "speaks for the topic"),
    (Role.SPEAKS_AGAINST, "speaks against it"),
    (Role.BEARS, "bears on the topic"),
    (Shape.CLAIM, "claim"),
    (Shape.REBUTTAL, "rebuttal"),
    (Shape.LINK_REBUTTAL, "no-link rebuttal"),
    (Shape.EVIDENCE, "evidence, with its source"),
    (Shape.WARRANT, "warrant"),
    (Shape.STUB, "stands elsewhere, and bears on this too"),
    (Tone.NOTE_LINE, "frame: these only work together"),
    (Mark.JOIN, "lines that meet: these only work together"),
)


def meanings(map: ArgumentMap, used: Set[Sample], *, falls: bool) -> Sequence[tuple[Sample, str]]:
    """What the key of a map has to explain: the sides, and of all signs those that are used."""
    shown = used | {Standing.FALLS} if falls else used
    return [*side_meanings(map), *((sample, meaning) for sample, meaning in MEANINGS if sample in shown)]


def side_meanings(map: ArgumentMap) -> list[tuple[Sample, str]]:
    """The sides of a map, each with how its labels are set."""
    looks = SideLooks(map)
    return [((look.plate, look.accent, look.tint), clean(side.name)) for side in map.sides for look in [looks.at(side)]]


def key_entries(
    meanings: Sequence[tuple[Sample, str]], top: float, width: float, margin: float, least: float = 0.0
) -> tuple[tuple[KeyEntry, ...], float]:
    """The entries in rows below `top`, on a page `width` points wide; and where the last row ends.
    No type is smaller than `least`."""
    if not meanings:
        return (), top - 14
    y, plain = top + 24, at_least(type_.KEY, least)
    left = margin + 34
    x = left
    entries = [KeyEntry(margin, y, None, _line(margin, y, "Key", at_least(type_.KEY_HEAD, least)))]
    for sample, meaning in meanings:
        wide = SAMPLE + 7 + measured(meaning, plain) * ALLOWANCE
        if x > left and x + wide > width - margin:
            x, y = left, y + ROW
        entries.append(KeyEntry(x, y, sample, _line(x + SAMPLE + 7, y, meaning, plain)))
        x += wide + 20
    return tuple(entries), y + 6


def _line(x: float, y: float, words: str, type: Type) -> TextLine:
    return text_line(x, y + 3.2, [(Run(words, type), Tone.INK)])
