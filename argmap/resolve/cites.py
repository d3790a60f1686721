"""Citations: what they cite and where in it, and the slips that are commonest in them."""

from ..diagnostic import Diagnostic, Edit
from ..faults import Fault
from ..language.syntax import CitePart, StatementLine, Word
from ..model import Cite, Locator, Source
from ..source import Span
from ..vocabulary import ANALYTIC, MARKS
from .declarations import Declared
from .words import Unknown


class Cites:
    """Reads citations; `found` is what is wrong with them."""

    def __init__(self, declared: Declared, unknown: Unknown) -> None:
        self.found: list[Diagnostic] = []
        self._sources = declared.sources
        self._sides = declared.sides
        self._unknown = unknown

    def of(self, line: StatementLine) -> tuple[Cite, ...]:
        """What a statement cites."""
        return tuple(cite for part in line.cites if (cite := self._cite(part)))

    def _cite(self, part: CitePart) -> Cite | None:
        if part.comma:
            edits = (Edit(part.comma, ";"),)
            message = "a comma cannot stand between citations"
            self.found.append(Fault.BAD_CITE.at(part.comma, message, "write `;`", edits=edits))
        source = self._sources.get(part.source.text)
        if source is None and part.source.text in (*self._sides, *MARKS, ANALYTIC) and not part.locator:
            self.found.append(_no_source(part.source, side=part.source.text in self._sides))
            return None
        if source is None:
            self.found.extend(self._unknown.tell(part.source, "source", self._sources))
            return None
        if part.year:
            self.found.append(_year(source, part.year))
        if part.clock:
            message = f"`{part.clock.text}` does not say what it counts"
            edits = (Edit(part.clock, f"time {part.clock.text}"),)
            self.found.append(Fault.BAD_CITE.at(part.clock, message, f"write `time {part.clock.text}`", edits=edits))
        if part.locator:
            self._check(part.locator, part.span)
        return Cite(source, part.locator, part.span)

    def _check(self, where: Locator, span: Span) -> None:
        if where.text or 1 <= where.first <= where.last:
            return
        counted = "paragraphs" if where.unit == "para" else "pages"
        message, advice = f"{counted} count from 1", f"write it as in `{where.unit} 3`"
        edits: tuple[Edit, ...] = ()
        if where.last >= 1:
            message = f"`{where.first}-{where.last}` runs backwards"
            advice = f"write `{where.unit} {where.last}-{where.first}`"
        self.found.append(Fault.BAD_LOCATOR.at(span, message, advice, edits=edits))


def _no_source(word: Word, *, side: bool) -> Diagnostic:
    """What to say of a side, or of a kind of answer, in the brackets of a citation."""
    meant = f"({word.text})" if side else word.text
    bracketed = Span(word.span.file, max(word.span.start - 1, 0), word.span.end + 1)
    edits = (Edit(bracketed, meant),) if bracketed.text == f"[{word.text}]" else ()
    what = "is a side" if side else "says what a statement is"
    message = f"`{word.text}` {what}, and square brackets hold a source"
    return Fault.UNKNOWN_SOURCE.at(word.span, message, f"write `{meant}`", edits=edits)


def _year(source: Source, year: Word) -> Diagnostic:
    """What to say of a year behind the id of a source."""
    dated = (source.get("date") or "")[:4]
    if dated and dated.endswith(year.text) and len(year.text) in (2, 4):
        message = "no year stands in a citation: it is in the source's `date`"
        return Fault.BAD_CITE.at(year.span, message, "leave it out", edits=(Edit(year.span, ""),))
    message = f"`{year.text}` does not say what it counts"
    advice = f"write `para {year.text}` or `page {year.text}`"
    if len(year.text) == 4:
        advice = f"if it is the year, it belongs into the `date` of `{source.id}`; else {advice}"
    return Fault.BAD_CITE.at(year.span, message, advice)
