"""From a file's text to what it says: its lines make an outline, which the grammar reads."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ..diagnostic import Diagnostic
from ..source import SourceFile
from .indentation import Indentation
from .layout import read_outline
from .parser import parse_outline
from .stretches import BEGINS, Block, read_block
from .syntax import Document

LARGE = 250_000
"""So many letters are read at once: an outline takes more room than what is made of it."""


def parse(file: SourceFile) -> tuple[Document, tuple[Diagnostic, ...]]:
    """What a file says, and every fault of its lines and heads, in the order of their places.

    Never raises for anything that stands in the text.
    """
    if len(file.text) > LARGE:
        return together(file, list(_blocks(file)))
    outline = read_outline(file)
    items, faults = parse_outline(outline)
    return Document(file, items, outline.comments), _in_order((*outline.diagnostics, *faults))


def together(file: SourceFile, blocks: Iterable[Block]) -> tuple[Document, tuple[Diagnostic, ...]]:
    """What a file says, of which all blocks were read."""
    blocks = tuple(blocks)
    items = chain(chain.from_iterable(b.items for b in blocks), chain.from_iterable(b.apart for b in blocks))
    comments = chain.from_iterable(block.comments for block in blocks)
    found = chain.from_iterable(block.found for block in blocks)
    return Document(file, tuple(items), tuple(comments)), _in_order(found)


def _blocks(file: SourceFile) -> Iterator[Block]:
    """A large file's lines, read piece by piece: each is about `LARGE` and ends where something begins."""
    start, habit = 0, Indentation().habit
    while start < len(file.text):
        block, start, _ = read_block(file, start, _ends(file.text, start + LARGE), habit)
        habit = block.habit
        yield block


def _ends(text: str, at: int) -> Iterator[int]:
    while found := BEGINS.search(text, at):
        yield found.start()
        at = found.start() + 1
    yield len(text)


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Faults of one file in the order of their places."""
    return tuple(sorted(found, key=lambda d: d.span.start if d.span else -1))
