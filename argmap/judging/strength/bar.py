"""The judge's bar: what stands for a judge who ignores the weaker evidence."""

from collections.abc import Sequence

from ...model import Kind, Statement
from ...values import dataclass
from ..moves import Change, changes_between
from ..verdict import Decree, Judgement, Loss, resettle


@dataclass(frozen=True, slots=True)
class BarStep:
    """A bar at which verdicts change: evidence that weighs `above` or less is ignored from here on.

    `ignored` are the cards that this step adds; `changes` compare the claims asked about with the
    step before. A higher bar may bring a claim back, where what fell was a card against it.
    """

    above: float
    ignored: tuple[Statement, ...]
    changes: tuple[Change, ...]


def raise_bar(judgement: Judgement, claims: Sequence[Statement]) -> tuple[BarStep, ...]:
    """Every bar that changes the verdict on one of some claims, from the lowest.

    Evidence without a weight is never ignored. Cost: for each weight, what its cards can reach.
    """
    wiring = judgement.wiring
    cards = [s for s in wiring.map.statements if s.kind is Kind.EVIDENCE and s.weight is not None]
    steps: list[BarStep] = []
    before, ignored = judgement, list[Statement]()
    for weight in sorted({card.weight for card in cards if card.weight is not None}):
        fresh = [card for card in cards if card.weight == weight]
        after, _ = resettle(before, Decree({wiring.numbers[card]: Loss.BELOW_BAR for card in fresh}))
        ignored += fresh
        changes = changes_between(before, after, claims)
        if changes:
            steps.append(BarStep(weight, tuple(ignored), changes))
            ignored = []
        before = after
    return tuple(steps)
