"""What if: a statement dropped, conceded or answered, and what that changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..english import no_such
from ..graph.conceding import conceded
from ..graph.naming import one_statement, statement_called
from ..model import ArgumentMap, Link, Node, Statement
from .verdict import Judgement, Loss, Verdict, resettle
from .wiring import Wiring


class MoveKind(StrEnum):
    """DROP: the statement is lost, as a card that is struck from the round. CONCEDE: nobody
    contests the statement any more. ANSWER: somebody rebuts the statement, or the link, anew and
    nothing answers that."""

    DROP = "drop"
    CONCEDE = "concede"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that could happen next in the debate. Only an answer can be to a link."""

    kind: MoveKind
    node: Node


@dataclass(frozen=True, slots=True)
class Change:
    """A statement or link whose verdict some moves change."""

    node: Node
    before: Verdict
    after: Verdict


def what_if(before: Judgement, moves: Iterable[Move]) -> tuple[Judgement, tuple[Change, ...]]:
    """The judgement after all of some moves, and every statement and link that they change.

    What is dropped falls and takes with it what rested on it alone: a rebuttal falls with its only
    card, where without any card written it would have stood. Cost: what the moves can reach.
    """
    after, region = resettle(before, losses_of(before.wiring, tuple(moves)))
    return after, changes_between(before, after, [before.wiring.nodes[number] for number in sorted(region)])


def changes_between(before: Judgement, after: Judgement, nodes: Iterable[Node]) -> tuple[Change, ...]:
    """Which of some nodes have another verdict in another judgement of the same map."""
    return tuple(
        Change(node, before.verdict(node), after.verdict(node))
        for node in nodes
        if before.verdict(node) is not after.verdict(node)
    )


def losses_of(wiring: Wiring, moves: Iterable[Move]) -> Mapping[int, Loss]:
    """What falls by decree once some moves are made, by number."""
    moves = tuple(moves)
    conceded = {move.node for move in moves if move.kind is MoveKind.CONCEDE}
    losses: dict[int, Loss] = {}
    for move in moves:
        number = wiring.numbers[move.node]
        if move.kind is MoveKind.DROP:
            losses[number] = Loss.DROPPED
        elif move.kind is MoveKind.CONCEDE:
            losses |= dict.fromkeys(wiring.rebutted_by[number], Loss.CONCEDED)
        elif move.node not in conceded and answerable(wiring.map, move.node):
            losses.setdefault(number, Loss.ANSWERED)
    return losses


def answerable(map: ArgumentMap, node: Node) -> bool:
    """Whether a new rebuttal of a node would count: not where every side that could make it, each
    but the statement's own, has conceded the statement."""
    if not isinstance(node, Statement) or node.side is None:
        return True
    others = [side for side in map.sides if side is not node.side]
    given_up = conceded(map).get(node, ())
    return not others or any(side not in given_up for side in others)


def one_node(map: ArgumentMap, words: str, kind: MoveKind) -> Node:
    """The statement or link that words name, for a move. Raises ValueError where there is none, and for a
    link where only a statement can be meant."""
    found = find(map, words)
    if found is None and "->" in words:
        raise ValueError(no_such("link", words, ()))
    node = found or one_statement(map, words)
    if isinstance(node, Link) and kind is not MoveKind.ANSWER:
        raise ValueError(f"`{words}` is a link: only an answer can be to one")
    return node


def find(map: ArgumentMap, words: str) -> Node | None:
    """The statement that an id or a label names, or the link that "a -> b" or "a + b -> c" names.

    None where the map has no such statement or link.
    """
    from_words, arrow, onto_words = words.partition("->")
    onto = statement_called(map, onto_words if arrow else words)
    if onto is None or not arrow:
        return onto
    sources = {statement_called(map, word) for word in from_words.split("+")}
    return next((link for link in map.links_onto(onto) if set(link.sources) == sources), None)
