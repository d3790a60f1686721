"""What was read of some lines, for the same lines in another text: all its places moved."""

from collections.abc import Sequence
from typing import Any, TypeVar

from ..diagnostic import Diagnostic, Edit, Label
from ..source import Prose, SourceFile, Span
from .syntax import (
    CitePart,
    Declaration,
    ExtensionLine,
    FaultyLine,
    Field,
    Item,
    ReferenceLine,
    RelationLine,
    StatementLine,
    Word,
)

Line = TypeVar("Line", bound=Item)


class Move:
    """Moves values to another file, `by` so many characters down. What is nested is moved with what it stands
    under, so that it must not be nested deeper than Python can follow."""

    def __init__(self, file: SourceFile, by: int) -> None:
        self._file = file
        self._by = by

    def span(self, span: Span) -> Span:
        """A place."""
        return Span(self._file, span.start + self._by, span.end + self._by)

    def diagnostic(self, found: Diagnostic) -> Diagnostic:
        """A fault with all places that it names."""
        return Diagnostic(
            found.code,
            found.severity,
            found.message,
            found.span and self.span(found.span),
            found.help,
            tuple(Label(self.span(label.span), label.message) for label in found.labels),
            tuple(Edit(self.span(edit.span), edit.replacement) for edit in found.edits),
            found.file,
            found.trace,
        )

    def items(self, items: Sequence[Line]) -> tuple[Line, ...]:
        """Lines, each with all that stands under it."""
        return tuple([self._item(item) for item in items]) if items else ()

    def _item(self, item: Any) -> Any:
        if isinstance(item, StatementLine):
            return self._statement(item)
        if isinstance(item, Declaration):
            return self._declaration(item)
        if isinstance(item, ReferenceLine):
            kind, name = self._word(item.kind), self._word(item.id)
            return ReferenceLine(kind, name, self.items(item.children), self.span(item.span), item.joined)
        if isinstance(item, RelationLine):
            left, right, end = self._words(item.left), self._words(item.right), item.end and self._word(item.end)
            return RelationLine(left, self._word(item.verb), right, end, self.span(item.span), item.listed)
        if isinstance(item, ExtensionLine):
            speech, verb = self._word(item.speech), self._word(item.verb)
            return ExtensionLine(speech, verb, self._words(item.statements), self.span(item.span))
        return FaultyLine(self._words(item.words), self.items(item.children), self.span(item.span))

    def _statement(self, line: StatementLine) -> StatementLine:
        words = self._words
        return StatementLine(
            self._word(line.kind),
            line.id and self._word(line.id),
            words(line.marks),
            words(line.analytic),
            words(line.sides),
            words(line.speeches),
            tuple([self._cite(cite) for cite in line.cites]) if line.cites else (),
            words(line.tags),
            line.text and self._prose(line.text),
            tuple([self._field(field) for field in line.fields]) if line.fields else (),
            self.items(line.children),
            self.span(line.span),
            line.faulty,
            line.joined,
        )

    def _declaration(self, line: Declaration) -> Declaration:
        return Declaration(
            self._word(line.word),
            line.id and self._word(line.id),
            line.text and self._prose(line.text),
            tuple([self._field(field) for field in line.fields]),
            self.items(line.children),
            self.span(line.span),
            self._words(line.sides),
            self._words(line.speeches),
            line.faulty,
        )

    def _word(self, word: Word) -> Word:
        return Word(word.text, self._file, word.start + self._by, word.end + self._by)

    def _words(self, words: Sequence[Word]) -> tuple[Word, ...]:
        return tuple([self._word(word) for word in words]) if words else ()

    def _prose(self, prose: Prose) -> Prose:
        places = [at + self._by if number % 2 else at for number, at in enumerate(prose.places)]
        return Prose(prose.text, self._file, tuple(places))

    def _field(self, field: Field) -> Field:
        return Field(self._word(field.name), field.value and self._prose(field.value))

    def _cite(self, cite: CitePart) -> CitePart:
        return CitePart(
            self._word(cite.source),
            cite.locator,
            self.span(cite.span),
            cite.year and self._word(cite.year),
            cite.comma and self.span(cite.comma),
            cite.clock and self.span(cite.clock),
        )
