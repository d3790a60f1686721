"""Citations: what they cite and where in it, and the slips that are commonest in them."""

import re

from ..diagnostic import Diagnostic, Edit
from ..faults import Fault
from ..language.openings import ID
from ..language.syntax import CitePart, StatementLine, Word
from ..model import Cite, Locator, Source
from ..quotation import quotations
from ..source import Prose, Span
from .declarations import Declared
from .words import Unknown

PLACE = r"(?:\s+(?:para|page|pp?\.?|section|time|¶)[^\[\]]*|,?\s*(?:19|20)?[0-9]{2})?"
LIKE_A_CITE = rf"\[\s*(?P<id>{ID}){PLACE}\s*(?:;[^\[\]]*)?\]"
BEFORE = re.compile(rf"{LIKE_A_CITE}\s*")
BEHIND = re.compile(rf"{LIKE_A_CITE}(?=\.?$)")


class Cites:
    """Reads citations; `found` is what is wrong with them."""

    def __init__(self, declared: Declared, unknown: Unknown) -> None:
        self.found: list[Diagnostic] = []
        self._sources = declared.sources
        self._unknown = unknown

    def of(self, line: StatementLine) -> tuple[Cite, ...]:
        """What a statement cites."""
        if line.text and not line.faulty:
            self._amid_text(line, line.text)
        return tuple(cite for part in line.cites if (cite := self._cite(part)))

    def _cite(self, part: CitePart) -> Cite | None:
        if part.comma:
            edits = (Edit(part.comma, ";"),)
            message = "a comma cannot stand between citations"
            self.found.append(Fault.BAD_CITE.at(part.comma, message, "write `;`", edits=edits))
        source = self._sources.get(part.source.text)
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

    def _amid_text(self, line: StatementLine, prose: Prose) -> None:
        """Tell of a citation that stands before or behind a statement's words, in place of its head."""
        text = prose.text
        if "[" not in text:
            return
        place = BEFORE.match(text) or BEHIND.match(text, max(text.rfind("["), 0))
        if place is None or place["id"] not in self._sources:
            return
        quoted, _ = quotations(text)
        if any(each.start <= place.start() < each.end for each in quoted):
            return
        cite = place.group().strip()
        span = prose.span(place.start(), place.start() + len(cite))
        begin = len(text[: place.start()].rstrip())  # the blanks before it go with it
        message = "a citation stands before the colon, not amid the words"
        at = line.span.start + len(line.span.text.rstrip(": \t"))
        head = Span(line.span.file, at, at)
        edits: tuple[Edit, ...] = ()
        cut = prose.span(begin, place.end())
        if cut.text == text[begin : place.end()] and line.span.text.endswith(":"):
            edits = (Edit(head, f" {cite}"), Edit(cut, ""))
        advice = f"move `{cite}` before the colon"
        self.found.append(Fault.CITE_IN_TEXT.at(span, message, advice, edits=edits))


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
