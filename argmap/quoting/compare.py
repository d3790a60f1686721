"""A quotation that does not stand in its source: what the source has instead.

Three questions are asked in turn. Do its words stand apart in the source (a splice)? Is there a
passage that is nearly the same, and where does it first differ? Or is there nothing like it?
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ..values import dataclass
from .pattern import Pattern, Row
from .place import place as find_place
from .search import Strictness
from .words import Words

if TYPE_CHECKING:
    from difflib import Match

PART_LEAST = 4
"""Fewer words than this stand together by chance too often to call it a part of a splice."""
PARTS_MOST = 4
SLIP_MOST = 3
"""So many missing words are a slip; more, and the quoter has joined two passages."""
SPAN = 8
COMMON = 400
SLACK = 6
LIKE = 0.5
LOOKED_AT = 80
"""So many words of a row are looked at closer."""


@dataclass(frozen=True, slots=True)
class Differs:
    """The first place where a quotation leaves its source.

    `said` are the words of the row (first, one past the last) that differ, `stands` those of the
    source; either may be empty. `passage` is the part of the source that the row resembles.
    """

    said: tuple[int, int]
    stands: tuple[int, int]
    passage: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spliced:
    """Parts of a row that each stand in the source, but not side by side: for each its words in
    the row and the number of the first word in the source."""

    parts: tuple[tuple[int, int, int], ...]


def stands(pattern: Pattern, row: Row, words: Words) -> bool:
    """Whether a row of a quotation stands anywhere in a text."""
    alone = Pattern(pattern.words, (row,))
    return find_place(alone, words, 0, len(words), Strictness.FAITHFUL) is not None


def compare(pattern: Pattern, row: Row, words: Words) -> Differs | Spliced | None:
    """Why a row of words does not stand in a text; None where the text has nothing like it.

    Of a long row only the words about the first difference are looked at closer.
    """
    run = pattern.run(row)
    if len(run) <= LOOKED_AT:
        return _difference(run, words)
    agreed = _agreeing(pattern.words, row, words)
    first = max(agreed - LOOKED_AT // 4, 0)
    return _shifted(_difference(run[first : first + LOOKED_AT], words), first)


def _agreeing(quoted: Words, row: Row, words: Words) -> int:
    """How many words from the start of a row stand somewhere in a text."""
    low, high = row.first, row.last
    while low < high:
        middle = (low + high + 1) // 2
        if quoted.stream[quoted.at[row.first] : quoted.at[middle]] in words.stream:
            low = middle
        else:
            high = middle - 1
    return low - row.first


def _shifted(found: Differs | Spliced | None, by: int) -> Differs | Spliced | None:
    if isinstance(found, Differs):
        return replace(found, said=(found.said[0] + by, found.said[1] + by))
    if isinstance(found, Spliced):
        return Spliced(tuple((first + by, last + by, at) for first, last, at in found.parts))
    return None


def _difference(run: Sequence[str], words: Words) -> Differs | Spliced | None:
    spliced = _splice(run, words)
    if spliced:
        slip = _slip(spliced)
        return slip or spliced
    return _nearest(run, words)


def _splice(run: Sequence[str], words: Words) -> Spliced | None:
    parts: list[tuple[int, int, int]] = []
    at = 0
    while at < len(run):
        if len(parts) == PARTS_MOST:
            return None
        low, high = at, len(run)
        while low < high:
            middle = (low + high + 1) // 2
            if words.rows(run[at:middle]):
                low = middle
            else:
                high = middle - 1
        if low - at < PART_LEAST:
            return None
        after = parts[-1][2] + parts[-1][1] - parts[-1][0] if parts else 0
        spots = words.rows(run[at:low])
        spot = next((spot for spot in spots if spot >= after), spots[0])
        parts.append((at, low, spot))
        at = low
    return Spliced(tuple(parts)) if len(parts) > 1 else None


def _slip(spliced: Spliced) -> Differs | None:
    """A splice over a gap of a few words is a slip: those words were left out."""
    (first, last, at), (_, end, then) = spliced.parts[0], spliced.parts[1]
    gap = at + last - first, then
    if 0 < gap[1] - gap[0] <= SLIP_MOST:
        return Differs((last, last), gap, (at, then + end - last))
    return None


def _nearest(run: Sequence[str], words: Words) -> Differs | None:
    bounds = _likely_bounds(run, words)
    if bounds is None:
        return None
    first, last = bounds
    same = _alike(words.folded[first:last], run)
    if sum(block.size for block in same) < max(2, LIKE * len(run)):
        return None
    passage = first + same[0].a, first + same[-1].a + same[-1].size
    said, stands = _first_gap(same, len(run), last - first)
    while said[0] < said[1] and stands[0] < stands[1] and run[said[0]] == words.folded[first + stands[0]]:
        said, stands = (said[0] + 1, said[1]), (stands[0] + 1, stands[1])
    stands = first + stands[0], first + stands[1]
    return Differs(said, stands, (min(passage[0], stands[0]), max(passage[1], stands[1])))


def _alike(window: Sequence[str], run: Sequence[str]) -> "list[Match]":
    """The longest stretch that both have, and what both have on either side of it, the nearest
    first (so that a common word far away does not stand in for the one beside it)."""
    from difflib import Match, SequenceMatcher

    heart = SequenceMatcher(None, window, run, autojunk=False).find_longest_match()
    if not heart.size:
        return []
    left = window[max(heart.a - heart.b - SLACK, 0) : heart.a]
    before = [
        Match(heart.a - block.a - block.size, heart.b - block.b - block.size, block.size)
        for block in _blocks(left[::-1], run[: heart.b][::-1])
    ]
    a, b = heart.a + heart.size, heart.b + heart.size
    right = window[a : a + len(run) - b + SLACK]
    after = [Match(a + block.a, b + block.b, block.size) for block in _blocks(right, run[b:])]
    return [*reversed(before), heart, *after]


def _blocks(window: Sequence[str], run: Sequence[str]) -> "list[Match]":
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, window, run, autojunk=False)
    return [block for block in matcher.get_matching_blocks() if block.size]


def _first_gap(same: "Sequence[Match]", length: int, window: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The words that differ first: those of the quotation and those of the window."""
    head = same[0]
    if head.b:
        return (0, head.b), (max(head.a - head.b, 0), head.a)
    for one, other in pairwise(same):
        said = one.b + one.size, other.b
        stands = one.a + one.size, other.a
        if said[0] < said[1] or stands[0] < stands[1]:
            return said, stands
    said = same[-1].b + same[-1].size, length
    after = same[-1].a + same[-1].size
    return said, (after, min(after + said[1] - said[0], window))


def _likely_bounds(run: Sequence[str], words: Words) -> tuple[int, int] | None:
    """The part of the text in which most of a row's words stand about where they should, rarer
    words counting for more: first word, one past the last."""
    votes: dict[int, float] = {}
    for number, word in enumerate(run):
        places = words.places.get(word, ())
        if len(places) > COMMON and len(run) > 1:
            continue
        for place in places:
            # A vote for two neighbouring spans, so that none is lost at the edge between them.
            for span in ((place - number) // SPAN, (place - number) // SPAN + 1):
                votes[span] = votes.get(span, 0.0) + len(places) ** -0.5
    if not votes:
        return None
    best = max(votes, key=lambda span: (votes[span], -span))
    return max((best - 1) * SPAN - SLACK, 0), min((best + 1) * SPAN + len(run) + SLACK, len(words))
