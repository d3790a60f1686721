"""A text as a row of words, so that typography makes no difference and words do.

Quotation marks, dashes, blanks, line breaks, ligatures, capitals and Unicode's several ways to
write one letter are set aside when words are compared. All letters stand in one string, and
beside it what stands before each of them; so a word that a line's end divides needs no guess.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from . import letters
from .letters import compiled, folded

INSIDE, APART, HYPHENATED, DIVIDED, FREE = b". -~*"
"""What stands before a letter: nothing (it is inside a word), a blank, a hyphen, a hyphen at a
line's end, or what makes no difference (beside a sign or a letter of an unspaced script)."""


class Words:
    """The words of a text (composed to NFC by whoever hands it in) and where each of them stands.

    `starts` and `ends` are offsets in the text; words are numbered from 0. `stream` has the letters
    of all words, `at` where each word begins in it (and its end), `before` what stands before each
    letter. `quoted` reads a hyphen before any blank as a division, since a quotation's lines may have
    been joined. `bounds` are the offsets of the part that is read. `markers` are footnote markers: the
    number of the word before them, and their text.
    """

    def __init__(self, text: str, *, quoted: bool = False, bounds: tuple[int, int] | None = None) -> None:
        self.text = text
        self.bounds = bounds or (0, len(text))
        spots = [m.span() for m in compiled(letters.WORD).finditer(text, *self.bounds)]
        markers, spots = self._without_markers(spots, letters.RAISED_MARKER if quoted else letters.MARKER)
        division = compiled(letters.DIVISION_QUOTED if quoted else letters.DIVISION)
        breaks = {m.start(): m.end() for m in division.finditer(text, *self.bounds)}
        self.starts, self.ends, self.folded, inside = _joined(text, spots, breaks)
        self.at = array("q", accumulate(map(len, self.folded), initial=0))
        self.stream = "".join(self.folded)
        self.before = self._before(inside)
        self.markers: dict[int, tuple[str, ...]] = {}
        for offset, marker in markers:
            number = bisect_left(self.starts, offset) - 1
            self.markers[number] = (*self.markers.get(number, ()), marker)

    def _without_markers(
        self, spots: list[tuple[int, int]], pattern: str
    ) -> tuple[list[tuple[int, str]], list[tuple[int, int]]]:
        """Footnote markers with their offsets, and the words that are no part of one."""
        text = self.text
        if "[" not in text and text.isascii():
            return [], spots
        found: list[tuple[int, str]] = []
        hidden: set[int] = set()
        for marker in compiled(pattern).finditer(text, *self.bounds):
            number = bisect_left(spots, marker.span())
            if number and spots[number - 1][1] > marker.start():
                continue  # the figure of a power or of a unit of area
            found.append((marker.start(), re.sub(r"[\[\]\s]", "", marker.group()).translate(letters.PLAIN)))
            while number < len(spots) and spots[number][0] < marker.end():
                hidden.add(number)
                number += 1
        return found, [spot for number, spot in enumerate(spots) if number not in hidden] if hidden else spots

    def _before(self, inside: Mapping[int, Sequence[int]]) -> bytes:
        """What stands before each letter. `inside`: for words divided at a line's end, where."""
        before = bytearray(b"." * len(self.stream))
        last = -1
        for at, start, end in zip(self.at, self.starts, self.ends, strict=False):
            before[at] = FREE if start == last else APART
            last = end
        for pattern, sign in ((letters.HYPHEN, HYPHENATED), (letters.BRACKET, FREE)):
            for found in compiled(pattern).finditer(self.text, *self.bounds):
                number = bisect_left(self.starts, found.end())
                if number < len(self.starts) and self.starts[number] == found.end():
                    before[self.at[number]] = sign
        for number, divisions in inside.items():
            for division in divisions:
                before[self.at[number] + division] = DIVIDED
        return bytes(before)

    def __len__(self) -> int:
        return len(self.starts)

    def word_at(self, place: int) -> int:
        """The number of the word that holds a place of the stream."""
        return bisect_right(self.at, place) - 1

    def rows(self, run: Sequence[str], most: int = 50) -> list[int]:
        """The numbers of the words at which a row of words begins (the first so many), found by
        the row's rarest word."""
        rarest = min(range(len(run)), key=lambda number: len(self.places.get(run[number], ())))
        row = list(run)
        found: list[int] = []
        for place in self.places.get(run[rarest], ()):
            first = place - rarest
            if first >= 0 and self.folded[first : first + len(row)] == row:
                found.append(first)
                if len(found) == most:
                    break
        return found

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words that stand between two offsets of the text: first, and one past the last."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def show(self, first: int, last: int) -> str:
        """The words from `first` up to `last` as the text has them, on one line."""
        if last <= first:
            return ""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())

    @property
    def indexed(self) -> bool:
        """Whether the words of a long text have an index, which pays where much is looked for."""
        return "places" in self.__dict__

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each word, the numbers at which it stands."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.folded):
            found.setdefault(word, []).append(number)
        return found


def _joined(
    text: str, spots: Sequence[tuple[int, int]], breaks: Mapping[int, int]
) -> tuple[list[int], list[int], list[str], dict[int, list[int]]]:
    """Words with those made one that a line's end divides: starts, ends, what is compared, and for
    each divided word where in it."""
    starts = [start for start, _ in spots]
    ends = [end for _, end in spots]
    said = [folded(text[start:end]) for start, end in spots]
    if "" in said:  # marks that are invisible by themselves: no word that anybody could compare
        kept_spots = [spot for spot, word in zip(spots, said, strict=True) if word]
        return _joined(text, kept_spots, breaks)
    if not breaks:
        return starts, ends, said, {}
    inside: dict[int, list[int]] = {}
    kept = 0
    for number in range(1, len(spots)):
        if breaks.get(ends[kept]) == starts[number]:
            inside.setdefault(kept, []).append(len(said[kept]))
            said[kept] += said[number]
        else:
            kept += 1
            starts[kept], said[kept] = starts[number], said[number]
        ends[kept] = ends[number]
    del starts[kept + 1 :], ends[kept + 1 :], said[kept + 1 :]
    return starts, ends, said, inside
