"""Every written word that names something: its place, and what it names.

What renames, finds references or points an editor at a definition walks these, and never the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from ..language.syntax import (
    Declaration,
    Document,
    ExtensionLine,
    Item,
    ReferenceLine,
    RelationLine,
    StatementLine,
    Word,
)
from ..model import ArgumentMap, Side, Source, Statement
from ..source import Span
from ..values import dataclass
from ..vocabulary import VERB_FORMS


class Role(StrEnum):
    """What a word names. Each role has names of its own: one word may serve for several."""

    STATEMENT = "statement"
    SIDE = "side"
    SOURCE = "source"
    SPEECH = "speech"
    TAG = "tag"


DECLARED = {"side": Role.SIDE, "source": Role.SOURCE}
"""Which declarations give a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """One written word. `defines` where it is what gives the name; `what` is None where nothing has
    the name, and for speeches and tags, which are no more than their words."""

    role: Role
    text: str
    span: Span
    defines: bool = False
    what: Statement | Side | Source | None = None


def names(documents: Sequence[Document], map: ArgumentMap) -> tuple[Name, ...]:
    """The names in a map's files, each file's in the order of its lines."""
    known: Mapping[Role, Mapping[str, Statement | Side | Source]] = {
        Role.STATEMENT: {statement.id: statement for statement in map.statements if statement.id},
        Role.SIDE: {side.id: side for side in map.sides},
        Role.SOURCE: {source.id: source for source in map.sources},
    }
    return tuple(
        Name(role, word.text, _bare(word.span), defines, known.get(role, {}).get(word.text))
        for document in documents
        for item in _lines(document.items)
        for role, word, defines in _words(item)
    )


def _bare(span: Span) -> Span:
    """The place of a word without the sign before it."""
    return Span(span.file, span.start + 1, span.end) if span.text[:1] in ("@", "#") else span


def _lines(items: Sequence[Item]) -> Iterator[Item]:
    """Items and all that is nested under them, to any depth, in the order of their lines."""
    waiting: list[Iterator[Item]] = [iter(items)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
            continue
        yield item
        if not isinstance(item, RelationLine | ExtensionLine):
            waiting.append(iter(item.children))


def _words(item: Item) -> Iterator[tuple[Role, Word, bool]]:
    if isinstance(item, StatementLine):
        if item.id:
            yield Role.STATEMENT, item.id, True
        yield from ((Role.SIDE, word, False) for word in item.sides)
        yield from ((Role.SPEECH, word, False) for word in item.speeches)
        yield from ((Role.SOURCE, cite.source, False) for cite in item.cites)
        yield from ((Role.TAG, word, False) for word in item.tags)
    elif isinstance(item, ReferenceLine):
        yield Role.STATEMENT, item.id, False
    elif isinstance(item, RelationLine):
        concedes = VERB_FORMS.get(item.verb.text) == "concedes"
        yield from ((Role.SIDE if concedes else Role.STATEMENT, word, False) for word in item.left)
        yield from ((Role.STATEMENT, word, False) for word in item.right)
        if item.end:
            yield Role.STATEMENT, item.end, False
    elif isinstance(item, ExtensionLine):
        yield Role.SPEECH, item.speech, False
        yield from ((Role.STATEMENT, word, False) for word in item.statements)
    elif isinstance(item, Declaration):
        role = DECLARED.get(item.word.text)
        if role and item.id:
            yield role, item.id, True
        yield from ((Role.SIDE, word, False) for word in item.sides)
        yield from ((Role.SPEECH, word, False) for word in item.speeches)
        for field in item.fields:
            if item.word.text == "topic" and field.name.text == "first" and field.value:
                yield Role.SIDE, Word.at(field.value.whole, field.value.text), False
