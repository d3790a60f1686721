"""What a paragraph of a debater's file is, by its style; and what its letters' look means in a card."""

import re
from enum import Enum, auto

from .paragraphs import Paragraph, Piece

LEGACY_TAGS = frozenset({"tags", "tag", "debate tag"})
LEGACY_HEADINGS = frozenset({"block headings", "block heading", "block title", "hidden block header"})
NAMED_HEADING = re.compile(r"heading ([1-9])")
CITE_STYLE = re.compile(
    r"(?:style ?13 ?pt ?bold|stylestylebold12pt|style style bold ?\+ ?1[0-4] ?pt"
    r"|author-?date|cites?|old cite|debate cite)\b",
    re.I,
)
EMPHASIS_STYLE = re.compile(r"emphasis|bold underline|box|intense emphasis", re.I)
NO_HIGHLIGHT = frozenset({"", "auto", "ffffff", "000000", "d2d2d2", "d9d9d9", "c0c0c0", "bfbfbf", "e6e6e6", "f2f2f2"})
"""Colours behind letters that mark nothing: none, black, and the greys that protect what is not read."""


class Role(Enum):
    """What a paragraph is."""

    POCKET = auto()
    HAT = auto()
    BLOCK = auto()
    TAG = auto()
    ANALYTIC = auto()
    UNDERTAG = auto()
    BODY = auto()


HEADINGS = (Role.POCKET, Role.HAT, Role.BLOCK)


def role(paragraph: Paragraph) -> Role:
    """What a paragraph is by its style. By the style's name, never by its aliases: real files give one
    style dozens of them."""
    name = paragraph.style.strip().casefold()
    if name.startswith("analytic"):
        return Role.ANALYTIC
    if name == "undertag":
        return Role.UNDERTAG
    if name == "title":
        return Role.POCKET
    level = paragraph.level
    named = NAMED_HEADING.fullmatch(name)
    if level is None and named:  # Google Docs gives its heading styles no outline level
        level = int(named[1]) - 1
    if level is not None and level < len(HEADINGS):
        return HEADINGS[level]
    if level == len(HEADINGS) or name in LEGACY_TAGS:
        return Role.TAG
    return Role.BLOCK if name in LEGACY_HEADINGS else Role.BODY


def cite_styled(piece: Piece) -> bool:
    """Whether letters have a style that sets off a cite's name and year."""
    return bool(piece.style) and CITE_STYLE.match(piece.style) is not None


def lit(piece: Piece) -> bool:
    """Whether letters are highlighted."""
    return bool(piece.highlight) or (piece.shade not in NO_HIGHLIGHT and len(piece.shade) == 6)


def stressed(piece: Piece) -> bool:
    """Whether letters are emphasised: by style, by a box, or bold and underlined."""
    by_style = bool(piece.style) and EMPHASIS_STYLE.match(piece.style) is not None
    return by_style or piece.box or (piece.bold and piece.underline)


def underlined(piece: Piece) -> bool:
    """Whether letters are underlined, or set off still more."""
    return piece.underline or stressed(piece)


def marked(piece: Piece) -> bool:
    """Whether letters are marked as in a card. A link is underlined by its nature."""
    return lit(piece) or (underlined(piece) and not piece.link)


def plain_share(paragraph: Paragraph) -> float:
    """The share of a paragraph's letters that are neither underlined nor highlighted."""
    letters = plain = 0
    for piece in paragraph.pieces:
        letters += len(piece.text)
        if piece.link or not (underlined(piece) or lit(piece)):
            plain += len(piece.text)
    return plain / (letters or 1)
