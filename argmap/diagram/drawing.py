"""A finished picture as a value: what a renderer sees, and all it sees.

Lengths are points (1/72 inch); x runs to the right, y downwards. Texts and words are the user's,
not yet escaped: a renderer puts them through its own writer.
"""

from ..values import dataclass
from .measure import Run
from .signs import Anchor, Mark, Plate, Role, Shape, Standing
from .typography import Tone

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text. `x` is its left end, or its right end where the anchor is END.

    `width` is what the words measure; `exact` says that the measure is no estimate.
    """

    x: float
    y: float
    runs: tuple[tuple[Run, Tone], ...]
    width: float
    exact: bool
    anchor: Anchor = Anchor.START
    rtl: bool = False
    url: str | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run, _ in self.runs)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text in a box of a fixed size; their places count from its top left corner."""

    width: float
    height: float
    lines: tuple[TextLine, ...]

    def __hash__(self) -> int:
        """Of what its lines begin with: what is made of a block is looked up by it, and a folder's maps have many
        blocks that are alike but for a few words."""
        return hash((self.width, self.height, *[line.runs[0][0].text for line in self.lines]))


@dataclass(frozen=True, slots=True)
class Badge:
    """A small sign across a box's upper edge. Its word is among the box's lines; `x` counts from the
    box's left side, and the badge's middle lies on the edge."""

    x: float
    width: float
    height: float
    standing: Standing


@dataclass(frozen=True, slots=True)
class Chip:
    """What a label stands in, so that its side is seen without colour; it counts from the box's corner."""

    x: float
    y: float
    width: float
    height: float
    plate: Plate


@dataclass(frozen=True, slots=True)
class Box:
    """A statement, the topic, or a stub: a line that names a statement which stands elsewhere.

    `name` is a statement's label (`C1`), of a stub `stub-4`; empty for the topic. `words` say it aloud.
    `fill` is None where the shape's own fill holds. `leads` is the label of what a stub stands for,
    `link` the name of the link that it shows.
    """

    name: str
    shape: Shape
    x: float
    y: float
    block: Block
    words: str
    accent: Tone
    badge: Badge | None = None
    chip: Chip | None = None
    fill: Tone | None = None
    leads: str = ""
    link: str = ""

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.block.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.block.height


@dataclass(frozen=True, slots=True)
class Path:
    """A line: where it starts, then steps of one point (straight) or three (a cubic curve)."""

    start: Point
    steps: tuple[tuple[Point, ...], ...]

    @property
    def end(self) -> Point:
        """Where it stops."""
        return self.steps[-1][-1] if self.steps else self.start

    def reversed(self) -> "Path":
        """The same line, drawn from its end."""
        stops = [self.start, *(step[-1] for step in self.steps)]
        steps = [(*step[-2::-1], stop) for step, stop in zip(reversed(self.steps), stops[-2::-1], strict=True)]
        return Path(self.end, tuple(steps))


@dataclass(frozen=True, slots=True)
class Tie:
    """A link as drawn: its paths, and where its tip points (`tip_end` last reached from `tip_from`).

    Of two links that answer each other one line stands for both: the second has no path of its own.
    `name` tells it from all others (`link-3` for a map's third link); empty for a line to the topic.
    One that `falls` is drawn grey and struck through; one that `goes_on` is drawn once more where a strip does.
    """

    role: Role
    paths: tuple[Path, ...]
    tip_from: Point
    tip_end: Point
    words: str
    name: str = ""
    falls: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Joint:
    """The spot of a link that other links end on; `name` is that link's."""

    x: float
    y: float
    mark: Mark
    tone: Tone
    name: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A tinted rectangle behind boxes: a column (level 0) or a frame of what holds together (2).

    `names` are those of the boxes that stand in it.
    """

    x: float
    y: float
    width: float
    height: float
    level: int
    tint: Tone
    line: Tone
    lines: tuple[TextLine, ...]
    words: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trunk:
    """What the lines of several links have in common on their way to one tip; `names` are theirs."""

    role: Role
    path: Path
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rail:
    """A plain line that is no link: the topic's spine, a bracket round what holds together, a rule.

    `names` are the labels of the statements that it belongs to.
    """

    path: Path
    width: float
    tone: Tone
    dash: str = ""
    names: tuple[str, ...] = ()
    spine: bool = False


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One entry of the key: a sample (of a box, a line, a frame or a side) and what it
    means; a side by its plate and colours."""

    x: float
    y: float
    sample: Shape | Role | Mark | Tone | Standing | tuple[Plate, Tone, Tone] | None
    line: TextLine


@dataclass(frozen=True, slots=True)
class Jump:
    """A rectangle of a page that leads to another page of the same paper (counted from 1)."""

    x: float
    y: float
    width: float
    height: float
    page: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture: everything placed, nothing left to decide but colours and file format.

    `scale` is how large one of its points is drawn: on paper a page may be fitted a little. `titles` are
    headings within the picture, `rails` lines that no link is: the topic's spine, a bracket.
    """

    width: float
    height: float
    title: str
    description: str
    heading: tuple[TextLine, ...]
    areas: tuple[Area, ...]
    ties: tuple[Tie, ...]
    joints: tuple[Joint, ...]
    boxes: tuple[Box, ...]
    key_top: float
    key: tuple[KeyEntry, ...]
    footer: tuple[TextLine, ...]
    scale: float = 1.0
    titles: tuple[TextLine, ...] = ()
    rails: tuple[Rail, ...] = ()
    trunks: tuple[Trunk, ...] = ()
    jumps: tuple[Jump, ...] = ()
