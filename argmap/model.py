"""The graph that a map means: statements, the links between them, sides and sources.

Everything that checks, judges, draws or prints works on this graph and never on the text.
All values are immutable; statements and links are compared by identity, so that a link may
point at another link to any depth without a comparison ever walking the chain.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from .dates import Date, known_date
from .source import Prose, SourceFile, Span
from .values import dataclass


class Kind(StrEnum):
    """What a statement is."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    WARRANT = "warrant"
    REBUTTAL = "rebuttal"


class Mark(StrEnum):
    """Which answer a rebuttal is."""

    DENY = "deny"
    NO_LINK = "no-link"
    TURN = "turn"
    NON_UNIQUE = "non-unique"
    ALT_CAUSE = "alt-cause"
    MITIGATE = "mitigate"
    OUTWEIGH = "outweigh"
    INDICT = "indict"

    @property
    def offence(self) -> bool:
        """Whether the answer gains ground rather than only holding it."""
        return self in (Mark.TURN, Mark.OUTWEIGH)

    @property
    def weakens(self) -> bool:
        """Whether the answer only weakens what it rebuts, and leaves it standing."""
        return self in WEAKENING


WEAKENING = (Mark.MITIGATE, Mark.ALT_CAUSE, Mark.OUTWEIGH)
"""The answers that only weaken."""


class LinkKind(StrEnum):
    """What a link says of its target."""

    SUPPORTS = "supports"
    REBUTS = "rebuts"


NONE_IN_SOURCE = "none-in-source"
"""What a coach writes in a source's field that the original does not give."""


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """The question or motion of a map. `format`, `date`, `author`, `rules`: as written, or None;
    `first`: the side that opens, where the topic says so."""

    text: str
    span: Span
    format: str | None = None
    date: str | None = None
    author: str | None = None
    rules: str | None = None
    first: "Side | None" = None
    fields: Mapping[str, Prose] | None = None

    @property
    def held(self) -> Date | None:
        """The date of the debate; None where none that exists is written."""
        return known_date(self.date)


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A party to the debate."""

    id: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Something that can be cited.

    `fields` maps a field's name (`author`, `credentials`, `date`, `publisher`, `url`,
    `accessed`, `pages`, `text`) to its words; a field that was not written is absent, and one
    that the original does not give holds `none-in-source`.
    """

    id: str
    title: str
    span: Span
    fields: Mapping[str, Prose]

    def get(self, name: str) -> str | None:
        """A field's words; None where it was not written or the original gives none."""
        field = self.fields.get(name)
        return None if field is None or field.text == NONE_IN_SOURCE else field.text

    @property
    def dated(self) -> Date | None:
        """Its date; None where none that exists is written."""
        return known_date(self.get("date"))

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors, in their order; empty where none is known."""
        return tuple(name for part in (self.get("author") or "").split(";") if (name := part.strip()))


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A heading that top-level statements stand under; `side` and `speech` are those of the ones
    among them that name none."""

    title: str
    span: Span
    side: Side | None = None
    speech: str | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a source: `unit` is para, page, section or time.

    Paragraphs and pages have `first` and `last` (equal for one); a section's title, a time or a page
    as the source prints it (`xii`, `A12`) stands in `text`.
    """

    unit: str
    first: int = 0
    last: int = 0
    text: str = ""

    def __str__(self) -> str:
        match self.unit:
            case "section":
                return f'section "{self.text}"'
            case "time":
                return f"time {self.text}"
            case _:
                if self.text:
                    return f"{self.unit} {self.text}"
                return f"{self.unit} {self.first}" + (f"-{self.last}" if self.last != self.first else "")


@dataclass(frozen=True, slots=True, eq=False)
class Cite:
    """One source that a statement rests on, and where in it."""

    source: Source
    locator: Locator | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """The passage itself, as cut. `prose` keeps its underlining marks (`__`, `**`, `==`)."""

    prose: Prose
    span: Span

    @property
    def markup(self) -> str:
        """The passage with the marks of its underlining."""
        return self.prose.text


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One thing that is said.

    `id` is what the author wrote, or None; `label` (C1, E3, R2, W1) is counted in reading order.
    `side` is the side it has, written or derived. `speech` is the speech in which it is made first,
    `extended` are those in which it is made again, both written or those of what it stands under.
    `span` is its head line up to the colon;
    `prose` its words with their places. `mark` is None unless it is a rebuttal. `weight` is 0 to 1.
    """

    kind: Kind
    id: str | None
    label: str
    prose: Prose
    span: Span
    mark: Mark | None = None
    analytic: bool = False
    side: Side | None = None
    speech: str | None = None
    extended: tuple[str, ...] = ()
    section: Section | None = None
    cites: tuple[Cite, ...] = ()
    tags: tuple[str, ...] = ()
    card: Card | None = None
    note: str | None = None
    weight: float | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return self.prose.text

    @property
    def name(self) -> str:
        """What outputs call it: its id, or its label where it has none. Unique in a map."""
        return self.id or self.label

    @property
    def file(self) -> SourceFile:
        """The file that it is written in."""
        return self.span.file

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """One or more statements bear on a statement, or on another link.

    Several sources hold together: none carries the link alone. A link that was written more than
    once has all its places in `spans`, the first first. `nested` are the heads of its sources where
    they stand nested under what it points at.
    """

    kind: LinkKind
    sources: tuple[Statement, ...]
    target: "Statement | Link"
    spans: tuple[Span, ...]
    nested: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """Where it was written first."""
        return self.spans[0]

    @property
    def joined(self) -> bool:
        """Whether several statements hold it together."""
        return len(self.sources) > 1

    @property
    def weakens(self) -> bool:
        """Whether it is an answer that leaves standing what it points at (mitigatory, not terminal, defence)."""
        mark = self.sources[0].mark
        return self.kind is LinkKind.REBUTS and mark is not None and mark.weakens

    def __repr__(self) -> str:
        what = self.target.name if isinstance(self.target, Statement) else "a link"
        return f"<{' + '.join(s.name for s in self.sources)} {self.kind} {what}>"


