"""From a file's text to what it says: the outline is read by the grammar, fault by fault.

A head that the grammar cannot read becomes a FAULT in its place, as an `error` token does in yacc:
what stood on the stack since the line began is dropped, the line is explained, and reading goes on
at its end. So every faulty line is told, and none takes others with it.
"""

import threading
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark, Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken
from lark.indenter import Indenter
from lark.visitors import Discard, Transformer

from .diagnostic import Diagnostic
from .heads import explain_head
from .layout import read_outline
from .model import Locator
from .outline import Outline
from .salvage import salvage
from .source import SourceFile
from .syntax import (
    CitePart,
    Declaration,
    Document,
    FaultyLine,
    Field,
    Item,
    Nested,
    ReferenceLine,
    RelationLine,
    StatementLine,
    Word,
)

GRAMMAR = Path(__file__).with_name("grammar.lark")


def parse(file: SourceFile) -> tuple[Document, tuple[Diagnostic, ...]]:
    """What a file says, and every fault of its lines and heads, in the order of their places.

    Never raises for anything that stands in the text.
    """
    outline = read_outline(file)
    items, faults = _parser().parse(outline)
    found = sorted((*outline.diagnostics, *faults), key=lambda d: d.span.start if d.span else -1)
    return Document(file, items, outline.comments), tuple(found)


@cache
def _parser() -> "_Parser":
    return _Parser()


class _Indentation(Indenter):
    """Turns depth into tokens; unlike Lark's own it keeps count when reading resumes after a fault."""

    NL_type = "_NL"
    OPEN_PAREN_types: list[str] = []  # noqa: RUF012 - the name and type are Lark's
    CLOSE_PAREN_types: list[str] = []  # noqa: RUF012
    INDENT_type = "_INDENT"
    DEDENT_type = "_DEDENT"
    tab_len = 1

    def restart(self) -> None:
        self.indent_level = [0]

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        tokens: Iterator[Token] = self._process(stream)  # type: ignore[no-untyped-call]
        return tokens


class _Parser:
    """The grammar, ready to read one outline after another."""

    def __init__(self) -> None:
        self._builder = _Builder()
        self._indentation = _Indentation()
        self._lark = Lark(
            GRAMMAR.read_text(encoding="utf-8"),
            parser="lalr",
            lexer="contextual",
            postlex=self._indentation,
            transformer=self._builder,
        )
        self._lock = threading.Lock()

    def parse(self, outline: Outline) -> tuple[tuple[Item, ...], list[Diagnostic]]:
        faults: list[Diagnostic] = []
        seen: set[int] = set()

        def recover(error: UnexpectedInput) -> bool:
            at = error.pos_in_stream
            if isinstance(error, UnexpectedToken) and error.token.start_pos is not None:
                at = error.token.start_pos
            start, end = outline.line_bounds(len(outline.text) if at is None else at)
            if start in seen:  # no fault may be met twice, or reading would never end
                return False
            seen.add(start)
            faults.append(explain_head(outline, start, end, at or 0))
            _go_on_behind(error, start, end)
            return True

        with self._lock:
            self._indentation.restart()
            self._builder.outline = outline
            items: Any = self._lark.parse(outline.text, on_error=recover) if outline.text else ()
        return items, faults


def _go_on_behind(error: UnexpectedInput, start: int, end: int) -> None:
    """Drop what was read of a line, put a FAULT there, and let the lexer go on at the line's end."""
    assert isinstance(error, UnexpectedToken | UnexpectedCharacters)
    interactive: Any = error.interactive_parser
    state = interactive.parser_state
    while "FAULT" not in state.parse_conf.states[state.state_stack[-1]]:
        state.state_stack.pop()
        state.value_stack.pop()
    state.feed_token(Token("FAULT", "", start, end_pos=end))
    interactive.lexer_thread.state.line_ctr.char_pos = end


Children = list[Any]


