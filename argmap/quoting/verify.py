"""Every quotation of a map held against the words of the sources that it cites."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..model import ArgumentMap, Cite, Kind, Source, Statement
from ..quotation import quotations
from ..source import Prose, Span
from .card import Body, body
from .compare import Differs, Spliced, compare
from .passage import Placed, SourceText
from .pattern import Pattern, Row, take_apart

if TYPE_CHECKING:
    from .texts import NoText


class Verdict(StrEnum):
    """What came of comparing a quotation with its source."""

    FOUND = "found"
    ELSEWHERE = "elsewhere"
    SPLICED = "spliced"
    DIFFERS = "differs"
    ABSENT = "absent"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a statement gives as those of its source: a quotation in its text, or its card."""

    statement: Statement
    prose: Prose
    text: str
    start: int
    body: Body | None = None

    def span(self, start: int, end: int) -> Span:
        """The place in the author's file of `text[start:end]`."""
        if self.body:
            return self.prose.span(self.body.origin(start), self.body.origin(max(end - 1, 0)) + 1)
        return self.prose.span(self.start + start, self.start + end)

    @property
    def whole(self) -> Span:
        """The place of all its words."""
        return self.span(0, len(self.text))


@dataclass(frozen=True, slots=True)
class Verified:
    """A quotation, what came of comparing it, and with which citation.

    `placed` says where it stands (FOUND, ELSEWHERE); `row` and `difference` say which of its rows
    of words does not stand there and why (SPLICED, DIFFERS). `cites` are those that were compared
    in vain, the nearest miss first, or the one that holds it where it was found.
    """

    quoted: Quoted
    pattern: Pattern
    verdict: Verdict
    cites: tuple[Cite, ...]
    text: SourceText | None = None
    placed: Placed | None = None
    row: Row | None = None
    difference: Differs | Spliced | None = None


def quoted_words(statement: Statement) -> Iterator[Quoted]:
    """What a statement gives as its source's own words. (In a claim, quotation marks may be mere
    irony, so that only an evidence's text is taken at its word.)"""
    if statement.kind is Kind.EVIDENCE:
        for found in quotations(statement.text)[0]:
            yield Quoted(statement, statement.prose, statement.text[found.start : found.end], found.start)
    if statement.card:
        plain = body(statement.card.markup)
        yield Quoted(statement, statement.card.prose, plain.text, 0, plain)


def verify(map: ArgumentMap, texts: Mapping[Source, "SourceText | NoText"]) -> tuple[Verified, ...]:
    """Compare each quotation of a map with the sources that its statement cites.

    A quotation may stand in any one of them. One whose statement cites nothing is passed over.
    """
    return tuple(
        _verify(quoted, pattern, texts)
        for statement in map.statements
        if statement.cites
        for quoted in quoted_words(statement)
        if (pattern := take_apart(quoted.text)).rows
    )


def _verify(quoted: Quoted, pattern: Pattern, texts: Mapping[Source, "SourceText | NoText"]) -> Verified:
    cites = quoted.statement.cites
    at_hand: list[tuple[Cite, SourceText]] = []
    for cite in cites:
        text = texts.get(cite.source)
        if isinstance(text, SourceText):
            at_hand.append((cite, text))
    for cite, text in at_hand:
        placed = text.find(pattern, cited_bounds(cite, text))
        if placed:
            return Verified(quoted, pattern, Verdict.FOUND, (cite,), text, placed)
    if len(at_hand) < len(cites):
        missing = tuple(cite for cite in cites if not isinstance(texts.get(cite.source), SourceText))
        return Verified(quoted, pattern, Verdict.UNCHECKED, missing)
    for cite, text in at_hand:
        placed = text.find(pattern)
        if placed:
            return Verified(quoted, pattern, Verdict.ELSEWHERE, (cite,), text, placed)
    return _failed(quoted, pattern, at_hand)


def cited_bounds(cite: Cite, text: SourceText) -> tuple[int, int] | None:
    """The offsets between which a citation says the words stand; None for the whole text.

    Only paragraphs can be counted in a plain text; a locator beyond its end is another fault.
    """
    if cite.locator is None or cite.locator.unit != "para":
        return None
    return text.bounds(cite.locator.first, cite.locator.last)


def _failed(quoted: Quoted, pattern: Pattern, at_hand: Sequence[tuple[Cite, SourceText]]) -> Verified:
    """The nearest miss among the cited sources, judged by the first row that stands nowhere."""
    cites = tuple(cite for cite, _ in at_hand)
    for nearest, text in at_hand:
        row = next((row for row in pattern.rows if not text.words.rows(pattern.run(row))), None)
        if row is None:
            continue
        difference = compare(pattern.run(row), text.words)
        if difference:
            verdict = Verdict.SPLICED if isinstance(difference, Spliced) else Verdict.DIFFERS
            rest = (cite for cite in cites if cite is not nearest)
            return Verified(quoted, pattern, verdict, (nearest, *rest), text, None, row, difference)
    return Verified(quoted, pattern, Verdict.ABSENT, cites, at_hand[0][1])


def words_between(placed: Placed, row: int) -> tuple[int, int]:
    """The numbers of the source's words that stand between a row and the one after it."""
    return placed.rows[row][1], placed.rows[row + 1][0]


def read_words(quoted: Quoted, pattern: Pattern) -> frozenset[int]:
    """The numbers of the quotation's words that are read aloud (all, where nothing is marked)."""
    if not quoted.body or not quoted.body.read:
        return frozenset(range(len(pattern.words)))
    starts = pattern.words.starts
    return frozenset(
        number
        for start, end in quoted.body.read
        for number in range(bisect_left(starts, start), bisect_left(starts, end))
    )
