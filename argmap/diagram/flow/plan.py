"""Filling the strips of a flow: what stands where, depth first, answers before reasons.

An answer starts at the height of what it answers, in the next column; a reason hangs under its claim in
the same column. What is too tall, too deep or too far to the right goes on in a new strip, under stubs
that say where it comes from. Because all of a column is filled from the top down in one order, no two
lines ever cross.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ...graph.forest import Homes, Hung
from ...model import Link, LinkKind, Statement
from ...values import dataclass
from ..drawing import Block, Chip
from ..signs import Role
from ..sketch.sketch import role_of
from .columns import Columns
from .strip import GAP, Branch, Spot, Strip

DEEPEST = 7
"""What stands deeper under its main claim goes on in a new strip."""
SLACK = 60.0
"""An answer stands no further below what it answers than this; a white gap is better than a long line."""
EARLY = 0.45
"""A branch that fits a strip of its own goes there when this one is filled as far as this."""


@dataclass(frozen=True, slots=True)
class Format:
    """How wide and tall a strip may be. `tallest` in points, `most` in columns; `width` of a column.

    `crumbs`: so many of the statements above are named where a strip goes on. `over`: a stub may stand so much
    lower than a statement, in points: for its sake alone no strip goes on. `first`: the first strip is no
    taller than this, in points; 0 where it may be as tall as the others.
    """

    width: float
    gutter: float
    tallest: float
    most: int
    indent: float = 13.0
    crumbs: int = 3
    over: float = 0.0
    first: float = 0.0


Words = Callable[[Statement, float, bool, bool], tuple[Block, Chip]]
"""A statement's words in a box of a width; whether it is a main claim; whether its answers stand in another strip."""
StubWords = Callable[[Statement, float, bool], tuple[Block, Chip]]
"""The words of a stub; whether it only says that a strip goes on."""


@dataclass(frozen=True, slots=True)
class _Item:
    """Something that is still to be placed: what a link hangs under a spot, one of its sources."""

    hung: Hung
    member: Statement
    under: Spot
    answers: bool


def strips(homes: Homes, columns: Columns, format: Format, words: Words, stub: StubWords) -> list[Strip]:
    """The strips of a map, in the order of reading."""
    planner = _Planner(homes, columns, format, words, stub)
    for root in homes.roots:
        planner.tree(root)
    return planner.done


