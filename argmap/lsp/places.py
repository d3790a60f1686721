"""Places as the protocol counts them: lines from 0 that end at LF, CRLF or CR, columns in UTF-16 units.

argmap itself counts code points of the whole text, and lines at LF alone: here, and nowhere else, one is
turned into the other.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from lsprotocol import types as t

from ..regex import regex
from ..source import SourceFile, Span

LINE_END = regex(r"\r\n|\n|\r")
LARGEST = 0xFFFF
"""A character after this one takes two UTF-16 units."""


class Lines:
    """A text in the protocol's lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        if "\r" in text:
            self._starts = [0, *(end.end() for end in LINE_END.finditer(text))]
        else:  # at each key, so the fast way
            self._starts = [0, *accumulate([len(line) + 1 for line in text.split("\n")])][:-1]

    def offset(self, position: t.Position) -> int:
        """The offset of a position; one beyond the end of a line or of the text is taken as that end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        line = self._line(position.line)
        if line.isascii():
            return start + min(position.character, len(line))
        units = 0
        for at, letter in enumerate(line):
            if units >= position.character:
                return start + at
            units += 1 + (ord(letter) > LARGEST)
        return start + len(line)

    def position(self, offset: int) -> t.Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        wide = 0 if before.isascii() else sum(ord(letter) > LARGEST for letter in before)
        return t.Position(line, len(before) + wide)

    def changed(self, where: t.Range, text: str) -> str:
        """The text with another in the place of a range."""
        start, end = sorted((self.offset(where.start), self.offset(where.end)))
        return self.text[:start] + text + self.text[end:]

    def _line(self, number: int) -> str:
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[number] : end].rstrip("\r\n")


@lru_cache(maxsize=64)
def lines_of(file: SourceFile) -> Lines:
    """The lines of a file's text, worked out once."""
    return Lines(file.text)


def range_of(span: Span) -> t.Range:
    """A span as the protocol says it."""
    lines = lines_of(span.file)
    return t.Range(lines.position(span.start), lines.position(span.end))
