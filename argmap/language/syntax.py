"""What a file says, line by line, before names are looked up.

These values follow the text closely: the formatter writes them back, the resolver turns them into
the graph. Every word keeps its place.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..model import Locator
from ..source import Prose, SourceFile, Span
from ..values import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word with a meaning of its own (an id, a kind, a tag), and its place. A map has many: the place is
    made a value where somebody asks for it."""

    text: str
    file: SourceFile
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.file, self.start, self.end)

    @classmethod
    def at(cls, span: Span, text: str) -> "Word":
        """A word that stands, or was meant, at a place."""
        return cls(text, span.file, span.start, span.end)


@dataclass(frozen=True, slots=True)
class Field:
    """`name: value` under a statement or a declaration. A card's value keeps its line breaks."""

    name: Word
    value: Prose | None


@dataclass(frozen=True, slots=True)
class CitePart:
    """One citation: a source's id, and where in it. `year` is one that stands behind the id, `comma`
    one that stands before it in place of a `;`, `clock` a time that lacks its word: slips all three."""

    source: Word
    locator: Locator | None
    span: Span
    year: Word | None = None
    comma: Span | None = None
    clock: Span | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """A topic, side, source, section or include. `id` is None where the word takes none; a section
    may name a side and a speech; `faulty` where its line could not be read whole."""

    word: Word
    id: Word | None
    text: Prose | None
    fields: tuple[Field, ...]
    children: "tuple[Nested, ...]"
    span: Span
    sides: tuple[Word, ...] = ()
    speeches: tuple[Word, ...] = ()
    faulty: bool = False


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement as written. `span` is its head up to the colon; `faulty` where the head could
    not be read whole, so that nothing more is said against it; `joined` where it begins with `+`."""

    kind: Word
    id: Word | None
    marks: tuple[Word, ...]
    analytic: tuple[Word, ...]
    sides: tuple[Word, ...]
    speeches: tuple[Word, ...]
    cites: tuple[CitePart, ...]
    tags: tuple[Word, ...]
    text: Prose | None
    fields: tuple[Field, ...]
    children: "tuple[Nested, ...]"
    span: Span
    faulty: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """`evidence consult`: a statement that is written elsewhere; `joined` where it begins with `+`."""

    kind: Word
    id: Word
    children: "tuple[Nested, ...]"
    span: Span
    joined: bool = False


@dataclass(frozen=True, slots=True)
class RelationLine:
    """`left verb right [-> end]`, each of left and right one or more ids. `listed` where those on the
    right stand between commas, as in a concession, and not between `+`."""

    left: tuple[Word, ...]
    verb: Word
    right: tuple[Word, ...]
    end: Word | None
    span: Span
    listed: bool = False


@dataclass(frozen=True, slots=True)
class ExtensionLine:
    """`@SPEECH extends a, b`: statements that are made again in a speech."""

    speech: Word
    verb: Word
    statements: tuple[Word, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class FaultyLine:
    """A line of which only the words could be read: nothing is said against what names them."""

    words: tuple[Word, ...]
    children: "tuple[Nested, ...]"
    span: Span


Nested = Declaration | StatementLine | ReferenceLine | FaultyLine
"""What may stand under something; a declaration does only where its own line was faulty."""
Item = Declaration | StatementLine | ReferenceLine | RelationLine | ExtensionLine | FaultyLine


@dataclass(frozen=True)
class Document:
    """One file's items in the order of their lines, and its comments."""

    file: SourceFile
    items: tuple[Item, ...]
    comments: tuple[Span, ...]

    def let_go(self, again: "Callable[[SourceFile], Document]") -> None:
        """Hold the items no longer: `again` reads them anew where somebody asks for them."""
        vars(self)["again"] = again
        vars(self).pop("items", None)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name != "items" or "again" not in vars(self):
                raise AttributeError(name)
            items = vars(self)["items"] = self.again(self.file).items
            return items
