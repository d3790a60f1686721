"""The grammar's own table, walked in one loop: the short way through a text in which nothing is wrong.

Lark asks five functions for each word, and counts lines and columns that nobody here looks at. What
it has worked out, which words may stand in a state and what follows from each, is taken from it as it
is. Where a word cannot be read this gives up, and Lark itself reads the text, with its ways to go on; a
test holds both to the same result.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lark import Lark, Token, Tree
from lark.parsers.lalr_analysis import Shift

Reduction = tuple[int, Callable[[list[Any]], Any], str]
"""How many values a rule takes, what makes one of them, and what it is called."""

END = "$END"
BLANK = " "
"""No word begins with one."""
_new = str.__new__


class _State:
    """Where the parser is: `match` finds the next word, `spelt` tells those that are written like a
    word of another kind, `steps` says what follows from each kind: the next state, or what is made first.
    `begins` where a line of the shape that is read whole may begin; where its first word leads here, `behind`
    are the states that its others lead through."""

    __slots__ = ("begins", "behind", "match", "spelt", "steps")

    def __init__(self, lexer: Any, actions: Mapping[str, tuple[Any, Any]], made: Mapping[Any, Any]) -> None:
        (pattern,) = lexer.scanner._mres
        self.match = pattern.match
        self.spelt: dict[str, dict[str, str]] = {
            kind: {word.pattern.value: word.name for word in told.scanner.terminals}
            for kind, told in lexer.callback.items()
        }
        self.steps: dict[str, int | Reduction] = {
            name: arg if action is Shift else (len(arg.expansion), _gathers(arg) or made[arg], arg.origin.name)
            for name, (action, arg) in actions.items()
        }
        self.begins = False
        self.behind: list[int] = []


def _gathers(rule: Any) -> Callable[[list[Any]], Any] | None:
    """How Lark's own rules for `x+` and `x*` gather what stands there, done at once; None for any other rule,
    and for words, which are not all kept."""
    symbols = rule.expansion
    if not rule.origin.name.startswith("__") or symbols[-1].is_term or symbols[-1].name.startswith("_"):
        return None
    if len(symbols) == 1:
        return lambda values: Tree("", values)
    return _and_one_more if len(symbols) == 2 and symbols[0] == rule.origin else None


def _and_one_more(values: list[Any]) -> Any:
    gathered, one = values
    gathered.children.append(one)
    return gathered


class Walk:
    """Reads texts by the table of a parser whose `postlex` makes of indentation what Lark's Indenter does.

    `line` reads a whole line at an offset of the text, if it can: its value stands for the words of the shortest
    line that is of such a shape (`shortest`), and with it come where the next one begins and its depth.
    """

    def __init__(self, lark: Lark, line: Callable[[int], tuple[Any, int, int] | None], shortest: Sequence[str]) -> None:
        frontend: Any = lark.parser
        parser = frontend.parser.parser
        (self._start,), (self._end,) = (
            states.values() for states in (parser.parse_table.start_states, parser.parse_table.end_states)
        )
        self._table, self._made = parser.parse_table.states, parser.callbacks
        self._lexers = frontend.lexer.lexer.lexers
        self._ignored = frozenset(frontend.lexer_conf.ignore)
        self._indenter = frontend.lexer.postlexer
        self._line, self._shortest = line, shortest
        self._states: dict[int, _State] = {}

    def _state(self, number: int) -> _State:
        state = self._states[number] = _State(self._lexers[number], self._table[number], self._made)
        first, *others = self._shortest
        state.begins = first in state.steps
        behind = state
        for kind in others:
            step = behind.steps.get(kind)
            if not isinstance(step, int):
                break
            behind = self._states.get(step) or self._state(step)
            state.behind.append(step)
        return state

    def read(self, text: str) -> Any:  # noqa: PLR0912, PLR0915 (one loop: to call a function for a word is what it saves)
        """What a text comes to; None where a word of it cannot be read."""
        known, ignored, line_end = self._states, self._ignored, self._indenter.NL_type
        here = known.get(self._start) or self._state(self._start)
        stack, values = [self._start], []
        waiting: list[str] = []
        depths, at, size = [0], 0, len(text)
        word: Any = None
        whole, line = self._shortest[0], None
        while True:
            if waiting:
                kind = waiting.pop()
            elif at >= size:
                kind = END
            elif text[at] == BLANK:
                at += 1
                continue
            elif here.begins and (line := self._line(at)):
                word, at, depth = line
                waiting = self._depth(depth, depths)
                kind = whole
            else:
                found = here.match(text, at)
                if found is None:
                    return None
                kind, start, at = found.lastgroup, at, found.end()
                if kind in ignored:
                    continue
                word = _new(Token, text[start:at])
                if kind in here.spelt:
                    kind = here.spelt[kind].get(word, kind)
                word.type, word.start_pos, word.end_pos = kind, start, at
                if kind == line_end:
                    waiting = self._depth(at - text.rindex("\n", start, at) - 1, depths)
            while True:
                step = here.steps.get(kind)
                if step is None:
                    return None
                if isinstance(step, int):
                    stack.append(step)
                    values.append(word)
                    here = known.get(step) or self._state(step)
                    if line:
                        stack += here.behind
                        values += [None] * len(here.behind)
                        here, line = known[stack[-1]], None
                    break
                count, make, name = step
                taken = values[-count:] if count else []
                if count:
                    del stack[-count:], values[-count:]
                values.append(make(taken))
                number: Any = known[stack[-1]].steps[name]
                stack.append(number)
                here = known.get(number) or self._state(number)
                if kind == END and number == self._end:
                    return values[-1]

    def _depth(self, depth: int, depths: list[int]) -> list[str]:
        """What comes of a line that is indented by `depth`, the last first."""
        if depth > depths[-1]:
            depths.append(depth)
            return [self._indenter.INDENT_type]
        closed = 0
        while depth < depths[-1]:
            depths.pop()
            closed += 1
        return [self._indenter.DEDENT_type] * closed
