"""A map by number, so that judging it touches integers and lists alone.

Statements have the numbers 0 to n - 1 in reading order, links those from n on. The rules that
the numbers stand for are in `verdict.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..graph.flow import Flow
from ..graph.granting import Granted, granted, needs_support
from ..model import ArgumentMap, Link, LinkKind, Node, Statement

Lists = list[list[int]]
"""For each node, by its number, the numbers of some others."""

SUPPORTS, REBUTS, WEAKENS = 0, 1, 2
"""What a link does to what it points at."""


@dataclass(frozen=True, eq=False)
class Wiring:
    """Who bears on whom. Every list has one entry for each node, by its number.

    `target`: of a link, what it points at (-1 for a statement).
    `does`: of a link `SUPPORTS`, `REBUTS` or `WEAKENS`.
    `carries`: of a statement, the links it is a source of.
    `needs`: 1 where a node must have a support that stands: of a link, one of its warrants.
    `wait`: how many conditions must be met before a node stands.
    `hope`: how many supports of a node that needs one may fail before it falls for want of them (-1
    where it needs none).
    `granted`: what the map's concessions settle. `flow`: what its speeches settle, where they count.
    """

    map: ArgumentMap
    nodes: tuple[Node, ...]
    numbers: Mapping[Node, int]
    target: list[int]
    does: bytearray
    carries: Lists
    needs: bytearray
    wait: list[int]
    hope: list[int]
    granted: Granted
    flow: Flow | None

    @property
    def statement_count(self) -> int:
        """How many statements there are: the number of the first link."""
        return len(self.map.statements)

    @cached_property
    def sources(self) -> list[tuple[int, ...]]:
        """Of each link the statements it comes from; nothing for a statement."""
        of_links = [tuple([self.numbers[source] for source in link.sources]) for link in self.map.links]
        return [()] * self.statement_count + of_links

    @cached_property
    def rebutted_by(self) -> Lists:
        """The links onto each node that defeat it where they stand."""
        return self._onto(REBUTS)

    @cached_property
    def weakened_by(self) -> Lists:
        """The links onto each node that only weaken it."""
        return self._onto(WEAKENS)

    @cached_property
    def supported_by(self) -> Lists:
        """The supporting links onto each node; those onto a link are its warrants."""
        return self._onto(SUPPORTS)

    def answers(self, number: int) -> list[int]:
        """The links that answer a rebuttal, by its link's number: those onto it, or onto what it comes
        from, that defeat or weaken it."""
        return [
            n for node in (*self.sources[number], number) for n in (*self.rebutted_by[node], *self.weakened_by[node])
        ]

    def answered(self, number: int) -> bool:
        """Whether a rebuttal, by its link's number, has any such answer."""
        return any(self.rebutted_by[node] or self.weakened_by[node] for node in (*self.sources[number], number))

    def statement(self, number: int) -> Statement:
        """The statement of a number below `statement_count`."""
        return self.map.statements[number]

    def link(self, number: int) -> Link:
        """The link of a number from `statement_count` on."""
        return self.map.links[number - self.statement_count]

    def depends_on(self, number: int) -> Iterable[int]:
        """The nodes whose verdicts settle this one's, as the rules read them."""
        yield from self.rebutted_by[number]
        yield from self.sources[number]
        if self.needs[number]:
            yield from self.supported_by[number]

    def bears_on(self, number: int) -> Iterable[int]:
        """The nodes that look at this one's verdict (a few may not need to)."""
        if number < self.statement_count:
            return self.carries[number]
        return () if self.does[number] == WEAKENS else (self.target[number],)

    def below(self, starts: Iterable[int]) -> list[int]:
        """Some nodes and everything that could change their verdicts, nearest first."""
        return _reached(starts, self.depends_on)

    def above(self, starts: Iterable[int]) -> list[int]:
        """Some nodes and everything whose verdicts they could change, nearest first."""
        return _reached(starts, self.bears_on)

    def beneath(self, starts: Iterable[int]) -> list[int]:
        """Some nodes and everything that bears on them, be it only by weakening them."""
        return _reached(starts, lambda n: (*self.depends_on(n), *self.weakened_by[n]))

    def touching(self, starts: Iterable[int]) -> list[int]:
        """Some nodes and everything that what they say could touch, be it only by weakening it."""
        return _reached(starts, lambda n: self.carries[n] if n < self.statement_count else (self.target[n],))

    def _onto(self, what: int) -> Lists:
        lists: Lists = [[] for _ in self.nodes]
        for number in range(self.statement_count, len(self.nodes)):
            if self.does[number] == what:
                lists[self.target[number]].append(number)
        return lists


def wire(map: ArgumentMap, flow: Flow | None = None) -> Wiring:
    """Number a map's statements and links. `flow`: what its speeches settle. Linear in both."""
    statements, links = map.statements, map.links
    nodes: tuple[Node, ...] = (*statements, *links)
    numbers = dict(zip(nodes, range(len(nodes)), strict=True))
    first = len(statements)
    target = [-1] * first + [numbers[link.target] for link in links]
    supports = LinkKind.SUPPORTS
    does = bytearray(first) + bytearray([
        SUPPORTS if link.kind is supports else WEAKENS if link.weakens else REBUTS for link in links
    ])  # fmt: skip
    wait, hope = [0] * first + [len(link.sources) for link in links], [0] * len(nodes)
    carries: Lists = [[] for _ in statements]
    for number, link in enumerate(links, first):
        if does[number] == SUPPORTS:
            hope[target[number]] += 1
        elif does[number] == REBUTS:
            wait[target[number]] += 1
        for source in link.sources:
            carries[numbers[source]].append(number)
    conceded = granted(map)
    needs = bytearray([needs_support(s, n) for s, n in zip(statements, hope, strict=False)])
    needs += bytearray([n > 0 for n in hope[first:]])
    for statement in conceded.accepted:
        needs[numbers[statement]] = 0
    for number, need in enumerate(needs):
        if need:
            wait[number] += 1
        else:
            hope[number] = -1
    return Wiring(map, nodes, numbers, target, does, carries, needs, wait, hope, conceded, flow)


def _reached(starts: Iterable[int], beyond: Callable[[int], Iterable[int]]) -> list[int]:
    """Some nodes and all that is reached from them step by step, nearest first."""
    order = list(dict.fromkeys(starts))
    found = set(order)
    for number in order:
        for other in beyond(number):
            if other not in found:
                found.add(other)
                order.append(other)
    return order
