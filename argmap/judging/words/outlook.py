"""How the sides stand, and what is left to prepare for."""

from collections.abc import Iterable, Iterator, Sequence

from ...english import plural
from ...model import Link, LinkKind, Mark, Side, Statement
from ..verdict import STANDS, Judgement, Verdict
from ..wiring import Wiring
from .lines import node_name, paragraph
from .phrases import listing

MOST_UNANSWERED = 12
"""So many unanswered rebuttals of each side are named; of more, how many they are."""

SECOND_WAY = (
    "A strength, from 0 to 1, is what the weights in the file leave of a statement: a second way of "
    "judging, beside the verdict and not part of it."
)

WEIGHS = {
    Mark.MITIGATE: ("mitigates", "how much of {} it leaves"),
    Mark.OUTWEIGH: ("outweighs", "which of the two weighs more"),
}
"""The rebuttals that grant what they rebut: what they do, and what a verdict can't say of that."""


def score(judgement: Judgement, claims: Sequence[Statement]) -> str:
    """How many of its top claims each side has standing, in a sentence to read aloud."""
    told, noun = [], " main claims standing"
    for side in (*judgement.map.sides, None):
        of_side = [judgement.verdict(claim) for claim in claims if claim.side is side]
        if side is None and not of_side:
            continue
        who = side.id if side else "neither side" if judgement.map.sides else "the map"
        stand, open_ = of_side.count(Verdict.STANDS), of_side.count(Verdict.OPEN)
        if of_side:
            said = noun.replace("claims", plural(len(of_side), "claim"))
            told.append(f"{who} has {stand} of {len(of_side)}{said}{f' ({open_} open)' if open_ else ''}")
            noun = ""
        else:
            told.append(f"{who} has no main claim")
    return f"As drawn: {', '.join(told)}."


def weighing(judgement: Judgement, named: Iterable[Statement], weighted: bool) -> Iterator[str]:
    """For each of some statements that brings down what it only mitigates or outweighs, a sentence
    that says so; `weighted` says whether the map gives weights."""
    for statement in named:
        if statement.mark not in WEIGHS:
            continue
        links = [link for link in judgement.map.links_from(statement) if link.kind is LinkKind.REBUTS]
        onto = next((node_name(link.target) for link in links if judgement.verdict(link) is Verdict.STANDS), None)
        if onto is not None:
            deed, unknown = WEIGHS[statement.mark]
            yield (
                f"{statement.label} only {deed} {onto}, and counts as a full rebuttal: the map cannot say "
                f"{unknown.format(onto)}. {'Compare the strengths' if weighted else 'Give weights to compare'}."
            )


def unanswered(judgement: Judgement, claims: Sequence[Statement]) -> tuple[Link, ...]:
    """The rebuttals of some claims' cases that stand and that nothing answers, in reading order.

    Answers to answers to a case are left out: the last word is always somebody's. Linear.
    """
    wiring = judgement.wiring
    given_up = {(c.statement, c.side) for c in judgement.map.concessions}
    case = _case(wiring, claims)
    return tuple(
        link
        for number, link in enumerate(judgement.map.links, wiring.statement_count)
        if wiring.rebuts[number]
        and judgement.states[number] == STANDS
        and wiring.target[number] in case
        and not wiring.answered(number)
        and (link.sources[0], side_hit(link)) not in given_up
    )


def _case(wiring: Wiring, claims: Sequence[Statement]) -> set[int]:
    """The nodes that speak for some claims: between each and the nearest claim lies an even number
    of rebuttals."""
    for_it = {wiring.numbers[claim]: True for claim in claims}
    reached = list(for_it)
    for number in reached:  # grows while it is walked
        helps = for_it[number]
        kinds = ((wiring.sources[number], helps), (wiring.supported_by[number], helps),
                 (wiring.rebutted_by[number], not helps))  # fmt: skip
        for others, helping in kinds:
            for other in others:
                if other not in for_it:
                    for_it[other] = helping
                    reached.append(other)
    return {number for number, helps in for_it.items() if helps}


def side_hit(rebuttal: Link) -> Side | None:
    """The side whose statement, or whose link, a rebuttal is against."""
    onto = rebuttal.target
    return onto.side if isinstance(onto, Statement) else onto.sources[0].side


def unanswered_lines(judgement: Judgement, claims: Sequence[Statement], width: int = 80) -> Iterator[str]:
    """For each side the unanswered rebuttals that are against it."""
    links = unanswered(judgement, claims)
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
