"""Reading a file again after a change: what was read of blocks that are the same as before is moved to where
they stand now, and only the others are read.

A block begins at the margin with a line that surely opens something, whatever stands above it, and goes on to
the next such line. What it says follows from its words and from the file's habit of indenting alone, save
where the end of a card's passage is looked for beyond it: such a block is read each time.
"""

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, MutableMapping
from itertools import chain, islice
from typing import Any

from ..diagnostic import Diagnostic
from ..regex import regex
from ..source import SourceFile, Span
from ..values import dataclass
from ..vocabulary import DECLARATIONS, KINDS, VERB_FORMS
from .indentation import Indentation
from .layout import read_stretch
from .moving import Move
from .parse import in_order, parse_outline
from .syntax import Document, Item

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

    def at(self, start: int, file: SourceFile) -> "Block":
        """The same at another place."""
        move = Move(file, start - self.start)
        return Block(
            start,
            move.items(self.items),
            move.items(self.apart),
            tuple([move.span(comment) for comment in self.comments]),
            tuple([move.diagnostic(each) for each in self.found]),
            self.habit,
        )


def parse_again(file: SourceFile, memory: MutableMapping[Hashable, Any]) -> tuple[Document, tuple[Diagnostic, ...]]:
    """What `parse` gives for a file. `memory` holds the blocks of the last time, and then those of this time."""
    blocks: list[Block] = []
    kept: dict[Hashable, Block] = {}
    text, habit, at = file.text, Indentation().habit, 0
    starts = [0, *(found.start() for found in BEGINS.finditer(text) if found.start()), len(text)]
    while starts[at] < len(text):
        start, end = starts[at], starts[at + 1]
        key = habit, text[start:end]
        known = memory.get(key)
        if known is not None:
            block = kept[key] = known.at(start, file)
        else:
            block, end, alone = _read(file, start, islice(starts, at + 1, None), habit)
            if alone:
                kept[key] = block
        blocks.append(block)
        habit = block.habit
        at = bisect_left(starts, end, at + 1)
    memory.clear()
    memory.update(kept)
    items = chain(chain.from_iterable(b.items for b in blocks), chain.from_iterable(b.apart for b in blocks))
    comments = chain.from_iterable(block.comments for block in blocks)
    found = chain.from_iterable(block.found for block in blocks)
    return Document(file, tuple(items), tuple(comments)), in_order(found)


def _read(file: SourceFile, start: int, ends: Iterable[int], habit: tuple[str, int]) -> tuple[Block, int, bool]:
    """A block, where it ends, and whether it may be remembered."""
    indentation = Indentation(habit)
    stretch = read_stretch(file, start, ends, indentation)
    items, faults = parse_outline(stretch.outline)
    apart, more = parse_outline(stretch.apart)
    found = (*stretch.outline.diagnostics, *faults, *more)
    block = Block(start, items, apart, stretch.outline.comments, found, indentation.habit)
    deep = DEEP in stretch.outline.text or DEEP in stretch.apart.text
    return block, stretch.end, stretch.alone and not deep
