"""Paragraphs gathered into what a debater's file is made of: headings, cards, analytics, loose lines."""

from collections.abc import Iterator, Sequence

from ..losses import Report
from .cites import goes_on, is_another, is_cite, parted
from .own_lines import Above, doubt, heads, looks_own, marks_below, rows_of_labels, without_tag_styles
from .paragraphs import Paragraph
from .parts import Part, Unit
from .roles import HEADINGS, Role, lit, marked, role

LONGEST_TAG = 600
SLIGHT = 60


def units(paragraphs: Sequence[Paragraph], report: Report) -> list[Unit]:
    """The units of a file, in order."""
    by_look = without_tag_styles(paragraphs)
    gathering = _Gathering(report, by_look=by_look, labels=rows_of_labels(paragraphs))
    found = list(_with_roles(paragraphs))
    below = marks_below([(paragraph, what) for paragraph, what, _ in found]) if by_look else [False] * len(found)
    for (paragraph, what, guessed), more in zip(found, below, strict=True):
        gathering.take(paragraph, what, guessed=guessed, more=more)
    for unit in gathering.units:
        _settle(unit, report)
    return [unit for unit in gathering.units if not _counted_empty(unit, report)]


def _with_roles(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Role, bool]]:
    """Paragraphs with their roles; a line all in bold right above a cite is a tag that lacks its style."""
    shown = [(paragraph, role(paragraph)) for paragraph in paragraphs if not _nothing(paragraph)]
    for at, (paragraph, what) in enumerate(shown):
        if what is Role.BODY and _may_be_tag(paragraph) and at + 1 < len(shown):
            after, its = shown[at + 1]
            if its is Role.BODY and is_cite(after, first=True) and not is_cite(paragraph, first=True):
                yield paragraph, Role.TAG, True
                continue
        yield paragraph, what, False


def _nothing(paragraph: Paragraph) -> bool:
    """Whether a paragraph is blank and stands for nothing (an empty tag may head a card)."""
    return paragraph.blank and role(paragraph) is not Role.TAG


def _may_be_tag(paragraph: Paragraph) -> bool:
    pieces = [piece for piece in paragraph.pieces if not piece.text.isspace()]
    return all(piece.bold and not lit(piece) for piece in pieces) and len(paragraph.text) < LONGEST_TAG


