"""A text and places in it.

Offsets count code points from 0 and are half-open; lines and columns count from 1 and are
worked out only when somebody wants to print them. A line ends at LF alone (a CR before it
belongs to the ending), so that line numbers agree with what an editor shows.
"""

from array import array
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from .values import dataclass


class SourceFile:
    """One text handed to argmap: its name as the user knows it, its words, where it lies."""

    def __init__(self, name: str, text: str, path: Path | None = None) -> None:
        self.name = name
        self.text = text
        self.path = path

    def __repr__(self) -> str:
        return f"SourceFile({self.name!r})"

    def __getstate__(self) -> dict[str, object]:
        """What another process is sent: not what can be worked out anew."""
        return {name: value for name, value in self.__dict__.items() if name != "_line_starts"}

    @cached_property
    def _line_starts(self) -> "array[int]":
        starts = array("Q", [0])
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """The line and the column (both from 1, in characters) of an offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The words of a line (counted from 1), without its ending."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] - 1 if line < len(self._line_starts) else len(self.text)
        return self.text[start:end].removesuffix("\r")

    def line_start(self, line: int) -> int:
        """The offset at which a line (counted from 1) begins."""
        return self._line_starts[line - 1]


@dataclass(frozen=True, slots=True)
class Span:
    """A place: the characters `start` up to, not including, `end` of a file."""

    file: SourceFile
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words that stand there."""
        return self.file.text[self.start : self.end]

    @property
    def line(self) -> int:
        """The line (from 1) in which it begins."""
        return self.file.line_column(self.start)[0]

    def __str__(self) -> str:
        line, column = self.file.line_column(self.start)
        return f"{self.file.name}:{line}:{column}"


@dataclass(frozen=True, slots=True)
class Prose:
    """Words that may have run over several lines, joined by single spaces.

    `places` holds, for one stretch after the other, where it begins in `text` and where in the file, so
    that a phrase found in the joined words can still be pointed at.
    """

    text: str
    file: SourceFile
    places: tuple[int, ...]

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """For each stretch, where it begins in `text` and where in the file."""
        return tuple(zip(self.places[::2], self.places[1::2], strict=True))

    def offset(self, at: int) -> int:
        """The file offset of the character at `at` in the joined words."""
        places = self.places
        index = bisect_right(range(0, len(places), 2), at, key=places.__getitem__) - 1 if len(places) > 2 else 0
        first = 2 * max(index, 0)
        return places[first + 1] + at - places[first]

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]` in the file."""
        if end <= start:
            return Span(self.file, self.offset(start), self.offset(start))
        return Span(self.file, self.offset(start), self.offset(end - 1) + 1)

    @property
    def whole(self) -> Span:
        """The place from the first word to the last."""
        return self.span(0, len(self.text))
