"""What the grammar reads, as syntax values, each with its place in the author's file."""

# ruff: noqa: D102 - each method is named after the rule of the grammar that it reads.

from collections.abc import Mapping
from typing import Any

from ..source import Prose, Span
from ..values import dataclass
from .head_parts import Children, HeadParts
from .plain_head import plain_head
from .salvage import salvage
from .syntax import (
    Declaration,
    ExtensionLine,
    FaultyLine,
    Field,
    Item,
    Nested,
    ReferenceLine,
    RelationLine,
    StatementLine,
    Word,
)
from .tokens import is_token


@dataclass(slots=True)
class _Line:
    """What stands on a line and under it, sorted. `end` is the offset behind its colon."""

    end: int
    name: Word | None
    text: Prose | None
    fields: list[Field]
    nested: list[Nested]
    parts: Mapping[str, list[Any]]

    def part(self, name: str) -> tuple[Any, ...]:
        return tuple(self.parts.get(name, ())) if self.parts else ()


class Builder(HeadParts):
    """Makes a value of each rule of the grammar; its methods are named after the rules. `outline` is
    the one that is being read."""

    def _sorted(self, children: Children) -> _Line:
        end, name, text = children[0].end_pos, None, None
        fields: list[Field] = []
        nested: list[Nested] = []
        parts: dict[str, list[Any]] = {}
        for child in children[1:]:
            if is_token(child):
                if child.type == "ID":
                    name = self._word(child)
                elif child.type == "TEXT":
                    text = self.outline.prose(child.start_pos, child.end_pos)
                else:
                    end = child.end_pos
            elif isinstance(child, tuple):
                parts.setdefault(child[0], []).extend(child[1])
            elif isinstance(child, Field):
                fields.append(child)
            else:
                nested.append(child)
        return _Line(end, name, text, fields, nested, parts)

    def line(self, at: int) -> tuple[StatementLine, int, int] | None:
        """The plain head of a statement at an offset of the outline (see `plain_head`)."""
        return plain_head(self.outline, at)

    def start(self, children: Children) -> tuple[Item, ...]:
        return tuple(children)

    def _declaration(self, children: Children) -> Declaration:
        line = self._sorted(children)
        return Declaration(
            self._word(children[0]),
            line.name,
            line.text,
            tuple(line.fields),
            tuple(line.nested),
            self.outline.span(children[0].start_pos, line.end),
            line.part("side"),
            line.part("speech"),
        )

    topic = side = source = section = include = _declaration

    def statement(self, children: Children) -> StatementLine | Declaration | FaultyLine:
        first = children[0]
        if isinstance(first, StatementLine):
            return _with(first, children[2:])
        if first.type == "FAULT":
            return salvage(self.outline, first.start_pos, first.end_pos, children[1:])
        joined = first.type == "PLUS"
        if joined and isinstance(children[1], StatementLine):
            return _with(children[1], children[3:], self._span(first, first))
        line = self._sorted(children[1:] if joined else children)
        return StatementLine(
            self._word(children[joined]),
            line.name,
            line.part("mark"),
            line.part("analytic"),
            line.part("side"),
            line.part("speech"),
            line.part("cites"),
            line.part("tag"),
            line.text,
            tuple(line.fields),
            tuple(line.nested),
            self.outline.span(first.start_pos, line.end),
            joined=joined,
        )

    def faulty(self, children: Children) -> StatementLine | Declaration | FaultyLine:
        (line,) = children
        return salvage(self.outline, line.start_pos, line.end_pos, ())

    def field(self, children: Children) -> Field:
        name, *value = children
        if not value:
            return Field(self._word(name), None)
        token = value[0]
        if token.type == "CARD":
            return Field(self._word(name), self.outline.prose(token.start_pos + 3, token.end_pos - 3))
        return Field(self._word(name), self.outline.prose(token.start_pos, token.end_pos))

    def reference(self, children: Children) -> ReferenceLine:
        joined = children[0].type == "PLUS"
        kind, name, *nested = children[joined:]
        span = self.outline.span(children[0].start_pos, name.end_pos)
        return ReferenceLine(self._word(kind), self._word(name), tuple(nested), span, joined)

    def relation(self, children: Children) -> RelationLine:
        left, verb, right, *end = children
        listed = isinstance(right, tuple)
        last = end[0].end_pos if end else right[-1].end_pos
        return RelationLine(
            tuple(map(self._word, left)),
            self._word(verb),
            tuple(map(self._word, right)),
            self._word(end[0]) if end else None,
            self.outline.span(left[0].start_pos, last),
            listed,
        )

    def extension(self, children: Children) -> ExtensionLine:
        (_, (speech,)), verb, *names = children
        last = self._word(names[-1])
        span = Span(speech.span.file, speech.span.start, last.span.end)
        return ExtensionLine(speech, self._word(verb), tuple(map(self._word, names)), span)


def _with(head: StatementLine, under: Children, plus: Span | None = None) -> StatementLine:
    """A statement whose head was read by itself, with what stands under it; `plus` is the `+` that it begins with."""
    if not under and plus is None:
        return head
    fields = tuple(child for child in under if isinstance(child, Field))
    nested = tuple(child for child in under if not isinstance(child, Field)) if fields else tuple(under)
    span = Span(head.span.file, plus.start, head.span.end) if plus else head.span
    return StatementLine(
        head.kind,
        head.id,
        head.marks,
        head.analytic,
        head.sides,
        head.speeches,
        head.cites,
        head.tags,
        head.text,
        fields,
        nested,
        span,
        joined=plus is not None,
    )
