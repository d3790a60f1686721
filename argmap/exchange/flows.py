"""Finished flows: the debate-flow app's JSON, and flow sheets of Excel and Verbatim."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from ..debate import FORMATS
from ..model import Mark
from ..unzipping import DamagedError, TooLargeError, Unzipped
from .losses import Report
from .net import Bond, Net, Point
from .reading import items, json_of, mapping, words, xml_of
from .unreadable import UnreadableError

SIDES = (("aff", "Affirmative"), ("neg", "Negative"))
MARKS = (
    (re.compile(r"^turn\s*[:—–-]\s*", re.I), Mark.TURN),
    (re.compile(r"^non-?unique\s*[:—–-]\s*", re.I), Mark.NON_UNIQUE),
    (re.compile(r"^alt(?:ernative)? causes?\s*[:—–-]\s*", re.I), Mark.ALT_CAUSE),
    (re.compile(r"^mitigates?\s*[:—–-]\s*", re.I), Mark.MITIGATE),
    (re.compile(r"^outweighs?\s*[:—–-]\s*", re.I), Mark.OUTWEIGH),
    (re.compile(r"^indict\s*[:—–-]\s*", re.I), Mark.INDICT),
)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})$")
LARGEST = 32 << 20
MOST_CELLS = 200_000
SKIPPED = ("info", "history")
EXTENSION = re.compile(r"^(?:→\s*extend\s*→|-+>|→+)\s*$")
REPEATED = re.compile(r"^→\s*(.+)$", re.S)
CONCEDED = re.compile(r"\s*\(conceded\)$")


@dataclass(slots=True)
class _Cell:
    """What stands in a cell: its row and column, its words, whether it only extends what is to the left."""

    row: int
    column: int
    text: str
    extension: bool = False
    offence: bool = False


def looks_app(start: bytes) -> bool:
    """Whether a file begins like the debate-flow app's."""
    return b'"nodes"' in start and b'"tag"' in start and (b'"root"' in start or b'"box"' in start)


def looks_sheets(start: bytes) -> bool:
    """Whether a zip is a workbook, by the names of its parts."""
    return start.startswith(b"PK") and (b"xl/" in start or b"workbook" in start)


def read_app(data: bytes) -> tuple[Net, Report]:
    """A flow of the debate-flow app as a net."""
    whole = mapping(json_of(data))
    nodes = mapping(whole.get("nodes"))
    if "root" not in nodes:
        raise UnreadableError("it has no root, so it is not a flow of debate-flow")
    reading = _Reading(Report())
    for id in _children(nodes, "root"):
        value = mapping(mapping(nodes.get(id)).get("value"))
        columns = [str(name) for name in items(value.get("columns"))]
        reading.position(str(value.get("content") or ""), columns, bool(value.get("invert")))
        _boxes(nodes, id, reading)
    return reading.finish()


def _boxes(nodes: Mapping[str, Any], flow: str, reading: "_Reading") -> None:
    """The boxes below a flow, each with the box that it stands under."""
    waiting: list[tuple[str, Point | None, int]] = [(id, None, 0) for id in reversed(_children(nodes, flow))]
    seen: set[str] = set()
    while waiting:
        id, above, column = waiting.pop()
        if id in seen or id not in nodes:
            continue
        seen.add(id)
        value = mapping(mapping(nodes[id]).get("value"))
        text = words(value.get("content"), reading.report)
        point = above
        if text:
            point = reading.box(text, column, above, offence=bool(value.get("bold")))
            reading.report.left_out["crossed-out mark"] += bool(value.get("crossed"))
        elif value.get("isExtension") and above is not None:
            reading.extend(above, column)
        waiting.extend((child, point, column + 1) for child in reversed(_children(nodes, id)))


def _children(nodes: Mapping[str, Any], id: str) -> list[str]:
    found = mapping(nodes.get(id)).get("children")
    return [str(child) for child in found] if isinstance(found, list) else []


