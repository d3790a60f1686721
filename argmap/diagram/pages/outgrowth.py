"""How a map grows out of its top claims: what each branch holds, and about how much room it takes."""

from collections.abc import Iterable, Sequence

from ...graph.branches import branches
from ...model import ArgumentMap, Link, Statement
from ..typography import least_type
from .paper import PAPERS, least_scale

BOX = (176.0, 52.0)
"""A small box and the gap beside and below it, in points: no box takes less."""


class Outgrowth:
    """A map as a tree: each statement under the first that it bears on.

    `roots` are what the map is about, `tops` the root that each statement belongs to, `under` what
    stands directly under each.
    """

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.roots: list[Statement] = []
        self.tops: dict[Statement, Statement] = {}
        self.under: dict[Statement, list[Statement]] = {statement: [] for statement in map.statements}
        path: list[Statement] = []
        for each in branches(map):
            del path[each.depth :]
            path.append(each.statement)
            if each.again:
                continue
            if each.depth:
                self.tops[each.statement] = path[0]
                self.under[path[-2]].append(each.statement)
            else:
                self.tops[each.statement] = each.statement
                self.roots.append(each.statement)

    def units(self, statement: Statement) -> list[list[Statement]]:
        """What stands directly under a statement, in pieces that belong on one page: what holds
        together, and what bears on the same link."""
        below = set(self.under[statement])
        units: list[list[Statement]] = []
        for link in self.map.links_onto(statement):
            unit = [each for each in dict.fromkeys(self._bearing(link)) if each in below]
            below.difference_update(unit)
            if unit:
                units.append(unit)
        return units

    def _bearing(self, link: Link) -> Iterable[Statement]:
        waiting = [link]
        while waiting:
            link = waiting.pop()
            yield from link.sources
            waiting.extend(reversed(self.map.links_onto(link)))

    def all_under(self, units: Sequence[Sequence[Statement]]) -> set[Statement]:
        """The statements of some units and all that stands under them."""
        found: set[Statement] = set()
        waiting = [each for unit in units for each in unit]
        while waiting:
            each = waiting.pop()
            found.add(each)
            waiting.extend(self.under[each])
        return found


def may_fit(statements: int, paper: str) -> bool:
    """Whether so many statements could be read on a paper if each took the least room."""
    area = max(width * height for width, height in PAPERS[paper]) / least_scale(paper, least_type(paper)) ** 2
    return statements * BOX[0] * BOX[1] <= area
