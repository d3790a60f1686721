"""Where the words of a text stand, and what is compared of each: first as they are written, then without
footnote markers, then with those made one that a line's end divides.

A book has millions of words, so each step goes over all of them at once and makes no object for each.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, compress

from ..values import dataclass
from . import letters
from .letters import compiled, folded


@dataclass(frozen=True, slots=True)
class Spots:
    """The words of a text in order: the offset of the first letter of each, the offset behind its last,
    and what is compared."""

    starts: "array[int]"
    ends: "array[int]"
    folded: list[str]

    def without(self, numbers: Iterable[int]) -> "Spots":
        """All words but some."""
        kept = bytearray(b"\1" * len(self.folded))
        for number in numbers:
            kept[number] = 0
        starts, ends = (array("q", compress(offsets, kept)) for offsets in (self.starts, self.ends))
        return Spots(starts, ends, [*compress(self.folded, kept)])


def spots(text: str, start: int, end: int) -> Spots:
    """The words between two offsets of a text. Marks that are invisible by themselves are no word that
    anybody could compare."""
    if (start, end) == (0, len(text)):
        starts, ends, said = _all(text)
    else:
        found = [m.span() for m in compiled(letters.WORD).finditer(text, start, end)]
        starts, ends = array("q", [first for first, _ in found]), array("q", [last for _, last in found])
        said = [folded(text[first:last]) for first, last in found]
    words = Spots(starts, ends, said)
    return words.without(number for number, word in enumerate(said) if not word) if "" in said else words


def _all(text: str) -> "tuple[array[int], array[int], list[str]]":
    """The words of a whole text: where each starts and ends, and what is compared."""
    plain = text.isascii()
    # What is between two words and each word in turn.
    parts = compiled(f"({letters.WORD})").split(text.lower() if plain else text)
    offsets = array("q", accumulate(map(len, parts)))
    if not plain or "-" in text:
        return offsets[:-1:2], offsets[1::2], [folded(word) for word in parts[1::2]]
    return offsets[:-1:2], offsets[1::2], parts[1::2]


def unmarked(words: Spots, found: Iterable[tuple[int, int]]) -> tuple[list[tuple[int, int]], Spots]:
    """Those of some footnote markers (their offsets) that are none of a word's own figures, and the words
    that are no part of one."""
    markers: list[tuple[int, int]] = []
    hidden: set[int] = set()
    for start, end in found:
        number = bisect_left(words.starts, start)
        if number and words.ends[number - 1] > start:
            continue  # the figure of a power or of a unit of area
        markers.append((start, end))
        hidden.update(range(number, bisect_left(words.starts, end, number)))
    return markers, words.without(hidden) if hidden else words


def joined(words: Spots, breaks: Mapping[int, int]) -> tuple[Spots, Mapping[int, Sequence[int]]]:
    """Words with those made one that a line's end divides: `breaks` has the offset at which each division
    begins and that at which it ends. And for each such word where in it."""
    heads: dict[int, int] = {}  # of each word that goes on from another, the word that it began with
    for start, end in sorted(breaks.items()):
        number = bisect_left(words.ends, start)
        if number + 1 < len(words.ends) and words.ends[number] == start and words.starts[number + 1] == end:
            heads[number + 1] = heads.get(number, number)
    if not heads:
        return words, {}
    inside: dict[int, list[int]] = {}
    ends, said = words.ends[:], words.folded[:]
    gone = [*heads]
    for number, head in heads.items():
        inside.setdefault(head - bisect_left(gone, head), []).append(len(said[head]))
        said[head] += said[number]
        ends[head] = ends[number]
    return Spots(words.starts, ends, said).without(gone), inside
