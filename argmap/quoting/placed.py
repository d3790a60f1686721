"""Where a quotation stands in a text: part by part, and word by word."""

from functools import cached_property

from ..regex import regex
from ..values import dataclass
from .pattern import Does, Joint, Pattern, Row
from .search import Spot
from .words import Words

AGAIN = 40
"""So many words on, what follows on an omission is looked for once more."""
SENTENCE_END = regex(r"[.!?]|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Aligned:
    """A word of a quotation, by its number, and where it stands in the source: the place of its first
    letter in the stream, and the numbers of the words with its first and last letter. `heads` is
    whether it begins a row."""

    number: int
    place: int
    first: int
    last: int
    heads: bool


@dataclass(frozen=True)
class Placed:
    """Where a quotation stands: for each of its parts the letters of the source (None for nothing),
    and whether a bracket is the source's own."""

    words: Words
    pattern: Pattern
    spots: tuple[Spot | None, ...]
    literal: tuple[bool, ...]

    def numbers(self, part: int) -> tuple[int, int]:
        """The numbers of the source's words at a part: first, one past the last."""
        spot = self.spots[part]
        if spot is None:
            return 0, 0
        first = self.words.word_at(spot[0])
        return first, self.words.word_at(spot[1] - 1) + 1 if spot[1] > spot[0] else first

    def between(self, part: int) -> tuple[int, int]:
        """The numbers of the source's words between what stands before and after a part."""
        before = next((n for n in range(part - 1, -1, -1) if self._stands(n)), None)
        after = next((n for n in range(part + 1, len(self.spots)) if self._stands(n)), None)
        if before is None or after is None:
            return 0, 0
        return self.numbers(before)[1], self.numbers(after)[0]

    def passed_over(self, part: int) -> tuple[int, int]:
        """The numbers of the source's words that an omission leaves out, or that a bracket stands for.

        Where the words after it stand right there, so that it would be for nothing, it is taken at its
        word: they may be those that the sentence has again further on.
        """
        first, last = self.between(part)
        after = self.pattern.parts[part + 1] if part + 1 < len(self.spots) else None
        if first < last or not isinstance(after, Row):
            return first, last
        words, run = self.words, self.pattern.run(after)
        for number in range(first + 1, min(first + AGAIN, len(words))):
            if SENTENCE_END.search(words.text, words.ends[number - 1], words.starts[number]):
                break
            if words.folded[number : number + len(run)] == run:
                return first, number
        return first, last

    def _stands(self, part: int) -> bool:
        spot = self.spots[part]
        return spot is not None and spot[1] > spot[0]

    @cached_property
    def aligned(self) -> "tuple[Aligned, ...]":
        """The words of the quotation that are the source's, each beside those."""
        found: list[Aligned] = []
        at = self.pattern.words.at
        for part, spot, own in zip(self.pattern.parts, self.spots, self.literal, strict=True):
            if spot is None or not (own or isinstance(part, Row)) or spot[0] == spot[1]:
                continue
            there = self.words.at
            first = self.words.word_at(spot[0])
            for number in range(part.first, part.last):
                start = spot[0] + at[number] - at[part.first]
                end = start + at[number + 1] - at[number]
                while there[first + 1] <= start:
                    first += 1
                last = first
                while there[last + 1] < end:
                    last += 1
                found.append(Aligned(number, start, first, last, number == part.first))
                first = last
        return tuple(found)

    @property
    def rows(self) -> tuple[tuple[int, int], ...]:
        """The source's own words in the quotation: the numbers of the first and one past the last of
        each stretch."""
        return tuple(self.numbers(part) for part, row in enumerate(self.pattern.parts) if self._is_quoted(part, row))

    def _is_quoted(self, part: int, row: Row | Joint) -> bool:
        return self._stands(part) and (isinstance(row, Row) or row.does is Does.CHANGES or self.literal[part])

    @property
    def start(self) -> int:
        """The offset in the source's text at which it begins."""
        return self.words.starts[min(self.numbers(n)[0] for n in range(len(self.spots)) if self._stands(n))]

    @property
    def end(self) -> int:
        """The offset in the source's text at which it ends."""
        return self.words.ends[max(self.numbers(n)[1] for n in range(len(self.spots)) if self._stands(n)) - 1]
