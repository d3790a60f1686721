"""Which lines are the debater's own and no source's, though no style says so: headings, lists, tables."""

import re
from collections.abc import Sequence

from .paragraphs import Paragraph
from .roles import Role, lit, marked, role

HEADING = re.compile(
    r"\s*(?:(?i:(?:contention|advantage|disadvantage|observation|argument|sub-?point)\s*"
    r"(?:#?\s*\d{1,2}|[a-z]|[ivx]{1,4}|one|two|three|four|five)\s*(?:[:.)–—-]|$))|(?:AT|A2|A/T)\s*(?::|---|–|—))"
)
BULLET = re.compile(r"\s*[•◦▪‣·●○*–-]\s")
LISTS = ("list bullet", "list number")
ENDS_A_SENTENCE = re.compile(r"[.!?][”\"’')\]]*\s*$")
LONGEST_HEADING = 120
LONGEST_CELL = 60


def without_tag_styles(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a file gives no line a tag's style, so that the look of a line must say what it is."""
    return not any(role(paragraph) in (Role.TAG, Role.ANALYTIC) for paragraph in paragraphs)


def names_itself(paragraph: Paragraph) -> bool:
    """Whether a line says that it is a heading: `Contention 2: Calm`, `AT: Safety`."""
    text = paragraph.text.strip()
    lighted = any(lit(piece) for piece in paragraph.pieces)
    return len(text) < LONGEST_HEADING and not lighted and HEADING.match(text) is not None


def looks_own(paragraph: Paragraph) -> bool:
    """Whether a line below a card looks like a heading or like one of a list, and is not marked as a card is."""
    return not is_marked(paragraph) and (listed(paragraph) or is_bold(paragraph))


def is_marked(paragraph: Paragraph) -> bool:
    """Whether anything in a line is marked as in a card."""
    return any(marked(piece) for piece in paragraph.pieces if not piece.text.isspace())


def is_bold(paragraph: Paragraph) -> bool:
    """Whether a line is as short as a heading, and all of it bold."""
    short = len(paragraph.text.strip()) < LONGEST_HEADING
    return short and all(piece.bold and not lit(piece) for piece in paragraph.pieces if not piece.text.isspace())


def listed(paragraph: Paragraph) -> bool:
    """Whether a line is one of a list."""
    named = paragraph.style.strip().casefold().startswith(LISTS)
    return paragraph.listed or named or BULLET.match(paragraph.text) is not None


def rows_of_labels(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The rows of tables that hold no sentence, only words and numbers."""
    rows: dict[int, bool] = {}
    for paragraph in paragraphs:
        if paragraph.row and not paragraph.blank:
            text = paragraph.text.strip()
            plain = role(paragraph) is Role.BODY and len(text) < LONGEST_CELL and not ENDS_A_SENTENCE.search(text)
            rows[paragraph.row] = rows.get(paragraph.row, True) and plain
    return frozenset(row for row, plain in rows.items() if plain)
