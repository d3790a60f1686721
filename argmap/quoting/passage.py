"""The text of a source: its paragraphs and pages, and where in it a quotation stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..normal import normal
from ..source import SourceFile
from .furniture import without_furniture
from .pages import Pages
from .pattern import Does, Joint, Pattern, Row
from .place import Spot, Strictness, place
from .rows import key_of
from .words import Words

MANY = 40
"""So many quotations of a long text are looked up in it."""
LONG = 100_000
"""A text of more letters is not read whole where only one paragraph of it is asked for."""
PARTS_MOST = 8
"""Where more than one letter in so many is asked for, it is."""


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


class SourceText:
    """The words of a source. Paragraph 1 is the first block set off by blank lines, the title
    included. `labels` are the names of its pages where these are known, one for each stretch between
    form feeds; of such a text the paragraphs are not known. `doubt` is what is odd about the file."""

    def __init__(self, file: SourceFile, labels: tuple[str, ...] = (), doubt: str | None = None) -> None:
        text = normal("NFC", file.text)
        self.file = file if text == file.text else SourceFile(file.name, text, file.path)
        self.labels = labels
        self.doubt = doubt
        self._parts: dict[tuple[int, int], Words] = {}
        self._unread = len(text) // PARTS_MOST if len(text) > LONG else 0

    @cached_property
    def passage(self) -> str:
        """The text without page numbers and running heads, every other letter at its place."""
        return without_furniture(self.file.text)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The offsets at which each paragraph starts and ends."""
        if "\f" not in self.file.text:
            return tuple(_blocks(self.file.text))
        found: list[tuple[int, int]] = []
        at = 0
        apart = True
        for line, written in zip(self.passage.split("\n"), self.file.text.split("\n"), strict=True):
            words = line.strip()
            if words:
                start = at if apart else found.pop()[0]
                found.append((start, at + len(line)))
            # A page number sets nothing apart: the paragraph goes on over the page's end.
            if words or not (written.strip(" \t\r") or self._at_page_end(at)):
                apart = not words
            at += len(line) + 1
        return tuple(found)

    def _at_page_end(self, at: int) -> bool:
        """Whether a blank line stands beside a form feed or page furniture."""
        text = self.file.text
        before = text[max(at - 200, 0) : at].rstrip(" \t\r\n")
        after = text[at : at + 200].lstrip(" \t\r\n")
        return before.endswith("\f") or after.startswith("\f")

    @cached_property
    def pages(self) -> Pages:
        """The pages: what stands between form feeds."""
        return Pages(self.file.text, self.labels)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def words(self) -> Words:
        """The words of the text."""
        return Words(self.passage)

    def paragraph_at(self, offset: int) -> int:
        """The number (from 1) of the paragraph that holds an offset."""
        return max(bisect_right(self._starts, offset), 1)

    def page_at(self, offset: int) -> str:
        """The name of the page that holds an offset."""
        number = bisect_right(self.pages.spans, offset, key=lambda page: page[0])
        return self.pages.shown[max(number - 1, 0)]

    def bounds(self, first: int, last: int) -> tuple[int, int] | None:
        """The offsets that paragraphs `first` to `last` span; None where the text has none of them."""
        count = len(self.paragraphs)
        if first < 1 or first > count or last < first:
            return None
        return self.paragraphs[first - 1][0], self.paragraphs[min(last, count) - 1][1]

    def find(
        self, pattern: Pattern, bounds: tuple[int, int] | None = None, strictness: Strictness = Strictness.FAITHFUL
    ) -> Placed | None:
        """Where a quotation stands between two offsets (anywhere if None), as strictly as is said.

        Raises TooRepetitiveError.
        """
        if not pattern.comparable:
            return None
        words = self._part(bounds) if bounds else self.words
        first, last = words.between(*bounds) if bounds else (0, len(words))
        for step in _steps(pattern, strictness):
            found = place(pattern, words, first, last, step)
            if found:
                return Placed(words, pattern, found.spots, found.literal)
        return None

    def expect(self, patterns: Sequence[Pattern]) -> None:
        """Make ready for finding quotations anywhere in the text: of many, what they are found by is looked
        up at one go."""
        if len(patterns) >= MANY and len(self.file.text) > LONG:
            keys = (key_of(one.words, row.first, row.last) for one in patterns for row in one.rows)
            self.words.look_up(key for key in keys if key)

    def _part(self, bounds: tuple[int, int]) -> Words:
        """The words of a part of a long text: to look into a paragraph a book need not be read. To look
        into many it is, at once."""
        if bounds not in self._parts:
            self._unread -= bounds[1] - bounds[0]
            if self._unread < 0 or "words" in self.__dict__:
                return self.words
            self._parts[bounds] = Words(self.passage, bounds=bounds)
        return self._parts[bounds]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of what blank lines set apart, from the start of a line to the end of one."""
    start = last = -1
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end > at and not text[at:end].isspace():
            start = at if start < 0 else start
            last = end
        elif start >= 0:
            yield start, last
            start = -1
        at = end + 1
    if start >= 0:
        yield start, last


def _steps(pattern: Pattern, strictness: Strictness) -> Iterator[Strictness]:
    """Brackets are first taken for the source's own."""
    if not pattern.joints:
        yield strictness
        return
    if strictness is not Strictness.ANY:
        yield Strictness.LITERAL
    yield strictness
