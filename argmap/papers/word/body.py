"""A paper's entries as the paragraphs of a Word file."""

from collections.abc import Iterator, Sequence

from ..entries import Entry, Heading, Ink, Line, Told
from .pages import APART, HAT, marked, page_starts
from .xml import paragraph, run, size

PLAIN = Ink.PLAIN
UNREAD_SIZE = 8
"""Points: what is not read of a card is shrunk."""
SAME_PAGE = '<w:pageBreakBefore w:val="0"/>'
SET_APART = f'<w:spacing w:before="{round(APART * 20)}"/>'
"""A heading that neither begins a page nor stands right behind another."""
TOGETHER = "<w:keepLines/>"
WITH_CARD = "<w:keepNext/><w:keepLines/>"
"""A cite is not torn by a page's end, nor from the card below it, as a tag is not from its cite."""
SHORT = 900
"""Letters: a paragraph of a card that has no more is not torn either."""


def paragraphs_of(entries: Sequence[Entry], highlight: str, *, always: int = HAT) -> Iterator[str]:
    """The paragraphs, in order. The headings of `page_starts` begin a page; none where `always` is 0."""
    looks = _Looks(highlight)
    starts = page_starts(entries, always) if always else set()
    for number, entry in enumerate(entries):
        if isinstance(entry, Heading):
            look = "" if number in starts else SAME_PAGE
            look += SET_APART if look and number and isinstance(entries[number - 1], Told) else ""
            yield paragraph(run(entry.text), f'<w:pStyle w:val="Heading{entry.level}"/>{look}')
        else:
            yield from _told(entry, looks)


class _Looks(dict[Ink, str]):
    """The properties of letters that are set off in some way, each worked out once."""

    def __init__(self, highlight: str) -> None:
        self._highlight = highlight

    def __missing__(self, ink: Ink) -> str:
        self[ink] = self._look(ink)
        return self[ink]

    def _look(self, ink: Ink) -> str:
        if ink & Ink.CITE:
            return '<w:rStyle w:val="Style13ptBold"/>'
        style = "Emphasis" if ink & Ink.STRESSED else "StyleUnderline"
        lit = f'<w:highlight w:val="{self._highlight}"/>' if ink & Ink.HIGHLIGHTED else ""
        return f'<w:rStyle w:val="{style}"/>{lit}'


def _told(told: Told, looks: _Looks) -> Iterator[str]:
    yield paragraph(run(told.tag), f'<w:pStyle w:val="{"Analytic" if told.analytic else "Heading4"}"/>')
    for cite in told.cites:
        yield paragraph(_line(cite, "", looks), WITH_CARD if told.body else TOGETHER)
    unread = size(UNREAD_SIZE) if marked(told.body) else ""
    for line in told.body:
        yield paragraph(_line(line, unread, looks), TOGETHER if _short(line) else "")


def _short(line: Line) -> bool:
    return sum([len(piece.text) for piece in line]) <= SHORT


def _line(line: Line, plain: str, looks: _Looks) -> str:
    return "".join([run(piece.text, plain if piece.ink is PLAIN else looks[piece.ink]) for piece in line])
