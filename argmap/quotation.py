"""Quoted words inside a statement's text.

Whatever stands between double quotes, straight or curly, is claimed to be the source's own words.
"""

from dataclasses import dataclass

OPENING = "\"“„‟”"
CLOSING = {'"': '"”', "“": '”"', "„": "“”\"", "‟": '”"', "”": '”"'}


@dataclass(frozen=True, slots=True)
class Quotation:
    """The offsets of the quoted words in a text, without their quotation marks."""

    start: int
    end: int


def quotations(text: str) -> tuple[tuple[Quotation, ...], int | None]:
    """The quotations of a text, in order, and the offset of a mark that is never closed (or None)."""
    found: list[Quotation] = []
    opened = -1
    closing = ""
    for at, letter in enumerate(text):
        if opened < 0:
            if letter in OPENING:
                opened, closing = at, CLOSING[letter]
        elif letter in closing:
            found.append(Quotation(opened + 1, at))
            opened = -1
    return tuple(found), (opened if opened >= 0 else None)
