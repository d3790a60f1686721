"""A cite sheet for disclosure: each card's tag, its cite, its first and last words."""

from collections.abc import Iterator
from dataclasses import replace

from ..regex import regex
from .entries import Entry, Heading, Ink, Line, Paper, Run, Told, words_of

EDGE, SHORT = 15, 50
"""Words shown of each end of a card; a card of no more than `SHORT` words is shown whole."""
SIGNS = regex(r"([\\`*_\[\]<>#|~])")
UNFIT = regex("[\x00-\x08\x0b-\x1f\x7f]")


def cite_sheet(paper: Paper) -> Paper:
    """A paper's cards in short, without analytics, and without headings that nothing stands under."""
    shortened = [entry if isinstance(entry, Heading) else _short(entry) for entry in paper.entries if _kept(entry)]
    return replace(paper, entries=tuple(_without_empty(shortened)))


def cites_in_markdown(paper: Paper) -> str:
    """A cite sheet as openCaselist takes it: headings of four levels, names set off, signs made plain."""
    return "".join(f"{line}\n\n" for line in _lines(cite_sheet(paper)))


def _kept(entry: Entry) -> bool:
    return isinstance(entry, Heading) or not entry.analytic


def _short(told: Told) -> Told:
    words = " ".join(words_of(line) for line in told.body).split()
    if len(words) > SHORT:
        shown = [" ".join(words[:EDGE]), "AND", " ".join(words[-EDGE:])]
    else:
        shown = [" ".join(words)] if words else []
    return replace(told, body=tuple((Run(part),) for part in shown))


def _without_empty(entries: list[Entry]) -> list[Entry]:
    kept: list[Entry] = []
    below = 5  # the level of the nearest heading further down that is kept; a card counts as the lowest
    card = False
    for entry in reversed(entries):
        if isinstance(entry, Told):
            card, below = True, 5
        elif not card or entry.level >= below:
            continue
        else:
            below = entry.level
        kept.append(entry)
    return kept[::-1]


def _lines(sheet: Paper) -> Iterator[str]:
    for entry in sheet.entries:
        if isinstance(entry, Heading):
            yield f"{'#' * entry.level} {_plain(entry.text)}"
            continue
        yield f"#### {_plain(entry.tag)}"
        yield from (_cite(line) for line in entry.cites)
        yield from (_plain(words_of(line)) for line in entry.body)


def _cite(line: Line) -> str:
    return "".join(f"**{_plain(run.text)}**" if run.ink & Ink.CITE else _plain(run.text) for run in line)


def _plain(words: str) -> str:
    return SIGNS.sub(r"\\\1", UNFIT.sub("", words))
