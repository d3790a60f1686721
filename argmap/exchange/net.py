"""What most tools' files come to: points with a text, and bonds between them."""

from dataclasses import dataclass, field

from ..model import Kind, Mark
from .draft import DraftSource


@dataclass(slots=True, eq=False)
class Point:
    """Something said. `kind` where the file tells more than where it stands; `group` titles a section."""

    text: str
    kind: Kind | None = None
    mark: Mark | None = None
    side: str = ""
    speeches: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    card: tuple[str, ...] = ()
    note: str = ""
    weight: float | None = None
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
class Net:
    """A whole file. Points in reading order; a bond after the one that it points at, if it does."""

    topic: str = ""
    topic_fields: dict[str, str] = field(default_factory=dict)
    sides: list[tuple[str, str]] = field(default_factory=list)
    sources: list[DraftSource] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)