class _Builder(Transformer[Token, Any]):
    """Makes syntax values of what the grammar reads, each with its place in the author's file."""

    outline: Outline

    def __init__(self) -> None:
        super().__init__(visit_tokens=False)

    def word(self, token: Token, skip: int = 0) -> Word:
        start, end = token.start_pos or 0, token.end_pos or 0
        text = str(token)[skip:]
        return Word(
            text if text.isascii() else unicodedata.normalize("NFC", text),
            self.outline.span(start, end),
        )

    def start(self, children: Children) -> tuple[Item, ...]:
        return tuple(children)

    def _declaration(self, children: Children) -> Declaration:
        name = text = None
        fields: list[Field] = []
        nested: list[Nested] = []
        colon = children[0]
        for child in children[1:]:
            if isinstance(child, Field):
                fields.append(child)
            elif not isinstance(child, Token):
                nested.append(child)
            elif child.type == "ID":
                name = self.word(child)
            elif child.type == "TEXT":
                text = self.outline.prose(child.start_pos or 0, child.end_pos or 0)
            else:
                colon = child
        span = self.outline.span(children[0].start_pos, colon.end_pos)
        return Declaration(self.word(children[0]), name, text, tuple(fields), tuple(nested), span)

    topic = side = source = section = include = _declaration

    def faulty(self, _children: Children) -> object:
        """A field that could not be read: it is told already, and nothing is kept of it."""
        return Discard

    def field(self, children: Children) -> Field:
        name, *value = children
        if not value:
            return Field(self.word(name), None)
        token = value[0]
        if token.type == "CARD":
            return Field(self.word(name), self.outline.prose(token.start_pos + 3, token.end_pos - 3))
        return Field(self.word(name), self.outline.prose(token.start_pos, token.end_pos))

    def statement(self, children: Children) -> StatementLine | Declaration | FaultyLine:
        first = children[0]
        if first.type == "FAULT":
            return salvage(self.outline, first.start_pos, first.end_pos, children[1:])
        parts: dict[str, list[Any]] = {}
        name = text = None
        fields: list[Field] = []
        nested: list[Nested] = []
        colon = first
        for child in children[1:]:
            if isinstance(child, tuple):
                parts.setdefault(child[0], []).extend(child[1])
            elif isinstance(child, Field):
                fields.append(child)
            elif not isinstance(child, Token):
                nested.append(child)
            elif child.type == "ID":
                name = self.word(child)
            elif child.type == "TEXT":
                text = self.outline.prose(child.start_pos or 0, child.end_pos or 0)
            else:
                colon = child
        return StatementLine(
            self.word(first),
            name,
            tuple(parts.get("mark", ())),
            tuple(parts.get("analytic", ())),
            tuple(parts.get("side", ())),
            tuple(parts.get("speech", ())),
            tuple(parts.get("cites", ())),
            tuple(parts.get("tag", ())),
            text,
            tuple(fields),
            tuple(nested),
            self.outline.span(first.start_pos, colon.end_pos),
        )

    def reference(self, children: Children) -> ReferenceLine:
        kind, name, *nested = children
        span = self.outline.span(kind.start_pos, name.end_pos)
        return ReferenceLine(self.word(kind), self.word(name), tuple(nested), span)

    def mark(self, children: Children) -> tuple[str, list[Word]]:
        return "mark", [self.word(children[0])]

    def analytic(self, children: Children) -> tuple[str, list[Word]]:
        return "analytic", [self.word(children[0])]

    def side_part(self, children: Children) -> tuple[str, list[Word]]:
        return "side", [self.word(children[0])]

    def speech(self, children: Children) -> tuple[str, list[Word]]:
        return "speech", [self.word(children[0], skip=1)]

    def tag(self, children: Children) -> tuple[str, list[Word]]:
        return "tag", [self.word(children[0], skip=1)]

    def cites(self, children: Children) -> tuple[str, list[CitePart]]:
        return "cites", children

    def cite(self, children: Children) -> CitePart:
        source = children[0]
        locator, end = children[1] if len(children) > 1 else (None, source.end_pos)
        return CitePart(self.word(source), locator, self.outline.span(source.start_pos, end))

    def locator(self, children: Children) -> tuple[Locator, int]:
        unit, value = children
        end = value.end_pos or 0
        if unit.type == "IN_SECTION":
            return Locator("section", text=str(value)[1:-1].strip()), end
        if unit.type == "TIME":
            return Locator("time", text=str(value)), end
        first, _, last = str(value).replace("–", "-").partition("-")
        name = "para" if unit.type == "PARA" else "page"
        # Python itself refuses to read a number of thousands of digits.
        return Locator(name, int(first.strip()[:18]), int((last or first).strip()[:18])), end

    def relation(self, children: Children) -> RelationLine:
        left, verb, right, *end = children
        last = end[0].end_pos if end else right[-1].end_pos
        return RelationLine(
            tuple(map(self.word, left)),
            self.word(verb),
            tuple(map(self.word, right)),
            self.word(end[0]) if end else None,
            self.outline.span(left[0].start_pos, last),
        )

    def ids(self, children: Children) -> list[Token]:
        return children
