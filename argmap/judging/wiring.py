"""A map by number, so that judging it touches integers and lists alone.

Statements have the numbers 0 to n - 1 in reading order, links those from n on; stand-ins (`standins.py`)
come last among each. The rules that the numbers stand for are in `verdict.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from ..graph.flow import Flow
from ..graph.granting import Granted, granted
from ..model import ArgumentMap, Kind, Link, LinkKind, Node, Statement
from ..values import dataclass
from .standins import StandIns, stand_ins

Lists = list[list[int]]
"""For each node, by its number, the numbers of some others."""

SUPPORTS, REBUTS, WEAKENS, REPLACED = 0, 1, 2, 3
"""What a link does to what it points at; nothing where a stand-in takes its place."""


@dataclass(frozen=True, eq=False)
class Wiring:
    """Who bears on whom. Every list has one entry for each node, by its number.

    `target`: of a link, what it points at (-1 for a statement).
    `does`: of a link `SUPPORTS`, `REBUTS`, `WEAKENS` or `REPLACED`.
    `carries`: of a statement, the links it is a source of.
    `needs`: 1 where a node must have a support that stands: of a link, one of its warrants.
    `wait`: how many conditions must be met before a node stands.
    `hope`: how many supports of a node that needs one may fail before it falls for want of them (-1
    where it needs none).
    `granted`: what the map's concessions settle. `flow`: what its speeches settle, where they count.
    `first_link`: the number of the first link, which is how many statements there are. `originals`:
    of a stand-in, what it stands in for.
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
    first_link: int
    stand_ins: StandIns
    originals: Mapping[int, int]

    @cached_property
    def copies(self) -> Mapping[int, list[int]]:
        """The stand-ins of what has some."""
        found: dict[int, list[int]] = {}
        for copy, original in self.originals.items():
            found.setdefault(original, []).append(copy)
        return found

    def with_copies(self, numbers: Iterable[int]) -> Iterable[int]:
        """Some nodes and what stands in for them."""
        return (n for number in numbers for n in (number, *self.copies.get(number, ()))) if self.originals else numbers

    def original(self, number: int) -> int:
        """What a stand-in stands in for; any other node itself."""
        return self.originals.get(number, number)

    @cached_property
    def sources(self) -> list[tuple[int, ...]]:
        """Of each link the statements it comes from; nothing for a statement."""
        links = [self.link(number) for number in range(self.first_link, len(self.nodes))]
        return [()] * self.first_link + [tuple([self.numbers[source] for source in link.sources]) for link in links]

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

    def meant(self, node: Node) -> Node:
        """What a statement or link stands in for, if it is a stand-in; else itself."""
        return self.stand_ins.originals.get(node, node)

    def statement(self, number: int) -> Statement:
        """The statement of a number below `first_link`."""
        found = self.nodes[number]
        assert isinstance(found, Statement)
        return found

    def link(self, number: int) -> Link:
        """The link of a number from `first_link` on."""
        found = self.nodes[number]
        assert isinstance(found, Link)
        return found

    def depends_on(self, number: int) -> Iterable[int]:
        """The nodes whose verdicts settle this one's, as the rules read them."""
        yield from self.rebutted_by[number]
        yield from self.sources[number]
        if self.needs[number]:
            yield from self.supported_by[number]

    def bears_on(self, number: int) -> Iterable[int]:
        """The nodes that look at this one's verdict (a few may not need to)."""
        if number < self.first_link:
            return self.carries[number]
        return () if self.does[number] >= WEAKENS else (self.target[number],)

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
        return _reached(starts, lambda n: self.carries[n] if n < self.first_link else (self.target[n],))

    def _onto(self, what: int) -> Lists:
        lists: Lists = [[] for _ in self.nodes]
        for number in range(self.first_link, len(self.nodes)):
            if self.does[number] == what:
                lists[self.target[number]].append(number)
        return lists


def wire(map: ArgumentMap, flow: Flow | None = None) -> Wiring:
    """Number a map's statements and links. `flow`: what its speeches settle. Linear in both, and in what the
    statements rest on that are conceded in part."""
    conceded = granted(map)
    apart = stand_ins(map, conceded)
    statements, links = map.statements + apart.statements, map.links + apart.links
    nodes: tuple[Node, ...] = (*statements, *links)
    numbers = {node: number for number, node in enumerate(nodes)}
    first, supporting, claim = len(statements), LinkKind.SUPPORTS, Kind.CLAIM
    from_ = [link.sources for link in links]
    onto = [numbers[link.target] for link in links]
    acts = bytearray([SUPPORTS if link.kind is supporting else WEAKENS if link.weakens else REBUTS for link in links])
    for link in apart.replaced:
        acts[numbers[link] - first] = REPLACED
    wait, hope = [0] * first + [len(sources) for sources in from_], [0] * len(nodes)
    for aim, act in zip(onto, acts, strict=True):
        if act == SUPPORTS:
            hope[aim] += 1
        elif act == REBUTS:
            wait[aim] += 1
    carries: Lists = [[] for _ in statements]
    for number, sources in enumerate(from_, first):
        for source in sources:
            carries[numbers[source]].append(number)
    # As `needs_support` has it, which is too slow to be asked of every statement here.
    needs = bytearray([
        not s.analytic and (supports > 0 or s.kind is claim) for s, supports in zip(statements, hope, strict=False)
    ])  # fmt: skip
    needs += bytearray([supports > 0 for supports in hope[first:]])
    for statement in (*conceded.accepted, *apart.accepted):
        needs[numbers[statement]] = 0
    for number, need in enumerate(needs):
        if need:
            wait[number] += 1
        else:
            hope[number] = -1
    target, does = [-1] * first + onto, bytearray(first) + acts
    originals = {numbers[copy]: numbers[original] for copy, original in apart.originals.items()}
    return Wiring(
        map, nodes, numbers, target, does, carries, needs, wait, hope, conceded, flow, first, apart, originals
    )  # fmt: skip


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
