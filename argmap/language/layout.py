"""Reading a file's lines into its outline (see `outline`), all of them or a stretch."""

from collections.abc import Iterable

from ..source import SourceFile
from ..values import dataclass
from .indentation import Indentation
from .lines import LineReader
from .outline import Outline, compose


def read_outline(file: SourceFile) -> Outline:
    """The outline of a file, with every slip of layout and spelling found on the way."""
    reader = LineReader(file, Indentation())
    reader.go(0)
    main, apart = reader.entries()
    return compose(file, [*main, *apart], reader.comments, reader.found)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some lines of a file, up to `end`: the outline of what stands at its place, and of what is read behind
    all the rest of the file. `alone` where this follows from these lines, whatever stands below them."""

    outline: Outline
    apart: Outline
    end: int
    alone: bool


def read_stretch(file: SourceFile, start: int, ends: Iterable[int], indentation: Indentation) -> Stretch:
    """Read a file from `start`, where something at the margin begins, up to the first of `ends` that no passage
    runs over; the last of them is the end of the file."""
    reader, at, stretches = LineReader(file, indentation), start, 0
    for reader.end in ends:
        at = reader.go(at)
        stretches += 1
        if at <= reader.end:
            break
    main, apart = reader.entries()
    outline = compose(file, main, reader.comments, reader.found)
    return Stretch(outline, compose(file, apart, (), ()), reader.end, reader.alone and stretches == 1)
