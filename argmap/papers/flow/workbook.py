"""A flow as a workbook that Excel, LibreOffice and Verbatim's macros read."""

import io
import re
import zipfile
from math import ceil
from typing import TYPE_CHECKING, Any

from ...installing import how_to_get
from ...model import ArgumentMap
from ..zipping import zipped
from .sheets import Cell, Flow, Sheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

AFF, NEG, EVIDENCE, EXTENSION = "#405C79", "#BF5656", "#8BBF56", "#7F7F7F"
"""Verbatim's own colours: its macros read sides and evidence from them."""
WIDTH, HEAD_HEIGHT = 36, 28
MARGINS = 0.35, 0.35, 0.5, 0.5
"""Inches at the left, right, top and bottom: seven speeches side by side need the paper's width."""
LETTERS_A_LINE, LINE_HEIGHT = 40, 13.5
HEAD_SIZE = 12
TEXT: dict[str, Any] = {"font_size": 10, "text_wrap": True, "valign": "top", "align": "left", "indent": 1}
"""How words stand in a cell: with room beside them, or they would run into those of the next column."""
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
FIXED_HEIGHT = re.compile(rb'(<row r="(?!1")[^>]*?) customHeight="1"')
LONGEST_NAME = 31
TAKEN = ("info", "history")
LONGEST_CELL = 32_767
POSITIONS = {True: ("Affirmative Positions", 7), False: ("Negative Positions", 8)}


class WorkbookError(Exception):
    """Flow sheets need XlsxWriter, and it is not installed."""


def to_xlsx(map: ArgumentMap, flow: Flow) -> bytes:
    """A flow as the bytes of a workbook; the same map gives the same bytes. Raises WorkbookError."""
    try:
        import xlsxwriter
    except ModuleNotFoundError as missing:
        raise WorkbookError(f"flow sheets need XlsxWriter: `{how_to_get('XlsxWriter')}`") from missing
    import datetime

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        title = map.topic.text if map.topic else map.file.name
        book.set_properties({"title": title, "created": datetime.datetime(1980, 1, 1)})
        names = _names(flow)
        _info(book, map, flow, names)
        for sheet, name in zip(flow.sheets, names, strict=True):
            _Page(book, flow, sheet, name).write()
    return _growing(buffer.getvalue())


def _growing(data: bytes) -> bytes:
    """A workbook whose rows below the heads grow with what is typed into them: their heights are no more
    than a first guess."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, words in parts.items():
        if name.startswith("xl/worksheets/"):
            parts[name] = FIXED_HEIGHT.sub(rb"\1", words)
    return zipped(parts)


def _names(flow: Flow) -> list[str]:
    """A name for each sheet: of at most 31 letters, and none twice, whatever its capitals."""
    found: list[str] = []
    taken = set(TAKEN)
    for sheet in flow.sheets:
        plain = " ".join(FORBIDDEN.sub(" ", sheet.title).split()).strip("'") or "Flow"
        side = f" {sheet.side.id.upper()}" if sheet.side and _shared(flow, sheet) else ""
        name, number = _cut(plain, side), 1
        while name.casefold() in taken:
            number += 1
            name = _cut(plain, f"{side} {number}")
        taken.add(name.casefold())
        found.append(name)
    return found


def _shared(flow: Flow, sheet: Sheet) -> bool:
    return sum(other.title == sheet.title for other in flow.sheets) > 1


def _cut(name: str, end: str) -> str:
    return name[: LONGEST_NAME - len(end)].rstrip(" '") + end


def _info(book: "Workbook", map: ArgumentMap, flow: Flow, names: list[str]) -> None:
    """The first sheet: what the round is about, who speaks, and each side's positions, where Verbatim
    looks for them."""
    page = book.add_worksheet("Info")
    bold = book.add_format({"bold": True})
    page.set_column(0, 8, WIDTH)
    page.write_string(0, 0, "Topic", bold)
    page.write_string(0, 1, _fit(map.topic.text if map.topic else map.file.name))
    for row, side in enumerate(map.sides[:5], 1):
        page.write_string(row, 0, _fit(side.id.upper()), bold)
        page.write_string(row, 1, _fit(side.name))
    page.set_landscape()
    page.fit_to_pages(1, 0)
    for motion, (label, row) in POSITIONS.items():
        page.write_string(row, 0, label, bold)
        mine = (name for name, sheet in zip(names, flow.sheets, strict=True) if sheet.motion is motion)
        for column, name in enumerate(mine, 1):
            page.write_string(row, column, name)


class _Page:
    """Writes one sheet."""

    def __init__(self, book: "Workbook", flow: Flow, sheet: Sheet, name: str) -> None:
        self._book, self._flow, self._sheet = book, flow, sheet
        self._page = book.add_worksheet(name)
        self._formats: dict[tuple[bool, ...], Format] = {}

    def write(self) -> None:
        page, flow, sheet = self._page, self._flow, self._sheet
        shown = len(flow.columns) - sheet.first
        page.set_column(0, max(shown - 1, 0), WIDTH, self._look(sheet.motion))
        page.set_tab_color(AFF if sheet.motion else NEG)
        page.set_row(0, HEAD_HEIGHT)
        for column in range(shown):
            page.write_string(0, column, flow.columns[sheet.first + column], self._head(sheet.first + column))
        bold = self._book.add_format(TEXT | {"bold": True})
        page.write_string(1, 0, _fit(sheet.title), bold)
        heights: dict[int, int] = {}
        for (row, column), cell in sorted(sheet.cells.items()):
            at = max(column - sheet.first, 0)
            text = _fit(cell.text + (" (conceded)" if cell.conceded else ""))
            page.write_string(row + 2, at, text, self._look(flow.motion[column], cell))
            heights[row + 2] = max(heights.get(row + 2, 1), ceil(len(text) / LETTERS_A_LINE))
        for row, lines in heights.items():
            if lines > 1:
                page.set_row(row, lines * LINE_HEIGHT)
        self._print(max((column for _, column in sheet.cells), default=sheet.first) - sheet.first)

    def _print(self, last: int) -> None:
        page = self._page
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_margins(*MARGINS)
        page.fit_to_pages(1, 0)
        shown = len(self._flow.columns) - self._sheet.first
        page.print_area(0, 0, max(row for row, _ in self._sheet.cells) + 2, min(last + 1, shown - 1))

    def _head(self, column: int) -> "Format":
        colour = AFF if self._flow.motion[column] else NEG
        return self._book.add_format(
            {"bold": True, "font_size": HEAD_SIZE, "align": "center", "font_color": colour, "bottom": 1,
             "bottom_color": colour}
        )  # fmt: skip

    def _look(self, motion: bool, cell: Cell | None = None) -> "Format":
        key = (motion, *((cell.evidence, cell.offence, cell.extension) if cell else (False, False, False)))
        if key not in self._formats:
            _, evidence, offence, extension = key
            look = TEXT | {"font_color": AFF if motion else NEG}
            if evidence:
                look |= {"bottom": 5, "bottom_color": EVIDENCE}
            if extension:
                look |= {"font_color": EXTENSION, "italic": True}
            if offence:
                look |= {"bold": True}
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]


def _fit(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
