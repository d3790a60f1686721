"""What a coach asks next, answered in lines of text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...model import ArgumentMap, Link, Node, Statement
from ...values import dataclass
from ..ballot import Ballot
from ..moves import Change, Move, MoveKind
from ..reason import reasons
from ..search.weak_points import WeakPoints
from ..strength.bar import BarStep
from ..strength.reversals import reversals
from ..strength.strength import Strengths
from ..strength.worth import NOT_IMPORTANCE, Worth
from ..verdict import WEAKENED, Judgement, Verdict
from .deciding import ballot_words
from .lines import named, names, node_name, paragraph, sign, standing
from .naming import listing
from .page import strength_words
from .phrases import Phrases
from .wording import because, why

MOST_INDENT = 24
"""A chain deeper than this goes no further to the right."""

MOST_KEPT = 6
"""Of so many statements it is said that what bears on them changes and they do not."""

BALLOTS = {"weigh": "it would be left to weigh", "none": "nobody would have a reason that stands"}
"""What the ballot would be where nobody wins it."""

STILL = {Verdict.STANDS: "still stands", Verdict.FALLS: "still falls", Verdict.OPEN: "is still open"}

MOST_REVERSED = 10
"""So many reversals of an order are told, the largest first; of more, how many there are."""

DEEDS = {
    MoveKind.DROP: "is lost",
    MoveKind.CONCEDE: "is conceded",
    MoveKind.ANSWER: "meets a new rebuttal that nobody answers",
}


def why_lines(judgement: Judgement, statement: Statement, width: int = 80) -> Iterator[str]:
    """A statement's verdict followed to the ground: below each statement what it rests on."""
    for depth, each, step in why(Phrases(reasons(judgement)), statement):
        indent = min(2 * depth, MOST_INDENT)
        head = f"{sign(judgement, each)} {named(each)} {standing(judgement, each)}: {step.words}{step.but}."
        yield from paragraph(head, width, indent, 4)
        yield from paragraph(each.text, width, indent + 4)


def what_if_lines(
    after: Judgement,
    moves: Sequence[Move],
    changes: Sequence[Change],
    ballots: tuple["Ballot | None", "Ballot | None"] = (None, None),
    width: int = 80,
) -> Iterator[str]:
    """What some moves change, and why: first who wins (`ballots`, before and after), then what they
    are made on, changed or not, then what that bears on, then all else that changes."""
    told = [f"{node_name(move.node)} {DEEDS[move.kind]}" for move in moves]
    yield from paragraph(f"If {listing(told, len(told))}:", width)
    was, becomes = ballots
    if was and becomes and was.result != becomes.result:
        yield from paragraph(f"{ballot_words(after, becomes)} (Before: {_won(was)}.)", width, 2, 2)
    for move in moves:
        if move.kind is MoveKind.ANSWER and after.verdict(move.node) is not Verdict.FALLS:
            yield from paragraph(f"A new answer to {node_name(move.node)} does not count: it is conceded.", width, 2)
    writer = _Outcome(after, {change.node: change for change in changes}, Phrases(reasons(after)))
    moved = dict.fromkeys(move.node for move in moves)
    kept = [node for node in _onto(after.map, moved) if node not in writer.changes and node not in moved]
    others = [change.node for change in changes if isinstance(change.node, Statement) and change.node not in moved]
    for node in (*moved, *kept[:MOST_KEPT], *others):
        yield from paragraph(writer.line(node), width, 2, 4)
    if not others:
        yield "  Nothing else changes."


