"""A paper's entries as the paragraphs of a Word file."""

from collections.abc import Iterable, Iterator

from ..entries import Entry, Heading, Ink, Line, Told
from .xml import paragraph, run, size

UNREAD_SIZE = 8
"""Points: what is not read of a card is shrunk."""
SAME_PAGE = '<w:pageBreakBefore w:val="0"/>'


def paragraphs_of(entries: Iterable[Entry], highlight: str, *, pages: bool = True) -> Iterator[str]:
    """The paragraphs, in order. Without `pages` no heading begins a page; with them, a heading right
    behind another does not, or pages would hold one line."""
    after_heading = True
    for entry in entries:
        if isinstance(entry, Heading):
            same = SAME_PAGE if after_heading or not pages else ""
            yield paragraph(run(entry.text), f'<w:pStyle w:val="Heading{entry.level}"/>{same}')
            after_heading = True
        else:
            yield from _told(entry, highlight)
            after_heading = False


def _told(told: Told, highlight: str) -> Iterator[str]:
    yield paragraph(run(told.tag), f'<w:pStyle w:val="{"Analytic" if told.analytic else "Heading4"}"/>')
    for cite in told.cites:
        yield paragraph(_line(cite, "", highlight))
    marked = any(piece.ink for line in told.body for piece in line)
    for line in told.body:
        yield paragraph(_line(line, size(UNREAD_SIZE) if marked else "", highlight))


def _line(line: Line, plain: str, highlight: str) -> str:
    return "".join(run(piece.text, _look(piece.ink, plain, highlight)) for piece in line)


def _look(ink: Ink, plain: str, highlight: str) -> str:
    if not ink:
        return plain
    if ink & Ink.CITE:
        return '<w:rStyle w:val="Style13ptBold"/>'
    style = "Emphasis" if ink & Ink.STRESSED else "StyleUnderline"
    lit = f'<w:highlight w:val="{highlight}"/>' if ink & Ink.HIGHLIGHTED else ""
    return f'<w:rStyle w:val="{style}"/>{lit}'
