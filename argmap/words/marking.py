"""A card's passage as its marks divide it: underlined, emphasised, highlighted."""

from itertools import combinations

from ..regex import regex
from ..values import dataclass

UNDERLINED = "__"
EMPHASISED = "**"
HIGHLIGHTED = "=="
ESCAPE = "\\"
MARK = regex(r"(__|\*\*|==|\\[_*=\"\\])")
"""A mark, or a backslash with the letter after it that it takes for a letter."""

_MARKS = (UNDERLINED, EMPHASISED, HIGHLIGHTED)
_TOGETHER = [frozenset(some) for many in range(len(_MARKS) + 1) for some in combinations(_MARKS, many)]
_SWITCHED = {(marks, mark): marks ^ {mark} for marks in _TOGETHER for mark in _MARKS}
"""What is marked how after a mark: each mark opens where it is not open, and else closes."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a card that are marked alike. `marks` holds `__` (to be read), `**`, `==`."""

    text: str
    marks: frozenset[str]


def stretches(markup: str) -> list[Stretch]:
    """The stretches of a card's markup, in order, without the marks themselves.

    A mark that is never closed runs to the end.
    """
    found: list[Stretch] = []
    marks = frozenset[str]()
    words: list[str] = []
    parts = MARK.split(markup)  # words, a mark, words, a mark ... words
    parts.append("")
    for text, mark in zip(parts[::2], parts[1::2], strict=True):
        if text:
            words.append(text)
        if mark[:1] == ESCAPE:
            words.append(mark[1:])
            continue
        if words:
            found.append(Stretch(words[0] if len(words) == 1 else "".join(words), marks))
            words = []
        if mark:
            marks = _SWITCHED[marks, mark]
    return found
