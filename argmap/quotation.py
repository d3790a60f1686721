"""Quoted words inside a statement's text.

Whatever stands between double quotes, straight or curly, is claimed to be the source's own words.
"""

import re
from dataclasses import dataclass

MARK = re.compile('["“”„‟]')
QUOTED = re.compile(
    "|".join(
        (
            '"(?:[^"“”]|“[^"“”]*”)*+"',  # straight marks, curly ones inside them being the source's
            '“(?:[^“”]|“[^“”]*”)*+”',  # curly marks, straight or further ones inside them likewise
            '"[^"“”]*”',  # a mark that a word processor has turned only at one end
            '“[^"“”]*"',
            "[„‟][^“”„\"]*[“”\"]",  # as in German
            "”[^“”\"]*[”\"]",  # as in Swedish
        )
    )
)
"""A quotation with its marks. Each way to close one is tried in turn."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The offsets of the quoted words in a text, without their quotation marks."""

    start: int
    end: int


def quotations(text: str) -> tuple[tuple[Quotation, ...], int | None]:
    """The quotations of a text, in order, and the offset of a mark that is never closed (or None)."""
    found: list[Quotation] = []
    mark = MARK.search(text)
    while mark:
        quoted = QUOTED.match(text, mark.start())
        if not quoted:
            return tuple(found), mark.start()
        found.append(Quotation(quoted.start() + 1, quoted.end() - 1))
        mark = MARK.search(text, quoted.end())
    return tuple(found), None
