"""How the sides stand, and what is left to prepare for."""

from collections.abc import Iterator, Sequence

from ...english import plural
from ...graph.answering import side_hit, unanswered
from ...model import Statement
from ..verdict import Judgement, Verdict
from .lines import node_name, paragraph
from .naming import listing

MOST_UNANSWERED = 12
"""So many unanswered rebuttals of each side are named; of more, how many they are."""

SECOND_WAY = (
    "A strength, from 0 to 1, is what the weights in the file leave of a statement: a second way of "
    "judging, beside the verdict and not part of it."
)


def score(judgement: Judgement, claims: Sequence[Statement]) -> str:
    """How many of its top claims each side has standing, in a sentence to read aloud."""
    told, noun = [], " main claims standing"
    for side in (*judgement.map.sides, None):
        of_side = [judgement.verdict(claim) for claim in claims if claim.side is side]
        if side is None and not of_side:
            continue
        who = side.id if side else "what has no side" if judgement.map.sides else "the map"
        stand, open_ = of_side.count(Verdict.STANDS), of_side.count(Verdict.OPEN)
        if of_side:
            said = noun.replace("claims", plural(len(of_side), "claim"))
            told.append(f"{who} has {stand} of {len(of_side)}{said}{f' ({open_} open)' if open_ else ''}")
            noun = ""
        else:
            told.append(f"{who} has no main claim")
    return f"As drawn: {', '.join(told)}."


def unanswered_lines(judgement: Judgement, width: int = 80) -> Iterator[str]:
    """For each side the rebuttals against it that stand and that nothing answers."""
    links = [link for link in unanswered(judgement.map) if judgement.verdict(link) is Verdict.STANDS]
    told: list[str] = []
    for side in (*judgement.map.sides, None):
        against: dict[str, list[str]] = {}
        for link in links:
            if side_hit(link) is side:
                makers = " + ".join(source.label for source in link.sources)
                against.setdefault(makers, []).append(node_name(link.target))
        found = [f"{makers} (against {listing(targets)})" for makers, targets in against.items()]
        if side is not None or found or not told:
            who = f"{side.id}: " if side else "neither side: " if told else ""
            told.append(who + (listing(found, MOST_UNANSWERED) if found else "none"))
    yield from paragraph(f"Unanswered rebuttals still to prepare for: {'; '.join(told)}.", width, hanging=2)
