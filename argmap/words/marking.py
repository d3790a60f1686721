"""A card's passage as its marks divide it: underlined, emphasised, highlighted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNDERLINED = "__"
EMPHASISED = "**"
HIGHLIGHTED = "=="
MARK = re.compile(r"__|\*\*|==")


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
    at = 0
    for found in MARK.finditer(markup):
        if found.start() > at:
            yield Stretch(markup[at : found.start()], marks)
        marks ^= {found.group()}
        at = found.end()
    if at < len(markup):
        yield Stretch(markup[at:], marks)