class _Reading:
    """Gathers points and bonds, a position after another."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.net = Net(sides=list(SIDES))
        self._title, self._columns, self._inverted = "", list[str](), False
        self._said: dict[str, Point] = {}
        self._ahead: dict[str, Point] = {}
        self._format = ""

    def position(self, title: str, columns: Sequence[str], inverted: bool) -> None:
        """Begin a position. `inverted`: its first column is the negative's."""
        self._title, self._columns, self._inverted = words(title, self.report), list(columns), inverted
        self.report.read["position"] += 1
        if not self._format:
            named = set(columns)
            fits = (f for f in FORMATS.values() if named and named <= {speech.name for speech in f.speeches})
            format = next(fits, None)
            if format is not None and len(named) > 1:
                self._format = format.name
                self.net.topic_fields = {"format": format.name}

    def box(self, text: str, column: int, above: Point | None, *, offence: bool = False) -> Point:
        """A cell with words. One that repeats what was said bears on what it stands beside by a link."""
        self.report.left_out["mark of a concession"] += CONCEDED.search(text) is not None
        text = CONCEDED.sub("", text)
        again = REPEATED.match(text)
        if again:
            point = self._said.get(again[1].strip()) or self._named_ahead(again[1].strip(), column)
        else:
            point = self._new(text, column, answers=above is not None, offence=offence)
        if above is not None and above is not point:
            self.net.bonds.append(Bond(False, (point,), above, point.mark))
        return point

    def _named_ahead(self, text: str, column: int) -> Point:
        """A point for what is named before it is said, if it is said at all."""
        if text not in self._ahead:
            self._ahead[text] = Point(text, side=self._side(column), group=self._title)
        return self._ahead[text]

    def _new(self, text: str, column: int, *, answers: bool, offence: bool) -> Point:
        mark = None
        if answers:
            found = next(((way, kind) for way, kind in MARKS if way.match(text)), None)
            if found:
                mark, text = found[1], found[0].sub("", text) or text
            elif offence:
                mark = Mark.TURN
        self.report.read["argument"] += 1
        point = Point(text, mark=mark, side=self._side(column), speeches=self._speech(column), group=self._title)
        self.net.points.append(point)
        self._said.setdefault(text.strip(), point)
        return point

    def extend(self, point: Point, column: int) -> None:
        """Say that something is taken up again in a later speech."""
        if self._side(column) != point.side:
            return  # the app leads an extension through the other side's column
        self.report.read["extension"] += 1
        point.speeches = tuple(dict.fromkeys((*point.speeches, *self._speech(column))))

    def _side(self, column: int) -> str:
        return SIDES[(column + self._inverted) % 2][0]

    def _speech(self, column: int) -> tuple[str, ...]:
        name = self._columns[column] if column < len(self._columns) else ""
        known = {speech.name for speech in FORMATS[self._format].speeches} if self._format else ()
        return (name,) if name in known else ()

    def finish(self) -> tuple[Net, Report]:
        said = {ahead: self._said.get(text, ahead) for text, ahead in self._ahead.items()}
        for bond in self.net.bonds:
            bond.sources = tuple(said.get(source, source) for source in bond.sources)
            bond.target = said.get(bond.target, bond.target) if isinstance(bond.target, Point) else bond.target
        self.net.points += [ahead for ahead, point in said.items() if ahead is point]
        if not self.net.points:
            raise UnreadableError("no cell of it says anything")
        return self.net, self.report


def read_sheets(data: bytes) -> tuple[Net, Report]:
    """Flow sheets as a net: a cell answers the one to its left, in its row or the nearest above."""
    reading = _Reading(Report())
    for name, cells in _workbook(data):
        if name.casefold() in SKIPPED:
            continue
        heads = {cell.column: cell.text for cell in cells if cell.row == 1}
        columns = [heads.get(column, "") for column in range(1, max(heads, default=0) + 1)]
        body = [cell for cell in cells if cell.row > 1]
        titled = body and body[0].row == 2 and body[0].column == 1 and _same(body[0].text, name)
        title = body.pop(0).text if titled else name
        reading.position(title, columns, bool(columns) and columns[0].upper() in ("1NC", "NC", "NEG"))
        _place(body, reading)
    return reading.finish()


def _same(title: str, name: str) -> bool:
    plain = [re.sub(r"\W+", "", each).casefold() for each in (title, name)]
    return plain[0].startswith(plain[1][:20]) or plain[1].startswith(plain[0][:20])


def _place(cells: list[_Cell], reading: _Reading) -> None:
    """The cells of a sheet, a row after another."""
    last: dict[int, tuple[int, Point]] = {}
    for cell in cells:
        left = max(((row, column) for column, (row, _) in last.items() if column < cell.column), default=None)
        above = last[left[1]][1] if left else None
        if EXTENSION.match(cell.text):
            if above is not None:
                reading.extend(above, cell.column - 1)
            continue
        point = reading.box(cell.text, cell.column - 1, above)
        last = {column: found for column, found in last.items() if column < cell.column}
        last[cell.column] = cell.row, point


def _workbook(data: bytes) -> Iterator[tuple[str, list[_Cell]]]:
    """The sheets of a workbook: names, and cells that hold words, by row and column."""
    try:
        archive = Unzipped(data, LARGEST)
        root = _part(archive, "xl/workbook.xml")
        links = {e.get("Id", ""): e.get("Target", "") for e in _part(archive, "xl/_rels/workbook.xml.rels")}
        shared = _shared(archive)
        for sheet in root.iter(SHEET + "sheet"):
            target = links.get(sheet.get(RELATION, ""), "").removeprefix("/xl/").removeprefix("xl/")
            yield sheet.get("name", ""), list(_cells(_part(archive, f"xl/{target}"), shared))
    except DamagedError:
        raise UnreadableError("it is damaged, or not a workbook: open it in Excel and save it again as .xlsx") from None


def _part(archive: Unzipped, name: str) -> Element:
    try:
        return xml_of(archive.part(name))
    except TooLargeError:
        raise UnreadableError(f"its part {name} unpacks to more than {LARGEST >> 20} MiB") from None


def _shared(archive: Unzipped) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.names:
        return []
    found = _part(archive, "xl/sharedStrings.xml").iter(SHEET + "si")
    return ["".join(text.text or "" for text in each.iter(SHEET + "t")) for each in found]


def _cells(root: Element, shared: Sequence[str]) -> Iterator[_Cell]:
    count = 0
    for cell in root.iter(SHEET + "c"):
        place = PLACE.match(cell.get("r", ""))
        text = _text(cell, shared).strip()
        if not place or not text:
            continue
        count += 1
        if count > MOST_CELLS:
            raise UnreadableError(f"it has more than {MOST_CELLS:,} cells")
        column = 0
        for letter in place[1]:
            column = column * 26 + ord(letter) - 64
        yield _Cell(int(place[2]), column, text)


def _text(cell: Element, shared: Sequence[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(SHEET + "t"))
    value = cell.find(SHEET + "v")
    said = (value.text or "") if value is not None else ""
    if kind == "s":
        return shared[int(said)] if said.isascii() and said.isdecimal() and int(said) < len(shared) else ""
    return said
