"""Putting together what was found in several maps that share files."""

from collections.abc import Mapping, Sequence, Sized
from typing import Protocol

from ..diagnostic import Diagnostic
from ..reading import resolved
from ..source import SourceFile
from .comments import unused_ignore

Place = tuple[str, str, int]
"""A code, a file and an offset in it."""


def same_file(file: SourceFile) -> str:
    """What tells a file, however often and under whatever name it was read."""
    return str(resolved(file.path)) if file.path else file.name


class Read(Protocol):
    """A map that was read, or as much as was kept of it."""

    @property
    def file(self) -> SourceFile:
        """The file that was named."""

    @property
    def files(self) -> Sequence[SourceFile]:
        """All that it was read from."""

    @property
    def statements(self) -> Sized:
        """As many as it has."""


def merge(found: Sequence[tuple[Read, Sequence[Diagnostic]]]) -> list[Diagnostic]:
    """Everything found in some maps, grouped by file in the order of reading, each thing once.

    A place in a file that several maps include is judged by the largest map that says something of
    it. A comment there is idle only if no map of those that read it needs it.
    """
    shared = any(len(map.files) > 1 for map, _ in found)
    names = {file: same_file(file) if shared else file.name for map, _ in found for file in map.files}
    placed = [[_place(diagnostic, names) for diagnostic in diagnostics] for _, diagnostics in found]
    size = [len(map.statements) for map, _ in found]
    largest: dict[Place, int] = {}
    for number, places in enumerate(placed):
        for place in places:
            if place not in largest or size[number] > size[largest[place]]:
                largest[place] = number
    needed = _needed([{names[file] for file in map.files} for map, _ in found], placed)
    groups: dict[str, list[Diagnostic]] = {}
    for number, (map, diagnostics) in enumerate(found):
        groups.setdefault(map.file.name, [])
        for place, diagnostic in zip(placed[number], diagnostics, strict=True):
            if largest[place] == number and place not in needed:
                groups.setdefault(diagnostic.file_name, []).append(diagnostic)
    return [item for group in groups.values() for item in sorted(group, key=_offset)]


def _place(diagnostic: Diagnostic, names: Mapping[SourceFile, str]) -> Place:
    span = diagnostic.span
    if span is None:
        return diagnostic.code, diagnostic.file, -1
    return diagnostic.code, names.get(span.file) or same_file(span.file), span.start


def _needed(reading: Sequence[set[str]], placed: Sequence[Sequence[Place]]) -> frozenset[Place]:
    """The places of comments that are idle in one map and needed in another that reads them."""
    idle: dict[Place, set[int]] = {}
    for number, places in enumerate(placed):
        for place in places:
            if place[0] == unused_ignore.RULE.name:
                idle.setdefault(place, set()).add(number)
    return frozenset(
        place
        for place, maps in idle.items()
        if any(place[1] in files and number not in maps for number, files in enumerate(reading))
    )


def _offset(diagnostic: Diagnostic) -> int:
    return diagnostic.span.start if diagnostic.span else -1
