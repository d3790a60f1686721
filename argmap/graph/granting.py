"""What concessions change: which statements need no support any more, which rebuttals are given up."""

from collections.abc import Mapping

from ..model import ArgumentMap, Concession, Kind, Link, LinkKind, Side, Statement
from ..values import dataclass


@dataclass(frozen=True, slots=True)
class Granted:
    """What is settled by concessions, each with the one that settles it.

    `accepted` are the statements that every side which could contest them has conceded: they need
    no support (Carneades' accepted premises: Gordon, Prakken and Walton, AIJ 171, 2007). `void` are
    the rebuttals of a statement by a side that conceded it. `given_up` are the statements that
    their own side conceded. `partly` are those that some who could contest them conceded and some did not,
    with the sides that did.
    """

    accepted: Mapping[Statement, Concession]
    void: Mapping[Link, Concession]
    given_up: Mapping[Statement, Concession]
    partly: Mapping[Statement, frozenset[Side]]


def granted(map: ArgumentMap) -> Granted:
    """What a map's concessions settle. Costs what bears on the conceded statements."""
    conceded: dict[Statement, dict[Side, Concession]] = {}
    for concession in map.concessions:
        conceded.setdefault(concession.statement, {}).setdefault(concession.side, concession)
    accepted: dict[Statement, Concession] = {}
    void: dict[Link, Concession] = {}
    given_up: dict[Statement, Concession] = {}
    partly: dict[Statement, frozenset[Side]] = {}
    for statement, by in conceded.items():
        if statement.side in by:
            given_up[statement] = by[statement.side]
        elif all(side in by for side in others(map, statement.side)):
            accepted[statement] = next(iter(by.values()))
        else:
            partly[statement] = frozenset(by)
        for link in map.links_onto(statement):
            side = link.sources[0].side
            if link.kind is LinkKind.REBUTS and side in by:
                void[link] = by[side]
    return Granted(accepted, void, given_up, partly)


def others(map: ArgumentMap, side: Side | None) -> tuple[Side, ...]:
    """The sides that could contest what a side says."""
    return tuple(other for other in map.sides if other is not side)


def needs_support(statement: Statement, supports: int) -> bool:
    """Whether a statement with so many supports must have one that stands, if nobody concedes it.

    Evidence, warrants and rebuttals stand by themselves until a support is written for them.
    """
    return not statement.analytic and (supports > 0 or statement.kind is Kind.CLAIM)
