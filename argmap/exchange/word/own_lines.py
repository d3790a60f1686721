"""Which lines are the debater's own and no source's, though no style says so: headings, lists, tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .cites import is_cite
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
DOUBTFUL = "a line in a card that looks like a heading; see whether it is the source's"
UNMARKED = "a line in a card in which nothing is underlined or highlighted; see whether it is the source's"
TABLED = "a table's lines in a card; see whether they are the source's"


@dataclass(slots=True)
class Above:
    """What the lines of a card look like so far: whether there are `some`, one of them is `marked`, has
    bold letters, or is all bold; and the `row` of a table that the last one stands in."""

    some: bool = False
    marked: bool = False
    bold: bool = False
    all_bold: bool = False
    row: int = 0

    def add(self, paragraph: Paragraph) -> None:
        """One more line. Counted here, since a card may have thousands."""
        self.some, self.row = True, paragraph.row
        self.marked = self.marked or is_marked(paragraph)
        self.bold = self.bold or _has_bold(paragraph)
        self.all_bold = self.all_bold or _all_bold(paragraph)

    @property
    def cut_in_bold(self) -> bool:
        """Whether bold letters are the marks of the card: a line of it is all bold, or it has no others."""
        return self.all_bold or (self.bold and not self.marked)


def without_tag_styles(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a file gives no line a tag's style, so that the look of a line must say what it is."""
    return not any(role(paragraph) in (Role.TAG, Role.ANALYTIC) for paragraph in paragraphs)


def names_itself(paragraph: Paragraph) -> bool:
    """Whether a line says that it is a heading: `Contention 2: Calm`, `AT: Safety`. One that is marked as in
    a card says so only where all of it is bold, as headings are."""
    text = paragraph.text.strip()
    unmarked = is_bold(paragraph) or not is_marked(paragraph)
    return len(text) < LONGEST_HEADING and unmarked and HEADING.match(text) is not None


def heads(paragraph: Paragraph, above: Above) -> bool:
    """Whether a line that names itself is a heading; below the lines `above` of a card a sentence is one
    only where it is set off from them."""
    if not names_itself(paragraph):
        return False
    set_off = is_bold(paragraph) and not is_marked(paragraph) and not above.cut_in_bold
    return not above.some or set_off or not ENDS_A_SENTENCE.search(paragraph.text)


def looks_own(paragraph: Paragraph, above: Above) -> bool:
    """Whether a line below the lines `above` of a card looks like a heading or like one of a list, and not
    like them."""
    own = listed(paragraph) or (is_bold(paragraph) and not above.cut_in_bold)
    return own and not is_marked(paragraph)


def doubt(paragraph: Paragraph, above: Above, *, by_look: bool) -> str:
    """What to say of a line that stands in a card below the lines `above` and may be the debater's own; empty
    where nothing is. `by_look`: no style says where the card ends."""
    if not above.some:
        return ""
    if names_itself(paragraph) or (by_look and is_bold(paragraph)):
        return DOUBTFUL
    if paragraph.row:
        return "" if above.row else TABLED
    unlike = not is_marked(paragraph) and (listed(paragraph) or above.marked)
    return UNMARKED if by_look and unlike else ""


def marks_below(found: Sequence[tuple[Paragraph, Role]]) -> list[bool]:
    """For each paragraph, whether one below it, above the next cite, tag or heading, is marked as in a card:
    there the card still goes on."""
    below: list[bool] = []
    goes_on = False
    for at in range(len(found) - 1, -1, -1):
        paragraph, what = found[at]
        below.append(goes_on)
        ends = what is not Role.BODY or is_cite(paragraph, first=False)
        above = Above()
        if at:
            above.add(found[at - 1][0])
        ends = ends or heads(paragraph, above)
        goes_on = not ends and (goes_on or is_marked(paragraph))
    return below[::-1]


def is_marked(paragraph: Paragraph) -> bool:
    """Whether anything in a line is marked as in a card."""
    return any(marked(piece) for piece in paragraph.pieces if not piece.text.isspace())


def is_bold(paragraph: Paragraph) -> bool:
    """Whether a line is as short as a heading, and all of it bold."""
    return len(paragraph.text.strip()) < LONGEST_HEADING and _all_bold(paragraph)


def _has_bold(paragraph: Paragraph) -> bool:
    return any(piece.bold and not piece.text.isspace() for piece in paragraph.pieces)


def _all_bold(paragraph: Paragraph) -> bool:
    return all(piece.bold and not lit(piece) for piece in paragraph.pieces if not piece.text.isspace())


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
