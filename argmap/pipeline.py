"""Loading a map: read, include, parse, resolve."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .diagnostic import Diagnostic, Severity, place_order
from .includes import Reading, read_with_includes
from .language.syntax import Document
from .model import ArgumentMap
from .reading import decode, read_file, shown
from .resolve import resolve
from .source import SourceFile


@dataclass(frozen=True, slots=True)
class Loaded:
    """A map and what is wrong with its text. `map` is always there, as far as it could be read."""

    map: ArgumentMap
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is certainly wrong."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)

    @property
    def sound(self) -> bool:
        """Whether there is no error in it."""
        return not self.errors

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:
        """What a notebook shows: the map."""
        return self.map._repr_mimebundle_(include, exclude)


def load(path: str | Path, *, allow_outside: bool = False) -> Loaded:
    """Load a file and all that it includes.

    Never raises for what a file holds or lacks: a file that cannot be read is a diagnostic. With
    `allow_outside`, included files may lie outside the folder tree of the file.
    """
    path = Path(path)
    name = shown(path)
    return _load(read_file(path, name, pipe=True), name, allow_outside)


def load_text(text: str, name: str = "-", *, allow_outside: bool = False) -> Loaded:
    """Load a text; what it includes is looked for from the current folder."""
    return _load(decode(text.encode("utf-8", "surrogatepass"), name), name, allow_outside)


def load_bytes(raw: bytes, name: str = "-", *, allow_outside: bool = False) -> Loaded:
    """Load the bytes of a file, as `load_text` does."""
    return _load(decode(raw, name), name, allow_outside)


def _load(read: SourceFile | Diagnostic, name: str, allow_outside: bool) -> Loaded:
    if isinstance(read, Diagnostic):
        empty = Document(SourceFile(name, ""), (), ())
        map, _ = resolve(Reading(documents=[empty]))
        return Loaded(map, (read,))
    with _collecting_nothing():
        reading = read_with_includes(read, allow_outside=allow_outside)
        map, found = resolve(reading)
    return Loaded(map, tuple(sorted((*reading.diagnostics, *found), key=place_order)))


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """What is made while a map is read is kept: to look through it for garbage, time and again, would
    cost a third of the time, and more the larger the map."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
