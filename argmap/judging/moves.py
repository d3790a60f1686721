"""What if: a statement dropped, conceded or answered, and what that changes."""

from collections.abc import Iterable
from enum import StrEnum

from ..english import no_such
from ..graph.naming import one_statement, statement_called
from ..model import ArgumentMap, Link, Node, Statement
from ..values import dataclass
from .verdict import Decree, Judgement, Loss, Verdict, resettle
from .wiring import WEAKENS, Wiring


class MoveKind(StrEnum):
    """DROP: the statement is lost, as a card that is struck from the round. CONCEDE: every side but
    its own concedes the statement. ANSWER: somebody rebuts the statement, or the link, anew and
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
    """A statement or link whose verdict some moves change, or whether it stands weakened.

    `weakened_before` and `weakened_after`: the answers that weaken it, where it stands.
    """

    node: Node
    before: Verdict
    after: Verdict
    weakened_before: tuple[Statement, ...] = ()
    weakened_after: tuple[Statement, ...] = ()


def what_if(before: Judgement, moves: Iterable[Move]) -> tuple[Judgement, tuple[Change, ...]]:
    """The judgement after all of some moves, and every statement and link that they change.

    What is dropped falls and takes with it what rested on it alone: a rebuttal falls with its only
    card, where without any card written it would have stood. Cost: what the moves can reach.
    """
    wiring = before.wiring
    after, region = resettle(before, decree_of(wiring, tuple(moves)))
    weakened = [wiring.target[number] for number in region if wiring.does[number] == WEAKENS]
    looked_at = sorted({*region, *weakened}.difference(wiring.originals))
    return after, changes_between(before, after, [wiring.nodes[number] for number in looked_at])


def changes_between(before: Judgement, after: Judgement, nodes: Iterable[Node]) -> tuple[Change, ...]:
    """Which of some nodes are judged otherwise in another judgement of the same map."""
    changes = (
        Change(node, before.verdict(node), after.verdict(node), before.weakening(node), after.weakening(node))
        for node in nodes
    )
    return tuple(
        change
        for change in changes
        if change.before is not change.after or bool(change.weakened_before) is not bool(change.weakened_after)
    )


def decree_of(wiring: Wiring, moves: Iterable[Move]) -> Decree:
    """What falls, or needs no support any more, once some moves are made."""
    moves = tuple(moves)
    conceded = {move.node for move in moves if move.kind is MoveKind.CONCEDE}
    losses: dict[int, Loss] = {}
    for move in moves:
        number = wiring.numbers[move.node]
        if move.kind is MoveKind.DROP:
            losses[number] = Loss.DROPPED
        elif move.kind is MoveKind.CONCEDE:
            losses |= dict.fromkeys(_contesting(wiring, number), Loss.CONCEDED)
        elif move.node not in conceded and answerable(wiring, move.node):
            losses.setdefault(number, Loss.ANSWERED)
    return Decree(losses, frozenset([wiring.numbers[node] for node in conceded]))


def _contesting(wiring: Wiring, number: int) -> list[int]:
    """The rebuttals of a statement that do not come from its own side."""
    links = (*wiring.rebutted_by[number], *wiring.weakened_by[number])
    own = wiring.statement(number).side
    return [n for n in links if own is None or wiring.link(n).sources[0].side is not own]


def answerable(wiring: Wiring, node: Node) -> bool:
    """Whether a new rebuttal of a node would count: not where every side that could make it has
    conceded the statement."""
    return node not in wiring.granted.accepted


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
