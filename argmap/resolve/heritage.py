"""Sides and speeches: written, or those of what a statement stands under."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from ..diagnostic import Diagnostic, Edit
from ..faults import Fault
from ..language.syntax import Declaration, ExtensionLine, StatementLine, Word
from ..model import Kind, Section, Side
from ..source import Span
from ..vocabulary import ANALYTIC, MARKS
from .declarations import Declared
from .occurrences import Occurrence, Standing
from .words import Unknown, twice

NOWHERE = Standing()


class Heritage:
    """Works out the standing of sections and statements; `found` is what is wrong with what they name."""

    def __init__(
        self,
        declared: Declared,
        unknown: Unknown,
        written: Callable[[Occurrence], Occurrence | None],
        extensions: Mapping[int, Sequence[ExtensionLine]],
        sections: Iterable[Declaration],
    ) -> None:
        """`written` gives the place where the statement of an occurrence is written; `extensions`, for
        each such place (by identity), the lines that extend its statement; `sections` are the map's."""
        self.found: list[Diagnostic] = []
        self._declared = declared
        self._sides = tuple(declared.sides.values())
        self._unknown = unknown
        self._extensions = extensions
        self._written = written
        self._sections = {id(line): self._section(line) for line in sections}

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the map."""
        return tuple(self._sections.values())

    def section_of(self, occurrence: Occurrence) -> Section | None:
        """The section that an occurrence stands in."""
        return self._sections.get(id(occurrence.section)) if occurrence.section else None

    def _section(self, line: Declaration) -> Section:
        speech = self._one(line.speeches, "section", "speeches")
        return Section(
            line.text.text if line.text else "",
            line.span,
            self._side(line.sides, "section"),
            speech.text if speech else None,
        )

    def of(self, occurrence: Occurrence) -> Standing:
        """The standing of the statement that is written at an occurrence."""
        if occurrence.standing is not None:
            return occurrence.standing
        parent = occurrence.parent
        if parent is None or parent.standing is not None:  # as nearly always
            occurrence.standing = self._own(occurrence, parent.standing or NOWHERE if parent else NOWHERE)
            return occurrence.standing
        chain: list[Occurrence] = []
        above = NOWHERE
        here: Occurrence | None = occurrence
        while here is not None:
            if here.standing is not None:
                above = here.standing
                break
            here.standing = NOWHERE  # a circle of nesting and references derives nothing
            chain.append(here)
            here = self._written(here.parent) if here.parent else None
        for item in reversed(chain):
            above = item.standing = self._own(item, above)
        return above

    def _own(self, occurrence: Occurrence, above: Standing) -> Standing:
        line = occurrence.line
        assert isinstance(line, StatementLine)
        nested = occurrence.parent is not None
        if not nested and (section := self.section_of(occurrence)):
            above = Standing(section.side, (section.speech,))
        answers = nested and line.kind.text == Kind.REBUTTAL
        side = self._other(above.side) if answers else above.side
        if line.sides:
            side = self._side(line.sides, "statement")
        same = not answers and (side is above.side or (not nested and above.side is None))
        speeches = above.speeches if same else (None,)
        if line.speeches:
            speeches = tuple(word.text for word in self._apart(line.speeches))
        if self._extensions:
            speeches = self._extended(occurrence, speeches)
        return above if side is above.side and speeches is above.speeches else Standing(side, speeches)

    def _other(self, side: Side | None) -> Side | None:
        if side is None or len(self._sides) != 2:
            return None
        one, other = self._sides
        return other if side is one else one

    def _side(self, words: Sequence[Word], what: str) -> Side | None:
        word = self._one(words, what, "sides")
        side = self._declared.sides.get(word.text) if word else None
        if word is None or side is not None:
            return side
        bracketed = Span(word.span.file, max(word.span.start - 1, 0), word.span.end + 1)
        if word.text in self._declared.sources:
            message = f"`{word.text}` is a source, and round brackets hold a side"
            edits = (Edit(bracketed, f"[{word.text}]"),) if bracketed.text == f"({word.text})" else ()
            self.found.append(Fault.UNKNOWN_SIDE.at(word.span, message, f"write `[{word.text}]`", edits=edits))
        elif word.text in (*MARKS, ANALYTIC):
            message = f"`{word.text}` stands without brackets, which hold a side"
            edits = (Edit(bracketed, word.text),) if bracketed.text == f"({word.text})" else ()
            self.found.append(Fault.UNKNOWN_SIDE.at(word.span, message, f"write `{word.text}`", edits=edits))
        else:
            self.found.extend(self._unknown.tell(word, "side", self._declared.sides))
        return None

    def _one(self, words: Sequence[Word], what: str, many: str) -> Word | None:
        for word in words[1:]:
            message = f"this {what} has two {many}"
            self.found.append(twice(Fault.GIVEN_TWICE, message, word, words[0], "leave out one of them"))
        return words[0] if words else None

    def _apart(self, words: Iterable[Word]) -> Iterable[Word]:
        """The speeches of a statement, each once; tells of one that is written twice."""
        seen: dict[str, Word] = {}
        for word in words:
            first = seen.setdefault(word.text, word)
            if first is word:
                yield word
            else:
                message = f"`@{word.text}` stands here twice"
                self.found.append(twice(Fault.GIVEN_TWICE, message, word, first, "leave out one of them"))

    def _extended(self, occurrence: Occurrence, speeches: tuple[str | None, ...]) -> tuple[str | None, ...]:
        for line in self._extensions.get(id(occurrence), ()):
            speech = line.speech.text
            if speech == speeches[0]:
                message = f"this is made first in the {speech}, so it cannot be extended in it"
                advice = "name a later speech, or leave it out here"
                self.found.append(Fault.GIVEN_TWICE.at(line.span, message, advice))
            elif speech not in speeches:
                speeches = (*speeches, speech)
        return speeches
