"""Where words of a quotation stand in a row in a text, and how much work looking for them may take."""

from collections.abc import Iterator

from .words import APART, DIVIDED, FREE, HYPHENATED, INSIDE, Words

OFTEN = 300
"""A word that stands in more places is looked for letter by letter."""
PATIENCE = 8
"""So many steps are taken for each letter of the quotation, and a few for each of the text."""

SAME = frozenset(
    (
        *((sign, sign) for sign in (INSIDE, APART, HYPHENATED, DIVIDED)),
        *((FREE, sign) for sign in (INSIDE, APART, HYPHENATED, DIVIDED, FREE)),
        *((sign, FREE) for sign in (INSIDE, APART, HYPHENATED, DIVIDED)),
        *((APART, HYPHENATED), (APART, DIVIDED), (HYPHENATED, DIVIDED), (HYPHENATED, APART)),
        *((DIVIDED, INSIDE), (DIVIDED, HYPHENATED), (DIVIDED, APART), (INSIDE, DIVIDED)),
    )
)
"""What may stand between two letters in a source and in a quotation of it."""


class TooRepetitiveError(Exception):
    """A quotation and a text repeat themselves so often that comparing them would take too long."""


class Rows:
    """The words of a quotation, looked for in a text up to a place of its stream. Every method raises
    TooRepetitiveError where they have taken too many steps together."""

    def __init__(self, quoted: Words, words: Words, end: int) -> None:
        self.quoted, self.words, self.end = quoted, words, end
        self.left = 20_000 + PATIENCE * len(quoted.stream) + 2 * len(words.stream)

    def length(self, first: int, last: int) -> int:
        """How many letters words of the quotation have."""
        return self.quoted.at[last] - self.quoted.at[first]

    def occurrences(self, first: int, last: int, at: int) -> Iterator[int]:
        """The places of the stream from `at` on at which words of the quotation stand in a row."""
        quoted, words = self.quoted, self.words
        needle = quoted.stream[quoted.at[first] : quoted.at[last]]
        if not needle:
            return
        found = False
        for start in self._looked_up(first, last):
            if start >= 0 and self.stands(first, last, start):
                found = True
                if start >= at:
                    yield start
        if found:
            return
        # A word that is not known there may be a divided one.
        start = words.stream.find(needle, at, self.end)
        while start >= 0:
            if self._same(first, last, start):
                yield start
            self.spend(len(needle))
            start = words.stream.find(needle, start + 1, self.end)

    def _looked_up(self, first: int, last: int) -> Iterator[int]:
        """Where a row may stand by the rarest of its words that were looked up, if it has one."""
        quoted, words = self.quoted, self.words
        best: tuple[int, int] | None = None
        for number in range(first, last) if words.known else ():
            count = len(words.known.get(quoted.folded[number], ()))
            if count and (best is None or count < best[0]) and whole(quoted, number, first, last):
                best = count, number
        if best is None or best[0] > OFTEN:
            return
        word = best[1]
        back = quoted.at[word] - quoted.at[first]
        for number in words.known[quoted.folded[word]]:
            yield words.at[number] - back

    def stands(self, first: int, last: int, start: int) -> bool:
        """Whether words of the quotation stand in a row at a place of the stream."""
        quoted = self.quoted
        needle = quoted.stream[quoted.at[first] : quoted.at[last]]
        if start + len(needle) > self.end or not self.words.stream.startswith(needle, start):
            self.spend(1)
            return False
        self.spend(1 + len(needle) // 16)
        return self._same(first, last, start)

    def _same(self, first: int, last: int, start: int) -> bool:
        """Whether words begin and end, and are divided, as those of the quotation."""
        quoted, before = self.quoted, self.words.before
        begin, stop = quoted.at[first], quoted.at[last]
        end = start + stop - begin
        if before[start] in (INSIDE, DIVIDED) or (end < len(before) and before[end] in (INSIDE, DIVIDED)):
            return False
        there, here = before[start + 1 : end], quoted.before[begin + 1 : stop]
        return there == here or SAME.issuperset(zip(there, here, strict=True))

    def spend(self, steps: int) -> None:
        """Note that so many steps were taken."""
        self.left -= steps
        if self.left < 0:
            raise TooRepetitiveError


def whole(quoted: Words, number: int, first: int, last: int) -> bool:
    """Whether a word of a row has a blank on either side: a source has it as one word too, but for those
    that a line's end divides."""
    before, after = quoted.at[number], quoted.at[number + 1]
    return (number == first or quoted.before[before] == APART) and (number + 1 == last or quoted.before[after] == APART)


def key_of(quoted: Words, first: int, last: int) -> str | None:
    """The word by which a row is best looked up: a long one, which is seldom a common one."""
    words = [quoted.folded[number] for number in range(first, last) if whole(quoted, number, first, last)]
    return max(words, key=len, default=None)
