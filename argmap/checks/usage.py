"""How a map uses its sources: what is cited, what is not yet, and what rests on one source."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from ..model import ArgumentMap, Cite, Kind, LinkKind, Source, Statement
from ..quoting.passage import SourceText
from ..quoting.pattern import take_apart
from ..quoting.quoted import Quoted, everything_quoted, quoted_words
from ..quoting.texts import NoText
from ..quoting.verify import Verdict, verify
from ..values import dataclass

VERIFIED, FAILED, UNCHECKED = "verified", "failed", "unchecked"
OUTCOMES = {Verdict.FOUND: VERIFIED, Verdict.UNCHECKED: UNCHECKED, Verdict.UNCLEAR: UNCHECKED}
"""What a verdict counts as, where it is no failure."""


@dataclass(frozen=True, slots=True)
class SourceUse:
    """One source and what a map takes from it.

    `cites` pairs each statement with its citation, in reading order. `used` are the numbers of the
    paragraphs that are cited; `count` is how many its text has, None where that is not at hand.
    `verified`, `failed` and `unchecked` count its quotations; one that fails counts for the first
    source that its statement cites. `alone` are the claims that rest on its authors and nobody else.
    """

    source: Source
    cites: tuple[tuple[Statement, Cite], ...]
    used: tuple[int, ...]
    count: int | None
    verified: int
    failed: int
    unchecked: int
    alone: tuple[Statement, ...]

    @property
    def unused(self) -> tuple[int, ...]:
        """The numbers of the paragraphs that nothing cites; empty where the text is not at hand."""
        cited = set(self.used)
        return tuple(number for number in range(1, (self.count or 0) + 1) if number not in cited)


def source_uses(map: ArgumentMap, texts: Mapping[Source, SourceText | NoText]) -> tuple[SourceUse, ...]:
    """What a map takes from each of its sources, in the order of their declaration."""
    cites: dict[Source, list[tuple[Statement, Cite]]] = {}
    for statement in map.statements:
        for cite in statement.cites:
            cites.setdefault(cite.source, []).append((statement, cite))
    outcomes = _outcomes(map, texts)
    alone = _resting_alone(map)
    return tuple(
        _use(source, cites.get(source, []), texts.get(source), outcomes, alone.get(source, []))
        for source in map.sources
    )


def not_looked_at(map: ArgumentMap) -> tuple[Quoted, ...]:
    """What stands in quotation marks, or as a card, and is compared with nothing: its statement cites no
    source, or there is no word in it."""
    return tuple(
        quoted
        for statement in map.statements
        for quoted in (quoted_words(statement) if statement.cites else everything_quoted(statement))
        if not statement.cites or not take_apart(quoted.text).comparable
    )


def _use(
    source: Source,
    cites: Sequence[tuple[Statement, Cite]],
    text: SourceText | NoText | None,
    outcomes: Mapping[tuple[Source, str], int],
    alone: Sequence[Statement],
) -> SourceUse:
    count = len(text.paragraphs) if isinstance(text, SourceText) and not text.labels else None
    used: set[int] = set()
    for _, cite in cites:
        locator = cite.locator
        if locator and locator.unit == "para":
            # A locator far beyond the end, where no text tells the end, must not fill the memory.
            last = locator.last if count is None else min(locator.last, count)
            used.update(range(locator.first, min(last, locator.first + 999) + 1))
    return SourceUse(
        source,
        tuple(cites),
        tuple(sorted(used)),
        count,
        outcomes.get((source, VERIFIED), 0),
        outcomes.get((source, FAILED), 0),
        outcomes.get((source, UNCHECKED), 0),
        tuple(alone),
    )


def _outcomes(map: ArgumentMap, texts: Mapping[Source, SourceText | NoText]) -> Mapping[tuple[Source, str], int]:
    counts: Counter[tuple[Source, str]] = Counter()
    for verified in verify(map, texts):
        found = OUTCOMES.get(verified.verdict, FAILED)
        counts[verified.cites[0].source, found] += 1
    return counts


def _resting_alone(map: ArgumentMap) -> Mapping[Source, list[Statement]]:
    """For each source the claims under which nobody is cited, at any depth, but its authors."""
    hands: dict[tuple[str, ...], int] = {}
    bit = {source: 1 << hands.setdefault(source.authors or (source.id,), len(hands)) for source in map.sources}
    under = {statement: _union(bit[cite.source] for cite in statement.cites) for statement in map.statements}
    waiting = [statement for statement, sources in under.items() if sources]
    while waiting:
        statement = waiting.pop()
        for link in map.links_from(statement):
            onto = link.target
            if link.kind is LinkKind.SUPPORTS and isinstance(onto, Statement):
                together = under[onto] | under[statement]
                if together != under[onto]:
                    under[onto] = together
                    waiting.append(onto)
    claims: dict[int, list[Statement]] = {}
    for statement, sources in under.items():
        if statement.kind is Kind.CLAIM:
            claims.setdefault(sources, []).append(statement)
    return {source: claims.get(hand, []) for source, hand in bit.items()}


def _union(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)
