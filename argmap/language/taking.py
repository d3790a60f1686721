"""Taking the table that Lark has worked out from the grammar apart into plain values."""

from typing import Any

from lark import Lark
from lark.parsers.lalr_analysis import Shift

from .table import Indents, parser
from .walking import Lexer, Rule, WalkTable


def taken(lark: Lark | None = None) -> WalkTable:
    """The table of a parser of the grammar, or of the one that is kept."""
    frontend: Any = (lark or parser(postlex=Indents())).parser
    inner = frontend.parser.parser
    ((start,), (end,)) = (states.values() for states in (inner.parse_table.start_states, inner.parse_table.end_states))
    rules = {rule: number for number, rule in enumerate(inner.callbacks)}
    lexers: dict[str, tuple[int, Lexer]] = {}
    states: dict[int, tuple[int, dict[str, int]]] = {}
    for number, actions in inner.parse_table.states.items():
        lexer = _lexer(frontend.lexer.lexer.lexers[number])
        known, _ = lexers.setdefault(repr(lexer), (len(lexers), lexer))
        states[number] = (
            known,
            {str(name): arg if action is Shift else -1 - rules[arg] for name, (action, arg) in actions.items()},
        )
    made = [_rule(rule, inner.callbacks[rule]) for rule in rules]
    ignored = tuple(map(str, frontend.lexer_conf.ignore))
    return WalkTable(start, end, ignored, [lexer for _, lexer in lexers.values()], made, states)


def _lexer(lexer: Any) -> Lexer:
    (pattern,) = lexer.scanner._mres
    spelt = {
        str(kind): {str(word.pattern.value): str(word.name) for word in told.scanner.terminals}
        for kind, told in lexer.callback.items()
    }
    return pattern.pattern, pattern.flags, spelt


def _rule(rule: Any, callback: Any) -> Rule:
    include, single = None, False
    while hasattr(callback, "node_builder"):
        if hasattr(callback, "to_include"):
            include = tuple(callback.to_include)
        else:
            single = True
        callback = callback.node_builder
    return len(rule.expansion), str(rule.origin.name), str(rule.alias or rule.origin.name), include, single
