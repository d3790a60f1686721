"""A map by number, so that judging it touches integers and lists alone.

Statements have the numbers 0 to n - 1 in reading order, links those from n on. The rules that
the numbers stand for are in `verdict.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..model import ArgumentMap, Concession, Kind, Link, LinkKind, Node, Statement

Lists = list[list[int]]
"""For each node, by its number, the numbers of some others."""


@dataclass(frozen=True, eq=False)
class Wiring:
    """Who bears on whom. Every list has one entry for each node, by its number.

    `target`: of a link, what it points at (-1 for a statement).
    `rebuts`: 1 where the node is a rebutting link.
    `carries`: of a statement, the links it is a source of.
    `needs`: 1 where a statement must have a support that stands (statements only).
    `wait`: how many conditions must be met before a node stands.
    `hope`: how many supports of a statement that needs one may fail before it falls for want of
    them (-1 where it needs none, and for links).
    """

    map: ArgumentMap
    nodes: tuple[Node, ...]
    numbers: Mapping[Node, int]
    target: list[int]
    rebuts: bytearray
    carries: Lists
    needs: bytearray
    wait: list[int]
    hope: list[int]

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
        """The rebutting links onto each node."""
        return self._onto(rebuts=True)

    @cached_property
    def supported_by(self) -> Lists:
        """The supporting links onto each node; those onto a link are its warrants."""
        return self._onto(rebuts=False)

    @cached_property
    def conceded(self) -> Mapping[int, Concession]:
        """The rebuttals that no longer count, each with the concession: those of a statement that
        the rebuttal's own side conceded."""
        given_up = {(c.statement, c.side): c for c in self.map.concessions}
        if not given_up:
            return {}
        return {
            number: given_up[link.target, side]
            for number, link in enumerate(self.map.links, self.statement_count)
            if link.kind is LinkKind.REBUTS
            and isinstance(link.target, Statement)
            and (side := link.sources[0].side) is not None
            and (link.target, side) in given_up
        }

    def answers(self, number: int) -> list[int]:
        """The rebutting links onto a rebuttal, by its link's number, or onto what it comes from."""
        return [n for node in (*self.sources[number], number) for n in self.rebutted_by[node]]

    def answered(self, number: int) -> bool:
        """Whether a rebuttal, by its link's number, has any such answer."""
        return any(self.rebutted_by[node] for node in (*self.sources[number], number))

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
        if number >= self.statement_count or self.needs[number]:
            yield from self.supported_by[number]

    def bears_on(self, number: int) -> Iterable[int]:
        """The nodes that look at this one's verdict (a few may not need to)."""
        return self.carries[number] if number < self.statement_count else (self.target[number],)

    def below(self, starts: Iterable[int]) -> list[int]:
        """Some nodes and everything that could change their verdicts, nearest first."""
        return _reached(starts, self.depends_on)

    def above(self, starts: Iterable[int]) -> list[int]:
        """Some nodes and everything whose verdicts they could change, nearest first."""
        return _reached(starts, self.bears_on)

    def _onto(self, *, rebuts: bool) -> Lists:
        lists: Lists = [[] for _ in self.nodes]
        for number in range(self.statement_count, len(self.nodes)):
            if bool(self.rebuts[number]) is rebuts:
                lists[self.target[number]].append(number)
        return lists


def wire(map: ArgumentMap) -> Wiring:
    """Number a map's statements and links. Linear in both."""
    statements, links = map.statements, map.links
    nodes: tuple[Node, ...] = (*statements, *links)
    numbers = dict(zip(nodes, range(len(nodes)), strict=True))
    first = len(statements)
    target = [-1] * first + [numbers[link.target] for link in links]
    rebuts = bytearray(first) + bytearray([link.kind is LinkKind.REBUTS for link in links])
    wait, hope = [0] * first + [len(link.sources) for link in links], [0] * first + [-1] * len(links)
    carries: Lists = [[] for _ in statements]
    for number, link in enumerate(links, first):
        aim = target[number]
        if rebuts[number] or aim >= first:
            wait[aim] += 1
        else:
            hope[aim] += 1
        for source in link.sources:
            carries[numbers[source]].append(number)
    needs = bytearray([_needs(s, supports) for s, supports in zip(statements, hope, strict=False)])
    for number, need in enumerate(needs):
        if need:
            wait[number] += 1
        else:
            hope[number] = -1
    return Wiring(map, nodes, numbers, target, rebuts, carries, needs, wait, hope)


def _needs(statement: Statement, supports: int) -> bool:
    """Evidence, warrants and rebuttals stand by themselves until a support is written for them."""
    return not statement.analytic and (supports > 0 or statement.kind is Kind.CLAIM)


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
