"""What a coach asks next, answered in lines of text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...model import ArgumentMap, Link, Node, Statement
from ..moves import Change, Move, MoveKind
from ..reason import reasons
from ..search.flips import WeakPoint
from ..stakes import is_weighted
from ..strength.bar import BarStep
from ..strength.strength import Strengths, reversals
from ..strength.worth import NOT_IMPORTANCE, Worth
from ..verdict import Judgement, Verdict
from .lines import IS, SIGNS, named, names, node_name, paragraph
from .outlook import weighing
from .page import strength_words
from .phrases import Phrases, listing
from .wording import because, steps, why

MOST_INDENT = 24
"""A chain deeper than this goes no further to the right."""

MOST_KEPT = 6
"""Of so many statements it is said that what bears on them changes and they do not."""

STILL = {Verdict.STANDS: "still stands", Verdict.FALLS: "still falls", Verdict.OPEN: "is still open"}

DEEDS = {MoveKind.DROP: "is dropped", MoveKind.CONCEDE: "is conceded", MoveKind.ANSWER: "is answered anew"}


def why_lines(judgement: Judgement, statement: Statement, width: int = 80) -> Iterator[str]:
    """A statement's verdict followed to the ground: below each statement what it rests on."""
    named_so_far: dict[Statement, None] = {}
    for depth, each, step in why(Phrases(reasons(judgement)), statement):
        indent = min(2 * depth, MOST_INDENT)
        verdict = judgement.verdict(each)
        head = f"{SIGNS[verdict]} {named(each)} {IS[verdict]}: {step.words}."
        yield from paragraph(head, width, indent, 4)
        yield from paragraph(each.text, width, indent + 4)
        named_so_far |= dict.fromkeys(step.named)
    for words in weighing(judgement, named_so_far, is_weighted(judgement.map)):
        yield from paragraph(words, width)


def what_if_lines(after: Judgement, moves: Sequence[Move], changes: Sequence[Change], width: int = 80) -> Iterator[str]:
    """What some moves change, and why: first of what they are made on, changed or not, then of
    what that bears on, then of all else that changes."""
    told = [f"{node_name(move.node)} {DEEDS[move.kind]}" for move in moves]
    yield from paragraph(f"If {listing(told, len(told))}:", width)
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
    for words in weighing(after, writer.spoken, is_weighted(after.map)):
        yield from paragraph(words, width, 2, 2)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Tells what becomes of nodes, and keeps the statements that the reasons name."""

    after: Judgement
    changes: Mapping[Node, Change]
    phrases: Phrases
    spoken: dict[Statement, None] = field(default_factory=dict)

    def line(self, node: Node) -> str:
        verdict, change = self.after.verdict(node), self.changes.get(node)
        became = f": {change.before} -> {change.after}" if change else f" {STILL[verdict]}"
        if not isinstance(node, Statement):
            return f"{SIGNS[verdict]} the link {node_name(node)}{became}."
        self.spoken.update((each, None) for step in steps(self.phrases, node) for each in step.named)
        return f"{SIGNS[verdict]} {named(node)}{became}: {because(self.phrases, node)}."


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
    judgement: Judgement, claims: Sequence[Statement], points: Sequence[WeakPoint], width: int = 80
) -> Iterator[str]:
    """For each claim that stands, each statement without which alone it would not."""
    words = "Single points of failure: without any one of these, lost or rebutted anew, a claim does not stand."
    yield from paragraph(words, width)
    standing = [claim for claim in claims if judgement.verdict(claim) is Verdict.STANDS]
    for side in (*judgement.map.sides, None):
        for claim in (claim for claim in standing if claim.side is side):
            needed = [named(point.statement) for point in points if claim in point.shaken]
            where = f"{side.id}: " if side else ""
            words = f"needs {listing(needed, 40)}" if needed else "can lose any single one"
            yield from paragraph(f"{where}{named(claim)} {words}.", width, 2, 4)
    if not standing:
        yield "  No top claim stands."


def bar_lines(steps: Sequence[BarStep], width: int = 80) -> Iterator[str]:
    """What stands for a judge who ignores the weaker evidence."""
    yield "The judge's bar: what changes when weaker evidence is ignored."
    for step in steps:
        told = [f"{named(c.node)} {_becomes(c.after)}" for c in step.changes if isinstance(c.node, Statement)]
        words = f"All that weighs {step.above:g} or less ignored ({names(step.ignored)}): {listing(told, 40)}."
        yield from paragraph(words, width, 2, 4)
    if not steps:
        yield "  No bar changes the verdict on a top claim."


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
    turned = [
        f"{named(b)} ({strength_words(tally.of(b))}) before {named(a)} ({strength_words(tally.of(a))}), where the "
        f"strengths are {strength_words(strengths.of(b))} and {strength_words(strengths.of(a))}."
        for a, b in reversals(claims, strengths, tally)
    ]
    for words in turned:
        yield from paragraph(words, width, 2, 4)
    if not turned:
        yield "  It puts the top claims in the same order."
