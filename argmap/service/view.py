"""A file as it is now, with the map that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..diagnostic import Diagnostic
from ..language.syntax import Document
from ..model import ArgumentMap
from ..pipeline import Loaded
from ..project import Member
from ..reading import resolved
from ..resolve.names import Name
from ..source import SourceFile, Span


@dataclass(frozen=True)
class Reading:
    """A map that was read, and everything that is to be said about it."""

    member: Member
    found: tuple[Diagnostic, ...]

    @property
    def loaded(self) -> Loaded:
        """Its files as they are written, and its names."""
        return self.member.loaded

    @cached_property
    def documents(self) -> dict[Path, Document]:
        """Its files by where they lie."""
        return {resolved(d.file.path): d for d in self.loaded.documents if d.file.path}

    @cached_property
    def by_file(self) -> dict[Path, tuple[Diagnostic, ...]]:
        """What is to be said about each file. What is wrong with a file that cannot be read at all is said
        of the map."""
        top = resolved(self.member.input.path or Path())
        places: dict[Path | None, Path] = {None: top}
        found: dict[Path, list[Diagnostic]] = {path: [] for path in (top, *self.documents)}
        for each in self.found:
            path = each.span.file.path if each.span else None
            if path not in places:
                places[path] = resolved(path or Path())
            found.setdefault(places[path], []).append(each)
        return {path: tuple(each) for path, each in found.items()}


@dataclass(frozen=True)
class View:
    """One file. `reading` is the map that it belongs to: that of the file itself, or of one that includes
    it; `others` are further maps that the file is read in."""

    path: Path
    reading: Reading
    others: tuple[Reading, ...] = ()

    @property
    def map(self) -> ArgumentMap:
        """The map that the file belongs to, as far as it could be read."""
        return self.reading.loaded.map

    @cached_property
    def document(self) -> Document:
        """What the file says, line by line; empty where it could not be read."""
        empty = Document(SourceFile(self.path.name, "", self.path), (), ())
        return self.reading.documents.get(self.path, empty)

    @property
    def file(self) -> SourceFile:
        """Its text."""
        return self.document.file

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is to be said about this file, in the order of its places, as `argmap check` says it."""
        return self.reading.by_file.get(self.path, ())

    @cached_property
    def names(self) -> Sequence[Name]:
        """The words of this file that name something."""
        return [name for name in self.reading.loaded.names if name.span.file is self.file]

    def name_at(self, offset: int) -> Name | None:
        """The name that stands at an offset of this file."""
        return next((name for name in self.names if name.span.start <= offset <= name.span.end), None)

    def here(self, span: Span, offset: int) -> bool:
        """Whether a place is in this file and holds an offset."""
        return span.file is self.file and span.start <= offset <= span.end
