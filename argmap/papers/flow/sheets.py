"""A map as flow sheets: one for each position, a column for each speech, an answer beside what it answers."""

from dataclasses import dataclass, field

from ...model import Side, Statement


@dataclass(slots=True, eq=False)
class Cell:
    """What stands in a cell. `answers`: the cell that it answers; `under`: the one that it supports."""

    text: str
    statement: Statement
    evidence: bool = False
    offence: bool = False
    extension: bool = False
    conceded: bool = False
    answers: "Cell | None" = None
    under: "Cell | None" = None


@dataclass(slots=True, eq=False)
class Sheet:
    """A position: its name and side, whether that side is for the `motion`, the number of its first
    column, its cells by row and column (from 0)."""

    title: str
    side: Side | None
    motion: bool
    first: int
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    height: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """All sheets of a map, and the names of their columns, with which side speaks in each (`motion`)."""

    columns: tuple[str, ...]
    motion: tuple[bool, ...]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a sheet."""

    sheet: Sheet
    row: int
    column: int

    def below(self, rows: int, column: int | None = None) -> "Spot":
        """So many rows further down, in a column or in this one."""
        return Spot(self.sheet, self.row + rows, self.column if column is None else column)

    def put(self, cell: Cell) -> None:
        """Write a cell here."""
        self.sheet.cells[self.row, self.column] = cell

    @property
    def free(self) -> bool:
        """Whether nothing stands here."""
        return (self.row, self.column) not in self.sheet.cells
