"""A statement's plain head in the outline, read at a look: as most heads are, its parts in their usual order.

What the words of such a line are, and which rules of the grammar they fill, is known beforehand; a test
holds this way and the grammar's own to the same result.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from sys import intern

from ..model import Locator
from ..regex import regex
from ..source import Span
from ..vocabulary import ANALYTIC, KINDS, MARKS
from .outline import Outline
from .syntax import CitePart, StatementLine, Word

_MARK = "|".join(MARKS)
_ID = r"[A-Za-z][A-Za-z0-9_-]*+"
LINE = regex(
    rf"({'|'.join(KINDS)})(?: (?!(?:{_MARK}|{ANALYTIC})(?![\w-]))({_ID}))?(?: ({_MARK})(?![\w-]))?"
    rf"(?: ({ANALYTIC})(?![\w-]))?(?: \(({_ID})\))?(?: @([A-Za-z0-9]++))?"
    rf"(?: \[(({_ID})(?: (para|page) ([0-9]{{1,9}})(?:-([0-9]{{1,9}}))?)?)\])?(:)"
    r"[ \t\u00a0\r]*+([^\n]*)\n( *)(?!\n)"
)
"""A line of the outline, and how deep the next one stands."""
KIND, NAME, MARK, WITHOUT, SIDE, SPEECH, CITE, SOURCE, COLON, TEXT, DEPTH = 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14
"""What its groups are; the places in a source are read apart."""


def plain_head(outline: Outline, at: int) -> tuple[StatementLine, int, int] | None:
    """The statement of the line at an offset of the outline's text, still without what stands under it, where the
    next line begins, and how deep; None where its head is not plain."""
    found = LINE.match(outline.text, at)
    if found is None:
        return None
    starts, index = outline.starts, bisect_right(outline.starts, at) - 1
    begin, end = starts[index], found.end(COLON)
    if end - begin > outline.lengths[index] or (index + 1 < len(starts) and end > starts[index + 1]):
        return None  # a word of it was mended
    here, file = outline.origins[index] - begin, outline.file

    def word(group: int) -> Word:
        first, last = found.span(group)
        return Word(intern(found[group]), file, here + first, here + last)

    def name_of(group: int) -> Word:
        """An id of its own: there are too many to look each up among those known."""
        first, last = found.span(group)
        return Word(found[group], file, here + first, here + last)

    kind, name, mark, analytic, side, speech, cite = found.group(KIND, NAME, MARK, WITHOUT, SIDE, SPEECH, CITE)
    span = Span(file, here + at, here + end)
    head = StatementLine(
        Word(intern(kind), file, span.start, span.start + len(kind)),
        name_of(NAME) if name else None,
        (word(MARK),) if mark else (),
        (word(WITHOUT),) if analytic else (),
        (word(SIDE),) if side else (),
        (_spoken(word(SPEECH)),) if speech else (),
        (_cite(found, word(SOURCE), here),) if cite else (),
        (),
        outline.prose(*found.span(TEXT)) if found[TEXT] else None,
        (),
        (),
        span,
    )
    return head, found.end(), found.end() - found.start(DEPTH)


def _spoken(word: Word) -> Word:
    """The `@` before a speech belongs to its place."""
    return Word(word.text, word.file, word.start - 1, word.end)


def _cite(found: re.Match[str], source: Word, here: int) -> CitePart:
    unit, first, last = found.group(SOURCE + 1, SOURCE + 2, SOURCE + 3)
    where = _locator(unit, int(first), int(last or first)) if unit else None
    return CitePart(source, where, Span(source.file, source.start, here + found.end(CITE)))


@lru_cache(maxsize=1024)
def _locator(unit: str, first: int, last: int) -> Locator:
    """A place in a source: many statements name the same."""
    return Locator(unit, first, last)