def _won(ballot: Ballot) -> str:
    if ballot.winner:
        return f"{ballot.winner.id} won"
    return "it was left to weigh" if ballot.both else "nobody had a reason that stood"


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Tells what becomes of nodes."""

    after: Judgement
    changes: Mapping[Node, Change]
    phrases: Phrases

    def line(self, node: Node) -> str:
        change, shape = self.changes.get(node), sign(self.after, node)
        became = f": {_before(change)} -> {_after(change)}" if change else f" {STILL[self.after.verdict(node)]}"
        if not isinstance(node, Statement):
            return f"{shape} the link {node_name(node)}{became}."
        return f"{shape} {named(node)}{became}: {because(self.phrases, node)}."


def _before(change: Change) -> str:
    return WEAKENED if change.weakened_before else change.before


def _after(change: Change) -> str:
    return WEAKENED if change.weakened_after else change.after


def _onto(map: ArgumentMap, nodes: Iterable[Node]) -> Iterator[Statement]:
    """The statements that some nodes bear on, themselves or through a link onto a link, each once."""
    seen: set[Node] = set()
    for node in nodes:
        for onto in [link.target for link in map.links_from(node)] if isinstance(node, Statement) else [node]:
            end: Node = onto
            while isinstance(end, Link) and end not in seen:
                seen.add(end)
                end = end.target
            if isinstance(end, Statement) and end not in seen:
                seen.add(end)
                yield end


def weak_point_lines(
    judgement: Judgement, claims: Sequence[Statement], found: WeakPoints, width: int = 80
) -> Iterator[str]:
    """For each claim that stands, each statement without which alone it would not; and what alone would
    change who wins."""
    words = (
        "Single points of failure: lose one of these, or leave a new rebuttal of it unanswered, and the claim no "
        "longer stands."
    )
    yield from paragraph(words, width)
    standing = [claim for claim in claims if judgement.verdict(claim) is Verdict.STANDS]
    for side in (*judgement.map.sides, None):
        for claim in (claim for claim in standing if claim.side is side):
            needed = [named(point.statement) for point in found.points if claim in point.shaken]
            where = f"{side.id}: " if side else ""
            words = f"needs {listing(needed, 40)}" if needed else "survives the loss of any one statement"
            yield from paragraph(f"{where}{named(claim)} {words}.", width, 2, 4)
    if not standing:
        yield "  No main claim stands."
    by_result: dict[str, list[str]] = {}
    for point in found.points:
        if point.result is not None:
            by_result.setdefault(point.result, []).append(named(point.statement))
    for result, points in by_result.items():
        becomes = BALLOTS.get(result, f"{result} would win")
        yield from paragraph(f"Without {listing(points, 40, 'or')} {becomes}.", width)
    if not found.complete:
        yield "There may be more: not all were looked at in 10 seconds."


def bar_lines(steps: Sequence[BarStep], width: int = 80) -> Iterator[str]:
    """What stands for a judge who ignores the weaker evidence."""
    yield "The judge's bar: what changes when weaker evidence is ignored."
    for step in steps:
        told = [f"{named(c.node)} {_becomes(c.after)}" for c in step.changes if isinstance(c.node, Statement)]
        words = f"Without evidence that weighs {step.above:g} or less ({names(step.ignored)}): {listing(told, 40)}."
        yield from paragraph(words, width, 2, 4)
    if not steps:
        yield "  No bar changes the verdict on a main claim."


def _becomes(verdict: Verdict) -> str:
    return "becomes open" if verdict is Verdict.OPEN else f"now {verdict}"


def worth_lines(claims: Sequence[Statement], found: Sequence[Worth], width: int = 80) -> Iterator[str]:
    """What each card adds to each claim, most first."""
    yield "What each card is worth"
    for claim in claims:
        of_claim = [worth for worth in found if worth.claim is claim]
        counted = [(worth.change, worth) for worth in of_claim if worth.change is not None]
        if not of_claim:
            continue
        yield from paragraph(f"{named(claim)}, strength {strength_words(of_claim[0].present)}", width, 2)
        for change, worth in sorted(counted, key=lambda pair: -abs(pair[0])):
            if abs(change) >= 0.005:
                yield f"    {change:+.2f}  {named(worth.card)} (without it {strength_words(worth.absent)})"
        idle = [worth.card for change, worth in counted if abs(change) < 0.005]
        loose = [worth.card for worth in of_claim if worth.change is None]
        for cards, words in ((idle, "0.00"), (loose, "no stable number")):
            if cards:
                yield from paragraph(f"{words}: {names(cards, 40)}", width, 4, 2)
    yield from paragraph(NOT_IMPORTANCE, width)


def tally_lines(claims: Sequence[Statement], strengths: Strengths, tally: Strengths, width: int = 80) -> Iterator[str]:
    """Where adding up supports and rebuttals puts two claims the other way round."""
    words = "Second opinion, by tally: supports and rebuttals add up, and none settles a claim alone."
    yield from paragraph(words, width)
    turned, count = reversals(claims, strengths, tally, MOST_REVERSED)
    for a, b in turned:
        told = (
            f"{named(b)} ({strength_words(tally.of(b))}) before {named(a)} ({strength_words(tally.of(a))}), where the "
            f"strengths are {strength_words(strengths.of(b))} and {strength_words(strengths.of(a))}."
        )
        yield from paragraph(told, width, 2, 4)
    if not turned:
        yield "  It puts the main claims in the same order."
    if count > len(turned):
        yield f"  These are the {len(turned)} largest of {count:,} reversals."
