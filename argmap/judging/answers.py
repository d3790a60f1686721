"""What a coach asks next, answered in lines of text."""

from collections.abc import Iterator, Sequence

from ..model import Statement
from .bar import BarStep
from .flips import Flips, WeakPoint
from .lines import IS, SIGNS, named, names, node_name, paragraph
from .moves import Change, Move, MoveKind
from .page import strength_words
from .phrases import Phrases, listing
from .reason import reasons
from .strength import Strengths, reversals
from .verdict import Judgement, Verdict
from .wording import because, why
from .worth import NOT_IMPORTANCE, Worth

MOST_INDENT = 24
"""A chain deeper than this goes no further to the right."""

DEEDS = {MoveKind.DROP: "is dropped", MoveKind.CONCEDE: "is conceded", MoveKind.ANSWER: "is answered anew"}


def why_lines(judgement: Judgement, statement: Statement, width: int = 80) -> Iterator[str]:
    """A statement's verdict followed to the ground: below each statement what it rests on."""
    for depth, each, words in why(Phrases(reasons(judgement)), statement):
        indent = min(2 * depth, MOST_INDENT)
        verdict = judgement.verdict(each)
        head = f"{SIGNS[verdict]} {named(each)} {IS[verdict]}: {words}."
        yield from paragraph(head, width, indent, 4)
        yield from paragraph(each.text, width, indent + 4)


def what_if_lines(after: Judgement, moves: Sequence[Move], changes: Sequence[Change], width: int = 80) -> Iterator[str]:
    """What some moves change, and why; the statements that they are made on are not told again."""
    told = [f"{node_name(move.node)} {DEEDS[move.kind]}" for move in moves]
    yield from paragraph(f"If {listing(told, len(told))}:", width)
    for move in moves:
        if move.kind is MoveKind.ANSWER and after.verdict(move.node) is not Verdict.FALLS:
            yield from paragraph(f"A new answer to {node_name(move.node)} does not count: it is conceded.", width, 2)
    moved = {move.node for move in moves}
    phrases = Phrases(reasons(after))
    changed = [change for change in changes if isinstance(change.node, Statement) and change.node not in moved]
    for change in changed:
        assert isinstance(change.node, Statement)
        words = f"{named(change.node)}: {change.before} -> {change.after}: {because(phrases, change.node)}."
        yield from paragraph(f"{SIGNS[change.after]} {words}", width, 2, 4)
    if not changed:
        yield "  Nothing else changes."


def flip_lines(judgement: Judgement, found: Sequence[Flips], width: int = 80) -> Iterator[str]:
    """The least that would change a statement's verdict, by new rebuttals and by lost cards."""
    statement = found[0].statement
    is_ = IS[judgement.verdict(statement)]
    yield from paragraph(
        f"{named(statement)} {is_}. What would change that, {statement.label} itself left alone:", width
    )
    for flips in found:
        yield from _flip_lines(flips, width)


def _flip_lines(flips: Flips, width: int) -> Iterator[str]:
    one, many, to = (
        ("new rebuttal that nobody answers", "new rebuttals that nobody answers", "of")
        if flips.kind is MoveKind.ANSWER
        else ("lost card", "lost cards", "namely")
    )
    label, size = flips.statement.label, flips.at_least
    if not flips.flips:
        words = f"No number of {many}" if flips.complete else f"{size} {many} or more; which was not found in time"
        yield from paragraph(f"{words}.", width, 2, 4)
        return
    for verdict in Verdict:
        sets = [flip.moves for flip in flips.flips if flip.after is verdict]
        if sets and size == 1:
            any_of = listing([node_name(move.node, named) for [move] in sets], len(sets), "or")
            yield from paragraph(f"1 {one}, {to} {any_of}: {label} then {IS[verdict]}.", width, 2, 4)
        elif sets:
            yield from paragraph(f"{size} {many}, after which {label} {IS[verdict]}:", width, 2, 4)
            for moves in sets:
                yield from paragraph(listing([node_name(m.node, named) for m in moves], size), width, 6, 4)
    if not flips.complete:
        yield "      and more of the same size."


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
