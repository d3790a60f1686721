"""Reading an outline by Lark itself, fault by fault.

A head that the grammar cannot read becomes a FAULT in its place, as an `error` token does in yacc:
what stood on the stack since the line began is dropped, the line is explained, and reading goes on
at its end. So every faulty line is told, and none takes others with it.
"""

from typing import Any

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from ..diagnostic import Diagnostic
from .heads import explain_head
from .outline import Outline
from .syntax import Item
from .table import Indents, parser


class Recovering:
    """The grammar, ready to read one outline after another; `builder` makes a value of each rule."""

    def __init__(self, builder: Any) -> None:
        self._indents = Indents()
        self._lark = parser(postlex=self._indents, transformer=builder)

    def read(self, outline: Outline) -> tuple[tuple[Item, ...], list[Diagnostic]]:
        """What an outline says, and the faults of its heads."""
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

        self._indents.restart()
        items: Any = self._lark.parse(outline.text, on_error=recover)
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