class _Planner:
    def __init__(self, homes: Homes, columns: Columns, format: Format, words: Words, stub: StubWords) -> None:
        self.homes = homes
        self.columns = columns
        self.format = format
        self.words = words
        self.stub = stub
        self.done: list[Strip] = []
        self.joined: set[Link] = set()
        self.tall = _heights(homes, format)

    @property
    def strip(self) -> Strip:
        return self.done[-1]

    def tree(self, root: Statement) -> None:
        """A main claim and all that stands under it."""
        self.done.append(Strip(root, goes_on=False))
        column = self.columns.of(root, None, answers=False)
        far = self.format.most == 1 and self._answered(root)
        block, chip = self.words(root, self.format.width, True, far)
        spot = Spot(root, column, 0, block, chip, main=True, far=far)
        self._put(spot, 0.0)
        waiting = list(reversed(list(self._under(spot))))
        later: list[_Item] = []
        while waiting:
            item = waiting.pop()
            if item.under.far and item.answers and self.strip.here.get(item.under.statement) is item.under:
                later.append(item)  # the strip is full to the right, but goes on downwards first
            else:
                placed = self._place(item)
                if not placed.stub:
                    waiting.extend(reversed(list(self._under(placed))))
            if not waiting and later:
                waiting, later = list(reversed(later)), []
                self._go_on(waiting[-1].under)

    def _under(self, spot: Spot) -> Iterator[_Item]:
        """What hangs under a statement: answers, then what says why, then reasons; each in the file's order."""
        hung = self.homes.under.get(spot.statement, ())
        answers = [each for each in hung if each.link.kind is LinkKind.REBUTS]
        whys = [each for each in hung if role_of(each.link) is Role.WARRANT]
        reasons = [each for each in hung if role_of(each.link) is Role.SUPPORT]
        for each in (*answers, *whys, *reasons):
            for member in each.members:
                yield _Item(each, member, spot, each in answers)

    def _place(self, item: _Item) -> Spot:
        home = item.member in item.hung.home
        above = self._above(item, home)
        column = self.columns.of(item.member, above.column, answers=item.answers)
        if column > above.column + 1:
            above = self._carried(above, column - 1)
        indent = above.indent + 1 + item.hung.link.joined if column == above.column else int(item.hung.link.joined)
        width = self.format.width - indent * self.format.indent
        far = home and column + 1 - self.strip.first >= self.format.most and self._answered(item.member)
        block, chip = self.words(item.member, width, False, far) if home else self.stub(item.member, width, False)
        spot = Spot(item.member, column, indent, block, chip, not home, link=item.hung.link, above=above, far=far)
        y = self.strip.level(column)
        if column != above.column:
            y = max(y, above.y)
        if home and self._answered(item.member):
            y = max(y, self.strip.level(column + 1) - SLACK)
        self._put(spot, y)
        self._join(item.hung.link, spot, above)
        return spot

    def _put(self, spot: Spot, y: float) -> None:
        self.strip.put(spot, y)
        if not spot.stub or spot.crumb:
            self.strip.here[spot.statement] = spot

    def _answered(self, statement: Statement) -> bool:
        return any(each.link.kind is LinkKind.REBUTS for each in self.homes.under.get(statement, ()))

    def _above(self, item: _Item, home: bool) -> Spot:
        """What something hangs under, in the strip in which there is room for it: a new one if need be."""
        here = self.strip.here.get(item.under.statement)
        column = self.columns.of(item.member, item.under.column, answers=item.answers)
        near = column if here else min(column, item.under.column)
        far = max(self.strip.last, column) - min(self.strip.first, near) >= self.format.most
        deep = not item.answers and (here or item.under).indent >= DEEPEST
        needed = self.tall.get(item.member, 0.0) if home else 22.0
        if far or deep or self._full(column, needed, item):
            return self._go_on(item.under)
        return here or self._crumb(item.under)

    def _full(self, column: int, needed: float, item: _Item) -> bool:
        first = self.format.first if len(self.done) == 1 else 0.0
        tallest = min(first, self.format.tallest) if first else self.format.tallest
        level = self.strip.level(column)
        if column != item.under.column and (here := self.strip.here.get(item.under.statement)):
            level = max(level, here.y)
        if level <= 0 or all(spot.crumb for spot in self.strip.spots):
            return False  # a strip that goes on says something new before it ends
        over = 0.0 if item.member in item.hung.home else self.format.over
        if level + self._own(item, tallest - level) > tallest + over:
            return True
        if over:
            return False
        # A branch that would be cut here, but fits a strip of its own.
        return level + needed > tallest and needed < tallest * (1 - EARLY / 3) and level > tallest * EARLY

    def _own(self, item: _Item, room: float) -> float:
        """How tall its box is; measured only where it may not fit the room."""
        if item.member not in item.hung.home:
            return 18.0
        guess = _guess(item.member, self.format.width - 40)
        if guess * 2 < room:
            return guess
        return self.words(item.member, self.format.width - 2 * self.format.indent, False, False)[0].height + 6

    def _go_on(self, under: Spot) -> Spot:
        """A new strip that begins with the statements above, as stubs; the last of them."""
        chain: list[Spot] = []
        spot: Spot | None = under
        while spot is not None and len(chain) < self.format.crumbs:
            chain.append(spot)
            spot = self._origin(spot)
        chain.reverse()
        # As many as leave a column free, and no deeper than they must be.
        while len(chain) > 1 and chain[-1].column + 1 - chain[0].column >= self.format.most:
            chain.pop(0)
        self.done.append(Strip(self.strip.top, goes_on=True))
        last: Spot | None = None
        for each in chain:
            last = self._crumb(each, last)
        assert last is not None
        return last

    def _origin(self, spot: Spot) -> Spot | None:
        """What a statement stands under, where it stands at home (or names itself)."""
        return spot.above

    def _crumb(self, spot: Spot, above: Spot | None = None) -> Spot:
        """A stub for a statement that something goes on from in this strip."""
        known = self.strip.here.get(spot.statement)
        if known:
            return known
        if above is None and spot.above is not None:
            above = self.strip.here.get(spot.above.statement)
        indent = 0
        if above is not None and above.column == spot.column:
            indent = above.indent + 1
        block, chip = self.stub(spot.statement, self.format.width - indent * self.format.indent, True)
        made = Spot(
            spot.statement, spot.column, indent, block, chip, stub=True, crumb=True, link=spot.link, above=above
        )  # fmt: skip
        y = self.strip.level(spot.column)
        if above is not None and above.column != spot.column:
            y = max(y, above.y)
        self._put(made, y)
        if above is not None and spot.link is not None and spot.column - above.column <= 1:
            self.strip.branches.append(Branch(spot.link, role_of(spot.link), (made,), above, first=False))
        return made

    def _carried(self, above: Spot, column: int) -> Spot:
        """A stub of something in a later column: it is carried on to there, for answers; what it rests on stays
        with it, in the column in which it was said."""
        known = self.strip.carried.get((above.statement, column))
        if known:
            return known
        width = self.format.width
        block, chip = self.stub(above.statement, width, True)
        made = Spot(above.statement, column, 0, block, chip, stub=True, crumb=True, above=above.above)
        self.strip.put(made, max(self.strip.level(column), above.y))
        self.strip.carried[above.statement, column] = made
        return made

    def _join(self, link: Link, spot: Spot, above: Spot) -> None:
        """Note what a link joins in this strip; what holds together is one branch."""
        branches = self.strip.branches
        if link.joined:
            for at in range(len(branches) - 1, -1, -1):
                old = branches[at]
                if old.link is link and old.above is above and not old.spots[0].crumb:
                    branches[at] = Branch(link, old.role, (*old.spots, spot), above, old.first)
                    return
        branches.append(Branch(link, role_of(link), (spot,), above, link not in self.joined))
        self.joined.add(link)


def _guess(statement: Statement, room: float) -> float:
    """About how tall a statement's box is, without measuring its words."""
    letters = len(statement.text) + 24 * len(statement.cites)
    return 11.0 + 12.0 * max(1.0, -(-letters * 5.0 // room))


def _heights(homes: Homes, format: Format) -> Mapping[Statement, float]:
    """About how tall each statement is with all that hangs under it in its own column, in points."""
    tall: dict[Statement, float] = {}
    for root in homes.roots:
        order: Sequence[Statement] = [each for each, _ in homes.walk(root)]
        for each in reversed(order):
            height = _guess(each, format.width - 60) + GAP
            for hung in homes.under.get(each, ()):
                if hung.link.kind is LinkKind.SUPPORTS:
                    height += sum(tall[member] for member in hung.home if member in tall) + 22 * len(hung.guests)
            tall[each] = height
    return tall
