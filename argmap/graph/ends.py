"""What a picture has to know of a map's links: where they end, which answer one another, what is reached."""

from collections.abc import Sequence

from ..model import ArgumentMap, Kind, Link, LinkKind, Statement


def pinned(map: ArgumentMap) -> set[Statement]:
    """The claims that speak to the topic: the whole map's top claims, not what heads a mere part."""
    if map.topic is None:
        return set()
    tops = {statement for statement in map.tops if statement.kind is Kind.CLAIM}
    return tops.intersection(map.part.whole.tops) if map.part else tops


def end(link: Link) -> Statement:
    """The statement that a link comes to in the end, through the links that it points at."""
    while isinstance(link.target, Link):
        link = link.target
    return link.target


class Ends(dict[Link, Statement]):
    """The end of each link: kept for those that point at a link, and seen in the others themselves."""

    def __missing__(self, link: Link) -> Statement:
        return end(link)


def ends(map: ArgumentMap) -> Ends:
    """The same of every link. Linear: a link comes after the link that it points at."""
    found = Ends()
    for link in map.links:
        if isinstance(link.target, Link):
            found[link] = found[link.target]
    return found


def contradictions(map: ArgumentMap) -> dict[Link, Link]:
    """Of statements that rebut each other, the link that comes first, and the one that answers it.

    Only where each is a plain line from box to box.
    """
    plain: dict[tuple[Statement, Statement], Link] = {}
    found: dict[Link, Link] = {}
    for link in map.links:
        one, other = link.sources[0], link.target
        if link.kind is not LinkKind.REBUTS or isinstance(other, Link) or one is other:
            continue
        if link.joined or map.links_onto(link):
            continue
        first = plain.get((other, one))
        if first and first not in found:
            found[first] = link
        plain[one, other] = link
    return found


def untethered(map: ArgumentMap, tops: Sequence[Statement]) -> list[Statement]:
    """One statement for each part of the map from which no top claim is reached."""
    seen: set[Statement | Link] = set()
    found: list[Statement] = []

    def reach(start: Statement) -> None:
        waiting: list[Statement | Link] = [start]
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            for link in map.links_onto(node):
                waiting.extend((link, *link.sources))

    for statement in tops:
        reach(statement)
    for statement in (*map.tops, *map.statements):
        if statement not in seen:
            found.append(statement)
            reach(statement)
    return found
