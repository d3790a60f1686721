"""Where statements stand: each line of the outline, with what it is nested under.

A statement may stand in several places (written once, referred to elsewhere); each place is an
occurrence, and each occurrence has at most one link, to what it is nested under.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field, replace

from ..diagnostic import Diagnostic
from ..faults import Fault
from ..language.shapes import ID
from ..language.syntax import (
    Declaration,
    Document,
    ExtensionLine,
    FaultyLine,
    Item,
    Nested,
    ReferenceLine,
    RelationLine,
    StatementLine,
)
from ..model import Side, Statement
from ..source import Span
from ..values import dataclass
from .drafts import Draft


@dataclass(slots=True)
class Standing:
    """For whom something is said, and in which speeches: `speeches` has the one in which it is made
    first (None where that is not known), then those in which it is extended."""

    side: Side | None = None
    speeches: tuple[str | None, ...] = (None,)

    @property
    def extended(self) -> tuple[str, ...]:
        """The speeches in which it is made again."""
        return tuple(speech for speech in self.speeches[1:] if speech) if len(self.speeches) > 1 else ()


@dataclass(slots=True, eq=False)
class Occurrence:
    """A line with a statement or a reference to one. `parent` is what it is nested under, None at
    the top level; `section` the line of the section that it is in; `lost` where what it stands under
    could not be read; `joined` where it begins with `+`. The `line` of a statement that is written here is let
    go of once the statement is made: a large map needs the room.

    What is worked out of it on the way: the `statement` that it stands for (None where it points at none),
    the `standing` of the one that is written here, the `link` to what it is nested under, and all
    that `+` joins to it, itself among them (`together`).
    """

    line: StatementLine | ReferenceLine | None
    parent: "Occurrence | None"
    section: Declaration | None
    lost: bool = False
    joined: bool = False
    statement: Statement | None = None
    standing: Standing | None = None
    link: Draft | None = None
    together: "list[Occurrence] | None" = None

    @property
    def kind(self) -> str:
        """The word that it begins with."""
        if self.line:
            return self.line.kind.text
        assert self.statement
        return self.statement.kind.value

    @property
    def span(self) -> Span:
        """Its line, up to the colon."""
        if self.line:
            return self.line.span
        assert self.statement
        return self.statement.span

    @property
    def points_at(self) -> str | None:
        """The id that a reference names; None where the statement is written here."""
        return self.line.id.text if isinstance(self.line, ReferenceLine) else None


@dataclass(slots=True)
class Outlined:
    """A map's lines, sorted by what they are, each kind in reading order."""

    declarations: list[tuple[Document, Declaration]] = field(default_factory=list)
    sections: list[Declaration] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    relations: list[RelationLine] = field(default_factory=list)
    extensions: list[ExtensionLine] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)  # words of lines that could not be read
    found: list[Diagnostic] = field(default_factory=list)


def outline(items: Iterable[tuple[Document, Item]]) -> Outlined:
    """Sort a map's items. A file's sections end with the file; what stands in one is put down beside it."""
    result = Outlined()
    sections: dict[int, Declaration] = {}
    for document, item in items:
        if isinstance(item, RelationLine):
            result.relations.append(item)
        elif isinstance(item, ExtensionLine):
            result.extensions.append(item)
        elif isinstance(item, Declaration) and item.word.text == "section":
            section = sections[id(document)] = replace(item, children=())
            result.sections.append(section)
            _walk(item.children, None, section, document, result)
        else:
            _walk([item], None, sections.get(id(document)), document, result)
    return result


def _walk(
    lines: Iterable[Nested | Item],
    parent: Occurrence | None,
    section: Declaration | None,
    document: Document,
    result: Outlined,
) -> None:
    """Put down lines and all that is nested under them, to any depth."""
    waiting: list[tuple[Iterator[Nested | Item], Occurrence | None, bool]] = [(iter(lines), parent, False)]
    while waiting:
        rest, above, lost = waiting[-1]
        line = next(rest, None)
        if line is None:
            waiting.pop()
        elif isinstance(line, FaultyLine):
            result.unread.update(word.text for word in line.words)
            waiting.append((iter(line.children), None, True))
        elif isinstance(line, Declaration):
            result.declarations.append((document, line))
            if line.faulty:
                result.unread.update(_words(line))
            waiting.append((iter(line.children), None, True))
        elif isinstance(line, StatementLine | ReferenceLine):
            if isinstance(line, ReferenceLine) and above is None and not lost:
                result.found.append(_top_level(line))
                result.unread.add(line.id.text)  # it may well be a statement without a colon
            if isinstance(line, StatementLine) and line.faulty:
                result.unread.update(_words(line))
            children = line.children
            if isinstance(line, ReferenceLine) and children:
                line = replace(line, children=())
            here = Occurrence(line, above, section, lost, line.joined)
            result.occurrences.append(here)
            waiting.append((iter(children), here, False))


def _words(line: StatementLine | Declaration) -> list[str]:
    """The words of a head that could not be read: each may be the id that it was to give."""
    return re.findall(ID, line.span.text.split(":")[0])


def _top_level(line: ReferenceLine) -> Diagnostic:
    return Fault.REFERENCE_AT_TOP.at(
        line.span,
        f"`{line.kind.text} {line.id.text}` points at a statement, but stands under none",
        "put a colon and its words after it to write the statement here, or indent it under"
        " the statement that it bears on",
    )
