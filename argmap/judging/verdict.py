"""Which statements and links stand: the grounded labelling of a map with support.

The rules are evidential support (Oren and Norman, COMMA 2008) with rebuttals of links (Cayrol,
Fandinno, Fariñas del Cerro and Lagasquie-Schiex, FoIKS 2018, "REBAF", grounded semantics: the same
authors, hal-02305350):

- a statement stands when every rebuttal that could defeat it falls and it needs no support or some
  support stands; it falls when such a rebuttal stands, or when it needs support and all of it falls;
- a link stands when all its sources stand, every rebuttal of it falls and one of its warrants stands,
  if it has any; it falls when a source or every warrant of it falls, or a rebuttal of it stands;
- what only a circle of supports holds up falls;
- `deny`, `no-link`, `turn`, `non-unique` and `indict` defeat; `mitigate`, `alt-cause` and `outweigh`
  leave standing what they answer and weaken it (diminishers: Pollock, AIJ 133, 2001);
- what came too late in the round, or was not carried on, falls (`graph/flow.py`);
- a rebuttal that its side gave up by conceding the statement falls, a statement that all who could
  contest it conceded needs no support, and one that its own side conceded falls; where some of these
  conceded, their answers to what it rests on do not count for it (`standins.py`).

The verdict is the least labelling that obeys them (what nothing forces stays open): the well-founded
model (Van Gelder, Ross and Schlipf, JACM 38, 1991) with rebuttals for negation. It is found by counters
in time linear in the map; only support that circles costs more (`circles.py`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cached_property

from ..graph.flow import Flow, flow_of
from ..model import ArgumentMap, Kind, Node, Statement
from ..values import dataclass
from .circles import Footing
from .wiring import REBUTS, SUPPORTS, Wiring, wire

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

WEAKENED = "stands weakened"
"""What is said of what stands while an answer that weakens it stands too."""


class Loss(StrEnum):
    """Why a node falls whatever the rest of the map says."""

    CONCEDED = "conceded"
    GIVEN_UP = "given up"
    LATE = "late"
    NEW = "new in a last speech"
    LET_GO = "not extended"
    DROPPED = "dropped"
    ANSWERED = "answered"
    BELOW_BAR = "below bar"


@dataclass(frozen=True, slots=True)
class Decree:
    """What does not follow from the map's links. `losses` fall; `accepted` need no support."""

    losses: Mapping[int, Loss]
    accepted: frozenset[int] = frozenset()

    @property
    def touched(self) -> Iterable[int]:
        """The numbers of the nodes that it is about."""
        return (*self.losses, *self.accepted)


@dataclass(frozen=True, eq=False)
class Judgement:
    """The verdicts of a map, and what settled each.

    `states` holds a verdict's number for each node. `causes` holds, by node, the link or
    statement that settled it: for one that stands, the support (of a link, the warrant) that was
    first to stand; for one that falls, what brought it down; -1 where nothing else did. `decree` is
    what falls, or needs no support, whatever the links say. `circles` are the nodes that fall because
    their support runs in a circle, each with all the nodes of that circle.
    """

    wiring: Wiring
    decree: Decree
    states: bytearray
    causes: list[int]
    circles: Mapping[int, tuple[int, ...]]

    @property
    def map(self) -> ArgumentMap:
        """The map that is judged."""
        return self.wiring.map

    @property
    def losses(self) -> Mapping[int, Loss]:
        """The nodes that fall by decree."""
        return self.decree.losses

    def verdict(self, node: Node) -> Verdict:
        """The verdict on one statement or link of the map (KeyError for any other)."""
        return VERDICTS[self.states[self.wiring.numbers[node]]]

    def weakening(self, node: Node) -> tuple[Statement, ...]:
        """The answers that weaken a node and stand; none where it does not stand itself."""
        wiring, states = self.wiring, self.states
        number = wiring.numbers[node]
        if states[number] != STANDS:
            return ()
        return tuple(wiring.link(n).sources[0] for n in wiring.weakened_by[number] if states[n] == STANDS)

    def needs(self, number: int) -> bool:
        """Whether a node, by its number, must have a support that stands."""
        return bool(self.wiring.needs[number]) and number not in self.decree.accepted

    def depends_on(self, number: int) -> Iterable[int]:
        """The nodes whose verdicts settle this one's, by number."""
        wiring = self.wiring
        yield from wiring.rebutted_by[number]
        yield from wiring.sources[number]
        if self.needs(number):
            yield from wiring.supported_by[number]

    @cached_property
    def verdicts(self) -> Mapping[Node, Verdict]:
        """Every statement and link of the map with its verdict, in reading order."""
        found = dict(zip(self.wiring.nodes, [VERDICTS[state] for state in self.states], strict=True))
        for number in self.wiring.originals:
            del found[self.wiring.nodes[number]]
        return found


