"""The text of a source: its paragraphs, and where in it a quotation stands."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..source import SourceFile
from .pattern import Does, Joint, Pattern
from .words import Words, rejoined


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a quotation stands: for each of its rows the numbers of the first word and of the one
    past the last, in `words`."""

    words: Words
    rows: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """The offset in the source's text at which it begins."""
        return self.words.starts[self.rows[0][0]]

    @property
    def end(self) -> int:
        """The offset in the source's text at which it ends."""
        return self.words.ends[self.rows[-1][1] - 1]


class SourceText:
    """The words of a source. Paragraph 1 is the first block set off by blank lines, the title
    included."""

    def __init__(self, file: SourceFile) -> None:
        text = unicodedata.normalize("NFC", file.text)
        self.file = file if text == file.text else SourceFile(file.name, text, file.path)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The offsets at which each paragraph starts and ends."""
        found: list[tuple[int, int]] = []
        at = 0
        apart = True
        for line in self.file.text.split("\n"):
            words = line.strip()
            if words:
                start = at if apart else found.pop()[0]
                found.append((start, at + len(line)))
            apart = not words
            at += len(line) + 1
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def words(self) -> Words:
        """The words of the text."""
        return Words(self.file.text)

    @cached_property
    def _readings(self) -> tuple[Words, ...]:
        """The text's words; and once more with hyphenated line breaks undone, if it has any."""
        again = rejoined(self.words)
        return (self.words, again) if again else (self.words,)

    def paragraph_at(self, offset: int) -> int:
        """The number (from 1) of the paragraph that holds an offset."""
        return max(bisect_right(self._starts, offset), 1)

    def bounds(self, first: int, last: int) -> tuple[int, int] | None:
        """The offsets that paragraphs `first` to `last` span; None where the text has none of them."""
        count = len(self.paragraphs)
        if first < 1 or first > count or last < first:
            return None
        return self.paragraphs[first - 1][0], self.paragraphs[min(last, count) - 1][1]

    def find(self, pattern: Pattern, bounds: tuple[int, int] | None = None) -> Placed | None:
        """Where a quotation stands, word for word, between two offsets (anywhere if None)."""
        for words in self._readings:
            first, last = words.between(*bounds) if bounds else (0, len(words))
            rows = _place(pattern, words, first, last)
            if rows:
                return Placed(words, rows)
        return None


Spot = tuple[int, int, int]
"""Where a row stands (first word, one past the last) and which spot of the row before leads to it."""


def _place(pattern: Pattern, words: Words, first: int, last: int) -> tuple[tuple[int, int], ...] | None:
    """The places of a pattern's rows, in order, with the least left out between them.

    Each row's possible places are kept with the nearest place of the row before that leads to
    them, so that a wrong first guess never hides a right answer and no search is done twice.
    """
    columns: list[list[Spot]] = []
    for row in pattern.rows:
        run = pattern.run(row)
        if not columns:
            spots = [
                (at, at + len(run), -1)
                for at in words.occurrences(run, first, last)
                if _leads(row.joints, words, at, first)
            ]
        else:
            spots = list(_follow(columns[-1], row.joints, words, run, last))
        if not spots:
            return None
        columns.append(spots)
    if columns and pattern.trailing and pattern.trailing[0].does is Does.CHANGES:
        changed = pattern.trailing[0]
        columns[-1] = [spot for spot in columns[-1] if spot[1] < last and changed.fits(words.folded[spot[1]])]
    return _trace(columns)


def _leads(joints: Sequence[Joint], words: Words, at: int, first: int) -> bool:
    """Whether what stands before a first row fits the changed word that leads to it."""
    if not joints or joints[-1].does is not Does.CHANGES:
        return True
    return at > first and joints[-1].fits(words.folded[at - 1])


def _follow(
    before: Sequence[Spot], joints: Sequence[Joint], words: Words, run: Sequence[str], last: int
) -> Iterator[Spot]:
    fewest = sum(joint.fewest for joint in joints)
    most = sum(joint.most for joint in joints)
    ends = [end for _, end, _ in before]
    for at in words.occurrences(run, ends[0] + fewest, last):
        nearest = bisect_right(ends, at - fewest) - 1
        if nearest < 0 or at - ends[nearest] > most:
            continue
        if fewest == most and not all(
            joint.fits(words.folded[ends[nearest] + step]) for step, joint in enumerate(joints)
        ):
            continue
        yield at, at + len(run), nearest


def _trace(columns: Sequence[Sequence[Spot]]) -> tuple[tuple[int, int], ...] | None:
    if not columns or not columns[-1]:
        return None
    rows = []
    at = 0
    for column in reversed(columns):
        start, end, before = column[at]
        rows.append((start, end))
        at = before
    return tuple(reversed(rows))
