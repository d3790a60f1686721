"""A map made ready for layout: boxes with fixed sizes, the tree in which they stand, the lines between them.

Everything has a generated key (`n12`, `j3`, `s4`, `e40`, `f2`), so that no word of the user's reaches
an engine.
"""

from collections.abc import Mapping

from ...model import Link, LinkKind, Statement
from ...model import Mark as Answer
from ...values import dataclass
from ..drawing import Badge, Block, Chip
from ..signs import Mark, Role, Shape
from ..typography import Tone


@dataclass(frozen=True, slots=True)
class SketchBox:
    """A statement's box, the topic's (which has no statement), or a stub: one line that names a statement,
    for the map's link of this number."""

    key: str
    statement: Statement | None
    shape: Shape
    block: Block
    accent: Tone
    remarks: tuple[str, ...] = ()
    badge: Badge | None = None
    chip: Chip | None = None
    fill: Tone | None = None
    link: int = 0


@dataclass(frozen=True, slots=True)
class SketchJoint:
    """The spot that splits a link, and the link."""

    key: str
    mark: Mark
    link: Link


@dataclass(frozen=True, slots=True)
class Strand:
    """A stretch of line between two boxes, frames or joints.

    `tip` says that the link's tip stands at its head. `back` is the link that answers this one from
    head to tail: one line stands for both, with a tip at either end.
    """

    key: str
    tail: str
    head: str
    role: Role
    link: Link | None
    tip: bool = True
    back: Link | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a layout places as one: a box, or several one above another.

    `title` stands above them: a section's heading, or what a frame says; `framed` draws the outline.
    """

    key: str
    boxes: tuple[str, ...]
    title: Block | None = None
    framed: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Twig:
    """A cell or joint at its place in the tree: under which other one (None at the root)."""

    key: str
    above: str | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a layout has to place. `tree` holds every cell and joint, those above first, in the order of
    reading. `topic` is the key of the topic's box, if there is one. `upright`: it is read up or down,
    and what a frame holds stands side by side."""

    boxes: Mapping[str, SketchBox]
    joints: Mapping[str, SketchJoint]
    cells: Mapping[str, Cell]
    tree: tuple[Twig, ...]
    strands: tuple[Strand, ...]
    topic: str | None
    upright: bool = False

    def cell_of(self) -> Mapping[str, str]:
        """The cell that each box stands in."""
        return {box: cell.key for cell in self.cells.values() for box in cell.boxes}

    def size(self, key: str) -> tuple[float, float]:
        """The width and height of a cell, in points."""
        cell = self.cells[key]
        if len(cell.boxes) == 1 and not cell.title and not cell.framed:  # most are
            block = self.boxes[cell.boxes[0]].block
            return block.width, block.height
        blocks = [self.boxes[box].block for box in cell.boxes]
        wide, high = max(block.width for block in blocks), max(block.height for block in blocks)
        if self.upright:
            wide = sum(block.width for block in blocks) + STACKED * (len(blocks) - 1)
        else:
            high = sum(block.height for block in blocks) + STACKED * (len(blocks) - 1)
        if cell.title:
            high += cell.title.height * (2 if self.upright else 1)  # a row keeps its middle
            wide = max(wide, cell.title.width - (0 if cell.framed else 2 * FRAME_PAD))
        return (wide + 2 * FRAME_PAD, high + FRAME_PAD) if cell.framed else (wide, high)


STACKED = 7.0
"""Between two boxes of one frame, in points."""
FRAME_PAD = 7.0


def shape_of(statement: Statement) -> Shape:
    """How a statement's box is drawn."""
    if statement.mark is Answer.NO_LINK:
        return Shape.LINK_REBUTTAL
    return Shape(statement.kind.value)


def role_of(link: Link) -> Role:
    """How a link is drawn: by what it does, and whether it ends on a statement or on a link."""
    if isinstance(link.target, Statement):
        return Role.SUPPORT if link.kind is LinkKind.SUPPORTS else Role.REBUT
    return Role.WARRANT if link.kind is LinkKind.SUPPORTS else Role.REBUT_LINK
