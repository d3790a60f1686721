"""Stand-ins: what a statement rests on, without the answers of those who conceded it.

Where all who could contest a statement conceded it, it needs no support and nothing here is asked. Where one
of three sides did, or one of two what neither of them said, the statement still needs a support, and that
side's answers to what it rests on do not count as far as this statement is concerned: they do for all else. So
the statement rests on stand-ins: copies of its supports, of what these come from and rest on, and of the
answers to them, but for those of the sides that conceded. A map without such concessions has none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from ..graph.granting import Granted, others
from ..model import ArgumentMap, Link, LinkKind, Node, Side, Statement
from ..values import dataclass

Sides = frozenset[Side]


@dataclass(frozen=True, slots=True)
class StandIns:
    """The stand-ins of a map. `originals`: what each statement and link stands in for. `replaced`: the supports
    that stand-ins take the place of. `accepted`: the stand-ins that need no support. `without`: of each
    stand-in of a statement, the sides whose answers it leaves aside."""

    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    originals: Mapping[Node, Node] = field(default_factory=dict)
    replaced: frozenset[Link] = frozenset()
    accepted: frozenset[Statement] = frozenset()
    without: Mapping[Statement, Sides] = field(default_factory=dict)


def stand_ins(map: ArgumentMap, settled: Granted) -> StandIns:
    """The stand-ins of a map. Costs what the statements rest on that some, but not all, conceded."""
    return _Making(map, settled).made() if settled.partly else StandIns()


class _Making:
    def __init__(self, map: ArgumentMap, settled: Granted) -> None:
        self.map, self.settled = map, settled
        self.conceded: dict[Statement, Sides] = {}
        for each in map.concessions:
            self.conceded[each.statement] = self.conceded.get(each.statement, frozenset()) | {each.side}
        self.copies: dict[tuple[Node, Sides], Node] = {}
        self.originals: dict[Node, Node] = {}
        self.waiting: list[tuple[Node, Node, Sides]] = []

    def made(self) -> StandIns:
        """All stand-ins, from the statements that are conceded in part downwards."""
        replaced = set[Link]()
        for statement, sides in self.settled.partly.items():
            for link in self._supports(statement):
                replaced.add(link)
                self._link(link, statement, sides)
        for original, copy, sides in self.waiting:  # grows while it is walked
            self._onto(original, copy, sides)
        statements = {c: sides for (_, sides), c in self.copies.items() if isinstance(c, Statement)}
        return StandIns(
            tuple(statements),
            tuple(copy for copy in self.originals if isinstance(copy, Link)),
            self.originals,
            frozenset(replaced),
            frozenset(s for s, sides in statements.items() if sides.issuperset(others(self.map, s.side))),
            statements,
        )

    def _onto(self, original: Node, copy: Node, sides: Sides) -> None:
        """Copies of all that bears on a statement or a link, for its copy."""
        for link in self.map.links_onto(original):
            if link.kind is LinkKind.SUPPORTS:
                self._link(link, copy, sides)
            elif link.sources[0].side not in sides:
                self._link(link, copy, frozenset())

    def _link(self, link: Link, onto: Node, sides: Sides) -> None:
        """A copy of a link; what it comes from is copied too where it is a support (`sides`)."""
        copy = replace(link, sources=tuple(self._statement(source, sides) for source in link.sources), target=onto)
        self.originals[copy] = link
        self.waiting.append((link, copy, sides))

    def _statement(self, statement: Statement, sides: Sides) -> Statement:
        """What stands in for a statement: itself, where it is without the answers of those sides as it is."""
        own = self.conceded.get(statement, frozenset())
        all_ = sides | own
        if all_ == own or statement in self.settled.given_up:
            return statement
        copy = self.copies.get((statement, all_))
        if copy is None:
            copy = self.copies[statement, all_] = replace(statement)
            self.originals[copy] = statement
            self.waiting.append((statement, copy, all_))
        assert isinstance(copy, Statement)
        return copy

    def _supports(self, statement: Statement) -> Iterable[Link]:
        return (link for link in self.map.links_onto(statement) if link.kind is LinkKind.SUPPORTS)