class _Gathering:
    """Takes one paragraph after another. `_unit` and `_part` are what the next one may belong to. `by_look`:
    no style says where a card ends; `labels`: rows of tables that hold no sentence."""

    def __init__(self, report: Report, *, by_look: bool, labels: frozenset[int]) -> None:
        self.units: list[Unit] = []
        self._by_look = by_look
        self._labels = labels
        self._report = report
        self._unit: Unit | None = None
        self._part: Part | None = None

    def take(self, paragraph: Paragraph, what: Role, *, guessed: bool, more: bool) -> None:
        """`more`: marks of a card follow before anything else begins."""
        if what in HEADINGS:
            self._unit = self._part = None
            self.units.append(Unit(what, paragraph.text))
        elif what in (Role.TAG, Role.ANALYTIC):
            self._begin(Unit(what, paragraph.text, guessed=guessed))
        elif what is Role.UNDERTAG and self._unit is not None and self._part is None:
            self._unit.notes.append(paragraph)
        elif not (self._take_own(paragraph, more=more) or self._take_both(paragraph)):
            self._take_line(paragraph)

    def _begin(self, unit: Unit) -> Unit:
        self.units.append(unit)
        self._unit, self._part = unit, None
        return unit

    @property
    def _first(self) -> bool:
        """Whether nothing of a body has come since the tag."""
        part = self._part
        return self._unit is not None and (
            part is None or not part.body or (not part.cite and all(_slight(line) for line in part.body))
        )

    def _take_own(self, paragraph: Paragraph, *, more: bool) -> bool:
        """Take a line that is the debater's own by its look: a heading, or what ends the card above it."""
        if self._unit is None and paragraph.row in self._labels:
            self._take_cell(paragraph)
            return True
        if not self._by_look or paragraph.row:
            return False
        above = self._part.above if self._part else Above()
        heading = heads(paragraph, above)
        ends = above.some and not more and looks_own(paragraph, above) and not is_cite(paragraph, first=False)
        if not (heading or ends):
            return False
        what = Role.BLOCK if heading else Role.BODY
        self.units.append(Unit(what, paragraph.text, loose=not heading, ended=above.some))
        self._unit = self._part = None
        return True

    def _take_cell(self, paragraph: Paragraph) -> None:
        last = self.units[-1] if self.units else None
        if last is not None and last.row == paragraph.row:
            last.text += f" | {paragraph.text}"
        else:
            self.units.append(Unit(Role.BODY, paragraph.text, loose=True, row=paragraph.row))

    def _take_both(self, paragraph: Paragraph) -> bool:
        """Take a cite and its body that stand in one paragraph."""
        if not self._first or (self._part and self._part.cite):
            return False
        both = parted(paragraph)
        if both is None:
            return False
        unit = self._unit or self._begin(Unit(Role.TAG, ""))
        if self._part is not None and self._part.body:
            unit.notes += self._part.body
            unit.parts.remove(self._part)
        self._part = Part([both[0]])
        self._part.add(both[1])
        unit.parts.append(self._part)
        self._report.changed["cite and body in one paragraph (parted)"] += 1
        return True

    def _take_line(self, paragraph: Paragraph) -> None:
        part = self._part
        if part is not None and part.cite and not part.body:
            if is_another(paragraph):
                part.further.append([paragraph])
            else:
                last = part.further[-1] if part.further else part.cite
                (last.append if goes_on(paragraph, last) else part.add)(paragraph)
        elif is_cite(paragraph, first=self._first) or (
            part is not None and not part.body and goes_on(paragraph, part.cite)
        ):
            self._new_cite(paragraph)
        elif self._unit is None:
            self.units.append(Unit(Role.BODY, paragraph.text, loose=True))
        else:
            if part is None:
                part = self._part = Part()
                self._unit.parts.append(part)
            self._doubt(part, paragraph)
            part.add(paragraph)

    def _doubt(self, part: Part, paragraph: Paragraph) -> None:
        """Say what in a card may be the debater's own."""
        found = doubt(paragraph, part.above, by_look=self._by_look)
        if found and found not in part.look:
            part.look.append(found)

    def _new_cite(self, paragraph: Paragraph) -> None:
        unit = self._unit or self._begin(Unit(Role.TAG, ""))
        if self._part is None or self._part.body:
            self._part = Part()
            unit.parts.append(self._part)
        self._part.cite.append(paragraph)


def _slight(paragraph: Paragraph) -> bool:
    """Whether a line is too short and plain to be a body."""
    return len(paragraph.text) < SLIGHT and not any(lit(piece) for piece in paragraph.pieces)


def _settle(unit: Unit, report: Report) -> None:
    """What stands between a tag and its cite is a note on the tag; plain text with no cite at all is too."""
    if len(unit.parts) > 1 and not unit.parts[0].cite:
        lead = unit.parts[0]
        if len(lead.body) <= 2 or not any(marked(piece) for line in lead.body for piece in line.pieces):
            unit.notes += lead.body
            unit.parts.pop(0)
            report.changed["line between a tag and its cite (now a note)"] += len(lead.body)
    for part in list(unit.parts):
        if not part.cite and not any(marked(piece) for line in part.body for piece in line.pieces):
            unit.notes += part.body
            unit.parts.remove(part)
            report.changed["line of plain text under a tag (now a note)"] += len(part.body)


def _counted_empty(unit: Unit, report: Report) -> bool:
    if unit.empty:
        report.left_out["empty tag" if unit.role is Role.TAG else "empty heading"] += 1
    return unit.empty
