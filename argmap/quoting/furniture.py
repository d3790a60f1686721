"""Page numbers and running heads: what a page has round its text, and no quotation repeats."""

import re
from collections import Counter
from collections.abc import Iterator

NUMBER = re.compile(
    r"(?:page|p\.|seite|s\.)?\s*[-–—|\[(]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|/|von)\s*\d{1,4})?\s*[-–—|\])]?",
    re.IGNORECASE,
)
LINES = 3
"""So many lines at either end of a page may be furniture."""
LEAST = 3
"""A head that runs over fewer pages is none."""
LONGEST = 120


def without_furniture(text: str) -> str:
    """A text with its pages' furniture blanked out. A text without form feeds has none."""
    if "\f" not in text:
        return text
    margins = [[*edges(text, start, end)] for start, end in _pages(text)]
    heads: Counter[str] = Counter()
    for lines in margins:
        heads.update({_shape(text[start:end]) for start, end in lines})
    often = max(LEAST, len(margins) // 4)
    parts: list[str] = []
    at = 0
    for lines in margins:
        for start, end in lines:
            words = text[start:end].strip()
            if is_number(words) or heads[_shape(words)] >= often:
                parts += [text[at:start], " " * (end - start)]
                at = end
    return "".join([*parts, text[at:]])


def is_number(line: str) -> bool:
    """Whether a line is the number of a page."""
    return NUMBER.fullmatch(line.strip()) is not None


def _pages(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for page in text.split("\f"):
        yield at, at + len(page)
        at += len(page) + 1


def edges(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The first and the last lines of a page that have words, in order, from the page's edge inwards
    up to the first that is long."""
    lines: list[tuple[int, int]] = []
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            lines.append((at, at + len(line.rstrip("\r"))))
        at += len(line) + 1
    head = [*_short(text, lines[:LINES])]
    foot = [*_short(text, lines[len(head) :][: -LINES - 1 : -1])]
    yield from head
    yield from reversed(foot)


def _short(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in lines:
        if not text[start:end].strip() or end - start > LONGEST:
            return
        yield start, end


def _shape(line: str) -> str:
    """A line with its numbers made one: a head with the page's number is the same on every page."""
    return re.sub(r"\d+", "0", line.strip()).casefold()
