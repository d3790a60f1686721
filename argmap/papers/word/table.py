"""A handout as the table of a Word file, and whether a page holds it."""

from collections.abc import Sequence
from math import ceil

from ..handout import HEADS, Cell, Handout, Row
from .package import package
from .xml import paragraph, run, size

WIDTHS = (2700, 2800, 3500, 2600, 2800)
"""Of the columns, in twentieths of a point: eleven inches less the margins."""
LETTERS = 9
NOTHING = "This side makes no claim of its own in this map."
TIGHT = '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>'
EDGE = "999999"
SHADE = "D9E2EC"

TWIPS = 20
LETTER_WIDTH = 4.9
"""Points: a letter of 9 pt with room for what does not fill its line."""
LINE_HEIGHT, AFTER = 11.6, 2.0
PADDING = 11.0
PAGE_HEIGHT = 470.0
"""Points that the rows may take, below title, side and heads."""


def fits_a_page(rows: Sequence[Row]) -> bool:
    """Whether rows will stand on one sheet, by the number of their letters."""
    return sum(max(_height(cell, width) for cell, width in zip(row, WIDTHS, strict=True)) for row in rows) < PAGE_HEIGHT


def _height(cell: Cell, width: int) -> float:
    across = (width / TWIPS - PADDING) / LETTER_WIDTH
    lines = (ceil(sum(len(words) for words, _ in paragraph) / across) for paragraph in cell)
    return sum(max(number, 1) * LINE_HEIGHT + AFTER for number in lines)


def handout_file(handout: Handout) -> bytes:
    """A handout as a Word file: a landscape page with a table."""
    head = "".join(_cell((((words, True),),), width, SHADE) for words, width in zip(HEADS, WIDTHS, strict=True))
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    for row in handout.rows:
        cells = "".join(_cell(cell, width) for cell, width in zip(row, WIDTHS, strict=True))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{EDGE}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
    if not handout.rows:
        table = paragraph(run(NOTHING, size(11)), TIGHT)
    further = f"{handout.further:,} further point{' is' if handout.further == 1 else 's are'} in the map."
    body = (
        paragraph(run(handout.title, "<w:b/>" + size(14)), TIGHT)
        + (paragraph(run(handout.side, size(11)), TIGHT) if handout.side else "")
        + table
        + paragraph(run(further if handout.further else "", "<w:i/>" + size(8)), TIGHT)
    )
    return package(body, handout.title, landscape=True)


def _cell(cell: Cell, width: int, shade: str = "") -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    lines = "".join(
        paragraph("".join(run(words, ("<w:b/>" if bold else "") + size(LETTERS)) for words, bold in pieces), TIGHT)
        for pieces in cell
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{lines or paragraph("", TIGHT)}</w:tc>'
