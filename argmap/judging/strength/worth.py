"""What each card is worth to a claim: the claim's strength with it and without it."""

from collections.abc import Iterable

from ...model import Kind, Statement
from ...values import dataclass
from ..verdict import Decree, Judgement, Loss
from .strength import Combination, df_quad, strengths

NOT_IMPORTANCE = (
    "Worth is what would change without that one card. It is not importance: of two certain "
    "rebuttals of one claim each is worth 0, as the other still defeats it."
)


@dataclass(frozen=True, slots=True)
class Worth:
    """A claim's strength, 0 to 1, with a card and without it (None: no stable number)."""

    card: Statement
    claim: Statement
    present: float | None
    absent: float | None

    @property
    def change(self) -> float | None:
        """What the card adds to the claim; below 0 where it counts against it."""
        return None if self.present is None or self.absent is None else self.present - self.absent


def worths(judgement: Judgement, claims: Iterable[Statement], combination: Combination = df_quad) -> tuple[Worth, ...]:
    """Every card beneath some claims with its worth to each, in reading order.

    Worth by removal: strength(claim) - strength(claim without the card). Cost: for each card, what
    it can reach.
    """
    wiring = judgement.wiring
    whole = strengths(judgement, combination)
    beneath = {claim: set(map(wiring.original, wiring.beneath([wiring.numbers[claim]]))) for claim in claims}
    found = []
    for number, card in enumerate(wiring.map.statements):
        if card.kind is not Kind.EVIDENCE or not any(number in below for below in beneath.values()):
            continue
        without = whole.without(Decree({number: Loss.DROPPED}))
        found += [
            Worth(card, claim, whole.of(claim), without.of(claim))
            for claim, below in beneath.items()
            if number in below
        ]
    return tuple(found)