def judge(map: ArgumentMap, *, speeches: bool = True, second_rebuttal: bool = False) -> Judgement:
    """Judge a map as it is drawn. Never fails; linear in statements and links, circles of support apart.

    `speeches`: whether what came too late, or was not carried on, is left out (`graph.flow`);
    `second_rebuttal` as there.
    """
    return settle(wire(map, flow_of(map, second_rebuttal=second_rebuttal) if speeches else None))


def verdicts(map: ArgumentMap) -> Mapping[Node, Verdict]:
    """Every statement and link with its verdict."""
    return judge(map).verdicts


def said_of_statements(judgement: Judgement) -> Mapping[Statement, str]:
    """What a picture says of each statement: its verdict, or that it stands weakened."""
    return {s: WEAKENED if judgement.weakening(s) else judgement.verdict(s) for s in judgement.map.statements}


def settle(wiring: Wiring, decree: Decree | None = None) -> Judgement:
    """The verdicts of a whole map in which some nodes, by number, fall or need no support by decree."""
    decree = _joined(_by_the_map(wiring), _with_copies(wiring, decree or Decree({})))
    size = len(wiring.nodes)
    judgement = Judgement(wiring, decree, bytearray(size), [-1] * size, {})
    return _settled(judgement, range(size))


def resettle(before: Judgement, decree: Decree) -> tuple[Judgement, list[int]]:
    """The verdicts when more is decreed, and the numbers of the nodes looked at again.

    The same as `settle` with both decrees, at the cost of what the new one can reach.
    """
    decree = _with_copies(before.wiring, decree)
    region = before.wiring.above(decree.touched)
    states, causes = bytearray(before.states), before.causes.copy()
    for number in region:
        states[number], causes[number] = OPEN, -1
    inside = set(region)
    circles = {number: circle for number, circle in before.circles.items() if number not in inside}
    opened = Judgement(before.wiring, _joined(before.decree, decree), states, causes, circles)
    return _settled(opened, region), region


def rejudge(before: Judgement, number: int, state: int) -> Judgement:
    """The judgement when one node has another state, whatever the rules say of it."""
    region = before.wiring.above([number])[1:]
    states, causes = bytearray(before.states), before.causes.copy()
    for other in region:
        states[other], causes[other] = OPEN, -1
    states[number], causes[number] = state, -1
    inside = {number, *region}
    circles = {other: circle for other, circle in before.circles.items() if other not in inside}
    return _settled(Judgement(before.wiring, before.decree, states, causes, circles), region)


def _by_the_map(wiring: Wiring) -> Decree:
    """What the map's concessions and speeches settle."""
    numbers, granted = wiring.numbers, wiring.granted
    losses = _by_speeches(wiring, wiring.flow) if wiring.flow else {}
    losses |= dict.fromkeys([numbers[link] for link in granted.void], Loss.CONCEDED)
    losses |= dict.fromkeys([numbers[statement] for statement in granted.given_up], Loss.GIVEN_UP)
    accepted = [numbers[statement] for statement in (*granted.accepted, *wiring.stand_ins.accepted)]
    return _with_copies(wiring, Decree(losses, frozenset(accepted)))


def _with_copies(wiring: Wiring, decree: Decree) -> Decree:
    """A decree on what has stand-ins is one on these too."""
    if not wiring.originals:
        return decree
    losses = {n: loss for number, loss in decree.losses.items() for n in wiring.with_copies([number])}
    return Decree(losses, frozenset(wiring.with_copies(decree.accepted)))


