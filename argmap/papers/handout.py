"""A handout on one page: each main claim with its reasons, its evidence, and what to say to whom."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..model import ArgumentMap, Kind, LinkKind, Side, Statement
from ..words.speaking import lends, named_and_dated, read_words
from .answering import announced
from .telling import Teller

HEADS = ("Claim", "Why", "Evidence", "They may say", "We answer")
MOST = (3, 2, 1)
"""Entries in a cell: as many as let the page hold all."""
MOST_HEARD = 25
NOTHING = "(nothing prepared)"

Piece = tuple[str, bool]
"""Words, and whether they are bold."""
Paragraph = tuple[Piece, ...]
Cell = tuple[Paragraph, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """The table under a title and a side's name. `further` counts the points that it has no room for."""

    title: str
    side: str
    rows: tuple[Row, ...]
    further: int


def handout(map: ArgumentMap, side: Side | None, fits: Callable[[Sequence[Row]], bool]) -> Handout:
    """The handout of a side, with as many entries in a cell as `fits` says that a page holds."""
    teller = Teller(map)
    claims = claims_of(map, side)
    title = map.topic.text if map.topic else map.file.name
    name = f"{side.id.upper()}: {side.name}" if side else ""
    for most in MOST:
        rows, further = _rows(teller, claims, side, most)
        if fits(rows):
            break
    return Handout(title, name, tuple(rows), further)


def claims_of(map: ArgumentMap, side: Side | None) -> list[Statement]:
    """The claims that head the rows of a side's handout."""
    teller = Teller(map)
    return [statement for statement in teller.mine if _main(teller, statement, side)]


def _main(teller: Teller, statement: Statement, side: Side | None) -> bool:
    """Whether a claim heads a row: it has a place of its own and supports no claim that has one."""
    if statement not in teller.own or statement.side is not side:
        return False
    above = (link.target for link in teller.map.links_from(statement) if link.kind is LinkKind.SUPPORTS)
    return not any(target in teller.own for target in above)


def _rows(teller: Teller, claims: Sequence[Statement], side: Side | None, most: int) -> tuple[list[Row], int]:
    rows: list[Row] = []
    further = 0
    for claim in claims:
        under = list(_under(teller, claim))
        why = [s for s in under if s.kind in (Kind.WARRANT, Kind.CLAIM)]
        evidence = [s for s in under if s.kind is Kind.EVIDENCE]
        against = list(dict.fromkeys(_answers(teller, [claim, *(s for s in under if s.kind is not Kind.WARRANT)])))
        further += sum(max(len(found) - most, 0) for found in (why, evidence, against))
        replies = [next((a for a in _answers(teller, [other]) if a.side is side), None) for other in against[:most]]
        rows.append(
            (
                (((claim.text, True),),),
                tuple(((s.text, False),) for s in why[:most]),
                tuple(_evidence(s) for s in evidence[:most]),
                tuple(((f"{n}. {announced(s)}{s.text}", False),) for n, s in enumerate(against[:most], 1)),
                tuple(((f"{n}. {_reply(s)}", False),) for n, s in enumerate(replies, 1)),
            )
        )
    return rows, further


def _evidence(statement: Statement) -> Paragraph:
    cites = "; ".join(dict.fromkeys(named_and_dated(cite.source) for cite in statement.cites))
    if lends(statement):  # its text is no more than its cite: what its card reads aloud says more
        return ((f"{_heard(statement)} ", False), (f"({cites})", True)) if statement.card else ((f"({cites})", True),)
    return ((f"{statement.text} ", False), (f"({cites})", True)) if cites else ((statement.text, False),)


def _heard(statement: Statement) -> str:
    """The first words that are read aloud of a card."""
    words = read_words(statement.card).split() if statement.card else []
    return " ".join(words[:MOST_HEARD]) + (" ..." if len(words) > MOST_HEARD else "")


def _reply(statement: Statement | None) -> str:
    return f"{announced(statement)}{statement.text}" if statement else NOTHING


def _under(teller: Teller, claim: Statement) -> Iterator[Statement]:
    """What supports a claim, to any depth, and why it does: each once, in reading order."""
    seen = {claim}
    waiting = [claim]
    while waiting:
        at = waiting.pop()
        if at is not claim:
            yield at
        found: list[Statement] = []
        for link in teller.supports(at):
            warrants = (over for over in teller.map.links_onto(link) if over.kind is LinkKind.SUPPORTS)
            for source in (*link.sources, *(warrant for over in warrants for warrant in over.sources)):
                if source not in seen:
                    seen.add(source)
                    found.append(source)
        waiting.extend(reversed(found))


def _answers(teller: Teller, statements: Sequence[Statement]) -> Iterator[Statement]:
    """What rebuts any of some statements, or a link from one of them."""
    for statement in statements:
        ahead = (over for link in teller.map.links_from(statement) for over in teller.map.links_onto(link))
        for link in (*teller.map.links_onto(statement), *ahead):
            if link.kind is LinkKind.REBUTS:
                yield from link.sources
