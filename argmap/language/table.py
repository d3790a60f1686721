"""The grammar as a ready parser of Lark's: its table is worked out once and kept (see `kept`)."""

import io
import pickle
from collections.abc import Iterator
from typing import Any

from lark import Lark, Token
from lark.indenter import Indenter

from .kept import grammar, keep, kept

BOUND = frozenset(["postlex", "transformer"])
"""What a parser is given each time: our own objects, which are no part of the table."""
NAME = "grammar"


class Indents(Indenter):
    """Turns depth into tokens; unlike Lark's own it keeps count when reading resumes after a fault."""

    NL_type = "_NL"
    OPEN_PAREN_types: list[str] = []  # noqa: RUF012 - the name and type are Lark's
    CLOSE_PAREN_types: list[str] = []  # noqa: RUF012
    INDENT_type = "_INDENT"
    DEDENT_type = "_DEDENT"
    tab_len = 1

    def restart(self) -> None:
        """Count from the margin."""
        self.indent_level = [0]

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The words with what indentation makes of them."""
        tokens: Iterator[Token] = self._process(stream)  # type: ignore[no-untyped-call]
        return tokens


def parser(**bound: Any) -> Lark:
    """A parser of the grammar, with a `postlex` and a `transformer` of its own."""
    raw = kept(NAME)
    if raw is not None:
        try:
            return Lark.__new__(Lark)._load(pickle.loads(raw), **bound)
        except Exception:
            pass
    made = build(**bound)
    data = io.BytesIO()
    made.save(data, BOUND)
    keep(NAME, data.getvalue())
    return made


def build(**bound: Any) -> Lark:
    """The same parser, worked out from the grammar."""
    return Lark(grammar(), parser="lalr", lexer="contextual", **bound)
