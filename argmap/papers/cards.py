"""A statement's cites and card as a paper has them."""

from collections.abc import Iterable, Iterator

from ..model import Card, Cite, Source
from ..regex import regex
from ..words.marking import EMPHASISED, HIGHLIGHTED, UNDERLINED, stretches
from ..words.references import named_in_short, other_publisher, short_name
from .entries import Ink, Line, Run

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
INKS = {
    frozenset(mark for mark, on in ((UNDERLINED, read), (EMPHASISED, stressed), (HIGHLIGHTED, lit)) if on): Ink.READ
    | (Ink.STRESSED if stressed else Ink.PLAIN)
    | (Ink.HIGHLIGHTED if lit else Ink.PLAIN)
    for read in (True, False)
    for stressed in (True, False)
    for lit in (True, False)
    if read or stressed or lit
} | {frozenset[str](): Ink.PLAIN}
"""How words with some marks are set off: what is emphasised or highlighted is underlined as well."""
BETWEEN_PARAGRAPHS = regex(r"\n[ \t]*\n\s*")
LINE_END = regex(r"[ \t]*\n[ \t]*")
MOST_SET_OFF = 2
"""Of more authors than these, only the first has its last name in Cite style."""


def paragraphs(card: Card) -> tuple[Line, ...]:
    """The paragraphs of a card: a blank line parts them, a line's end is a blank."""
    found: list[list[Run]] = [[]]
    for stretch in stretches(card.markup):
        ink = INKS[stretch.marks]
        if "\n" not in stretch.text:
            found[-1].append(Run(stretch.text, ink))
            continue
        for number, piece in enumerate(BETWEEN_PARAGRAPHS.split(stretch.text)):
            if number:
                found.append([])
            words = LINE_END.sub(" ", piece)
            if words:
                found[-1].append(Run(words, ink))
    return tuple(tuple(runs) for runs in found if any(run.text.strip() for run in runs))


class Citing:
    """Cite lines, each source's worked out once."""

    def __init__(self) -> None:
        self._known: dict[Source, Line] = {}

    def lines(self, cites: Iterable[Cite]) -> tuple[Line, ...]:
        """A line for each source, with all its places: `para 3; para 9`."""
        places: dict[Source, list[str]] = {}
        for cite in cites:
            places.setdefault(cite.source, []).extend([str(cite.locator)] if cite.locator else [])
        return tuple(self._line(source, "; ".join(where)) for source, where in places.items())

    def _line(self, source: Source, places: str) -> Line:
        if source not in self._known:
            self._known[source] = cite_line(source)
        return (*self._known[source], Run(f", {places}")) if places else self._known[source]


def cite_line(source: Source) -> Line:
    """One line as debaters write it, with only last name and year in Cite style: `Ada **Hsu**,
    credentials, May 2, **2021**, “Title”, Publisher, pp. 3-9, address, accessed ...`."""
    named = named_in_short(source)
    publisher = other_publisher(source)
    date = source.get("date")
    parts: list[Iterable[Run]] = [
        _authors(source.authors) if source.authors else [Run(named, Ink.CITE)],
        _plain(source.get("credentials")),
        _dated(date, Ink.CITE) if date else [Run("n.d.", Ink.CITE)],
        _plain(f"“{source.title}”" if source.title and source.title != named else None),
        _plain(publisher if publisher != named else None),
        _plain(source.get("pages"), "pp. "),
        _plain(source.get("url")),
        _read_on(source.get("accessed")),
    ]
    line: list[Run] = []
    for part in parts:
        runs = list(part)
        if line and runs:
            line.append(Run(", "))
        line.extend(runs)
    return tuple(line)


def _plain(words: str | None, before: str = "") -> list[Run]:
    return [Run(before + words)] if words else []


def _authors(authors: tuple[str, ...]) -> Iterator[Run]:
    set_off = len(authors) if len(authors) <= MOST_SET_OFF else 1
    for number, author in enumerate(authors):
        if number:
            yield Run(" and " if number == len(authors) - 1 else ", ")
        if number >= set_off:
            yield Run(author)
            continue
        last = short_name(author)
        at = max(author.rfind(last), 0)
        yield from _plain(author[:at])
        yield Run(author[at : at + len(last)] or author, Ink.CITE)
        yield from _plain(author[at + len(last) :])


def _dated(date: str, ink: Ink) -> Iterator[Run]:
    """`September 19, **2023**` of `2023-09-19`; what is no such date as it is."""
    year, *rest = date.split("-")
    if rest and rest[0].isdigit() and 1 <= int(rest[0]) <= len(MONTHS):
        day = f" {int(rest[1])}," if len(rest) > 1 and rest[1].isdigit() else ""
        yield Run(f"{MONTHS[int(rest[0]) - 1]}{day} ")
        yield Run(year, ink)
    else:
        yield Run(year if not rest else date, ink)


def _read_on(date: str | None) -> Iterator[Run]:
    if date:
        yield Run("accessed " + "".join(run.text for run in _dated(date, Ink.PLAIN)))