def _by_speeches(wiring: Wiring, flow: Flow) -> dict[int, Loss]:
    numbers = wiring.numbers
    losses = {numbers[statement]: Loss.LET_GO for statement in flow.let_go}
    losses |= {numbers[statement]: Loss.NEW for statement in flow.new}
    late = {numbers[link]: Loss.LATE for link in flow.late}
    # A rebuttal that came too late for all that it answers is out itself.
    makers = {source for link in flow.late for source in link.sources if source.kind is Kind.REBUTTAL}
    late |= {
        numbers[maker]: Loss.LATE for maker in makers if all(link in flow.late for link in wiring.map.links_from(maker))
    }
    return losses | late


def _joined(one: Decree, other: Decree) -> Decree:
    return Decree({**one.losses, **other.losses}, one.accepted | other.accepted)


def _settled(judgement: Judgement, region: Sequence[int]) -> Judgement:
    """Settle the nodes of a region; they are open, and nothing outside depends on them."""
    states, losses = judgement.states, judgement.losses
    propagation = _Propagation(judgement)
    lost = [number for number in losses if states[number] == OPEN]
    for number in lost:
        states[number] = FALLS
    whole = len(region) == len(states)
    border = () if whole else propagation.border(region)
    propagation.run([*border, *lost], region)
    still_open = [number for number in region if states[number] == OPEN]
    if not still_open:
        return judgement
    circles = dict(judgement.circles)
    footing = Footing(judgement.wiring, states, judgement.needs, still_open)
    while circle := footing.circles():
        for number in circle:
            states[number] = FALLS
        circles |= circle
        settled = list(circle)
        propagation.run(settled, ())
        footing.lose(settled)
    return replace(judgement, circles=circles)


class _Propagation:
    """Carries verdicts upward. Each node is taken up once and each link counted once."""

    def __init__(self, judgement: Judgement) -> None:
        self.wiring, self.states, self.causes = judgement.wiring, judgement.states, judgement.causes
        self.wait, self.hope = self.wiring.wait.copy(), self.wiring.hope.copy()
        for number in judgement.decree.accepted:
            if self.wiring.needs[number]:
                self.hope[number] = -1
                self.wait[number] -= 1

    def border(self, region: Sequence[int]) -> list[int]:
        """The settled nodes outside a region that nodes of it depend on."""
        inside, states = set(region), self.states
        found = {other for number in region for other in self.wiring.depends_on(number)}.difference(inside)
        return [number for number in found if states[number] != OPEN]

    def run(self, decided: list[int], region: Sequence[int]) -> None:
        """Go on from the nodes already decided and from those of a region that wait for nothing."""
        states, causes, wait, hope = self.states, self.causes, self.wait, self.hope
        carries, target, does, first = self.wiring.carries, self.wiring.target, self.wiring.does, self.wiring.first_link
        self._begin(decided, region)
        for number in decided:  # grows while it is walked
            stands = states[number] == STANDS
            if number < first:
                for link in carries[number]:
                    wait[link] -= stands
                    if states[link] == OPEN and not (stands and wait[link]):
                        states[link] = STANDS if stands else FALLS
                        causes[link] = causes[link] if stands else number
                        decided.append(link)
                continue
            aim, act = target[number], does[number]
            if states[aim] != OPEN or act > REBUTS:
                continue
            if act == SUPPORTS and stands and hope[aim] > 0:
                hope[aim], causes[aim] = -1, number
                wait[aim] -= 1
            elif act == SUPPORTS and not stands:
                hope[aim] -= 1
            elif act == REBUTS and not stands:
                wait[aim] -= 1
            if wait[aim] == 0:
                states[aim] = STANDS
                decided.append(aim)
            elif hope[aim] == 0 or (act == REBUTS and stands):
                states[aim], causes[aim] = FALLS, number
                decided.append(aim)

    def _begin(self, decided: list[int], region: Sequence[int]) -> None:
        """Decide the nodes of a region that wait for nothing."""
        states, wait, hope = self.states, self.wait, self.hope
        for number in region:
            if states[number] == OPEN and (hope[number] == 0 or wait[number] == 0):
                states[number] = FALLS if hope[number] == 0 else STANDS
                decided.append(number)
