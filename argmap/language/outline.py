"""From the lines of a file to its outline: one line for each thing that is said.

Continuation lines are joined, comments set aside, indentation is counted, and slips of layout
and spelling are told and mended on the way, so that one of them never spoils what follows.
The result is a text that the grammar reads line by line, and a way back from any place in it
to the author's file.
"""

from bisect import bisect_right
from collections.abc import Sequence

from ..diagnostic import Diagnostic
from ..source import Prose, SourceFile, Span
from ..values import dataclass
from .pieces import Piece


@dataclass(slots=True)
class Entry:
    """One thing that is said, while its lines are gathered.

    `width` is its indentation in columns, `depth` how deep it is nested. `group` holds the entries
    that it stands among: what ought to stand at the margin (an indented declaration) is read behind
    all others, and begins a group with all that stands under it. `headed` where its own line has a
    colon.
    """

    role: str
    word: str
    width: int
    depth: int
    start: int
    pieces: list[Piece]
    under: "Entry | None"
    group: "list[Entry]"
    headed: bool = True
    has_text: bool = False
    complained: bool = False
    child_widths: tuple[int, ...] = ()

    @property
    def takes_text(self) -> bool:
        """Whether deeper lines that open nothing go on with its text."""
        if self.role in ("section", "include"):  # titles and names of files are one line
            return not self.has_text
        return self.role in ("statement", "field", "topic", "source", "side") and self.word != "card"

    @property
    def awaits_card(self) -> bool:
        """Whether it is a card whose passage has not begun."""
        return self.role == "field" and self.word == "card" and not self.has_text


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a file: `text` has one line for each entry, indented one blank a depth.

    `starts` are the offsets in `text` where pieces begin; `origins` and `lengths` say where each
    stands in the file. `heads` are the offsets in `text` at which the entries' lines begin.
    """

    file: SourceFile
    text: str
    starts: Sequence[int]
    origins: Sequence[int]
    lengths: Sequence[int]
    heads: Sequence[int]
    comments: tuple[Span, ...]
    diagnostics: tuple[Diagnostic, ...]

    def offset(self, at: int) -> int:
        """The place in the file of an offset in the outline's text."""
        index = max(bisect_right(self.starts, at) - 1, 0)
        return self.origins[index] + min(at - self.starts[index], self.lengths[index])

    def span(self, start: int, end: int) -> Span:
        """The place in the file of `text[start:end]`."""
        starts = self.starts
        if not starts:
            return Span(self.file, 0, 0)
        index = max(bisect_right(starts, start) - 1, 0)
        begin, origin, length = starts[index], self.origins[index], self.lengths[index]
        first = origin + (min(length, start - begin))
        if end <= start:
            return Span(self.file, first, first)
        within = index + 1 == len(starts) or end <= starts[index + 1]
        if within and end - begin <= length:  # as nearly always
            return Span(self.file, first, origin + end - begin)
        last = min(self.offset(end - 1) + 1, len(self.file.text))
        return Span(self.file, first, max(first, last))

    def prose(self, start: int, end: int) -> Prose:
        """The words `text[start:end]` with their places in the file."""
        starts = self.starts
        index = max(bisect_right(starts, start) - 1, 0)
        places = [0, self.origins[index] + min(start - starts[index], self.lengths[index])]
        index += 1
        while index < len(starts) and starts[index] < end:
            places += (starts[index] - start, self.origins[index])
            index += 1
        return Prose(self.text[start:end], self.file, tuple(places))

    def line_bounds(self, at: int) -> tuple[int, int]:
        """Where the entry's line that holds an offset of `text` begins (after its indentation)
        and ends (before its line break)."""
        index = max(bisect_right(self.heads, at) - 1, 0)
        start = self.heads[index]
        end = self.heads[index + 1] - 1 if index + 1 < len(self.heads) else len(self.text) - 1
        while start < end and self.text[start] == " ":
            start += 1
        return start, end


def compose(
    file: SourceFile, entries: Sequence[Entry], comments: Sequence[Span], found: Sequence[Diagnostic]
) -> Outline:
    """Write entries down as one text and note where each of their pieces came from."""
    words: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    lengths: list[int] = []
    heads: list[int] = []
    at = 0
    for entry in entries:
        heads.append(at)
        words.append(" " * entry.depth)
        at += entry.depth
        for text, origin, length in entry.pieces:
            starts.append(at)
            origins.append(origin)
            lengths.append(length)
            words.append(text)
            at += len(text)
        words.append("\n")
        at += 1
    text = "".join(words)
    return Outline(file, text, starts, origins, lengths, heads, tuple(comments), tuple(found))
