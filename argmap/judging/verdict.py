"""Which statements and links stand: the grounded labelling of a map with support.

The rules are evidential support (Oren and Norman, COMMA 2008) with rebuttals of links (Cayrol,
Fandinno, Fariñas del Cerro and Lagasquie-Schiex, FoIKS 2018):

- a statement stands when every rebuttal of it falls and it needs no support or some support
  stands; it falls when a rebuttal of it stands, or when it needs support and all of it falls;
- a link stands when all its sources stand, every rebuttal of it falls and every warrant of it
  stands; it falls when a source or a warrant of it falls, or a rebuttal of it stands;
- a rebuttal that its side gave up by conceding the statement falls.

The verdict is the least labelling that obeys them (what nothing forces stays open), so circular
support and mutual rebuttal are open. It is found with counters in time linear in the map.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ..model import ArgumentMap, Node
from .wiring import Wiring, wire

AS_DRAWN = "This judges the map as it is drawn: what is written and linked there, and nothing else."
"""What every output of a judgement says."""

OPEN, STANDS, FALLS = 0, 1, 2


class Verdict(StrEnum):
    """What becomes of a statement or a link."""

    OPEN = "open"
    STANDS = "stands"
    FALLS = "falls"


VERDICTS = (Verdict.OPEN, Verdict.STANDS, Verdict.FALLS)
"""The verdicts by their numbers `OPEN`, `STANDS` and `FALLS`."""


class Loss(StrEnum):
    """Why a node falls whatever the rest of the map says."""

    CONCEDED = "conceded"
    DROPPED = "dropped"
    ANSWERED = "answered"
    BELOW_BAR = "below bar"


@dataclass(frozen=True, eq=False)
class Judgement:
    """The verdicts of a map, and what settled each.

    `states` holds a verdict's number for each node. `causes` holds, by node, the link or
    statement that settled it: for one that stands, the support that was first to stand; for one
    that falls, what brought it down; -1 where nothing else did. `losses` are the nodes that fall
    by decree.
    """

    wiring: Wiring
    losses: Mapping[int, Loss]
    states: bytearray
    causes: list[int]

    @property
    def map(self) -> ArgumentMap:
        """The map that is judged."""
        return self.wiring.map

    def verdict(self, node: Node) -> Verdict:
        """The verdict on one statement or link of the map (KeyError for any other)."""
        return VERDICTS[self.states[self.wiring.numbers[node]]]

    @cached_property
    def verdicts(self) -> Mapping[Node, Verdict]:
        """Every statement and link of the map with its verdict, in reading order."""
        return dict(zip(self.wiring.nodes, [VERDICTS[state] for state in self.states], strict=True))


def judge(map: ArgumentMap) -> Judgement:
    """Judge a map as it is drawn. Never fails; linear in statements and links."""
    return settle(wire(map))


def verdicts(map: ArgumentMap) -> Mapping[Node, Verdict]:
    """Every statement and link with its verdict: what a picture shows as shape and word."""
    return judge(map).verdicts


def settle(wiring: Wiring, losses: Mapping[int, Loss] | None = None) -> Judgement:
    """The verdicts of a whole map in which some nodes, by number, fall by decree."""
    losses = dict.fromkeys(wiring.conceded, Loss.CONCEDED) | dict(losses or {})
    states = bytearray(len(wiring.nodes))
    for number in losses:
        states[number] = FALLS
    propagation = _Propagation(wiring, states, [-1] * len(states))
    propagation.run(list(losses), range(len(states)))
    return Judgement(wiring, losses, states, propagation.causes)


def resettle(before: Judgement, losses: Mapping[int, Loss]) -> tuple[Judgement, list[int]]:
    """The verdicts when more nodes fall by decree, and the numbers of the nodes looked at again.

    The same as `settle` with both sets of losses, at the cost of what the new ones can reach.
    """
    wiring = before.wiring
    region = wiring.above(losses)
    states, causes = bytearray(before.states), before.causes.copy()
    losses = {**before.losses, **losses}
    for number in region:
        states[number], causes[number] = (FALLS if number in losses else OPEN), -1
    border = {other for number in region for other in wiring.depends_on(number)}.difference(region)
    propagation = _Propagation(wiring, states, causes)
    propagation.run([number for number in (*border, *region) if states[number] != OPEN], region)
    return Judgement(wiring, losses, states, causes), region


class _Propagation:
    """Carries verdicts upward. Each node is taken up once and each link counted once."""

    def __init__(self, wiring: Wiring, states: bytearray, causes: list[int]) -> None:
        self.wiring, self.states, self.causes = wiring, states, causes
        self.wait, self.hope = wiring.wait.copy(), wiring.hope.copy()

    def run(self, decided: list[int], region: Sequence[int]) -> None:
        """Go on from the nodes already decided and from those of a region that wait for nothing."""
        states, wait, hope, first = self.states, self.wait, self.hope, self.wiring.statement_count
        for number in region:
            if states[number] == OPEN and (hope[number] == 0 or wait[number] == 0):
                states[number] = FALLS if hope[number] == 0 else STANDS
                decided.append(number)
        for number in decided:  # grows while it is walked
            if number >= first:
                aim = self.wiring.target[number]
                if states[aim] == OPEN and self._link_decides(number, aim):
                    decided.append(aim)
            elif states[number] == STANDS:
                for link in self.wiring.carries[number]:
                    wait[link] -= 1
                    if wait[link] == 0 and states[link] == OPEN:
                        states[link] = STANDS
                        decided.append(link)
            else:
                for link in self.wiring.carries[number]:
                    if states[link] == OPEN:
                        states[link], self.causes[link] = FALLS, number
                        decided.append(link)

    def _link_decides(self, link: int, aim: int) -> bool:
        """Tell what a link points at of the link's verdict; say whether that settles it."""
        stands = self.states[link] == STANDS
        rebuts, warrants = self.wiring.rebuts[link], aim >= self.wiring.statement_count
        if stands if rebuts else (warrants and not stands):
            self.states[aim], self.causes[aim] = FALLS, link
            return True
        if rebuts or warrants:
            self.wait[aim] -= 1
        elif not stands:
            self.hope[aim] -= 1
            if self.hope[aim] == 0:
                self.states[aim], self.causes[aim] = FALLS, link
                return True
        elif self.hope[aim] > 0:
            self.hope[aim] = -1
            self.wait[aim] -= 1
            self.causes[aim] = link
        if self.wait[aim] == 0:
            self.states[aim] = STANDS
            return True
        return False
