"""What a part of a map leaves out, said at the statements where something is cut."""

from collections.abc import Iterable, Mapping

from ..graph.branches import bearing
from ..graph.ends import end
from ..model import ArgumentMap, Link, Part, Statement
from ..values import dataclass
from .telling import does, plain

MOST = 999
"""Statements under one are counted up to here, so that all counting takes linear time."""


@dataclass(frozen=True, slots=True)
class Omission:
    """What a statement lost: `12 more under A2`, `supports C1, not shown`.

    `page`: where the parts are pages, the (first) one on which it is drawn.
    """

    words: str
    page: int | None


def omissions(map: ArgumentMap) -> Mapping[Statement, tuple[Omission, ...]]:
    """What each statement of a part lost; empty for a map that is no part of another."""
    if map.part is None:
        return {}
    kept, links = set(map.statements), set(map.links)
    found: dict[Statement, tuple[Omission, ...]] = {}
    for statement in map.statements:
        said = (*_above(map.part, statement, links), *_below(map.part, statement, kept))
        if said:
            found[statement] = said
    return found


def _above(part: Part, statement: Statement, links: set[Link]) -> Iterable[Omission]:
    """What the statement does by the links that are left out."""
    for link in part.whole.links_from(statement):
        if link not in links:
            words = plain(does(statement, link))
            pages = _pages(part, [end(link)])
            yield Omission(f"{words}: {_listed(pages)}", pages[0]) if pages else Omission(f"{words}, not shown", None)


def _below(part: Part, statement: Statement, kept: set[Statement]) -> Iterable[Omission]:
    """How many statements under this one are left out, counted through those alone."""
    found: dict[Statement, None] = {}
    waiting = [statement]
    while waiting and len(found) <= MOST:
        for _, source in bearing(part.whole, waiting.pop()):
            if source not in kept and source not in found:
                found[source] = None
                waiting.append(source)
    if found:
        many = f"over {MOST}" if len(found) > MOST else f"{len(found):,}"
        # One that is drawn elsewhere with all that bears on it: there. Else wherever the rest is.
        own = _pages(part, [statement])
        elsewhere = part.page is not None and own not in ([], [part.page])
        words, pages = f"{many} more under {statement.label}", own if elsewhere else _pages(part, found)
        yield Omission(f"{words}: {_listed(pages)}", pages[0]) if pages else Omission(words, None)


def _pages(part: Part, statements: Iterable[Statement]) -> list[int]:
    """The pages on which statements are drawn; none where there are no pages."""
    pages = part.pages or {}
    return sorted({pages[statement] for statement in statements if statement in pages})


def _listed(pages: list[int]) -> str:
    """`page 3`, `pages 3, 5`, `pages 3 to 12`."""
    if len(pages) == 1:
        return f"page {pages[0]}"
    return f"pages {', '.join(map(str, pages))}" if len(pages) <= 4 else f"pages {pages[0]} to {pages[-1]}"
