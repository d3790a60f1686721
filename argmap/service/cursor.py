"""Where a cursor stands in a text that is being written, and need not be right yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..language.openings import opening

BLANKS = " \t\u00a0\r"
CARD = '"""'
STATEMENTS = ("statement", "reference")


@dataclass(frozen=True, slots=True)
class Cursor:
    """`before` are the words of its line up to it, which begin at the offset `start`; `under` is the role
    of what the line stands under: `statement`, `reference`, `topic`, `source`, `section` ..., or "" at the
    margin."""

    before: str
    start: int
    under: str

    @property
    def margin(self) -> bool:
        """Whether the line stands at the margin."""
        return self.under == ""


def cursor_at(text: str, offset: int) -> Cursor | None:
    """The cursor at an offset; None in a comment or in a card, where anything may be written."""
    begin = text.rfind("\n", 0, offset) + 1
    line = text[begin:offset]
    words = line.lstrip(BLANKS)
    if words.startswith("#") or _in_card(text, begin, line):
        return None
    width = len(line) - len(words)
    under = _under(text, begin, width) if width else ""
    return None if under is None else Cursor(words, begin + width, under)


def _in_card(text: str, begin: int, line: str) -> bool:
    lines = (each for each in text[:begin].split("\n") if CARD in each and not each.lstrip(BLANKS).startswith("#"))
    return (sum(each.count(CARD) for each in lines) + line.count(CARD)) % 2 == 1


def _under(text: str, begin: int, width: int) -> str | None:
    """The role of the nearest line above that stands less deep and opens something; None under a field,
    whose text goes on there."""
    for line in _above(text, begin):
        words = line.strip(BLANKS)
        depth = len(line) - len(line.lstrip(BLANKS))
        if not words or words.startswith("#") or depth >= width:
            continue
        if depth:
            opened = opening(words, "statement", False) or opening(words, "source", False)
        else:
            opened = opening(words, "", True)
        if opened and opened.role == "field":
            return None
        if opened:
            return opened.role
        if not depth:
            return "statement"
        width = depth + 1  # a text that goes on: its statement is further up, and not deeper
    return "statement"


def _above(text: str, end: int) -> Iterator[str]:
    while end > 0:
        begin = text.rfind("\n", 0, end - 1) + 1
        yield text[begin : end - 1]
        end = begin
