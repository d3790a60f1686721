"""Sources named for a reader: in full for a list of sources, in short beside a statement."""

from collections.abc import Iterator
from dataclasses import dataclass

from .model import Cite, Source


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a citation: its words, and which field they are of (`title`, `url`, `author` ...)."""

    field: str
    text: str


def full_citation(source: Source) -> Iterator[Part]:
    """Author, credentials, title, publisher, date, pages, address and day of reading, as far as given."""
    authors = "; ".join(source.authors)
    credentials = source.get("credentials")
    if authors:
        yield Part("author", f"{authors} ({credentials})" if credentials else authors)
    elif credentials:
        yield Part("author", credentials)
    if source.title:
        yield Part("title", source.title)
    for field, before in (("publisher", ""), ("date", ""), ("pages", "pp. "), ("url", ""), ("accessed", "read ")):
        words = source.get(field)
        if words:
            yield Part(field, before + words)


def short_citation(cite: Cite) -> str:
    """`Saraswat 2023, para 12`; without an author the publisher or the title stands for it."""
    source = cite.source
    names = [_last_name(author) for author in source.authors]
    who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    year = (source.get("date") or "").partition("-")[0]
    name = " ".join(part for part in (who or source.get("publisher") or source.title or source.id, year) if part)
    return f"{name}, {cite.locator}" if cite.locator else name


def _last_name(author: str) -> str:
    """`Saraswat` of `Abhyuday Saraswat` and of `Saraswat, Abhyuday`."""
    before, comma, _ = author.partition(",")
    return before.strip() if comma else (author.split() or [author])[-1]
