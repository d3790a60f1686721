"""A strip of the flow while it is filled: boxes in columns, from the top down."""

from dataclasses import field, replace

from ...model import Link, Statement
from ...values import dataclass
from ..drawing import Block, Chip
from ..signs import Role

GAP = 5.5
"""Between two boxes of a column, in points."""


@dataclass(slots=True, eq=False)
class Spot:
    """A box at its place in a strip: a statement at home, or a stub that names one which stands elsewhere.

    `link` is what it does to what is above; `crumb`: a stub that only says where the strip goes on from;
    `far`: what answers it stands in another strip, since this one has no column for that.
    """

    statement: Statement
    column: int
    indent: int
    block: Block
    chip: Chip
    stub: bool = False
    crumb: bool = False
    main: bool = False
    far: bool = False
    link: Link | None = None
    above: "Spot | None" = None
    y: float = 0.0

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.block.height


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """What a link joins to what is above in one strip: its spots there, and how the line is drawn."""

    link: Link
    role: Role
    spots: tuple[Spot, ...]
    above: Spot
    first: bool


@dataclass(slots=True, eq=False)
class Strip:
    """A stretch of the picture, about one main claim.

    `here`: where each statement stands, or is named as what is above. `carried`: the stubs of those that are
    answered in a later column than the next, by that column.
    """

    top: Statement
    goes_on: bool
    spots: list[Spot] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)
    free: dict[int, float] = field(default_factory=dict)
    here: dict[Statement, Spot] = field(default_factory=dict)
    carried: dict[tuple[Statement, int], Spot] = field(default_factory=dict)

    def put(self, spot: Spot, y: float) -> None:
        """Put a box at a height."""
        spot.y = y
        self.spots.append(spot)
        self.free[spot.column] = spot.bottom + GAP

    def grow(self, spot: Spot, height: float) -> None:
        """Let a box be at least so tall: all that stands lower moves down with its lower side, in every
        column alike, so that what was level stays so."""
        more = height - spot.block.height
        if more <= 0:
            return
        for other in self.spots:
            if other.y >= spot.bottom:
                other.y += more
        spot.block = replace(spot.block, height=height)

    def level(self, column: int) -> float:
        """The next free height of a column."""
        return self.free.get(column, 0.0)

    @property
    def first(self) -> int:
        """Its first column."""
        return min(self.free)

    @property
    def last(self) -> int:
        """Its last column."""
        return max(self.free)

    @property
    def columns(self) -> int:
        """How many columns it takes."""
        return self.last - self.first + 1

    @property
    def height(self) -> float:
        """How tall it is, without its heads."""
        return max(spot.bottom for spot in self.spots)
