"""A map made ready for layout: boxes with fixed sizes, the strands between them, the groups.

Everything has a generated key (`n12`, `j3`, `e40`, `g2`), so that no word of the user's reaches
an engine.
"""

from dataclasses import dataclass, replace

from ...model import Link, LinkKind, Statement
from ...model import Mark as Answer
from ..drawing import Badge, Block
from ..signs import Mark, Role, Shape
from ..typography import Tone


@dataclass(frozen=True, slots=True)
class SketchBox:
    """A statement's box (the topic's has no statement), its size, and the group that it stands in."""

    key: str
    statement: Statement | None
    shape: Shape
    block: Block
    accent: Tone
    group: str | None
    remarks: tuple[str, ...] = ()
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class SketchJoint:
    """The spot that splits a link, and the link."""

    key: str
    mark: Mark
    link: Link
    group: str | None


@dataclass(frozen=True, slots=True)
class Strand:
    """A stretch between two boxes or joints that a layout keeps short.

    `role` is None where nothing is drawn. `tip` says that the link's tip stands at its head.
    `pull` says how a layout in columns takes it: 1 puts the tail to the right of the head, -1 to
    the left of it, 0 leaves both where they are. `back` is the link that answers this one from head
    to tail: one line stands for both, with a tip at either end.
    """

    key: str
    tail: str
    head: str
    role: Role | None
    link: Link | None
    tip: bool = True
    weight: int = 1
    pull: int = 1
    back: Link | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A side (level 0), a section (1) or a frame of statements that hold together (2).

    `rank` counts the sides in the map's order.
    """

    key: str
    parent: str | None
    level: int
    title: Block
    tint: Tone
    line: Tone
    words: str
    members: tuple[str, ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a layout has to place. `topic` is the key of the topic's box, if there is one."""

    boxes: tuple[SketchBox, ...]
    joints: tuple[SketchJoint, ...]
    strands: tuple[Strand, ...]
    groups: tuple[Group, ...]
    topic: str | None


def sides(made: Sketch) -> list[Group]:
    """The groups of the sides, in the map's order."""
    return sorted((group for group in made.groups if group.level == 0), key=lambda group: group.rank)


def ungrouped(made: Sketch) -> Sketch:
    """A sketch for a layout that draws no groups: statements that hold together meet at a dot."""
    joints = tuple(replace(joint, mark=Mark.JOIN if joint.mark is Mark.NONE else joint.mark) for joint in made.joints)
    strands = tuple(
        replace(strand, role=role_of(strand.link)) if strand.link and not strand.role else strand
        for strand in made.strands
    )
    return replace(made, joints=joints, strands=strands, groups=())


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
