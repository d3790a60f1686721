"""Who wins, by the map: the line that a judge would write on the ballot. Never a number of points.

A side's reasons are its main claims that stand and its turns that stand (a turn gains ground). Where one
side alone has reasons it wins. Where both have, a side wins whose weighing stands unanswered while the
other's does not; else the judge is left to weigh. (Weighing is an `outweigh` answer to the other side's main
claims or turns, or to what these rest on: one that outweighs a mere answer weighs that answer alone.) Where
nobody has a reason, the presumption decides, if one is set.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum, auto

from ..model import Kind, Mark, Side, Statement
from ..values import dataclass
from .verdict import OPEN, STANDS, Judgement
from .wiring import REBUTS, WEAKENS, Wiring

WEIGH, NOBODY = 2, 3
"""Outcomes beside 0 and 1, which are the map's first and second side."""


class By(StrEnum):
    """What decides a ballot."""

    REASONS = auto()
    WEIGHING = auto()
    PRESUMPTION = auto()


@dataclass(frozen=True, slots=True)
class Stakes:
    """What the ballot of a map with two sides looks at, by number; of each list one for each side.

    `claims` are main claims, `turns` the links of turns. `weighing` are the links of `outweigh` answers,
    each with the links that would weaken it.
    """

    sides: tuple[Side, Side]
    claims: tuple[tuple[int, ...], ...]
    turns: tuple[tuple[int, ...], ...]
    weighing: tuple[tuple[tuple[int, tuple[int, ...]], ...], ...]

    @property
    def watched(self) -> frozenset[int]:
        """All nodes that the ballot looks at."""
        links = [n for of_side in self.weighing for link, weakening in of_side for n in (link, *weakening)]
        return frozenset([*links, *(n for lists in (self.claims, self.turns) for of_side in lists for n in of_side)])


@dataclass(frozen=True, slots=True)
class Ballot:
    """Who wins and by what. `winner` is None where the judge is left to weigh (`both`) or nobody has a
    reason. `reasons`, `weighing` (answers that outweigh and stand unanswered) and `unsettled` (main claims
    that are open): the statements of each side, in reading order."""

    winner: Side | None
    by: By | None
    reasons: Mapping[Side, tuple[Statement, ...]]
    weighing: Mapping[Side, tuple[Statement, ...]]
    unsettled: Mapping[Side, tuple[Statement, ...]]

    @property
    def both(self) -> bool:
        """Whether both sides have reasons that stand."""
        return all(self.reasons.values())

    @property
    def result(self) -> str:
        """The winner's id, `weigh` or `none`."""
        return self.winner.id if self.winner else "weigh" if self.both else "none"


def stakes_of(wiring: Wiring) -> Stakes | None:
    """What the ballot of a map looks at; None where it has not two sides. Linear."""
    map = wiring.map
    if len(map.sides) != 2:
        return None
    one, other = map.sides
    claims: dict[Side | None, list[int]] = {one: [], other: []}
    turns: dict[Side | None, list[int]] = {one: [], other: []}
    outweighing: dict[Side | None, list[int]] = {one: [], other: []}
    weighing: dict[Side | None, list[tuple[int, tuple[int, ...]]]] = {one: [], other: []}
    for number in _main_claims(wiring):
        side = map.statements[number].side
        if side in claims:
            claims[side].append(number)
    turn, outweigh = Mark.TURN, Mark.OUTWEIGH
    marked = [(n, s) for n, s in enumerate(map.statements) if (mark := s.mark) is turn or mark is outweigh]
    for number, statement in marked:
        side = statement.side
        if side in claims:
            links = [n for n in wiring.carries[number] if wiring.does[n] in (REBUTS, WEAKENS)]
            (turns if statement.mark is turn else outweighing)[side].extend(links)
    for side in (one, other):
        links = outweighing[side]
        theirs = other if side is one else one
        case = _case(wiring, claims[theirs], turns[theirs]) if links else frozenset()
        for link in links:
            if wiring.target[link] in case:
                [source] = wiring.sources[link]
                weighing[side].append((link, (*wiring.weakened_by[source], *wiring.weakened_by[link])))
    return Stakes(
        (one, other),
        tuple(tuple(claims[side]) for side in (one, other)),
        tuple(tuple(turns[side]) for side in (one, other)),
        tuple(tuple(weighing[side]) for side in (one, other)),
    )


def _main_claims(wiring: Wiring) -> list[int]:
    """The claims among what `stakes.top_claims` gives, by number; from the wiring, which is there already."""
    carries, does, claim = wiring.carries, wiring.does, Kind.CLAIM
    claims = [n for n, kind in enumerate([s.kind for s in wiring.map.statements]) if kind is claim]
    defeating = (REBUTS, WEAKENS)
    main = [n for n in claims if all(does[link] in defeating for link in carries[n])]
    return main if main or not all(carries) else claims


def _case(wiring: Wiring, claims: list[int], turns: list[int]) -> frozenset[int]:
    """A side's main claims and turns, and all that these rest on."""
    reached = [*claims, *turns]
    found = set(reached)
    for number in reached:  # grows while it is walked
        for below in (*wiring.sources[number], *wiring.supported_by[number]):
            if below not in found:
                found.add(below)
                reached.append(below)
    return frozenset(map(wiring.original, found))


def outcome(stakes: Stakes, stands: Callable[[int], bool], presumption: Side | None = None) -> int:
    """Who wins when the nodes that `stands` tells stand: 0 or 1, the number of a side, `WEIGH` or `NOBODY`."""
    reasons = [any(map(stands, stakes.claims[at])) or any(map(stands, stakes.turns[at])) for at in (0, 1)]
    if not any(reasons):
        return stakes.sides.index(presumption) if presumption in stakes.sides else NOBODY
    if not all(reasons):
        return reasons.index(True)
    weighed = [any(_unanswered(link, weakening, stands) for link, weakening in of_side) for of_side in stakes.weighing]
    return weighed.index(True) if sum(weighed) == 1 else WEIGH


def ballot(judgement: Judgement, presumption: Side | None = None) -> Ballot | None:
    """The ballot of a judged map; None where it has not two sides. `presumption`: who wins where nobody has
    a reason that stands."""
    wiring, states = judgement.wiring, judgement.states
    stakes = stakes_of(wiring)
    if stakes is None:
        return None

    def stands(number: int) -> bool:
        return states[number] == STANDS

    reasons, weighing, unsettled = {}, {}, {}
    for at, side in enumerate(stakes.sides):
        turns = [wiring.sources[link][0] for link in stakes.turns[at] if stands(link)]
        standing = [*filter(stands, stakes.claims[at]), *turns]
        weighed = [wiring.sources[link][0] for link, weak in stakes.weighing[at] if _unanswered(link, weak, stands)]
        reasons[side] = _statements(wiring, standing)
        weighing[side] = _statements(wiring, weighed)
        unsettled[side] = _statements(wiring, [n for n in stakes.claims[at] if states[n] == OPEN])
    found = outcome(stakes, stands, presumption)
    by = None
    if found < WEIGH:
        by = By.PRESUMPTION if not any(reasons.values()) else By.WEIGHING if all(reasons.values()) else By.REASONS
    return Ballot(stakes.sides[found] if found < WEIGH else None, by, reasons, weighing, unsettled)


def _unanswered(link: int, weakening: tuple[int, ...], stands: Callable[[int], bool]) -> bool:
    return stands(link) and not any(map(stands, weakening))


def _statements(wiring: Wiring, numbers: list[int]) -> tuple[Statement, ...]:
    return tuple(wiring.statement(number) for number in sorted(set(numbers)))
