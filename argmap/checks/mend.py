"""Carrying out the safe mends that diagnostics propose."""

from collections.abc import Iterable, Mapping

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
    counts: dict[SourceFile, int] = {}
    for diagnostic in diagnostics:
        edits = diagnostic.edits
        if not edits or len({edit.span.file for edit in edits}) > 1:
            continue
        there = edits[0].span.file
        file = files.setdefault(same_file(there), there)
        taken = chosen.setdefault(file, [])
        if file.text == there.text and not any(_touch(edit, other) for edit in edits for other in taken):
            taken.extend(edits)
            counts[file] = counts.get(file, 0) + 1
    return {file: (_applied(file.text, edits), counts[file]) for file, edits in chosen.items() if edits}


def _touch(one: Edit, other: Edit) -> bool:
    first, second = sorted((one.span, other.span), key=lambda span: (span.start, span.end))
    return second.start < first.end or first.start == second.start


def _applied(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        parts += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*parts, text[at:]])
