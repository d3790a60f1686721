"""Every quotation of a map held against the words of the sources that it cites."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ..model import ArgumentMap, Cite, Locator, Source
from ..values import dataclass
from .compare import Differs, Spliced, compare, stands
from .faults import Fault, Weight, faults
from .passage import SourceText
from .pattern import Pattern, Row, take_apart
from .placed import Placed
from .quoted import Quoted, quoted_words
from .rows import TooRepetitiveError
from .search import Strictness

if TYPE_CHECKING:
    from .texts import NoText


class Verdict(StrEnum):
    """What came of comparing a quotation with its source. ALTERED: its words stand there, save that
    what the quoter did to them changes what they say. UNCLEAR: it repeats itself too often."""

    FOUND = "found"
    ELSEWHERE = "elsewhere"
    ALTERED = "altered"
    SPLICED = "spliced"
    DIFFERS = "differs"
    ABSENT = "absent"
    UNCHECKED = "unchecked"
    UNCLEAR = "unclear"


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
    faults: tuple[Fault, ...] = ()


def verify(map: ArgumentMap, texts: Mapping[Source, "SourceText | NoText"]) -> tuple[Verified, ...]:
    """Compare each quotation of a map with the sources that its statement cites.

    A quotation may stand in any one of them. One whose statement cites nothing is passed over, and so
    is one that holds no word.
    """
    found = [
        (quoted, pattern)
        for statement in map.statements
        if statement.cites
        for quoted in quoted_words(statement)
        if (pattern := take_apart(quoted.text)).comparable
    ]
    _expect(found, texts)
    return tuple(_verify(quoted, pattern, texts) for quoted, pattern in found)


def _expect(found: Sequence[tuple[Quoted, Pattern]], texts: Mapping[Source, "SourceText | NoText"]) -> None:
    """Tell each text which quotations will be looked for in the whole of it."""
    anywhere: dict[SourceText, list[Pattern]] = {}
    for quoted, pattern in found:
        for cite in quoted.statement.cites:
            text = texts.get(cite.source)
            if isinstance(text, SourceText) and not cited_places(cite, text):
                anywhere.setdefault(text, []).append(pattern)
    for text, patterns in anywhere.items():
        text.expect(patterns)


def _verify(quoted: Quoted, pattern: Pattern, texts: Mapping[Source, "SourceText | NoText"]) -> Verified:
    """The verdict on a quotation; on its words up to a later mark where it is these that are found."""
    first = _compared(quoted, pattern, texts)
    if first.verdict not in (Verdict.FOUND, Verdict.UNCHECKED):
        for words in quoted.later:
            longer = _compared(replace(quoted, text=words, later=()), take_apart(words), texts)
            if longer.verdict is Verdict.FOUND:
                return longer
    return first


def _compared(quoted: Quoted, pattern: Pattern, texts: Mapping[Source, "SourceText | NoText"]) -> Verified:
    cites = quoted.statement.cites
    at_hand: list[tuple[Cite, SourceText]] = []
    for cite in cites:
        text = texts.get(cite.source)
        if isinstance(text, SourceText):
            at_hand.append((cite, text))
    try:
        if found := _first_found(quoted, pattern, at_hand, Strictness.FAITHFUL, whole=False):
            return found
        if len(at_hand) < len(cites):
            missing = tuple(cite for cite in cites if not isinstance(texts.get(cite.source), SourceText))
            return Verified(quoted, pattern, Verdict.UNCHECKED, missing)
        for strictness, whole in LATER_STEPS:
            if found := _first_found(quoted, pattern, at_hand, strictness, whole=whole):
                return found
    except TooRepetitiveError:
        return Verified(quoted, pattern, Verdict.UNCLEAR, cites)
    return _failed(quoted, pattern, at_hand)


LATER_STEPS = ((Strictness.FAITHFUL, True), (Strictness.ANY, False), (Strictness.ANY, True))
"""Where a quotation is looked for once it does not stand where it is cited: how strictly, and whether
in the whole text."""


def _first_found(
    quoted: Quoted, pattern: Pattern, at_hand: Sequence[tuple[Cite, SourceText]], strictness: Strictness, *, whole: bool
) -> Verified | None:
    if strictness is Strictness.ANY and not pattern.joints:
        return None
    for cite, text in at_hand:
        places = cited_places(cite, text)
        if whole and not places:
            continue
        looked = (text.find(pattern, bounds, strictness) for bounds in ((None,) if whole or not places else places))
        placed = next((found for found in looked if found), None)
        if placed:
            wrong = tuple(faults(placed))
            verdict = Verdict.ELSEWHERE if whole else Verdict.FOUND
            if any(fault.weight is Weight.ERROR for fault in wrong):
                verdict = Verdict.ALTERED
            return Verified(quoted, placed.pattern, verdict, (cite,), text, placed, faults=wrong)
    return None


def cited_places(cite: Cite, text: SourceText) -> tuple[tuple[int, int], ...]:
    """The offsets between which a citation says the words stand, for each way to count pages; empty for
    the whole text.

    Pages are held to where they are known, paragraphs where they are not: those of a PDF cannot be
    told. A locator beyond the end is another fault.
    """
    locator = cite.locator
    if locator is None:
        return ()
    if locator.unit == "page" and text.labels:
        return text.pages.bounds(*page_names(locator), cite.source.get("pages"))
    if locator.unit != "para" or text.labels:
        return ()
    bounds = text.bounds(locator.first, locator.last)
    return (bounds,) if bounds else ()


def page_names(locator: Locator) -> tuple[str, str]:
    """The names of the first and the last page of a locator: `12`, or what the source prints, `xii`."""
    if locator.text:
        first, _, last = locator.text.replace("–", "-").partition("-")
        return first.strip(), (last or first).strip()
    return str(locator.first), str(locator.last)


def _failed(quoted: Quoted, pattern: Pattern, at_hand: Sequence[tuple[Cite, SourceText]]) -> Verified:
    """The nearest miss among the cited sources, judged by the first row that stands nowhere."""
    cites = tuple(cite for cite, _ in at_hand)
    for nearest, text in at_hand:
        row = next((row for row in pattern.rows if not stands(pattern, row, text.words)), None)
        if row is None:
            continue
        difference = compare(pattern, row, text.words)
        if difference:
            verdict = Verdict.SPLICED if isinstance(difference, Spliced) else Verdict.DIFFERS
            rest = (cite for cite in cites if cite is not nearest)
            return Verified(quoted, pattern, verdict, (nearest, *rest), text, None, row, difference)
    return Verified(quoted, pattern, Verdict.ABSENT, cites, at_hand[0][1])
