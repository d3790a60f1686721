"""What only a circle of supports holds up: found on top of the counters, once these have done.

What is open has a footing where some chain of supports, none of which falls, leads to the ground; or to
something else that is open, with which it waits. (In the words of logic programming the rest is an
unfounded set: Van Gelder, Ross and Schlipf 1991.) Every node remembers the support that gave it its
footing, so that when more falls only what lost its footing is looked at again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..graph.components import components
from .wiring import SUPPORTS, Wiring

OPEN, STANDS, FALLS = 0, 1, 2


class Footing:
    """The footing of the nodes that are open. `states` is shared with whoever settles them."""

    def __init__(self, wiring: Wiring, states: bytearray, needs: Callable[[int], bool], still_open: Iterable[int]):
        self.wiring, self.states, self.needs = wiring, states, needs
        self.loose = set(still_open)
        self.on: dict[int, int] = {}
        self._regain()

    def circles(self) -> Mapping[int, tuple[int, ...]]:
        """The nodes on circles of supports that rest on nothing else, each with all of its circle.

        What rests on them alone, be it another circle, falls with them by the rules.
        """
        found: dict[int, tuple[int, ...]] = {}
        for part in components(sorted(self.loose), self._loose_supports):
            circle = frozenset(part)
            if all(other in circle for number in part for other in self._loose_supports(number)):
                found.update(dict.fromkeys(part, tuple(sorted(part))))
        return found

    def lose(self, settled: Iterable[int]) -> None:
        """Look again at what had its footing on nodes that have fallen since."""
        fallen = [number for number in settled if self.states[number] == FALLS]
        self.loose = {number for number in self.loose if self.states[number] == OPEN}
        waiting = [other for number in fallen for other in self._rests_on(number)]
        for number in waiting:  # grows while it is walked
            if number not in self.loose:
                self.loose.add(number)
                waiting.extend(self._rests_on(number))
        self._regain()

    def _rests_on(self, number: int) -> Iterator[int]:
        """The open nodes that have their footing on this one."""
        wiring, states = self.wiring, self.states
        if number < wiring.first_link:
            yield from (link for link in wiring.carries[number] if states[link] == OPEN)
        elif wiring.does[number] == SUPPORTS:
            aim = wiring.target[number]
            if states[aim] == OPEN and self.on.get(aim) == number:
                yield aim

    def _regain(self) -> None:
        """Give a footing to every loose node that has one; `loose` keeps the rest."""
        wiring, first = self.wiring, self.wiring.first_link
        waiting = sorted(self.loose)
        for number in waiting:  # grows while it is walked
            if number not in self.loose or not self._founded(number):
                continue
            self.loose.remove(number)
            if number < first:
                waiting.extend(link for link in wiring.carries[number] if link in self.loose)
            elif wiring.does[number] == SUPPORTS and wiring.target[number] in self.loose:
                waiting.append(wiring.target[number])

    def _founded(self, number: int) -> bool:
        if any(source in self.loose for source in self.wiring.sources[number]):
            return False
        if not self.needs(number):
            return True
        support = next((n for n in self.wiring.supported_by[number] if self._holds(n)), None)
        if support is None:
            return False
        self.on[number] = support
        return True

    def _holds(self, number: int) -> bool:
        return self.states[number] != FALLS and number not in self.loose

    def _loose_supports(self, number: int) -> list[int]:
        """The loose nodes on which a loose node rests."""
        found = [source for source in self.wiring.sources[number] if source in self.loose]
        supports = self.wiring.supported_by[number] if self.needs(number) else []
        if not any(self._holds(n) for n in supports):
            found += [n for n in supports if n in self.loose]
        return found
