"""A change that a quoter made, and how much it weighs."""

from enum import StrEnum

from ..regex import regex
from ..values import dataclass

SIGNED = regex(r"[≥≤<>±≈≠~−×÷$\u00a2-\u00a5\u20a0-\u20cf]")
"""A sign before a number."""
COUNTED = ("%", "‰", "°")
"""Signs after a number."""


class Weight(StrEnum):
    """How much a change weighs: the quotation is wrong; it needs a second look; it is worth knowing
    where brackets are not allowed."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


class Way(StrEnum):
    """In what way words were changed: by a bracket, or without a mark."""

    BRACKET = "bracket"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Fault:
    """One change: `start` and `end` are offsets in the quotation, `stands` the numbers of the words that
    the source has (first, one past the last)."""

    weight: Weight
    way: Way
    start: int
    end: int
    stands: tuple[int, int]
    message: str
    help: str


def numeric(word: str) -> bool:
    """Whether a word, as compared, is a number or a sign that belongs to one."""
    return word[:1].isdigit() or SIGNED.fullmatch(word) is not None or word in COUNTED
