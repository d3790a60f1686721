"""What most tools' files come to: points with a text, and bonds between them."""

from dataclasses import dataclass, field

from ..model import Kind, Mark
from .draft import Head, Particulars


@dataclass(slots=True, eq=False)
class Point(Particulars):
    """Something said. `kind` where the file tells more than where it stands; `group` titles a section."""

    text: str
    kind: Kind | None = None
    group: str = ""
    id: str = ""


@dataclass(slots=True, eq=False)
class Bond:
    """One or more points (several: together) bear on a point or on another bond."""

    supports: bool
    sources: tuple[Point, ...]
    target: "Point | Bond"
    mark: Mark | None = None


@dataclass(slots=True)
class Net(Head):
    """A whole file. Points in reading order; a bond after the one that it points at, if it does."""

    points: list[Point] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)
