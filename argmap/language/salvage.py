"""What can be saved of a line whose head could not be read.

What names it, or stands under it, then still makes sense, so that one slip is told once.
"""

import re
from collections.abc import Sequence

from ..normal import normal
from ..regex import regex
from ..vocabulary import DECLARATIONS, KINDS, RESERVED
from .outline import Outline
from .shapes import FIRST_WORD, ID, PLUS, head_end
from .syntax import Declaration, FaultyLine, Field, Nested, StatementLine, Word

NAME = regex(rf"\s*({ID})")
LONGEST_HEAD = 400
"""No head is longer: in what is, no more words are looked for."""


def salvage(
    outline: Outline, start: int, end: int, children: Sequence[Field | Nested]
) -> StatementLine | Declaration | FaultyLine:
    """The value of the faulty line `outline.text[start:end]` and of all that stands under it."""
    plus = PLUS.match(outline.text, start, end)
    joined, begin = plus is not None, start
    start = plus.end() if plus else start
    line = outline.text[start:end]
    fields = tuple(child for child in children if isinstance(child, Field))
    nested = tuple(child for child in children if not isinstance(child, Field))
    first = FIRST_WORD.match(line)
    if not first or first.group() not in (*KINDS, *DECLARATIONS):
        words = (_word(outline, start + m.start(), m.group()) for m in re.finditer(ID, line[:LONGEST_HEAD]))
        return FaultyLine(tuple(words), nested, outline.span(begin, end))
    kind = _word(outline, start, first.group())
    named = NAME.match(line, first.end())
    name = None
    if named and named[1] not in RESERVED:
        name = _word(outline, start + named.start(1), named[1])
    text, span = None, outline.span(begin, end)
    colon = head_end(line)
    colon = line.find(":") if colon < 0 else colon
    if colon >= 0:
        after = colon + 1 + len(line[colon + 1 :]) - len(line[colon + 1 :].lstrip())
        text = outline.prose(start + after, end) if after < len(line) else None
        span = outline.span(begin, start + colon + 1)
    if kind.text in DECLARATIONS:
        return Declaration(kind, name, text, fields, nested, span, faulty=True)
    return StatementLine(kind, name, (), (), (), (), (), (), text, fields, nested, span, faulty=True, joined=joined)


def _word(outline: Outline, start: int, text: str) -> Word:
    return Word.at(outline.span(start, start + len(text)), normal("NFC", text))
