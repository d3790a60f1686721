"""Reasons in a coach's words: "its only card E2 falls: R4 rebuts it and nothing answers R4"."""

from collections.abc import Iterator, Sequence

from ...model import Link, Node, Statement
from ..reason import Reasons, Why
from .phrases import Phrases
from .step import Step

STEPS = 5
"""A sentence with more steps than this can't be followed by ear; every statement that it names has
a reason of its own."""


def because(phrases: Phrases, statement: Statement) -> str:
    """Why a statement has its verdict, as a chain of at most `STEPS` steps towards the ground.

    The sentence goes on from "C1 stands because", "C1 falls because" or "C1 is open because".
    """
    return in_one_sentence(list(steps(phrases, statement)))


def in_one_sentence(told: Sequence[Step]) -> str:
    """Some steps as a sentence; what weakens the statement that it is about comes last."""
    return ": ".join(step.words for step in told) + told[0].but


def steps(phrases: Phrases, statement: Statement) -> Iterator[Step]:
    """The steps of that chain, one by one."""
    step = phrases.step(statement)
    yield step
    for _ in range(STEPS - 1):
        if step.follow is None:
            return
        step = phrases.step(step.follow)
        yield step


def why(phrases: Phrases, start: Statement) -> Iterator[tuple[int, Statement, Step]]:
    """The whole way to the ground: how deep, which statement, and the step that settles it.

    Each statement comes once, where it is first needed. Linear in what is told.
    """
    told: set[Statement] = set()
    circles: set[int] = set()
    waiting = [(0, start)]
    while waiting:
        depth, statement = waiting.pop()
        if statement in told:
            continue
        told.add(statement)
        yield depth, statement, phrases.in_its_place(statement)
        grounds = _circle(phrases.reasons, statement, circles)
        if grounds is None:
            grounds = _grounds(phrases.reasons, statement)
        waiting += [(depth + 1, ground) for ground in reversed(grounds) if ground not in told]


def _circle(reasons: Reasons, statement: Statement, told: set[int]) -> list[Statement] | None:
    """What is on a circle with a statement, or nothing where that was told before; None where it is on none."""
    reason = reasons.of(statement)
    if reason.why not in (Why.CIRCLE, Why.CLASH):
        return None
    if id(reason.by) in told:  # a circle is one value, however often it is asked for
        return []
    told.add(id(reason.by))
    return [node for node in reason.by if isinstance(node, Statement) and node is not statement]


def _grounds(reasons: Reasons, statement: Statement) -> list[Statement]:
    """The statements that a statement's verdict comes from, with nothing but links between."""
    found: dict[Statement, None] = {}
    links: set[Link] = set()
    waiting: list[Node] = [*reversed(_by(reasons, statement))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Statement):
            found.setdefault(node)
        elif node not in links:
            links.add(node)
            waiting += reversed(_by(reasons, node))
    found.pop(statement, None)
    return list(found)


def _by(reasons: Reasons, node: Node) -> Sequence[Node]:
    reason = reasons.of(node)
    return reasons.rebutting(node) if reason.why is Why.REBUTTED else reason.by
