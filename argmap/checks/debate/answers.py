"""What is answered, and what is settled, in a map."""

from collections.abc import Iterable, Iterator

from ...model import ArgumentMap, Kind, LinkKind, Node, Side, Statement
from ..subject import Subject


def answered(subject: Subject, answers: Iterable[Statement] | None = None) -> frozenset[Statement]:
    """The statements that some answer hits: themselves, a link of theirs, or what supports them.

    `answers` are the rebuttals that count; all of the map where it is None.
    """
    counted = None if answers is None else set(answers)
    hit: dict[Statement, None] = {}
    for link in subject.map.links:
        if link.kind is not LinkKind.REBUTS or (counted is not None and counted.isdisjoint(link.sources)):
            continue
        target = link.target
        if isinstance(target, Statement):
            hit[target] = None
        elif target.kind is LinkKind.REBUTS:
            hit.update(dict.fromkeys(target.sources))
        else:
            hit[subject.landing[target]] = None
    waiting = list(hit)
    for statement in waiting:
        for link in subject.map.links_from(statement):
            onto = subject.landing[link]
            if link.kind is LinkKind.SUPPORTS and onto not in hit:
                hit[onto] = None
                waiting.append(onto)
    return frozenset(hit)


def how_to_concede(side: Side, statement: Statement) -> str:
    """The line that concedes a statement; and first the id that it needs, where it has none."""
    if statement.id:
        return f"concede it: `{side.id} concedes {statement.id}`"
    return f"concede it: give it an id, such as `{statement.kind} NAME: ...`, and write `{side.id} concedes NAME`"


def against_the_case(subject: Subject) -> frozenset[Statement]:
    """The statements that stand against what somebody argues for: an odd number of answers lies
    between them and the nearest claim that supports nothing. (Two claims that contradict each
    other are two cases; what leads to no claim is no part of any.)"""
    map = subject.map
    level: list[Node] = [
        statement
        for statement in map.statements
        if statement.kind is Kind.CLAIM and all(link.kind is LinkKind.REBUTS for link in map.links_from(statement))
    ]
    answers: dict[Node, int] = dict.fromkeys(level, 0)
    while level:
        level = [bearing for node in level for bearing in _bear_on(map, node, answers)]
    return frozenset(node for node, count in answers.items() if isinstance(node, Statement) and count % 2)


def _bear_on(map: ArgumentMap, node: Node, answers: dict[Node, int]) -> Iterator[Node]:
    """What bears on a statement or link and was not counted yet; notes how many answers lie
    between it and a claim."""
    for link in map.links_onto(node):
        nodes: tuple[Node, ...] = (link, *link.sources)
        for bearing in nodes:
            if bearing not in answers:
                answers[bearing] = answers[node] + (link.kind is LinkKind.REBUTS)
                yield bearing
