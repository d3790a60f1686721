"""One home for each statement: where it stands in every picture, and which links are left over.

A statement's home is the first link that it was written with: what it is nested under, else its first
relation. What a map is about has none. The homes make a forest, in the order of the file; every other
link is *further*.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ..model import ArgumentMap, Link, Statement
from ..values import dataclass


@dataclass(frozen=True, slots=True)
class Hung:
    """What hangs in one place under a statement: the sources of a link that stand here (`home`), and
    those that stand elsewhere and are only named (`guests`). `members` are both, as they were written."""

    link: Link
    members: tuple[Statement, ...]
    home: frozenset[Statement]

    @property
    def guests(self) -> tuple[Statement, ...]:
        """Those that stand elsewhere."""
        return tuple(each for each in self.members if each not in self.home)


@dataclass(frozen=True)
class Homes:
    """The forest of a map. `links` is each statement's home link; `roots` have none."""

    map: ArgumentMap
    links: Mapping[Statement, Link]
    roots: tuple[Statement, ...]

    @cached_property
    def under(self) -> Mapping[Statement, tuple[Hung, ...]]:
        """What hangs under each statement, further links too, in the order in which it was written."""
        number = {statement: at for at, statement in enumerate(self.map.statements)}
        found: dict[Statement, list[Hung]] = {}
        for link in self.map.links:
            members = tuple(sorted(link.sources, key=lambda each: number[each]))
            home = frozenset(each for each in members if self.links.get(each) is link)
            found.setdefault(place(link), []).append(Hung(link, members, home))
        return {statement: tuple(_in_order(hung, number)) for statement, hung in found.items()}

    @cached_property
    def further(self) -> tuple[Link, ...]:
        """The links of which some source has its home elsewhere, in the map's order."""
        return tuple(link for link in self.map.links if any(self.links.get(each) is not link for each in link.sources))

    def above(self, statement: Statement) -> Statement | None:
        """The statement that one stands under, if any."""
        link = self.links.get(statement)
        return place(link) if link else None

    def root(self, statement: Statement) -> Statement:
        """The statement at the top of the tree that one stands in."""
        while (above := self.above(statement)) is not None:
            statement = above
        return statement

    def walk(self, root: Statement) -> Iterator[tuple[Statement, int]]:
        """A statement and all that stands under it, each with its depth, in the order of reading."""
        waiting = [(root, 0)]
        while waiting:
            here, depth = waiting.pop()
            yield here, depth
            below = [each for hung in self.under.get(here, ()) for each in hung.members if each in hung.home]
            waiting.extend((each, depth + 1) for each in reversed(below))


def homes(map: ArgumentMap) -> Homes:
    """The homes of a map's statements. Takes about linear time, and any depth.

    What a map is about (`ArgumentMap.tops`) stands under nothing. A circle that bears on nothing else
    is cut at its first statement.
    """
    number = {statement: at for at, statement in enumerate(map.statements)}
    found: dict[Statement, Link] = {}
    trees = _Trees()
    tops = set(map.tops)
    waiting: list[Statement] = []
    for statement in map.statements:
        links = () if statement in tops else map.links_from(statement)
        # What is above in the file can stand under nothing that comes later: no circle is possible.
        link = next((each for each in links if number[place(each)] < number[statement]), None)
        if link:
            found[statement] = link
            trees.join(statement, place(link))
        elif links:
            waiting.append(statement)
    for statement in waiting:
        for link in map.links_from(statement):
            if trees.root(place(link)) is not statement:
                found[statement] = link
                trees.join(statement, place(link))
                break
    return Homes(map, found, tuple(each for each in map.statements if each not in found))


def place(link: Link) -> Statement:
    """The statement that the sources of a link stand under: its target; or, where it points at a link,
    the first source of that, which they explain or deny."""
    return link.target if isinstance(link.target, Statement) else link.target.sources[0]


def ground(link: Link) -> Statement:
    """The statement that a link bears on in the end: its target; or, where it points at a link, what that one
    bears on."""
    while isinstance(link.target, Link):
        link = link.target
    return link.target


def _in_order(hung: Sequence[Hung], number: Mapping[Statement, int]) -> list[Hung]:
    """By the first of those that are at home, and then the guests, which are written in relations."""
    later = len(number)

    def first(each: Hung) -> int:
        return min((number[member] for member in each.home), default=later)

    return sorted(hung, key=first)


class _Trees:
    """Which tree each statement stands in, with short cuts to its top (Tarjan, J. ACM 22, 1975)."""

    def __init__(self) -> None:
        self._above: dict[Statement, Statement] = {}

    def root(self, statement: Statement) -> Statement:
        path = []
        while statement in self._above:
            path.append(statement)
            statement = self._above[statement]
        for each in path:
            self._above[each] = statement
        return statement

    def join(self, root: Statement, to: Statement) -> None:
        """Put a tree under a statement of another."""
        self._above[root] = self.root(to)
