"""A card's passage as its marks divide it: underlined, emphasised, highlighted."""

from collections.abc import Iterator

from ..regex import regex
from ..values import dataclass

UNDERLINED = "__"
EMPHASISED = "**"
HIGHLIGHTED = "=="
ESCAPE = "\\"
MARK = regex(r"__|\*\*|==|\\(?=[_*=\"\\])")
"""A mark, or a backslash that takes the letter after it for a letter."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a card that are marked alike. `marks` holds `__` (to be read), `**`, `==`."""

    text: str
    marks: frozenset[str]


def stretches(markup: str) -> Iterator[Stretch]:
    """The stretches of a card's markup, in order, without the marks themselves.

    A mark that is never closed runs to the end.
    """
    marks: frozenset[str] = frozenset()
    words: list[str] = []
    at = 0
    found = MARK.search(markup)
    while found:
        words.append(markup[at : found.start()])
        at = found.end()
        if found.group() == ESCAPE:
            found = MARK.search(markup, at + 1)
            continue
        if any(words):
            yield Stretch("".join(words), marks)
        words = []
        marks ^= {found.group()}
        found = MARK.search(markup, at)
    if any(words) or at < len(markup):
        yield Stretch("".join([*words, markup[at:]]), marks)