Node = Statement | Link
"""A thing that a link can point at."""
NodeT = TypeVar("NodeT", bound=Node)


@dataclass(frozen=True, slots=True, eq=False)
class Concession:
    """A side no longer contests a statement."""

    side: Side
    statement: Statement
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Extension:
    """A line of its own that says that a statement is made again in a speech."""

    speech: str
    statement: Statement
    span: Span


@dataclass(frozen=True, eq=False)
class ArgumentMap:
    """A whole map: one top file and all that it includes.

    `statements` and `links` are in reading order, and a link comes after the link it points at.
    `file` is the top file; `files` are all that were read, the top file first. `part` is None
    unless this is a part of another map.
    """

    file: SourceFile
    files: tuple[SourceFile, ...]
    topic: Topic | None
    sides: tuple[Side, ...]
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]
    concessions: tuple[Concession, ...]
    part: "Part | None" = None
    extensions: tuple[Extension, ...] = ()

    @cached_property
    def by_name(self) -> Mapping[str, Statement]:
        """Every statement by what outputs call it."""
        return {statement.name: statement for statement in self.statements}

    @cached_property
    def _onto(self) -> "Mapping[Statement | Link, Link | tuple[Link, ...]]":
        return _gathered((link.target, link) for link in self.links)

    @cached_property
    def _from(self) -> Mapping[Statement, Link | tuple[Link, ...]]:
        return _gathered((source, link) for link in self.links for source in link.sources)

    def links_onto(self, node: "Statement | Link") -> tuple[Link, ...]:
        """The links that point at a statement or at a link."""
        found = self._onto.get(node, ())
        return (found,) if isinstance(found, Link) else found

    def links_from(self, statement: Statement) -> tuple[Link, ...]:
        """The links that a statement is a source of."""
        found = self._from.get(statement, ())
        return (found,) if isinstance(found, Link) else found

    @cached_property
    def tops(self) -> tuple[Statement, ...]:
        """What the map is about: the statements that bear on nothing, and the claims that support
        nothing and only rebut (two sides' claims may contest each other)."""
        return tuple(s for s in self.statements if all(_contests(s, link) for link in self.links_from(s)))

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:  # noqa: ARG002
        """What a notebook shows for a map: its picture. The one place that reaches up, when asked."""
        from .notebook import mime_bundle

        return mime_bundle(self)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Which map another is a part of, and how it was chosen, in words: `R2 and what bears on it`.

    Where the parts of a map are the pages of a paper: `page` is this one's number (from 1), `pages`
    the page on which each statement is drawn with what bears on it. `speech`: the one that the part was
    chosen for.
    """

    whole: ArgumentMap
    chosen: str
    page: int | None = None
    pages: Mapping[Statement, int] | None = None
    speech: str | None = None


def _contests(statement: Statement, link: Link) -> bool:
    return statement.kind is Kind.CLAIM and link.kind is LinkKind.REBUTS


def _gathered(links: Iterable[tuple[NodeT, Link]]) -> Mapping[NodeT, Link | tuple[Link, ...]]:
    """The links of each node. Most have one, which stands there by itself: a large map needs the room."""
    found: dict[NodeT, Link | tuple[Link, ...]] = {}
    more: dict[NodeT, list[Link]] = {}
    for node, link in links:
        if node not in found:
            found[node] = link
        elif node in more:
            more[node].append(link)
        else:
            first = found[node]
            assert isinstance(first, Link)
            more[node] = [first, link]
    for several, held in more.items():
        found[several] = tuple(held)
    return found
