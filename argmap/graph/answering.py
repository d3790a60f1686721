"""What is answered in a map, and what still waits for an answer: asked alike by checks and by judging."""

from collections import deque
from collections.abc import Iterable, Mapping

from ..model import ArgumentMap, Kind, Link, LinkKind, Node, Side, Statement
from .ends import end, ends


def answered(map: ArgumentMap, answers: Iterable[Link] | None = None) -> frozenset[Statement]:
    """The statements that some answer hits: themselves, a link of theirs, or what supports them.

    `answers` are the rebutting links that count; all of the map where it is None.
    """
    landing = ends(map)
    hit: dict[Statement, None] = {}
    for link in map.links if answers is None else answers:
        if link.kind is LinkKind.REBUTS:
            hit.update(dict.fromkeys(_hit(link, landing)))
    waiting = list(hit)
    for statement in waiting:  # grows while it is walked
        for link in map.links_from(statement):
            onto = landing[link]
            if link.kind is LinkKind.SUPPORTS and onto not in hit:
                hit[onto] = None
                waiting.append(onto)
    return frozenset(hit)


def _hit(answer: Link, landing: Mapping[Link, Statement]) -> tuple[Statement, ...]:
    """What an answer hits itself: a statement; of a link, what it comes from, and what it supports."""
    target = answer.target
    if isinstance(target, Statement):
        return (target,)
    return target.sources if target.kind is LinkKind.REBUTS else (*target.sources, landing[target])


def unanswered(map: ArgumentMap) -> tuple[Link, ...]:
    """The rebuttals of somebody's case that nothing answers, in reading order. Linear.

    Left out are answers to answers to a case (the last word is always somebody's), rebuttals by the side
    whose case it is or by what supports the same statement, and what is conceded: what is rebutted, by the
    rebuttal's side, or the rebuttal, by the side that it is against.
    """
    case, hit = _case(map), answered(map)
    conceded = {(each.statement, each.side) for each in map.concessions}
    return tuple(
        link
        for link in map.links
        if link.kind is LinkKind.REBUTS
        and case.get(link.target)
        and not hit.intersection(link.sources)
        and not _settled(link, conceded)
        and not any(each.kind is LinkKind.SUPPORTS and each.target is link.target for each in _from(map, link))
    )


def _from(map: ArgumentMap, link: Link) -> tuple[Link, ...]:
    return tuple(each for source in link.sources for each in map.links_from(source))


def side_hit(rebuttal: Link) -> Side | None:
    """The side whose statement, or whose link, a rebuttal is against."""
    onto = rebuttal.target
    return onto.side if isinstance(onto, Statement) else onto.sources[0].side


def _settled(link: Link, conceded: set[tuple[Statement, Side]]) -> bool:
    """Whether a rebuttal is no matter between two sides any more."""
    own, other = link.sources[0].side, side_hit(link)
    if own is not None and (own is other or (end(link), own) in conceded):
        return True
    return other is not None and (link.sources[0], other) in conceded


def _case(map: ArgumentMap) -> Mapping[Node, bool]:
    """Whether statements, and links that others point at, speak for a claim that supports nothing, or against it:
    between each and the nearest such claim lies an even number of rebuttals, or an odd one. Absent is what bears
    on none."""
    claims = [
        statement
        for statement in map.statements
        if statement.kind is Kind.CLAIM and all(link.kind is LinkKind.REBUTS for link in map.links_from(statement))
    ]
    for_it: dict[Node, bool] = dict.fromkeys(claims, True)
    waiting: deque[tuple[Node, bool]] = deque(for_it.items())
    while waiting:
        node, helps = waiting.popleft()
        onto = map.links_onto(node)
        if isinstance(node, Link):
            if onto:
                for_it[node] = helps
            for source in node.sources:
                if source not in for_it:
                    for_it[source] = helps
                    waiting.append((source, helps))
        for link in onto:  # each points at one thing, so that it is come upon once
            waiting.append((link, helps is (link.kind is LinkKind.SUPPORTS)))
    return for_it
