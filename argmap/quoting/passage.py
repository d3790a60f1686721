"""The text of a source: its paragraphs and pages, and where in it a quotation is found."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from ..normal import normal
from ..source import SourceFile
from .furniture import without_furniture
from .pages import Pages
from .pattern import Pattern
from .place import place
from .placed import Placed
from .rows import key_of
from .search import Strictness
from .words import Words

MANY = 40
"""So many quotations of a long text are looked up in it."""
LONG = 100_000
"""A text of more letters is not read whole where only one paragraph of it is asked for."""
PARTS_MOST = 8
"""Where more than one letter in so many is asked for, it is."""


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
        for taken, step in _steps(pattern, strictness):
            found = place(taken, words, first, last, step)
            if found:
                return Placed(words, taken, found.spots, found.literal)
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


def _steps(pattern: Pattern, strictness: Strictness) -> Iterator[tuple[Pattern, Strictness]]:
    """Brackets are first taken for the source's own."""
    if not pattern.joints:
        yield pattern, strictness
        return
    if strictness is not Strictness.ANY:
        if pattern.opened.parts != pattern.parts:
            yield pattern.opened, Strictness.LITERAL
        yield pattern, Strictness.LITERAL
    yield pattern, strictness
