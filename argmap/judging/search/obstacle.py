"""Why some moves do not bring about what was asked: the moves, made or not, on which that rests.

Each fact is traced to the ground: that a node stands, falls, may stand though it is open, or does not
stand though it is open. Whatever other moves leave these alone leave the facts alone too, so a search
need not try them.
"""

from collections.abc import Collection, Iterable, Iterator

from ..circles import Footing
from ..verdict import FALLS, OPEN, STANDS, Judgement
from ..wiring import REBUTS

MAY, NOT = "may", "not"
"""What is asked of a node that is open: why it may stand, why it does not stand."""

Fact = tuple[int, str]
"""A node, and what is asked of it where it is open."""

_TRIES = 3


def obstacle(
    judgement: Judgement, facts: Iterable[Fact], movable: Collection[int], made: Collection[int]
) -> frozenset[int]:
    """The movable nodes of which one must be moved otherwise than now before one of some facts changes.

    `judgement` is made after the moves `made`. Of several tries the shortest.
    """
    facts = list(facts)
    still_open = [number for number, state in enumerate(judgement.states) if state == OPEN]
    footing = Footing(judgement.wiring, judgement.states, judgement.needs, still_open).on
    return min((_Trace(judgement, footing, made, at).of(facts, movable) for at in range(_TRIES)), key=len)


class _Trace:
    """One way to trace facts to the ground; `attempt` varies what is chosen where one of several will do."""

    def __init__(self, judgement: Judgement, footing: dict[int, int], made: Collection[int], attempt: int) -> None:
        self.judgement, self.footing, self.made, self.attempt = judgement, footing, made, attempt

    def of(self, facts: list[Fact], movable: Collection[int]) -> frozenset[int]:
        seen = {self._plain(fact) for fact in facts}
        waiting, found = list(seen), set()
        for number, asked in waiting:  # grows while it is walked
            moved = self.judgement.wiring.original(number)
            falls_unmoved = self.judgement.states[number] == FALLS and moved not in self.made
            if moved in movable and (moved in self.made or asked != NOT) and not falls_unmoved:
                found.add(moved)
            for fact in map(self._plain, self._grounds(number, asked)):
                if fact not in seen:
                    seen.add(fact)
                    waiting.append(fact)
        return frozenset(found)

    def _plain(self, fact: Fact) -> Fact:
        """Of a node that is settled there is but one thing to ask."""
        number, asked = fact
        return (number, asked if self.judgement.states[number] == OPEN else "")

    def _grounds(self, number: int, asked: str) -> Iterator[Fact]:
        state = self.judgement.states[number]
        if state == FALLS:
            return self._falls(number)
        if state == STANDS:
            return self._stands(number)
        return self._may(number) if asked == MAY else iter(self._not(number))

    def _stands(self, number: int) -> Iterator[Fact]:
        wiring, cause = self.judgement.wiring, self.judgement.causes[number]
        yield from ((n, "") for n in (*wiring.rebutted_by[number], *wiring.sources[number]))
        if cause >= 0:
            yield cause, ""

    def _falls(self, number: int) -> Iterator[Fact]:
        judgement = self.judgement
        wiring, cause = judgement.wiring, judgement.causes[number]
        if number in judgement.losses:
            return
        if number in judgement.circles:
            inside = [n for n in wiring.sources[number] if n in judgement.circles[number]]
            yield from ((n, "") for n in (inside[:1] or wiring.supported_by[number]))
        elif cause >= 0 and (cause < wiring.first_link or wiring.does[cause] == REBUTS):
            yield cause, ""
        else:
            yield from ((n, "") for n in wiring.supported_by[number])

    def _may(self, number: int) -> Iterator[Fact]:
        wiring = self.judgement.wiring
        yield from ((n, NOT) for n in wiring.rebutted_by[number])
        yield from ((n, MAY) for n in wiring.sources[number])
        if self.judgement.needs(number):
            yield self.footing[number], MAY

    def _not(self, number: int) -> list[Fact]:
        wiring, states = self.judgement.wiring, self.judgement.states
        ways = [[(n, MAY)] for n in wiring.rebutted_by[number] if states[n] == OPEN]
        ways += [[(n, NOT)] for n in wiring.sources[number] if states[n] == OPEN]
        supports = wiring.supported_by[number]
        if self.judgement.needs(number) and all(states[n] != STANDS for n in supports):
            ways.append([(n, NOT) for n in supports])
        return ways[self.attempt * number % len(ways)]
