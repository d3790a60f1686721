"""A text as a row of words, so that typography makes no difference and words do.

Quotation marks, dashes, blanks, line breaks, ligatures, capitals and Unicode's several ways to
write one letter are set aside when words are compared. All letters stand in one string, and
beside it what stands before each of them; so a word that a line's end divides needs no guess.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, islice

from . import letters
from .letters import compiled
from .spots import joined, spots, unmarked

INSIDE, APART, HYPHENATED, DIVIDED, FREE = b". -~*"
"""What stands before a letter: nothing (it is inside a word), a blank, a hyphen, a hyphen at a
line's end, or what makes no difference (beside a sign or a letter of an unspaced script)."""


class Words:
    """The words of a text (composed to NFC by whoever hands it in) and where each of them stands.

    `starts` and `ends` are offsets in the text; words are numbered from 0. `stream` has the letters
    of all words, `at` where each word begins in it (and its end), `before` what stands before each
    letter. `known` are words that were looked up, with the numbers at which they stand. `quoted` reads
    a hyphen before any blank as a division, since a quotation's lines may have been joined. `bounds` are
    the offsets of the part that is read. `markers` are footnote markers: the number of the word before
    them, and their text.
    """

    def __init__(self, text: str, *, quoted: bool = False, bounds: tuple[int, int] | None = None) -> None:
        self.text = text
        self.bounds = bounds or (0, len(text))
        marker = letters.RAISED_MARKER if quoted else letters.MARKER
        division = letters.DIVISION_QUOTED if quoted else letters.DIVISION
        marked = "[" in text or not text.isascii()
        markers, words = unmarked(spots(text, *self.bounds), self._spans(marker) if marked else ())
        words, inside = joined(words, dict(self._spans(division)))
        self.starts, self.ends, self.folded = words.starts, words.ends, words.folded
        lengths = [*map(len, self.folded)]
        self.at = array("q", accumulate(lengths, initial=0))
        self.stream = "".join(self.folded)
        self.before = self._before(lengths, inside)
        self.known: Mapping[str, array[int]] = {}
        self.markers: dict[int, tuple[str, ...]] = {}
        for start, end in markers:
            number = bisect_left(self.starts, start) - 1
            figure = re.sub(r"[\[\]\s]", "", text[start:end]).translate(letters.PLAIN)
            self.markers[number] = (*self.markers.get(number, ()), figure)

    def _spans(self, pattern: str) -> list[tuple[int, int]]:
        return [found.span() for found in compiled(pattern).finditer(self.text, *self.bounds)]

    def _before(self, lengths: Sequence[int], inside: Mapping[int, Sequence[int]]) -> bytes:
        """What stands before each letter. `inside`: for words divided at a line's end, where."""
        apart = {length: bytes((APART,)) + bytes((INSIDE,)) * (length - 1) for length in set(lengths)}
        before = bytearray().join([apart[length] for length in lengths])
        for number, (start, last) in enumerate(zip(islice(self.starts, 1, None), self.ends, strict=False), 1):
            if start == last:
                before[self.at[number]] = FREE
        for pattern, sign in ((letters.HYPHEN, HYPHENATED), (letters.BRACKET, FREE)):
            for _, end in self._spans(pattern):
                number = bisect_left(self.starts, end)
                if number < len(self.starts) and self.starts[number] == end:
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

    def look_up(self, wanted: Iterable[str]) -> None:
        """Note where some words stand, so that what holds one of them is found without a search."""
        found = {word: array("l") for word in wanted}
        said = self.folded
        for number in [number for number, word in enumerate(said) if word in found]:
            found[said[number]].append(number)
        self.known = found

    @cached_property
    def places(self) -> "Mapping[str, array[int]]":
        """For each word, the numbers at which it stands."""
        found = {word: array("l") for word in set(self.folded)}
        for number, word in enumerate(self.folded):
            found[word].append(number)
        return found
