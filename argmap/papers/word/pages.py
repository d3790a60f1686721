"""Where pages begin: at each pocket and (but in a speech) hat, and at a block that the page above it cannot
hold whole.

A file of answers has many blocks of a line or two; each on a page of its own, forty pages would be white.
Heights are estimated from the number of letters, with some to spare: where that is wrong, a block runs on
over a page's end, and its tags still keep with their cites.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from unicodedata import east_asian_width

from ..entries import Entry, Heading, Ink, Line, words_of

PAGE = 630.0
"""Points: eleven inches less the margins, and a little."""
POCKET, HAT = 1, 2
APART = 12.0
"""Points above a heading that does not begin a page."""
HEADS = {1: (36, 34.0, 20.0), 2: (44, 29.0, 2.0), 3: (60, 21.5, 2.0), 4: (76, 17.2, 2.0)}
"""Letters that a line of a pocket, hat, block and tag holds, its height, and the room above it (in points)."""
CITE, CARD = (92, 15.5, 8.0), (92, 14.6, 8.0)
SMALL = 114, 10.6
"""Where words of a card are marked, the others are small: letters of a line of them, and its height."""

FIRST_WIDE = "\u1100"
"""Before it no letter takes the room of two."""

Measure = tuple[int, float, float]


def page_starts(entries: Sequence[Entry], always: int = HAT) -> set[int]:
    """The places of the headings that begin a page. Those of the level `always` and above it do so in any case."""
    found: set[int] = set()
    left = PAGE
    for start, end in _stretches(entries):
        height = _together(entries[start:end])
        first = entries[start]
        lesser = isinstance(first, Heading) and first.level > always
        if start and not (lesser and height + APART <= left):
            found.add(start)
            left = PAGE
        left = left - height - APART if height <= left else 0.0  # what runs over pages ends no one knows where
    return found


def _stretches(entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """Headings with what stands under them: headings right behind one another are of one stretch."""
    heads = [n for n, entry in enumerate(entries) if isinstance(entry, Heading)]
    starts = [n for n in heads if n == 0 or not isinstance(entries[n - 1], Heading)]
    starts = starts if starts[:1] == [0] else [0, *starts]
    return [*zip(starts, [*starts[1:], len(entries)], strict=True)] if entries else []


def _together(entries: Iterable[Entry]) -> float:
    """The height of entries, as far as a page."""
    height = 0.0
    for entry in entries:
        height += _height(entry)
        if height > PAGE:
            break
    return height


def _height(entry: Entry) -> float:
    if isinstance(entry, Heading):
        return _tall(entry.text, HEADS[entry.level])
    height = _tall(entry.tag, HEADS[4])
    for cite in entry.cites:
        height += _tall(words_of(cite), CITE)
    shrunk = marked(entry.body)
    for line in entry.body:
        height += _mixed(line) if shrunk else _tall(words_of(line), CARD)
    return height


def _mixed(line: Line) -> float:
    """The height of a card's paragraph in which what is not read is small: a line of it is as high as the
    largest of its letters."""
    across, height, apart = CARD
    plain = Ink.PLAIN
    read = lit = small = 0.0
    for piece in line:
        if piece.ink is plain:
            small += _wide(piece.text)
        else:
            read += _wide(piece.text)
            lit += 1
    many = max(1, ceil(read / across + small / SMALL[0]))
    high = min(many, ceil(read / across) + lit)
    return high * height + (many - high) * SMALL[1] + apart


def marked(body: Sequence[Line]) -> bool:
    """Whether anything of a card is set off."""
    plain = Ink.PLAIN
    for line in body:
        for piece in line:
            if piece.ink is not plain:
                return True
    return False


def _tall(words: str, measure: Measure) -> float:
    across, height, apart = measure
    return max(1, ceil(_wide(words) / across)) * height + apart


def _wide(words: str) -> int:
    """How many letters' room words take."""
    if words.isascii():
        return len(words)
    return len(words) + sum(letter >= FIRST_WIDE and east_asian_width(letter) in "WF" for letter in words)
