"""How wide a text is.

Widths are Arial's, so that a text has one width on every machine; a letter that Arial lacks gets
a generous width by its kind. What is measured here fits in a browser that sets the same words.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from ..values import dataclass
from . import arial
from .typography import Type

ALLOWANCE = 1.04
"""Text may come out this much wider than measured before it touches its box."""

EMOJI = "\u231a-\u23ff\u2600-\u27bf\u2b1b-\u2b55\U0001f000-\U0001fbff"
"""Pictures that are set as letters, as a class of a pattern."""
_STRAY = {"\ufdfd": 12000, "\u2e3b": 3000, "\u2e3a": 2000}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one type. `tone` names its colour and may be left to the line."""

    text: str
    type: Type


@cache
def _table(bold: bool) -> dict[str, int]:
    widths: dict[str, int] = {}
    at = 0
    for token in (arial.BOLD if bold else arial.REGULAR).split():
        if token.endswith(":"):
            at = int(token[:-1], 16)
            continue
        wide, _, times = token.partition("*")
        for _ in range(int(times or 1)):
            widths[chr(at)] = int(wide)
            at += 1
    return widths


@cache
def _other(letter: str) -> int:
    """The width of a letter that Arial lacks, in thousandths of the size: generous on purpose."""
    if letter in _STRAY:
        return _STRAY[letter]
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if re.match(f"[{EMOJI}]", letter):
        return 1250
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1000
    return 800 if ord(letter) < 0x3000 else 1300


class _Letters(dict[str, int]):
    """The width of every letter that was asked for, and of all that Arial has."""

    def __missing__(self, letter: str) -> int:
        self[letter] = found = _other(letter)
        return found


@cache
def _letters(bold: bool) -> _Letters:
    return _Letters({letter: wide for letter, wide in _table(bold).items() if wide})


@lru_cache(maxsize=20_000)
def _units(text: str, bold: bool) -> int:
    """A width in thousandths of the size. Most words of a map come again and again."""
    return sum(map(_letters(bold).__getitem__, text))


def width(text: str, type: Type) -> float:
    """The width of a text on one line, in points."""
    return _units(text, type.bold) * type.size / 1000


def beginnings(text: str, type: Type, end: str) -> Sequence[float]:
    """The width of each beginning of a text (of no letter, of the first, and so on) with an end set behind it."""
    units = accumulate(map(_letters(type.bold).__getitem__, text), initial=_units(end, type.bold))
    return [wide * type.size / 1000 for wide in units]


def exact(text: str, type: Type) -> bool:
    """Whether every letter's width is Arial's own, not an estimate."""
    if text.isascii() and text.isprintable():
        return True
    return _table(type.bold).keys() >= set(text)


def runs_width(runs: Iterable[Run]) -> float:
    """The width of runs set on one line, in points."""
    return sum(width(run.text, run.type) for run in runs)
