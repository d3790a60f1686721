"""Reading a file again after a change: what was read of blocks that are the same as before is moved to where
they stand now, and only the others are read.

A block begins at the margin with a line that surely opens something, whatever stands above it, and goes on to
the next such line (see `stretches`). One of which the end of a card's passage was looked for beyond it is read
each time.
"""

from bisect import bisect_left
from collections.abc import Hashable, MutableMapping
from itertools import islice
from typing import Any

from ..diagnostic import Diagnostic
from ..source import SourceFile
from .indentation import Indentation
from .moving import Move
from .parse import together
from .stretches import BEGINS, Block, read_block
from .syntax import Document


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
            block = kept[key] = _moved(known, start, file)
        else:
            block, end, alone = read_block(file, start, islice(starts, at + 1, None), habit)
            if alone:
                kept[key] = block
        blocks.append(block)
        habit = block.habit
        at = bisect_left(starts, end, at + 1)
    memory.clear()
    memory.update(kept)
    return together(file, blocks)


def _moved(block: Block, start: int, file: SourceFile) -> Block:
    """The same block at another place."""
    move = Move(file, start - block.start)
    return Block(
        start,
        move.items(block.items),
        move.items(block.apart),
        tuple([move.span(comment) for comment in block.comments]),
        tuple([move.diagnostic(each) for each in block.found]),
        block.habit,
    )
