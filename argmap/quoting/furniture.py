"""Page numbers and running heads: what a page has round its text, and no quotation repeats."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from ..regex import regex

NUMBER = regex(
    r"(?:page|p\.|seite|s\.)?\s*[-–—|\[(]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|/|von)\s*\d{1,4})?\s*[-–—|\])]?",
    re.IGNORECASE,
)
LINES = 3
"""So many lines at either end of a page may be furniture."""
LEAST = 3
"""A head that runs over fewer pages is none."""
LONGEST = 120


def without_furniture(text: str) -> str:
    """A text with its pages' furniture blanked out: what stands at a page's edge with nothing but
    furniture beyond it. A text without form feeds has none."""
    if "\f" not in text:
        return text
    margins = [edges(text, start, end) for start, end in _pages(text)]
    heads: Counter[str] = Counter()
    for head, foot in margins:
        heads.update({_shape(text[start:end]) for start, end in (*head, *foot)})
    often = max(LEAST, len(margins) // 4)
    parts: list[str] = []
    at = 0
    for margin in margins:
        seen = (takewhile(lambda line: _is_furniture(text[slice(*line)], heads, often), edge) for edge in margin)
        for start, end in sorted({line for edge in seen for line in edge}):
            parts += [text[at:start], " " * (end - start)]
            at = end
    return "".join([*parts, text[at:]])


def _is_furniture(line: str, heads: Counter[str], often: int) -> bool:
    return is_number(line) or heads[_shape(line)] >= often


def is_number(line: str) -> bool:
    """Whether a line is the number of a page."""
    return NUMBER.fullmatch(line.strip()) is not None


def _pages(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for page in text.split("\f"):
        yield at, at + len(page)
        at += len(page) + 1


def edges(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The short lines at the head of a page and at its foot, each from the page's edge inwards up to the
    first that is long. Of a page of a few lines they are the same."""
    lines: list[tuple[int, int]] = []
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            lines.append((at, at + len(line.rstrip("\r"))))
        at += len(line) + 1
    return [*_short(text, lines[:LINES])], [*_short(text, lines[: -LINES - 1 : -1])]


def _short(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in lines:
        if not text[start:end].strip() or end - start > LONGEST:
            return
        yield start, end


def _shape(line: str) -> str:
    """A line with its numbers made one: a head with the page's number is the same on every page."""
    return re.sub(r"\d+", "0", line.strip()).casefold()
