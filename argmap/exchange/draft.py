"""A map while it is being made of another tool's file: our own words for it, not yet a text."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from ..model import Kind, Mark


@dataclass(slots=True, eq=False)
class DraftSource:
    """Something that can be cited. `comment` stands above it."""

    id: str
    title: str
    fields: dict[str, str] = field(default_factory=dict)
    comment: str = ""


@dataclass(slots=True, eq=False, kw_only=True)
class Particulars:
    """What a file may say of a statement beside its words. `cites` are ids of sources; `card` its lines,
    marks and all."""

    mark: Mark | None = None
    side: str = ""
    speeches: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    card: tuple[str, ...] = ()
    note: str = ""
    weight: float | None = None

    def particulars(self) -> dict[str, Any]:
        """All of it by name, to say the same of another."""
        return {each.name: getattr(self, each.name) for each in fields(Particulars)}


@dataclass(slots=True, eq=False)
class DraftStatement(Particulars):
    """A statement and what is nested under it. `together`: it holds together with the one before it;
    `refers`: it only names one that is written elsewhere. `comment` stands above it."""

    kind: Kind
    text: str = ""
    id: str = ""
    analytic: bool = False
    under: "list[DraftStatement]" = field(default_factory=list)
    together: bool = False
    refers: bool = False
    comment: str = ""


@dataclass(slots=True, eq=False)
class DraftSection:
    """A heading: what follows stands under it."""

    title: str


@dataclass(slots=True, eq=False)
class DraftLine:
    """A line as it will stand: a relation, or a comment with its `#`."""

    text: str


Item = DraftSection | DraftStatement | DraftLine


@dataclass(slots=True)
class Head:
    """What a whole map begins with. `sides` are pairs of id and name."""

    topic: str = ""
    topic_fields: dict[str, str] = field(default_factory=dict)
    sides: list[tuple[str, str]] = field(default_factory=list)
    sources: list[DraftSource] = field(default_factory=list)


@dataclass(slots=True)
class Draft(Head):
    """A whole map."""

    items: list[Item] = field(default_factory=list)

    def statements(self) -> Iterator[DraftStatement]:
        """Every statement, in reading order; takes any depth."""
        waiting: list[DraftStatement] = [s for s in reversed(self.items) if isinstance(s, DraftStatement)]
        while waiting:
            statement = waiting.pop()
            yield statement
            waiting.extend(reversed(statement.under))
