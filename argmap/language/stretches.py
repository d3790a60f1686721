"""Reading a stretch of a file by itself: from where something begins at the margin to where something else does.

What a stretch says follows from its words and from the file's habit of indenting alone, save where the end of
a card's passage is looked for beyond it.
"""

import re
from collections.abc import Iterable

from ..diagnostic import Diagnostic
from ..regex import regex
from ..source import SourceFile, Span
from ..values import dataclass
from ..vocabulary import DECLARATIONS, KINDS, VERB_FORMS
from .indentation import Indentation
from .layout import read_stretch
from .parser import parse_outline
from .syntax import Item

PART = r"[^\W_][^\s:]*|[!-,./;-~][^\s:]*"
"""What may stand in a head: behind a dash, or a sign that nobody sees, a line may be read otherwise."""
BEGINS = regex(
    rf"^(?:(?:{'|'.join((*KINDS, *DECLARATIONS))})(?=(?:[ \t]+(?:{PART}))*[ \t\r]*(?::|$))"
    rf"|[A-Za-z][A-Za-z0-9]* (?:{'|'.join(VERB_FORMS)}) [A-Za-z][A-Za-z0-9]*[ \t\r]*$)",
    re.M,
)
DEEP = "\n" + " " * 100
"""How an outline's line begins that is nested too deep to be moved: it is read each time."""


@dataclass(frozen=True, slots=True)
class Block:
    """What was read of a block that began at `start`, and the file's habit of indenting after it."""

    start: int
    items: tuple[Item, ...]
    apart: tuple[Item, ...]
    comments: tuple[Span, ...]
    found: tuple[Diagnostic, ...]
    habit: tuple[str, int]


def read_block(file: SourceFile, start: int, ends: Iterable[int], habit: tuple[str, int]) -> tuple[Block, int, bool]:
    """The block that begins at `start` and ends at the first of `ends` that no passage runs over; where it ends, and
    whether it may be remembered."""
    indentation = Indentation(habit)
    stretch = read_stretch(file, start, ends, indentation)
    items, faults = parse_outline(stretch.outline)
    apart, more = parse_outline(stretch.apart)
    found = (*stretch.outline.diagnostics, *faults, *more)
    block = Block(start, items, apart, stretch.outline.comments, found, indentation.habit)
    deep = DEEP in stretch.outline.text or DEEP in stretch.apart.text
    return block, stretch.end, stretch.alone and not deep
