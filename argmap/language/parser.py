"""From an outline to what it says, by the grammar, fault by fault.

A head that the grammar cannot read becomes a FAULT in its place, as an `error` token does in yacc:
what stood on the stack since the line began is dropped, the line is explained, and reading goes on
at its end. So every faulty line is told, and none takes others with it.
"""

import threading
from collections.abc import Iterator
from functools import cache
from typing import Any

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken
from lark.indenter import Indenter

from ..diagnostic import Diagnostic
from .building import Builder
from .heads import explain_head
from .outline import Outline
from .syntax import Item
from .table import parser
from .walking import Walk


def parse_outline(outline: Outline) -> tuple[tuple[Item, ...], list[Diagnostic]]:
    """What an outline says, and the faults of its heads."""
    return _parser().parse(outline) if outline.text else ((), [])


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
        self._builder = Builder()
        self._indentation = _Indentation()
        self._lark = parser(postlex=self._indentation, transformer=self._builder)
        self._walk = Walk(self._lark, self._builder.line, ("KIND", "COLON", "_NL"))
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
            items: Any = self._walk.read(outline.text) if outline.text else ()
            if items is None:
                items = self._lark.parse(outline.text, on_error=recover)
            del self._builder.outline
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
