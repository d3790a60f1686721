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
    looks = _Looks(highlight)
    after_heading = True
    for entry in entries:
        if isinstance(entry, Heading):
            same = SAME_PAGE if after_heading or not pages else ""
            yield paragraph(run(entry.text), f'<w:pStyle w:val="Heading{entry.level}"/>{same}')
            after_heading = True
        else:
            yield from _told(entry, looks)
            after_heading = False


class _Looks:
    """The properties of letters that are set off in some way, each worked out once."""

    def __init__(self, highlight: str) -> None:
        self._highlight = highlight
        self._known: dict[Ink, str] = {}

    def __getitem__(self, ink: Ink) -> str:
        if ink not in self._known:
            self._known[ink] = self._look(ink)
        return self._known[ink]

    def _look(self, ink: Ink) -> str:
        if ink & Ink.CITE:
            return '<w:rStyle w:val="Style13ptBold"/>'
        style = "Emphasis" if ink & Ink.STRESSED else "StyleUnderline"
        lit = f'<w:highlight w:val="{self._highlight}"/>' if ink & Ink.HIGHLIGHTED else ""
        return f'<w:rStyle w:val="{style}"/>{lit}'


def _told(told: Told, looks: _Looks) -> Iterator[str]:
    yield paragraph(run(told.tag), f'<w:pStyle w:val="{"Analytic" if told.analytic else "Heading4"}"/>')
    for cite in told.cites:
        yield paragraph(_line(cite, "", looks))
    marked = any(piece.ink is not Ink.PLAIN for line in told.body for piece in line)
    for line in told.body:
        yield paragraph(_line(line, size(UNREAD_SIZE) if marked else "", looks))


def _line(line: Line, plain: str, looks: _Looks) -> str:
    return "".join(run(piece.text, plain if piece.ink is Ink.PLAIN else looks[piece.ink]) for piece in line)
