"""Findings as JSON, in the shape that scripts rely on.

Statements are named by their ids, or by their labels where they have none.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ...model import Link, Statement
from ..inquiry import Findings
from ..moves import Move
from ..reason import reasons
from ..verdict import Judgement
from .jsontext import as_array, as_object, link_ends, member, text
from .phrases import Phrases
from .wording import because, why

MOST_REVERSED = 10
"""So many reversals of the order by strength are listed, the largest first."""

if TYPE_CHECKING:
    from ..ballot import Ballot
    from ..search.flips import Flips
    from ..search.readings import Clash
    from ..search.weak_points import WeakPoints
    from ..strength.bar import BarStep
    from ..strength.strength import Strengths
    from ..strength.worth import Worth


def to_json(findings: Findings) -> str:
    """One JSON object: `ballot`, `statements` and `links` always, and a member for each thing that was asked.

    `ballot` is null where the map has not two sides.
    `judged` says what a verdict means; `claims` are the top claims. `clashes` is null where
    something is open and python-sat is missing; `bar`, `worth` and `tally` are null where the map
    gives no weights.
    """
    return as_object(_members(findings))


def several(objects: Sequence[str]) -> str:
    """What was found in several maps: an object with `maps`, a list of the objects of `to_json`."""
    return as_object({"maps": as_array(objects)})


def _members(findings: Findings) -> dict[str, str]:
    judgement, questions = findings.judgement, findings.questions
    members = {
        "judged": text("as drawn"),
        "ballot": _ballot(findings.ballot),
        "file": text(judgement.map.file.name),
        "claims": text([claim.name for claim in findings.claims]),
        "statements": _statements(judgement, findings.strengths),
        "links": _links(judgement),
    }
    if questions.whole:
        members["clashes"] = text(None) if findings.clashes is None else _clashes(findings.clashes)
    if questions.moves:
        members["what_if"] = _what_if(findings)
    if questions.why:
        members["why"] = as_array([_chain(judgement, statement) for statement in questions.why])
    if questions.flip or questions.flip_ballot:
        members["flips"] = as_array([_flips(judgement, found) for found in findings.flips])
    if findings.weak_points is not None:
        members["weak_points"] = _weak_points(findings.weak_points)
    if questions.bar:
        members["bar"] = text(None) if findings.bar is None else _bar(findings.bar)
    if questions.worth:
        members["worth"] = text(None) if findings.worths is None else _worths(findings.worths)
    if questions.tally:
        members["tally"] = _tally(findings)
    return members


def _statements(judgement: Judgement, strengths: "Strengths | None" = None) -> str:
    """Every statement with its verdict, its strength (with two decimals) and why."""
    phrases = Phrases(reasons(judgement), _name)
    return as_array([
        text({
            "statement": statement.name,
            "verdict": judgement.verdict(statement),
            "weakened_by": [each.name for each in judgement.weakening(statement)],
            "strength": _rounded(strengths.of(statement)) if strengths else None,
            "because": because(phrases, statement),
        })
        for statement in judgement.map.statements
    ])  # fmt: skip


def _links(judgement: Judgement) -> str:
    """Every link with its verdict."""
    ends = link_ends(judgement.map.links)
    return as_array([
        f'{{"kind": {text(link.kind)}, {ends[link][1:-1]}, "verdict": {text(judgement.verdict(link))}, '
        f'"weakened_by": {text([each.name for each in judgement.weakening(link)])}}}'
        for link in judgement.map.links
    ])  # fmt: skip


def _ballot(ballot: "Ballot | None") -> str:
    """Who wins, by what, and the reasons of each side; null where the map has not two."""
    if ballot is None:
        return text(None)
    return text({
        "result": ballot.result,
        "by": ballot.by,
        "reasons": {side.id: [each.name for each in found] for side, found in ballot.reasons.items()},
        "weighing": [each.name for found in ballot.weighing.values() for each in found],
        "open": {side.id: [each.name for each in found] for side, found in ballot.unsettled.items()},
    })  # fmt: skip


def _what_if(findings: Findings) -> str:
    """The moves that were asked about, the ballot before them, and every statement and link that they
    change."""
    ends = link_ends(findings.judgement.map.links)
    return as_object({
        "moves": as_array([_move(move, ends) for move in findings.questions.moves]),
        "ballot_before": _ballot(findings.ballot_before),
        "changes": as_array([
            f'{{{member(change.node, ends)}, "before": {text(change.before)}, "after": {text(change.after)}, '
            f'"weakened_before": {text([each.name for each in change.weakened_before])}, '
            f'"weakened_after": {text([each.name for each in change.weakened_after])}}}'
            for change in findings.changes
        ]),
    })  # fmt: skip


def _chain(judgement: Judgement, statement: Statement) -> str:
    """The way from a statement to the ground: each statement once, with its depth and its step."""
    told = why(Phrases(reasons(judgement), _name), statement)
    return as_array([
        text({
            "statement": each.name,
            "verdict": judgement.verdict(each),
            "depth": depth,
            "because": step.words + step.but,
        })
        for depth, each, step in told
    ])  # fmt: skip


def _flips(judgement: Judgement, found: "Sequence[Flips]") -> str:
    """For one statement, or the ballot (null), by kind of move, the smallest sets that change it."""
    ends = link_ends(judgement.map.links)
    return as_array([
        as_object({
            "statement": text(each.statement.name if each.statement else None),
            "by": text(each.kind),
            "at_least": text(each.at_least),
            "complete": text(each.complete),
            "flips": as_array([
                as_object({
                    "moves": as_array([_move(move, ends) for move in flip.moves]),
                    "after": text(flip.after),
                })
                for flip in each.flips
            ]),
        })
        for each in found
    ])  # fmt: skip


def _weak_points(found: "WeakPoints") -> str:
    """Each single point of failure with the top claims that are lost with it, and the ballot's result
    without it where that is another."""
    return text([
        {"statement": p.statement.name, "claims": [claim.name for claim in p.shaken], "ballot": p.result}
        for p in found.points
    ])  # fmt: skip


def _clashes(found: "Sequence[Clash]") -> str:
    """The open parts of the map with their readings."""
    return text([
        {
            "statements": [statement.name for statement in clash.statements],
            "complete": clash.complete,
            "in_time": clash.in_time,
            "readings": [{s.name: reading[s] for s in clash.statements} for reading in clash.readings],
        }
        for clash in found
    ])  # fmt: skip


def _bar(steps: "Sequence[BarStep]") -> str:
    """Each bar that changes a verdict on a top claim."""
    return text([
        {
            "above": step.above,
            "ignored": [card.name for card in step.ignored],
            "changes": [
                {"statement": change.node.name, "before": change.before, "after": change.after}
                for change in step.changes
                if isinstance(change.node, Statement)
            ],
        }
        for step in steps
    ])  # fmt: skip


def _worths(found: "Sequence[Worth]") -> str:
    """Each card with a claim's strength with and without it."""
    return text([
        {
            "card": worth.card.name,
            "claim": worth.claim.name,
            "with": _rounded(worth.present),
            "without": _rounded(worth.absent),
        }
        for worth in found
    ])  # fmt: skip


def _tally(findings: Findings) -> str:
    strengths, tally = findings.strengths, findings.tally
    if strengths is None or tally is None:
        return text(None)
    from ..strength.reversals import reversals

    largest, count = reversals(findings.claims, strengths, tally, MOST_REVERSED)
    return text({
        "strengths": {each.name: _rounded(tally.of(each)) for each in findings.judgement.map.statements},
        "reversed": [[a.name, b.name] for a, b in largest],
        "reversed_in_all": count,
    })  # fmt: skip


def _name(statement: Statement) -> str:
    return statement.name


def _rounded(strength: float | None) -> float | None:
    return None if strength is None else round(strength, 2)


def _move(move: Move, ends: Mapping[Link, str]) -> str:
    kind = f', "kind": {text(move.node.kind)}' if isinstance(move.node, Link) else ""
    return f'{{"move": {text(move.kind)}, {member(move.node, ends)}{kind}}}'
