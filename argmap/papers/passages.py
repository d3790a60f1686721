"""Cards cut from the sources' own words: the cited paragraphs, with what is quoted underlined and lit."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import ArgumentMap, Cite, Source, Statement
from ..quoting.passage import SourceText
from ..quoting.texts import NoText
from ..quoting.verify import Verdict, Verified, verify
from .entries import Ink, Line, Run
from .telling import Passages

Stretch = tuple[int, int]


@dataclass(slots=True)
class _Cut:
    """A passage to cut: the source's text, the cite that says where, and the stretches quoted of it."""

    text: SourceText
    cite: Cite
    quoted: list[Stretch] = field(default_factory=list)


def passages(map: ArgumentMap, texts: Mapping[Source, SourceText | NoText]) -> Passages:
    """For each evidence without a card whose quotations stand in the paragraphs that it cites: those
    paragraphs. They are the source's words, so they are cut only where that is asked for."""
    cuts: dict[Statement, _Cut] = {}
    for verified in verify(map, texts):
        if _cuttable(verified) and verified.text is not None and verified.placed is not None:
            words, cite = verified.placed.words, verified.cites[0]
            cut = cuts.setdefault(verified.quoted.statement, _Cut(verified.text, cite))
            if cut.text is verified.text:
                cut.quoted += [(words.starts[first], words.ends[end - 1]) for first, end in verified.placed.rows]
    return {statement: _paragraphs(cut) for statement, cut in cuts.items()}


def _cuttable(verified: Verified) -> bool:
    if verified.quoted.statement.card or verified.verdict is not Verdict.FOUND:
        return False
    locator = verified.cites[0].locator
    return locator is not None and locator.unit == "para"


def _paragraphs(cut: _Cut) -> tuple[Line, ...]:
    locator = cut.cite.locator
    assert locator is not None  # as `_cuttable` has it
    bounds = (cut.text.bounds(number, number) for number in range(locator.first, locator.last + 1))
    return tuple(_paragraph(cut, *found) for found in bounds if found)


def _paragraph(cut: _Cut, start: int, end: int) -> Line:
    """A paragraph of the source, what is quoted of it lit."""
    runs: list[Run] = []
    at = start
    for first, last in sorted((max(a, start), min(b, end)) for a, b in cut.quoted if a < end and b > start):
        if last <= at:
            continue
        runs.append(_run(cut.text, at, max(first, at), Ink.PLAIN))
        runs.append(_run(cut.text, max(first, at), last, Ink.READ | Ink.HIGHLIGHTED))
        at = last
    runs.append(_run(cut.text, at, end, Ink.PLAIN))
    return tuple(run for run in runs if run.text)


def _run(text: SourceText, start: int, end: int, ink: Ink) -> Run:
    return Run(" ".join(text.file.text[start:end].split("\n")), ink)
