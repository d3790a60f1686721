"""Who wins by the map, in a sentence to read aloud."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model import Side, Statement
from ..ballot import Ballot, By
from ..verdict import Judgement
from .naming import label, listing

if TYPE_CHECKING:
    from ..strength.strength import Strengths

MOST_REASONS = 6
"""So many reasons of a side are named; of more, how many they are."""


def ballot_words(judgement: Judgement, ballot: Ballot, strengths: "Strengths | None" = None) -> str:
    """`By this map pro wins: C1 stands and con has no reason that stands.`"""
    told = _Told(judgement, strengths)
    words = told.outcome(ballot)
    still_open = [each for side in ballot.unsettled for each in told.statements(ballot.unsettled[side], side)]
    if still_open:
        words += f" Still open: {listing(still_open, MOST_REASONS)}."
    return f"By this map {words}"


class _Told:
    def __init__(self, judgement: Judgement, strengths: "Strengths | None") -> None:
        self.judgement, self.strengths = judgement, strengths

    def outcome(self, ballot: Ballot) -> str:
        winner = ballot.winner
        sides = list(ballot.reasons)
        if winner is None:
            if not ballot.both:
                return "nobody has a reason that stands."
            mine, theirs = (listing(self.statements(ballot.reasons[side], side), MOST_REASONS) for side in sides)
            return f"it is left to weigh: {mine} against {theirs}."
        loser = sides[1 - sides.index(winner)]
        if ballot.by is By.PRESUMPTION:
            return f"nobody has a reason that stands, so {winner.id} wins on presumption, as the settings have it."
        if ballot.by is By.WEIGHING:
            weighing = [label(each) for each in ballot.weighing[winner]]
            s = "" if len(weighing) > 1 else "s"
            return (
                f"{winner.id} wins by weighing: both have reasons that stand, and {winner.id}'s weighing "
                f"{listing(weighing, MOST_REASONS)} stand{s} unanswered."
            )
        reasons = self.statements(ballot.reasons[winner])
        s = "" if len(reasons) > 1 else "s"
        return f"{winner.id} wins: {listing(reasons, MOST_REASONS)} stand{s} and {loser.id} has no reason that stands."

    def statements(self, statements: Sequence[Statement], side: Side | None = None) -> list[str]:
        """`C1 (pro, weakened by R1)`: each with its side, its strength, and what weakens it."""
        return [self._statement(each, side) for each in statements]

    def _statement(self, statement: Statement, side: Side | None) -> str:
        said = [side.id] if side else []
        if self.strengths is not None and side is not None:
            strength = self.strengths.of(statement)
            said += [f"strength {strength:.2f}"] if strength is not None else []
        weakening = self.judgement.weakening(statement)
        if weakening:
            said.append(f"weakened by {listing([label(each) for each in weakening], 3)}")
        return f"{label(statement)} ({', '.join(said)})" if said else label(statement)
