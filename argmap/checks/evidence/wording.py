"""How rules show words of a source in a message."""

from collections.abc import Sequence

from ...diagnostic import Label
from ...model import Cite, Source
from ...quoting.passage import SourceText
from ...quoting.placed import Placed
from ...quoting.words import Words
from ...source import Span

SHOWN = 12
"""A message shows no more words of a passage than this."""


def shown(words: Words, first: int, last: int) -> str:
    """Words of a text in curly quotation marks, cut short where they are many."""
    if last - first <= SHOWN:
        return f"“{words.show(first, last)}”"
    return f"“{words.show(first, first + SHOWN)} …”"


def paragraphs(text: SourceText, placed: Placed) -> str:
    """`para 3` or `para 3-5`: where in a source's text something stands."""
    first, last = text.paragraph_at(placed.start), text.paragraph_at(placed.end - 1)
    return f"para {first}" if first == last else f"para {first}-{last}"


def place(text: SourceText, placed: Placed) -> str:
    """`page 14` where the pages of a text are known, else its paragraphs."""
    if not text.labels:
        return paragraphs(text, placed)
    first, last = text.page_at(placed.start), text.page_at(placed.end - 1)
    return f"page {first}" if first == last else f"page {first}-{last}"


def label(text: SourceText, words: Words, first: int, last: int, message: str) -> Label:
    """A pointer into the source's own text."""
    start = words.starts[min(first, len(words) - 1)]
    return Label(Span(text.file, start, words.ends[last - 1] if last > first else start), message)


def sources(cites: Sequence[Cite]) -> str:
    """The sources that citations name, each once: `a` or `a` or `b`."""
    names: dict[Source, None] = dict.fromkeys(cite.source for cite in cites)
    return " or ".join(f"`{source.id}`" for source in names)
