"""What a side let stand in a round, as it did not answer it in the speech in which it was due."""

import re
from collections.abc import Iterator

from ..debate import Speech
from ..model import ArgumentMap, Kind, Link, LinkKind, Side, Statement
from ..regex import regex
from ..values import dataclass
from .answering import answered
from .conceding import conceded
from .flow import Flow

GIVEN = frozenset([
    "plan", "plan-text", "plantext", "counterplan", "value", "criterion", "value-criterion", "standard",
    "framework", "definition", "definitions", "resolution", "burden",
])  # fmt: skip
"""Ids and tags of what sets up a case and is no argument that must be answered."""

_OPENING = regex(r"(?:plan(?: ?text)?|counterplan|value(?: criterion)?|criterion|standard|framework"
                      r"|definitions?|resolution|resolved|burden)\s*(?::|\()", re.IGNORECASE)  # fmt: skip
"""How the words of such a statement begin."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A statement that `side` had to answer in the speech `due` and did not. `late` are answers that came after."""

    statement: Statement
    side: Side
    due: Speech
    late: tuple[Link, ...]


def dropped(map: ArgumentMap, flow: Flow) -> Iterator[Dropped]:
    """What is dropped, in reading order: rebuttals, main claims, and the contentions under one.

    Left out is what sets up a case (a plan's text, a value, a criterion), what the side conceded, and what
    the other side let go itself. A contention counts as answered where its joint fellows or the claim above
    are. Linear for each speech.
    """
    if flow.floor.sides is None:
        return
    settled = conceded(map)
    hits: dict[str, frozenset[Statement]] = {}
    for statement in map.statements:
        found = _owed(map, flow, statement)
        if found is None:
            continue
        side, due = found
        if due.name not in hits:
            hits[due.name] = answered(map, _in_time(map, flow, due))
        if statement in hits[due.name] or side in settled.get(statement, ()) or sets_up(statement):
            continue
        if _is_part(map, statement) and not _alone(map, statement, hits[due.name]):
            continue
        late = tuple(link for link in map.links_onto(statement) if link in flow.late)
        yield Dropped(statement, side, due, late)


def sets_up(statement: Statement) -> bool:
    """Whether a statement sets up a case rather than argues it: the text of a plan, a value, a criterion."""
    named = {statement.id or "", *statement.tags}
    return bool(_OPENING.match(statement.text)) or any(word.casefold() in GIVEN for word in named)


def _owed(map: ArgumentMap, flow: Flow, statement: Statement) -> tuple[Side, Speech] | None:
    """Who has to answer a statement, and in which speech; None where nobody has, or the map has not come so far."""
    when = flow.floor.when(statement.speech)
    if when is None or statement.side is None or statement in flow.early or statement in flow.new:
        return None
    argues = statement.kind is Kind.CLAIM and (not map.links_from(statement) or _is_part(map, statement))
    if statement.kind is not Kind.REBUTTAL and not argues:
        return None
    due = flow.due(when, statement.side)
    side = flow.floor.speaker(due.name) if due else None
    if due is None or side is None or (flow.floor.when(due.name) or 0) > flow.reached.get(side, -1):
        return None
    return side, due


def _in_time(map: ArgumentMap, flow: Flow, due: Speech) -> Iterator[Link]:
    """The answers that are given by the end of a speech; one that names no speech, or whose speech is a slip,
    counts as given."""
    latest = flow.floor.when(due.name) or 0
    for link in map.links:
        if link.kind is LinkKind.REBUTS:
            said = flow.floor.when(link.sources[0].speech)
            if said is None or said <= latest or link.sources[0] in flow.early:
                yield link


def _is_part(map: ArgumentMap, statement: Statement) -> bool:
    """Whether a claim is a contention: all that it does is to support main claims of its own side."""
    links = map.links_from(statement)
    return bool(links) and all(
        link.kind is LinkKind.SUPPORTS
        and isinstance(link.target, Statement)
        and link.target.kind is Kind.CLAIM
        and link.target.side is statement.side
        and not map.links_from(link.target)
        for link in links
    )


def _alone(map: ArgumentMap, statement: Statement, hit: frozenset[Statement]) -> bool:
    """Whether a contention is let stand while the case as a whole is answered, by other parts of it."""
    for link in map.links_from(statement):
        above = link.target
        assert isinstance(above, Statement)
        rebutted = any(onto.kind is LinkKind.REBUTS for onto in map.links_onto(above))
        if above not in hit or rebutted or hit.intersection(link.sources):
            return False
    return True
