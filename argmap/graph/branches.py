"""A map as a tree to read: what it is about first, and under each statement what bears on it."""

from collections.abc import Iterator

from ..model import ArgumentMap, Link, Statement
from ..values import dataclass


@dataclass(frozen=True, slots=True)
class Branch:
    """A statement at its place in the tree. `link` is what it does there; None at the root.

    `again` says that the statement stands in full at another place: here it is only named.
    """

    statement: Statement
    link: Link | None
    depth: int
    again: bool = False


def branches(map: ArgumentMap) -> Iterator[Branch]:
    """Every statement once in full, and named again wherever else it bears on something.

    Statements that bear on one another in a circle, under nothing else, come last as roots. Takes
    linear time, and any depth.
    """
    tops = set(map.tops)
    shown: set[Statement] = set()
    for root in (*map.tops, *map.statements):
        if root not in shown:
            yield from _branch(map, root, tops, shown)


def bearing(map: ArgumentMap, statement: Statement) -> Iterator[tuple[Link, Statement]]:
    """What stands under a statement: the links onto it, and what bears on those links in turn."""
    waiting = list(reversed(map.links_onto(statement)))
    while waiting:
        link = waiting.pop()
        for source in link.sources:
            yield link, source
        waiting.extend(reversed(map.links_onto(link)))


def _branch(map: ArgumentMap, root: Statement, tops: set[Statement], shown: set[Statement]) -> Iterator[Branch]:
    waiting: list[tuple[Statement, Link | None, int]] = [(root, None, 0)]
    while waiting:
        statement, link, depth = waiting.pop()
        again = statement in shown or (depth > 0 and statement in tops)
        yield Branch(statement, link, depth, again)
        if not again:
            shown.add(statement)
            under = [(source, onto, depth + 1) for onto, source in bearing(map, statement)]
            waiting.extend(reversed(under))
