"""Where a text breaks into lines.

What is broken to a width here fits in a browser that sets the same words (see `measure`).
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from ..regex import regex
from .measure import ALLOWANCE, EMOJI, Run, width
from .typography import Type

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3"
    "\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
)
_CJK = "\U00020000-\U0003fffd"
_MARKS = "\u0300-\u036f\u200d\u20d0-\u20f0\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
_SINGLE = f"[{_WIDE}{EMOJI}{_CJK}][{_MARKS}]*(?:(?<=\u200d)[{_WIDE}{EMOJI}][{_MARKS}]*)*"
_WORD = rf"(?:[^\s{_WIDE}{EMOJI}{_CJK}/–—-]|\u00a0)+[/–—-]*|[/–—-]+"
_PIECE = regex(rf"([^\S\u00a0]*)({_SINGLE}|{_WORD})")
_STICKS = frozenset("、。，．！？：；）］｝」』】》〉’”%")


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


def _plain(text: str) -> bool:
    """Whether a text is plain words: a line may end where a blank is, and nowhere else."""
    return text.isascii() and "-" not in text and "/" not in text


def _pieces(runs: Iterable[Run]) -> Iterator[_Piece]:
    blank = False
    for run in runs:
        if _plain(run.text):
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


def wrap(runs: Sequence[Run], limit: float) -> list[tuple[Run, ...]]:
    """Runs broken into lines of at most `limit` points; a word longer than a line is cut."""
    room = limit / ALLOWANCE
    if len(runs) == 1 and _plain(runs[0].text) and (words := _worded(runs[0], room)):
        return words
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


def _worded(run: Run, room: float) -> list[tuple[Run, ...]]:
    """The lines of plain words in one type, as `wrap` breaks them; none where a word is wider than a line."""
    type = run.type
    space = width(" ", type)
    lines: list[list[str]] = []
    used = room + 1
    for word in run.text.split():
        wide = width(word, type)
        if wide > room:
            return []
        if used + space + wide > room:
            lines.append([word])
            used = wide
        else:
            lines[-1].append(word)
            used += space + wide
    return [(Run(" ".join(words), type),) for words in lines]
