"""Lists amid a text: argmap has none, so that lines which begin like one were probably meant as statements."""

import re

from ..regex import regex
from .indentation import Line
from .labels import ends_sentence
from .outline import Entry

ITEM = regex(r"(?:(?P<sign>[-*•·▪◦‣–—\uf0a7\uf0b7\uf0d8])|\(?(?:(?P<number>[0-9]{1,3})|(?P<letter>[A-Za-z]))[.)])\s+\S")
DASHES = "–—"
"""What begins a line of prose as well."""


class Lists:
    """Looks for two lines of one text of which the second goes on counting where the first does."""

    def __init__(self) -> None:
        self._of: Entry | None = None
        self._next: str | int = ""
        self._first: Line | None = None
        self._told = False

    def begins(self, of: Entry, line: Line, before: str) -> Line | None:
        """The first line of a list of which `line`, a line of the text of `of`, is the second; None where it
        is none. `before` is the line above."""
        item = ITEM.match(line.words)
        if of is not self._of:
            self._of, self._first, self._told = of, None, False
        if item is None or self._told:
            return None
        here, after = _counted(item)
        first, goes_on = self._first, self._first is not None and here == self._next
        if not goes_on and item["sign"] and item["sign"] in DASHES and not ends_sentence(before):
            return None
        self._first, self._next = line, after
        self._told = goes_on
        return first if goes_on else None


def _counted(item: re.Match[str]) -> tuple[str | int, str | int]:
    """What an item of a list is counted with, and what the next one would be."""
    if item["number"]:
        return int(item["number"]), int(item["number"]) + 1
    letter = item["letter"]
    return (letter, chr(ord(letter) + 1)) if letter else (item["sign"], item["sign"])
