"""From lines to statements: ids, labels, sides, citations and fields."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial

from ..diagnostic import Diagnostic, Edit, Label
from ..faults import Fault
from ..language.cards import read_card
from ..language.syntax import ExtensionLine, ReferenceLine, StatementLine
from ..model import Kind, Statement
from ..source import Prose
from ..vocabulary import VERB_FORMS
from .amid_text import amid_text, may_hold_a_part
from .cites import Cites
from .declarations import Declared
from .fields import read_fields
from .heritage import Heritage
from .marks import read_mark
from .occurrences import Occurrence, Outlined
from .quoted import check_quotations
from .weights import read_weight
from .words import Unknown, check_id, twice

NO_FIELDS: Mapping[str, Prose] = {}
KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}
LETTERS = {Kind.CLAIM: "C", Kind.EVIDENCE: "E", Kind.REBUTTAL: "R", Kind.WARRANT: "W"}


class Statements:
    """Every statement of a map, each put down where it occurs as well; `names` are their ids; `sections` are the
    map's; `found` is what is wrong with all of them."""

    def __init__(self, outlined: Outlined, declared: Declared, unknown: Unknown) -> None:
        self.found: list[Diagnostic] = []
        self._declared = declared
        self._unknown = unknown
        self._first: dict[str, Occurrence] = {}  # where each id is given
        self._take_ids(outlined.occurrences)
        self._point(outlined.occurrences)
        extensions = self._extensions(outlined.extensions)
        written_at = partial(_written, self._first)
        self._heritage = Heritage(declared, unknown, written_at, extensions, outlined.sections)
        self.sections = self._heritage.sections
        self._cites = Cites(declared, unknown)
        self.all = tuple(self._statements(outlined.occurrences))
        self.found.extend((*self._heritage.found, *self._cites.found))
        self._first.clear()
        self._named = {statement.id: statement for statement in self.all if statement.id}
        for occurrence in outlined.occurrences:
            if (name := occurrence.points_at) is not None:
                occurrence.statement = self._named.get(name)

    @property
    def names(self) -> Collection[str]:
        """The ids that statements have."""
        return self._named.keys()

    def named(self, name: str) -> Statement | None:
        """The statement that has an id."""
        return self._named.get(name)

    def _take_ids(self, occurrences: Iterable[Occurrence]) -> None:
        for occurrence in occurrences:
            line = occurrence.line
            if not isinstance(line, StatementLine) or line.id is None:
                continue
            name = line.id
            if not line.faulty:
                self.found.extend(check_id(name))
            first = self._first.setdefault(name.text, occurrence).line
            if first is not line and first and first.id and not line.faulty:
                message = f"there are two statements `{name.text}`"
                help = (
                    "give one of them another id; to use the same statement again, write its kind"
                    " and id without a colon"
                )
                self.found.append(twice(Fault.DUPLICATE_ID, message, name, first.id, help))

    def _point(self, occurrences: Iterable[Occurrence]) -> None:
        for occurrence in occurrences:
            line = occurrence.line
            if not isinstance(line, ReferenceLine):
                continue
            target = self._first.get(line.id.text)
            if target is None:
                at_top = occurrence.parent is None and not occurrence.lost  # that is told already
                if not at_top:
                    self.found.extend(self._unknown.tell(line.id, "statement", self._first, prose=True))
            elif target.kind != line.kind.text:
                self.found.append(_wrong_kind(line, target))

    def _extensions(self, lines: Iterable[ExtensionLine]) -> dict[int, list[ExtensionLine]]:
        """For each occurrence at which a statement is written, the lines that extend it."""
        found: dict[int, list[ExtensionLine]] = {}
        for line in lines:
            if VERB_FORMS[line.verb.text] != "extends":
                message = f"a speech cannot stand before `{line.verb.text}`"
                advice = f"write the id of a statement, or `@{line.speech.text} extends ...`"
                self.found.append(Fault.BAD_RELATION.at(line.span, message, advice))
                continue
            for word in line.statements:
                place = self._first.get(word.text)
                if place is None:
                    self.found.extend(self._unknown.tell(word, "statement", self._first))
                else:
                    found.setdefault(id(place), []).append(line)
        return found

    def _statements(self, occurrences: Iterable[Occurrence]) -> Iterable[Statement]:
        counts = dict.fromkeys(Kind, 0)
        for occurrence in occurrences:
            line = occurrence.line
            if not isinstance(line, StatementLine):
                continue
            kind = KINDS[line.kind.text]
            name = line.id.text if line.id and self._first.get(line.id.text) is occurrence else None
            label = ""
            while not label or (label in self._first and label != name):
                counts[kind] += 1
                label = f"{LETTERS[kind]}{counts[kind]}"
            statement = occurrence.statement = self._statement(occurrence, line, kind, name, label)
            occurrence.line = None
            yield statement

    def _statement(
        self, occurrence: Occurrence, line: StatementLine, kind: Kind, name: str | None, label: str
    ) -> Statement:
        fields = read_fields(line.fields, self.found) if line.fields else NO_FIELDS
        card, note, weight = fields.get("card"), fields.get("note"), fields.get("weight")
        prose = line.text or Prose("", line.span.file, (0, line.span.end))
        if kind is Kind.EVIDENCE or line.cites:
            check_quotations(prose, self.found)
        if line.text and not line.faulty and may_hold_a_part(line.text):
            self.found.extend(amid_text(line, line.text, self._declared))
        standing = self._heritage.of(occurrence)
        return Statement(
            kind,
            name,
            label,
            prose,
            line.span,
            mark=read_mark(line, kind, self.found),
            analytic=bool(line.analytic),
            side=standing.side,
            speech=standing.speeches[0],
            extended=standing.extended,
            section=self._heritage.section_of(occurrence),
            cites=self._cites.of(line) if line.cites else (),
            tags=tuple(dict.fromkeys(word.text for word in line.tags)) if line.tags else (),
            card=read_card(card) if card else None,
            note=note.text if note else None,
            weight=read_weight(weight, self.found) if weight else None,
        )


def _written(first: Mapping[str, Occurrence], occurrence: Occurrence) -> Occurrence | None:
    """The place where an occurrence's statement is written; `first` has those of ids."""
    name = occurrence.points_at
    return occurrence if name is None else first.get(name)


def _wrong_kind(line: ReferenceLine, target: Occurrence) -> Diagnostic:
    kind, name = target.kind, line.id.text
    first = Label(target.span, "it is written here")
    message = f"`{name}` is {_a(kind)}, not {_a(line.kind.text)}"
    edits = (Edit(line.kind.span, kind),)
    return Fault.WRONG_KIND.at(line.span, message, f"write `{kind} {name}`", first, edits=edits)


def _a(kind: str) -> str:
    return kind if kind == Kind.EVIDENCE else f"a {kind}"
