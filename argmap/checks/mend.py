"""Carrying out the safe mends that diagnostics propose."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence

from ..diagnostic import Diagnostic, Edit
from ..source import SourceFile
from .merge import same_file

Mended = Mapping[SourceFile, tuple[str, int]]
"""For each file that changes its new text and how many faults were mended in it."""


def mend(diagnostics: Iterable[Diagnostic]) -> Mended:
    """The new texts of files, with every mend made that does not touch another one's place.

    A diagnostic's edits are made together or not at all. A file that was read several times counts
    once.
    """
    files: dict[str, SourceFile] = {}
    chosen: dict[SourceFile, list[Edit]] = {}
    taken: dict[SourceFile, list[tuple[int, int]]] = {}
    counts: dict[SourceFile, int] = {}
    for diagnostic in diagnostics:
        edits = diagnostic.edits
        if not edits or len({edit.span.file for edit in edits}) > 1:
            continue
        there = edits[0].span.file
        file = files.setdefault(same_file(there), there)
        places = taken.setdefault(file, [])
        if file.text == there.text and all(_free(places, edit.span.start, edit.span.end) for edit in edits):
            chosen.setdefault(file, []).extend(edits)
            for edit in edits:
                insort(places, (edit.span.start, edit.span.end))
            counts[file] = counts.get(file, 0) + 1
    return {file: (_applied(file.text, edits), counts[file]) for file, edits in chosen.items()}


def by_file(diagnostics: Iterable[Diagnostic]) -> Mapping[str, Sequence[Diagnostic]]:
    """The diagnostics that propose a mend, by the file (under whatever name) that it would change."""
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.edits:
            found.setdefault(same_file(diagnostic.edits[0].span.file), []).append(diagnostic)
    return found


def _free(places: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a place touches none of those that are taken (in order, none over another)."""
    after = bisect_left(places, (start, start))
    before_ends = places[after - 1][1] if after else -1
    return before_ends <= start and (after == len(places) or places[after][0] >= max(end, start + 1))


def _applied(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        parts += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*parts, text[at:]])
