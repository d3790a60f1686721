"""Loading a map: read, include, parse, resolve."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from .diagnostic import Diagnostic, Severity, place_order
from .english import counted
from .files import DISK, Files
from .includes import Reading, read_with_includes
from .keeping import collecting_nothing
from .language.syntax import Document
from .model import ArgumentMap
from .reading import decode, read_file, shown
from .resolve import resolve
from .resolve.names import Name, names
from .source import SourceFile
from .values import dataclass


@dataclass(frozen=True)
class Loaded:
    """A map and what is wrong with its text. `map` is always there, as far as it could be read.

    `documents` are the files as they are written, comments and all, the top one first. `files` is
    where they were read from: what belongs to the map (sources' words, settings) is read there too,
    and with `allow_outside` also outside its folder.
    """

    map: ArgumentMap
    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: Files = DISK
    allow_outside: bool = False

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every written word that names something, its place, and what it names."""
        return names(self.documents, self.map)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is certainly wrong."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)

    @property
    def sound(self) -> bool:
        """Whether there is no error in it."""
        return not self.errors

    def __repr__(self) -> str:
        """What was read, in a line; and what is wrong with it, a line for each fault."""
        map = self.map
        size = f"{counted(len(map.statements), 'statement')}, {counted(len(map.links), 'link')}"
        return "\n".join([f"<{map.file.name}: {size}>", *(f"  {fault}" for fault in self.diagnostics)])

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Mapping[str, str]:  # noqa: ARG002
        """What a notebook shows: what is wrong with the text, and below it the map as far as it was read."""
        from .notebook import loaded_bundle

        return loaded_bundle(self)


def load(path: str | Path, *, files: Files = DISK, allow_outside: bool = False) -> Loaded:
    """Load a file and all that it includes.

    Never raises for what a file holds or lacks: a file that cannot be read is a diagnostic. `files` is
    where it is read from: the disk, an editor's open texts over it (`argmap.files.Buffers`), memory.
    With `allow_outside`, included files may lie outside the folder tree of the file.
    """
    path = Path(path)
    name = shown(path)
    return _load(read_file(path, name, files, pipe=True), name, files, allow_outside)


def load_text(text: str, name: str = "-", *, files: Files = DISK, allow_outside: bool = False) -> Loaded:
    """Load a text. `name` is the path of the file that it is or will be: what it includes is looked for
    beside it, or from the current folder where it has none."""
    raw = text.encode("utf-8", "surrogatepass")
    return load_bytes(raw, name, files=files, allow_outside=allow_outside)


def load_bytes(raw: bytes, name: str = "-", *, files: Files = DISK, allow_outside: bool = False) -> Loaded:
    """Load the bytes of a file, as `load_text` does."""
    path = None if name == "-" else Path(name)
    return _load(decode(raw, name, path), name, files, allow_outside)


def unread(name: str, fault: Diagnostic, files: Files = DISK, *, allow_outside: bool = False) -> Loaded:
    """What is there of a file of which nothing could be read: an empty map, and why."""
    empty = Document(SourceFile(name, ""), (), ())
    map, _ = resolve(Reading(documents=[empty]))
    return Loaded(map, (empty,), (fault,), files, allow_outside)


def _load(read: SourceFile | Diagnostic, name: str, files: Files, allow_outside: bool) -> Loaded:
    if isinstance(read, Diagnostic):
        return unread(name, read, files, allow_outside=allow_outside)
    with collecting_nothing():
        reading = read_with_includes(read, files, allow_outside=allow_outside)
        map, found = resolve(reading)
    diagnostics = tuple(sorted((*reading.diagnostics, *found), key=place_order))
    return Loaded(map, tuple(reading.documents), diagnostics, files, allow_outside)
