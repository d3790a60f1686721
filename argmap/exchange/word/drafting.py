"""A debater's Word file as a draft of a map."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import Kind
from ..draft import Draft, DraftLine, DraftSection, DraftStatement
from ..ids import Ids
from ..losses import Report
from ..writing import one_line
from .citation import Citation
from .parts import Part, Unit
from .passage import bold_lost, passage
from .reading import read_word
from .roles import HEADINGS
from .sources import Sources, said
from .titles import NUMBER, answered, kind_of_answer, numbered, speeches
from .units import units

LEVELS = " > "
ENDED = "a line below a card that looks like a heading or a list; the card ends above it"
NO_CITE = "No cite in the file."
SHOWN_OF_CITE = 60


@dataclass(slots=True)
class _Block:
    """What stands under one heading; `path` are the titles down to it; it `ended` a card by its look."""

    path: tuple[str, ...]
    ended: bool = False
    units: list[Unit] = field(default_factory=list)


def word_draft(data: bytes, name: str, *, format: str | None, initials: bool) -> tuple[Draft, Report]:
    """The draft of a Word file, and what came of it. `format`: the format whose speeches headings name;
    `initials`: keep who cut a card. Raises `UnreadableError`."""
    report = Report()
    file = read_word(data, name)
    drafting = _Drafting(report, format, initials=initials)
    blocks = _blocks(units(file.paragraphs, report))
    for number, block in enumerate(blocks, 1):
        drafting.block(block, blocks[number] if number < len(blocks) else None)
    report.left_out.update({what: many for what, many in file.left_out.items() if many})
    drafting.draft.sources = drafting.sources.all
    return drafting.draft, report


def _blocks(found: Sequence[Unit]) -> list[_Block]:
    """Units under the heading right above them."""
    titles: list[str] = ["", "", ""]
    blocks: list[_Block] = []
    for unit in found:
        if unit.role in HEADINGS:
            level = HEADINGS.index(unit.role)
            titles[level:] = [one_line(unit.text), *[""] * (2 - level)]
            blocks.append(_Block(tuple(title for title in titles if title), unit.ended))
        else:
            if not blocks:
                blocks.append(_Block(()))
            blocks[-1].units.append(unit)
    return blocks


class _Drafting:
    def __init__(self, report: Report, format: str | None, *, initials: bool) -> None:
        self.draft = Draft()
        self.sources = Sources(report)
        self._report = report
        self._format = format
        self._initials = initials
        self._ids = Ids()
        self._section = ""

    def block(self, block: _Block, after: _Block | None) -> None:
        first = len(self.draft.items)
        if block.units:
            self._filled(block)
        elif after is None or after.path[: len(block.path)] != block.path:
            self.draft.items.append(DraftLine(f"# a heading with nothing under it: {LEVELS.join(block.path)}"))
            self._report.changed["heading with nothing under it (now a comment)"] += 1
        if block.ended and self.draft.items[first:]:
            self._report.remark(ENDED, self.draft.items[first])

    def _filled(self, block: _Block) -> None:
        what = answered(block.path[-1]) if block.path else None
        self._open(LEVELS.join(block.path[:-1] if what else block.path))
        is_numbered = numbered([unit.text for unit in block.units if not unit.loose])
        kind = Kind.REBUTTAL if what else Kind.CLAIM
        items: list[DraftStatement | DraftLine] = [
            DraftLine(f"# a table's line: {one_line(unit.text)}")
            if unit.row
            else self._unit(unit, kind, block.path, is_numbered=is_numbered)
            for unit in block.units
        ]
        rows = [item for item in items if isinstance(item, DraftLine)]
        self._report.changed["line of a table outside a card (now a comment)"] += len(rows)
        if what:
            self._report.read["block of answers"] += 1
            title = one_line(block.path[-1])
            plain = title in (f"AT: {what}", f"A2: {what}")
            claim = DraftStatement(Kind.CLAIM, what, analytic=True, note="" if plain else title)
            claim.under = [item for item in items if isinstance(item, DraftStatement)]
            self.draft.items += [claim, *rows]
        else:
            self.draft.items += items

    def _open(self, title: str) -> None:
        if title and title != self._section:
            self.draft.items.append(DraftSection(title))
            self._report.read["section"] += 1
        self._section = title

    def _unit(self, unit: Unit, kind: Kind, path: tuple[str, ...], *, is_numbered: bool) -> DraftStatement:
        text = one_line(unit.text)
        if is_numbered and NUMBER.match(text):
            text = NUMBER.sub("", text)
            self._report.changed["number of a tag (made anew on export)"] += 1
        if "\n" in unit.text.strip():
            self._report.changed["line break in a tag (now a blank)"] += 1
        spoken, tags = speeches(path, self._format)
        parts = unit.parts
        statement = DraftStatement(
            kind,
            text or self._untold(unit),
            mark=kind_of_answer(unit.text) if kind is Kind.REBUTTAL else None,
            analytic=not parts,
            speeches=spoken,
            tags=tags,
            note=one_line(" / ".join(line.text for line in unit.notes)),
        )
        statement.under = [self._evidence(part) for part in parts]
        self._count(unit, statement, told=bool(text))
        return statement

    @staticmethod
    def _untold(unit: Unit) -> str:
        lines = [line.text for part in unit.parts for line in (part.cite or part.body)] or [n.text for n in unit.notes]
        return f"(no tag) {one_line(lines[0])[:SHOWN_OF_CITE]}".strip()

    def _count(self, unit: Unit, statement: DraftStatement, *, told: bool) -> None:
        if unit.loose:
            self._report.changed["paragraph outside a card (now a claim)"] += 1
        elif not unit.parts:
            self._report.read["analytic"] += 1
        if not told:
            self._report.remark("a card without a tag", statement)
        if unit.guessed:
            self._report.remark("a bold line above a cite, taken for a tag", statement)
        if unit.ended:
            self._report.remark(ENDED, statement)
        if len(unit.parts) > 1:
            self._report.remark("several cites under one tag", statement)

    def _evidence(self, part: Part) -> DraftStatement:
        card = passage(part.body)
        self._report.read["card"] += bool(card)
        self._report.left_out["bold stretch of a card (its words stay)"] += bold_lost(part.body)
        evidence = self._cited(part, card) if part.cite else DraftStatement(Kind.EVIDENCE, NO_CITE, card=card)
        for words in (*(() if part.cite else ("a body without a cite",)), *part.look):
            self._report.remark(words, evidence)
        return evidence

    def _cited(self, part: Part, card: tuple[str, ...]) -> DraftStatement:
        source, told, same = self.sources.of(part.cite)
        evidence = DraftStatement(
            Kind.EVIDENCE, said(told), self._ids.new(source.id), cites=_cites(source.id, told), card=card
        )
        for cite in part.further:
            other, its, _ = self.sources.of(cite)
            evidence.cites += _cites(other.id, its)
        if not same:
            evidence.comment = f"as cut: {told.raw}"
        if not card:
            self._report.remark("a cite without a body", evidence)
        if told.initials:
            if self._initials:
                evidence.note = f"Cut by {told.initials}."
            else:
                self._report.left_out["sign of who cut a card (--initials keeps it)"] += 1
        return evidence


def _cites(source: str, told: Citation) -> tuple[str, ...]:
    return tuple(f"{source} {place}" for place in told.places) or (source,)
