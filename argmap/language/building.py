"""What the grammar reads, as syntax values, each with its place in the author's file."""

# ruff: noqa: D102 - each method is named after the rule of the grammar that it reads.

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from sys import intern
from typing import Any

from lark import Token
from lark.visitors import Transformer

from ..model import Locator
from ..normal import normal
from ..regex import regex
from ..source import Prose, Span
from .outline import Outline
from .salvage import salvage
from .syntax import (
    CitePart,
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

Children = list[Any]
DASH = regex("[‐‑–—]")
"""What word processors make of a hyphen between numbers."""


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


class Builder(Transformer[Token, Any]):
    """Makes a value of each rule of the grammar; its methods are named after the rules. `outline` is
    the one that is being read."""

    outline: Outline

    def __init__(self) -> None:
        super().__init__(visit_tokens=False)

    def _word(self, token: Token, skip: int = 0) -> Word:
        text = str(token)[skip:] if skip else str(token)
        if not text.isascii():
            text = normal("NFC", text)
        return Word(intern(text), self.outline.span(token.start_pos or 0, token.end_pos or 0))

    def _span(self, first: Token, last: Token) -> Span:
        return self.outline.span(first.start_pos or 0, last.end_pos or 0)

    def _sorted(self, children: Children) -> _Line:
        end, name, text = children[0].end_pos, None, None
        fields: list[Field] = []
        nested: list[Nested] = []
        parts: dict[str, list[Any]] = {}
        for child in children[1:]:
            if isinstance(child, Token):
                if child.type == "ID":
                    name = self._word(child)
                elif child.type == "TEXT":
                    text = self.outline.prose(child.start_pos or 0, child.end_pos or 0)
                else:
                    end = child.end_pos
            elif isinstance(child, tuple):
                parts.setdefault(child[0], []).extend(child[1])
            elif isinstance(child, Field):
                fields.append(child)
            else:
                nested.append(child)
        return _Line(end, name, text, fields, nested, parts)

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
        if first.type == "FAULT":
            return salvage(self.outline, first.start_pos, first.end_pos, children[1:])
        joined = first.type == "PLUS"
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

    def mark(self, children: Children) -> tuple[str, list[Word]]:
        return "mark", [self._word(children[0])]

    def analytic(self, children: Children) -> tuple[str, list[Word]]:
        return "analytic", [self._word(children[0])]

    def side_part(self, children: Children) -> tuple[str, list[Word]]:
        return "side", [self._word(children[0])]

    def speech(self, children: Children) -> tuple[str, list[Word]]:
        return "speech", [self._word(children[0], skip=1)]

    def tag(self, children: Children) -> tuple[str, list[Word]]:
        return "tag", [self._word(children[0], skip=1)]

    def cites(self, children: Children) -> tuple[str, list[CitePart]]:
        cites: list[CitePart] = []
        comma: Span | None = None
        for child in children:
            if isinstance(child, Token):
                comma = self._span(child, child)
            else:
                cites.append(replace(child, comma=comma) if comma else child)
                comma = None
        return "cites", cites

    def cite(self, children: Children) -> CitePart:
        source, *more = children
        locator, end = more[0] if more and not isinstance(more[0], Token) else (None, source.end_pos)
        part = CitePart(self._word(source), locator, self.outline.span(source.start_pos, end))
        if not more or not isinstance(more[0], Token):
            return part
        token, span = more[0], self._span(source, more[0])
        if token.type == "YEAR":
            year = self.outline.span(source.end_pos or 0, token.end_pos or 0)
            return replace(part, span=span, year=Word(str(token).strip(",'’ "), year))
        return replace(part, span=span, locator=Locator("time", text=str(token)), clock=self._span(token, token))

    def locator(self, children: Children) -> tuple[Locator, int]:
        unit, value = children
        end = value.end_pos or 0
        if unit.type == "IN_SECTION":
            return Locator("section", text=str(value)[1:-1].strip()), end
        if unit.type == "TIME":
            return Locator("time", text=str(value)), end
        if value.type == "PRINTED":
            return Locator("page", text=re.sub(r"\s*-\s*", "-", DASH.sub("-", str(value)))), end
        first, _, last = DASH.sub("-", str(value)).partition("-")
        name = "para" if unit.type == "PARA" else "page"
        # Python itself refuses to read a number of thousands of digits.
        return Locator(name, int(first.strip()[:18]), int((last or first).strip()[:18])), end

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

    def listed(self, children: Children) -> tuple[Token, ...]:
        return tuple(children)

    def ids(self, children: Children) -> list[Token]:
        return children
