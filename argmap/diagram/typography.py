"""The type of a diagram: which sizes, weights and tones its texts have."""

from dataclasses import replace
from enum import StrEnum
from functools import cache

from ..values import dataclass

FONT = "Arial,'Liberation Sans',Arimo,Helvetica,'Noto Sans',sans-serif"


class Tone(StrEnum):
    """What a colour is for. A palette gives each tone its colour."""

    PAGE = "page"
    INK = "ink"
    MUTED = "muted"
    RULE = "rule"
    SUPPORT = "support"
    REBUT = "rebut"
    LINK_REBUT = "link-rebut"
    NOTE_LINE = "note-line"
    NOTE_FILL = "note-fill"
    SIDE_1 = "side-1"
    SIDE_2 = "side-2"
    SIDE_3 = "side-3"
    SIDE_4 = "side-4"
    TINT_1 = "tint-1"
    TINT_2 = "tint-2"
    TINT_3 = "tint-3"
    TINT_4 = "tint-4"
    PLAIN_TINT = "plain-tint"


SIDES = (Tone.SIDE_1, Tone.SIDE_2, Tone.SIDE_3, Tone.SIDE_4)
TINTS = (Tone.TINT_1, Tone.TINT_2, Tone.TINT_3, Tone.TINT_4)


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: its size and its leading in points, its weight and slope; and its colour among the
    words of a statement in the flow."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    tone: Tone = Tone.INK


LEADING = 1.25
"""Of a type that is set larger than it mostly is: its leading to its size."""


@cache
def at_least(type: Type, size: float) -> Type:
    """A type set no smaller than a size, its leading to match."""
    return type if type.size >= size else replace(type, size=size, leading=max(type.leading, size * LEADING))


TITLE = Type(20, 24, bold=True)
SUBTITLE = Type(11, 15)
SIDE_ID = Type(12, 15, bold=True)
SIDE_NAME = Type(12, 15)
SECTION = Type(10, 12.5, bold=True)
TOPIC = Type(14, 17.5, bold=True)
STATEMENT = Type(10, 12.5)
STATEMENT_QUOTE = Type(10, 12.5, italic=True)
EVIDENCE = Type(9, 11.5)
EVIDENCE_QUOTE = Type(9, 11.5, italic=True)
LABEL = Type(8, 12, bold=True)
ID = Type(7.5, 12)
CITATION = Type(7.5, 9.5, italic=True, tone=Tone.MUTED)
REMARK = Type(7.5, 10, bold=True)
BADGE = Type(7.5, 10, bold=True)
MAIN_CLAIM = Type(12, 15, bold=True)
ANSWER_MARK = Type(8, 12.4, bold=True, tone=Tone.REBUT)
NO_LINK = Type(8, 12.4, bold=True, tone=Tone.LINK_REBUT)
BECAUSE = Type(7.6, 12.4, bold=True, tone=Tone.MUTED)
HEAD = Type(8.6, 12, bold=True)
ROW = Type(9, 13)
ROW_TEXT = Type(9, 13, bold=True)
STUB = Type(8.4, 11)
STUB_NOTE = Type(7.5, 10, bold=True)
TOGETHER = Type(7.5, 10)
KEY = Type(9, 12)
KEY_HEAD = Type(9, 12, bold=True)
FOOTER = Type(8, 11)
SMALLEST = min(each.size for each in (ID, CITATION, REMARK, TOGETHER, FOOTER, STUB_NOTE))
"""The size of the smallest text of a picture, in points."""
ON_SLIDES = 10.0
"""In a picture that is made for slides, all smaller texts are set in this size: large words need not be huge for
the sake of the small ones."""


def least_type(page: str | None) -> float:
    """The size of the smallest text of a picture that is made for a paper (None: for no paper), in points of the
    picture."""
    return ON_SLIDES if page == "slide" else SMALLEST
