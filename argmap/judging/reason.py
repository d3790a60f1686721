"""Why a node has its verdict, as a value: one step of the chain that leads to the ground."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from ..graph.components import components
from ..model import Concession, Link, Node
from .verdict import OPEN, STANDS, VERDICTS, Judgement, Loss, Verdict


class Why(Enum):
    """The ways in which a verdict comes about.

    UNCHALLENGED stands with no rebuttal and no support asked for; HOLDS stands on `by`: its first
    support (or, of a link, its sources) and the rebuttals of it that fall. BARE falls as nothing
    supports it; REBUTTED by a link that stands; UNSUPPORTED as every support link in `by` falls;
    SOURCELESS as the statement a link comes from falls; UNWARRANTED as a warrant link falls.
    LOST falls by decree (`Reason.loss`). CLASH is open in a circle that has a rebuttal, CIRCLE in
    one of support alone; WAITS is open because something in `by` is.
    """

    UNCHALLENGED = auto()
    HOLDS = auto()
    BARE = auto()
    REBUTTED = auto()
    UNSUPPORTED = auto()
    SOURCELESS = auto()
    UNWARRANTED = auto()
    LOST = auto()
    CLASH = auto()
    CIRCLE = auto()
    WAITS = auto()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why `node` has its `verdict`.

    `by` are the nodes that settle it, the decisive one first; following them never comes round
    again unless the verdict is open. `loss` and `concession` are filled for LOST.
    """

    node: Node
    verdict: Verdict
    why: Why
    by: tuple[Node, ...] = ()
    loss: Loss | None = None
    concession: Concession | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Reasons:
    """The reasons of one judgement. `circles` holds, for each open node that lies on a circle, the
    nodes of that circle in reading order."""

    judgement: Judgement
    circles: Mapping[int, tuple[int, ...]]

    def of(self, node: Node) -> Reason:
        """Why a statement or link of the map has its verdict."""
        judgement = self.judgement
        number = judgement.wiring.numbers[node]
        state = judgement.states[number]
        if number in judgement.losses:
            concession = judgement.wiring.conceded.get(number)
            return Reason(node, Verdict.FALLS, Why.LOST, loss=judgement.losses[number], concession=concession)
        why, by = (self._open, self._stands, self._falls)[state](number)
        return Reason(node, VERDICTS[state], why, tuple(judgement.wiring.nodes[other] for other in by))

    def rebutting(self, node: Node) -> list[Link]:
        """The rebuttals that bring a node down, in reading order: the one that settled it, and those
        that stand with nothing to answer them. (One that is answered may stand only because this
        node fell, and is then no reason for that.)"""
        judgement = self.judgement
        wiring, number = judgement.wiring, judgement.wiring.numbers[node]
        return [
            wiring.link(n)
            for n in wiring.rebutted_by[number]
            if n == judgement.causes[number] or (judgement.states[n] == STANDS and not wiring.answered(n))
        ]

    def _stands(self, number: int) -> tuple[Why, list[int]]:
        wiring = self.judgement.wiring
        cause = self.judgement.causes[number]
        grounds = [cause] if cause >= 0 else [*wiring.sources[number]]
        if number >= wiring.statement_count:
            grounds += wiring.supported_by[number]
        by = grounds + wiring.rebutted_by[number]
        return (Why.HOLDS if by else Why.UNCHALLENGED), by

    def _falls(self, number: int) -> tuple[Why, list[int]]:
        wiring, cause = self.judgement.wiring, self.judgement.causes[number]
        if cause < 0:
            return Why.BARE, []
        if cause < wiring.statement_count:
            return Why.SOURCELESS, [cause]
        if wiring.rebuts[cause]:
            return Why.REBUTTED, [cause]
        if number >= wiring.statement_count:
            return Why.UNWARRANTED, [cause]
        return Why.UNSUPPORTED, wiring.supported_by[number]

    def _open(self, number: int) -> tuple[Why, list[int]]:
        wiring, states = self.judgement.wiring, self.judgement.states
        circle = self.circles.get(number)
        if circle is None:
            return Why.WAITS, [other for other in wiring.depends_on(number) if states[other] == OPEN]
        rebuttal = any(wiring.rebuts[other] for other in circle)
        return (Why.CLASH if rebuttal else Why.CIRCLE), list(circle)


def reasons(judgement: Judgement) -> Reasons:
    """The reasons of a judgement. Linear in what is open; each reason is then found at its node."""
    wiring, states = judgement.wiring, judgement.states
    circles: dict[int, tuple[int, ...]] = {}
    still_open = [number for number, state in enumerate(states) if state == OPEN]

    def depends_on(number: int) -> list[int]:
        return [other for other in wiring.depends_on(number) if states[other] == OPEN]

    for part in components(still_open, depends_on):
        if len(part) > 1:
            circles.update(dict.fromkeys(part, tuple(sorted(part))))
    return Reasons(judgement, circles)
