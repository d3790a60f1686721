"""The grammar's own table, walked in one loop: the short way through a text in which nothing is wrong.

Lark asks five functions for each word, and counts lines and columns that nobody here looks at. What
it has worked out, which words may stand in a state and what follows from each, is taken from it as it
is (see `taking`). Where a word cannot be read this gives up, and Lark itself reads the text, with its
ways to go on; a test holds both to the same result.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from ..values import dataclass
from .tokens import Gathered, Token

Rule = tuple[int, str, str, tuple[tuple[int, bool], ...] | None, bool]
"""A rule: how many values it takes, what it is called where it stands, what makes its value; which of its values
count, and whether what was gathered in them is taken out (None: all, as they are); whether a single one of them
stands for it."""
Lexer = tuple[str, int, dict[str, dict[str, str]]]
"""How the next word is found: a pattern, its flags, and words of a kind that are words of another kind by their
spelling."""
Make = Callable[[list[Any]], Any]
Reduction = tuple[int, Make, str]
"""How many values a rule takes, what makes one of them, and what it is called."""

END = "$END"
BLANK = " "
"""No word begins with one."""
LINE_END, INDENT, DEDENT = "_NL", "_INDENT", "_DEDENT"
_new = str.__new__
_compiled = cache(re.compile)


@dataclass(frozen=True, slots=True)
class WalkTable:
    """What may stand in each state, and what follows from it: the number of the next state, or below 0 that of a
    rule, counted backwards from -1. `states` have the number of their lexer, and what follows from each kind."""

    start: int
    end: int
    ignored: tuple[str, ...]
    lexers: list[Lexer]
    rules: list[Rule]
    states: dict[int, tuple[int, dict[str, int]]]


class _State:
    """Where the parser is: `match` finds the next word, `spelt` tells those that are written like a
    word of another kind, `steps` says what follows from each kind: the next state, or what is made first.
    `begins` where a line of the shape that is read whole may begin; where its first word leads here, `behind`
    are the states that its others lead through."""

    __slots__ = ("begins", "behind", "match", "spelt", "steps")

    def __init__(self, number: int, table: WalkTable, reductions: Sequence[Reduction]) -> None:
        lexer, steps = table.states[number]
        pattern, flags, self.spelt = table.lexers[lexer]
        self.match = _compiled(pattern, flags).match
        self.steps: dict[str, int | Reduction] = {
            kind: step if step >= 0 else reductions[-1 - step] for kind, step in steps.items()
        }
        self.begins = False
        self.behind: list[int] = []


def _make(rule: Rule, builder: object) -> Make:
    """What makes the value of a rule: the builder's method of its name, or else its values are gathered."""
    _, called, name, include, single = rule
    make: Make = getattr(builder, name, Gathered)
    if include is None:
        return _single if single else make
    if make is Gathered and called == name and include == ((0, True), (1, False)):
        return _and_one_more

    def of_some(values: list[Any]) -> Any:
        some: list[Any] = []
        for index, gathered in include:
            if gathered:
                some += values[index].children
            else:
                some.append(values[index])
        return make(some)

    return of_some


def _single(values: list[Any]) -> Any:
    (value,) = values
    return value


def _and_one_more(values: list[Any]) -> Any:
    gathered, one = values
    gathered.children.append(one)
    return gathered


class Walk:
    """Reads texts by a table; `builder` has a method for each rule that makes a value.

    `line` reads a whole line at an offset of the text, if it can: its value stands for the words of the shortest
    line that is of such a shape (`shortest`), and with it come where the next one begins and its depth.
    """

    def __init__(
        self,
        table: WalkTable,
        builder: object,
        line: Callable[[int], tuple[Any, int, int] | None],
        shortest: Sequence[str],
    ) -> None:
        self._table = table
        self._reductions = [(rule[0], _make(rule, builder), rule[1]) for rule in table.rules]
        self._line, self._shortest = line, shortest
        self._states: dict[int, _State] = {}

    def _state(self, number: int) -> _State:
        state = self._states[number] = _State(number, self._table, self._reductions)
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
        known, ignored, begin = self._states, self._table.ignored, self._table.start
        here = known.get(begin) or self._state(begin)
        stack, values = [begin], []
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
                kind, start, at = found.lastgroup or "", at, found.end()
                if kind in ignored:
                    continue
                word = _new(Token, text[start:at])
                if kind in here.spelt:
                    kind = here.spelt[kind].get(word, kind)
                word.type, word.start_pos, word.end_pos = kind, start, at
                if kind == LINE_END:
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
                if kind == END and number == self._table.end:
                    return values[-1]

    def _depth(self, depth: int, depths: list[int]) -> list[str]:
        """What comes of a line that is indented by `depth`, the last first."""
        if depth > depths[-1]:
            depths.append(depth)
            return [INDENT]
        closed = 0
        while depth < depths[-1]:
            depths.pop()
            closed += 1
        return [DEDENT] * closed
