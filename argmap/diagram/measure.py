"""How wide a text is, and where it breaks.

Widths are Arial's, so that a text has one width on every machine; a letter that Arial lacks gets
a generous width by its kind. What is measured here fits in a browser that sets the same words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from ..regex import regex
from . import arial
from .typography import Type

ALLOWANCE = 1.04
"""Text may come out this much wider than measured before it touches its box."""

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3"
    "\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
)
_EMOJI = "\u231a-\u23ff\u2600-\u27bf\u2b1b-\u2b55\U0001f000-\U0001fbff"
_CJK = "\U00020000-\U0003fffd"
_MARKS = "\u0300-\u036f\u200d\u20d0-\u20f0\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
_SINGLE = f"[{_WIDE}{_EMOJI}{_CJK}][{_MARKS}]*(?:(?<=\u200d)[{_WIDE}{_EMOJI}][{_MARKS}]*)*"
_WORD = rf"(?:[^\s{_WIDE}{_EMOJI}{_CJK}/–—-]|\u00a0)+[/–—-]*|[/–—-]+"
_PIECE = regex(rf"([^\S\u00a0]*)({_SINGLE}|{_WORD})")
_STICKS = frozenset("、。，．！？：；）］｝」』】》〉’”%")
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
    if re.match(f"[{_EMOJI}]", letter):
        return 1250
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1000
    return 800 if ord(letter) < 0x3000 else 1300


@lru_cache(maxsize=20_000)
def _units(text: str, bold: bool) -> int:
    """A width in thousandths of the size. Most words of a map come again and again."""
    table = _table(bold)
    return sum([table.get(letter) or _other(letter) for letter in text])


def width(text: str, type: Type) -> float:
    """The width of a text on one line, in points."""
    return _units(text, type.bold) * type.size / 1000


def exact(text: str, type: Type) -> bool:
    """Whether every letter's width is Arial's own, not an estimate."""
    if text.isascii() and text.isprintable():
        return True
    return _table(type.bold).keys() >= set(text)


def runs_width(runs: Iterable[Run]) -> float:
    """The width of runs set on one line, in points."""
    return sum(width(run.text, run.type) for run in runs)


class _Gap(Enum):
    SPACE = 0
    """A blank stands before the piece; a line may end there."""
    OPEN = 1
    """No blank, but a line may end there: after a hyphen, beside a Chinese letter."""
    TIGHT = 2
    """The piece belongs to the one before it."""


class _Piece(NamedTuple):
    text: str
    type: Type
    gap: _Gap


def _pieces(runs: Iterable[Run]) -> Iterator[_Piece]:
    blank = False
    for run in runs:
        if run.text.isascii() and "-" not in run.text and "/" not in run.text:
            # Plain words: a line may end where a blank is, and nowhere else.
            words = run.text.split()
            gap = _Gap.SPACE if blank or run.text[:1].isspace() else _Gap.TIGHT
            for word in words:
                yield _Piece(word, run.type, gap)
                gap = _Gap.SPACE
            blank = run.text[-1:].isspace() or (blank and not words)
            continue
        before = ""
        for match in _PIECE.finditer(run.text):
            text = match[2]
            if match[1] or blank:
                gap = _Gap.SPACE
            elif text[0] in _STICKS or not before:
                gap = _Gap.TIGHT
            else:
                gap = _Gap.OPEN
            yield _Piece(text, run.type, gap)
            blank, before = False, text
        blank = run.text[-1:].isspace() or (blank and not run.text.strip())


def _groups(runs: Iterable[Run]) -> Iterator[list[_Piece]]:
    """Pieces that must stay on one line, together."""
    group: list[_Piece] = []
    for piece in _pieces(runs):
        if piece.gap is not _Gap.TIGHT and group:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _chopped(group: list[_Piece], limit: float) -> Iterator[list[_Piece]]:
    """A group that is wider than a line, cut so that each part fits, never before a mark."""
    part: list[_Piece] = []
    used, gap = 0.0, group[0].gap
    for piece in group:
        text = ""
        for letter in piece.text:
            wide = width(letter, piece.type)
            if wide and used + wide > limit and (text or part):
                yield [*part, _Piece(text, piece.type, gap if not part else _Gap.TIGHT)] if text else part
                part, text, used, gap = [], "", 0.0, _Gap.OPEN
            text += letter
            used += wide
        if text:
            part.append(_Piece(text, piece.type, _Gap.TIGHT if part else gap))
    if part:
        yield part


def _merged(pieces: list[_Piece]) -> tuple[Run, ...]:
    """The runs of a line: what follows in one type is one."""
    runs: list[Run] = []
    said, type = "", pieces[0].type
    for index, piece in enumerate(pieces):
        if piece.type is not type and piece.type != type:
            runs.append(Run(said, type))
            said, type = "", piece.type
        said += f" {piece.text}" if index and piece.gap is _Gap.SPACE else piece.text
    return (*runs, Run(said, type))


def wrap(runs: Iterable[Run], limit: float) -> list[tuple[Run, ...]]:
    """Runs broken into lines of at most `limit` points; a word longer than a line is cut."""
    room = limit / ALLOWANCE
    lines: list[tuple[Run, ...]] = []
    line: list[_Piece] = []
    used = 0.0
    for whole in _groups(runs):
        wide = sum([width(piece.text, piece.type) for piece in whole])
        for group in (whole,) if wide <= room else _chopped(whole, room):
            if group is not whole:
                wide = sum([width(piece.text, piece.type) for piece in group])
            space = width(" ", group[0].type) if group[0].gap is _Gap.SPACE else 0.0
            if line and used + space + wide > room:
                lines.append(_merged(line))
                line, used, space = [], 0.0, 0.0
            line.extend(group)
            used += (space if len(line) > len(group) else 0.0) + wide
    if line:
        lines.append(_merged(line))
    return lines
