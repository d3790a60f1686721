"""Why a node has its verdict, as a value: one step of the chain that leads to the ground."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import Enum, auto

from ..graph.components import components
from ..model import Concession, Link, Node, Statement
from ..values import dataclass
from .verdict import OPEN, STANDS, VERDICTS, Judgement, Loss, Verdict
from .wiring import REBUTS


class Why(Enum):
    """The ways in which a verdict comes about.

    UNCHALLENGED stands with no rebuttal and no support asked for; ACCEPTED stands as it is conceded;
    HOLDS stands on `by`: its first support (or, of a link, its sources and its warrant) and the
    rebuttals of it that fall. BARE falls as nothing supports it; REBUTTED by a link that stands;
    UNSUPPORTED as every support link in `by` falls; CIRCLE as its support runs in the circle `by`;
    SOURCELESS as the statement a link comes from falls; UNWARRANTED as all its warrant links in `by`
    fall. LOST falls by decree (`Reason.loss`). CLASH is open in a circle of rebuttals; WAITS is open
    because something in `by` is.
    """

    UNCHALLENGED = auto()
    ACCEPTED = auto()
    HOLDS = auto()
    BARE = auto()
    REBUTTED = auto()
    UNSUPPORTED = auto()
    CIRCLE = auto()
    SOURCELESS = auto()
    UNWARRANTED = auto()
    LOST = auto()
    CLASH = auto()
    WAITS = auto()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why `node` has its `verdict`.

    `by` are the nodes that settle it, the decisive one first; following them never comes round
    again unless the verdict is open, or falls in a circle. `loss` is filled for LOST, `concession`
    where one decides. `weakened_by` are the rebuttals that weaken what stands.
    """

    node: Node
    verdict: Verdict
    why: Why
    by: tuple[Node, ...] = ()
    loss: Loss | None = None
    concession: Concession | None = None
    weakened_by: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Reasons:
    """The reasons of one judgement. `clashes` holds, for each open node that lies on a circle, the
    nodes of that circle in reading order."""

    judgement: Judgement
    clashes: Mapping[int, tuple[int, ...]]
    _rings: dict[int, tuple[Node, ...]] = field(default_factory=dict)

    def of(self, node: Node) -> Reason:
        """Why a statement or link of the map has its verdict."""
        judgement = self.judgement
        wiring, number = judgement.wiring, judgement.wiring.numbers[node]
        state = judgement.states[number]
        if number in judgement.losses:
            meant = wiring.meant(node)
            given = wiring.granted.void.get(meant) if isinstance(meant, Link) else wiring.granted.given_up.get(meant)
            return Reason(node, Verdict.FALLS, Why.LOST, loss=judgement.losses[number], concession=given)
        why, by = (self._open, self._stands, self._falls)[state](number)
        return Reason(
            node,
            VERDICTS[state],
            why,
            self._ring(by) if why in (Why.CIRCLE, Why.CLASH) else tuple(wiring.nodes[other] for other in by),
            concession=wiring.granted.accepted.get(node) if isinstance(node, Statement) else None,
            weakened_by=self._weakened_by(number) if state == STANDS else (),
        )

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

    def apart(self, node: Node) -> bool:
        """Whether a stand-in is judged otherwise than what it stands in for."""
        wiring, states = self.judgement.wiring, self.judgement.states
        number = wiring.numbers[node]
        return states[number] != states[wiring.original(number)]

    def _ring(self, numbers: Sequence[int]) -> tuple[Node, ...]:
        """The nodes of a circle: one and the same value for all that are on it."""
        if numbers[0] not in self._rings:
            wiring = self.judgement.wiring
            self._rings[numbers[0]] = tuple(dict.fromkeys(wiring.nodes[wiring.original(n)] for n in numbers))
        return self._rings[numbers[0]]

    def _weakened_by(self, number: int) -> tuple[Link, ...]:
        wiring, states = self.judgement.wiring, self.judgement.states
        return tuple(wiring.link(n) for n in wiring.weakened_by[number] if states[n] == STANDS)

    def _stands(self, number: int) -> tuple[Why, Sequence[int]]:
        judgement = self.judgement
        wiring, cause = judgement.wiring, judgement.causes[number]
        rebuttals = wiring.rebutted_by[number]
        if number in judgement.decree.accepted:
            return Why.ACCEPTED, [n for n in rebuttals if n not in judgement.losses]
        grounds = [*wiring.sources[number], *([cause] if cause >= 0 else [])]
        by = grounds + rebuttals
        return (Why.HOLDS if by else Why.UNCHALLENGED), by

    def _falls(self, number: int) -> tuple[Why, Sequence[int]]:
        judgement = self.judgement
        wiring, cause = judgement.wiring, judgement.causes[number]
        if number in judgement.circles:
            return Why.CIRCLE, judgement.circles[number]
        if cause < 0:
            return Why.BARE, []
        if cause < wiring.first_link:
            return Why.SOURCELESS, [cause]
        if wiring.does[cause] == REBUTS:
            return Why.REBUTTED, [cause]
        is_link = number >= wiring.first_link
        return (Why.UNWARRANTED if is_link else Why.UNSUPPORTED), wiring.supported_by[number]

    def _open(self, number: int) -> tuple[Why, Sequence[int]]:
        circle = self.clashes.get(number)
        if circle is None:
            judgement = self.judgement
            return Why.WAITS, [n for n in judgement.depends_on(number) if judgement.states[n] == OPEN]
        return Why.CLASH, circle


def reasons(judgement: Judgement) -> Reasons:
    """The reasons of a judgement. Linear in what is open; each reason is then found at its node."""
    states = judgement.states
    clashes: dict[int, tuple[int, ...]] = {}
    still_open = [number for number, state in enumerate(states) if state == OPEN]

    def depends_on(number: int) -> list[int]:
        return [other for other in judgement.depends_on(number) if states[other] == OPEN]

    for part in components(still_open, depends_on):
        if len(part) > 1:
            clashes.update(dict.fromkeys(part, tuple(sorted(part))))
    return Reasons(judgement, clashes)
