"""How each shape and line is inked. Line style and tip carry the meaning; colour repeats it."""

from collections.abc import Mapping
from enum import Enum

from ...values import dataclass
from ..palette import DARK, LIGHT
from ..signs import Role, Shape
from ..typography import Tone


class Tip(Enum):
    """What a line ends in."""

    HEAD = "filled triangle"
    TEE = "bar"
    DIAMOND = "open diamond"
    HOLLOW = "open triangle"


@dataclass(frozen=True, slots=True)
class Line:
    """A line's colour, its width in points, its dashes and its tip."""

    tone: Tone
    width: float
    dash: str
    tip: Tip


@dataclass(frozen=True, slots=True)
class Outline:
    """A box's outline (its width in points), fill and corners."""

    tone: Tone
    width: float
    dash: str
    fill: Tone
    radius: float


LINES: Mapping[Role, Line] = {
    Role.SUPPORT: Line(Tone.SUPPORT, 1.5, "", Tip.HEAD),
    Role.REBUT: Line(Tone.REBUT, 1.7, "5.5 3", Tip.TEE),
    Role.REBUT_LINK: Line(Tone.LINK_REBUT, 2.0, "0.1 4", Tip.DIAMOND),
    Role.WARRANT: Line(Tone.SUPPORT, 1.0, "", Tip.HOLLOW),
    Role.SPEAKS_FOR: Line(Tone.SUPPORT, 0.9, "", Tip.HEAD),
    Role.SPEAKS_AGAINST: Line(Tone.REBUT, 0.9, "4 2.5", Tip.TEE),
    Role.BEARS: Line(Tone.NOTE_LINE, 0.9, "", Tip.HEAD),
}

BOXES: Mapping[Shape, Outline] = {
    Shape.TOPIC: Outline(Tone.INK, 2.8, "", Tone.PAGE, 10),
    Shape.CLAIM: Outline(Tone.INK, 1.2, "", Tone.PAGE, 9),
    Shape.REBUTTAL: Outline(Tone.INK, 1.2, "4.5 2.8", Tone.PAGE, 9),
    Shape.LINK_REBUTTAL: Outline(Tone.LINK_REBUT, 1.1, "", Tone.PAGE, 2),
    Shape.EVIDENCE: Outline(Tone.NOTE_LINE, 0.9, "", Tone.NOTE_FILL, 0),
    Shape.WARRANT: Outline(Tone.NOTE_LINE, 0.7, "", Tone.PAGE, 1.5),
    Shape.ROW: Outline(Tone.PAGE, 0.0, "", Tone.PAGE, 0),
    Shape.STUB: Outline(Tone.RULE, 0.7, "", Tone.PAGE, 8),
}


def style_sheet() -> str:
    """Dark colours for a dark screen. It prints light, and works in a picture within a page too."""
    rules = [
        f'[{attribute}="{LIGHT[tone]}"]{{{attribute}:{DARK[tone]}}}'
        for tone in Tone
        for attribute in ("fill", "stroke")
    ]
    return f"@media screen and (prefers-color-scheme: dark){{{''.join(rules)}}}"
