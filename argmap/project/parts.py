"""Which of some files are parts of others among them, and no maps by themselves."""

from collections.abc import Collection, Sequence
from typing import Generic, Protocol, Self, TypeVar

from ..diagnostic import Diagnostic
from ..pipeline import Loaded
from ..reading import resolved
from ..source import SourceFile
from ..values import dataclass

Fault = tuple[str, str, int]
"""What is wrong, in which file, and where in it."""


@dataclass(frozen=True, slots=True)
class Reads:
    """A file as one among others: `files` are all that it was read from, itself the first; `statements` are as
    many as its map has, `speaks` where it has one of its own."""

    file: SourceFile
    files: tuple[SourceFile, ...]
    statements: range
    speaks: bool
    errors: tuple[Diagnostic, ...]


class Waiting(Protocol):
    """A file that was read, which some rules may be held back in."""

    @property
    def waiting(self) -> frozenset[str]:
        """Those rules: they wait until its text has no errors."""


One = TypeVar("One", bound=Waiting)


@dataclass(frozen=True)
class Sorted(Generic[One]):
    """Some files that were read: `maps` count; `parts` only belong to one of them (see `among`)."""

    maps: tuple[One, ...]
    parts: tuple[One, ...]

    @classmethod
    def by(cls, all: Sequence[One], inner: Collection[int]) -> Self:
        """The same files, of which those with the numbers `inner` are parts."""
        return cls(
            tuple(one for index, one in enumerate(all) if index not in inner),
            tuple(one for index, one in enumerate(all) if index in inner),
        )

    @property
    def size(self) -> int:
        """How many files were named, or found in folders."""
        return len(self.maps) + len(self.parts)

    @property
    def waiting(self) -> frozenset[str]:
        """The rules that are held back in some map until its text has no errors."""
        return frozenset[str]().union(*(one.waiting for one in self.maps))


def reads(one: Loaded, *, words: bool = True) -> Reads:
    """What a file that was read is among others. Without `words` the texts of the files are let go: where nothing
    is to be said of them, nobody looks at them again."""
    map = one.map
    speaks = any(statement.file is map.file for statement in map.statements)
    files = map.files if words else tuple(SourceFile(file.name, "", file.path) for file in map.files)
    return Reads(files[0], files, range(len(map.statements)), speaks, one.errors)


def parts(loaded: Sequence[Loaded]) -> frozenset[int]:
    """Which of some files are parts of others (see `among`)."""
    return among([reads(one) for one in loaded])


def among(files: Sequence[Reads]) -> frozenset[int]:
    """The files (by their index) that another one includes and that are no maps by themselves: they
    have no statement of their own, or by themselves they have errors that they have not there (they
    use the other's sides and sources). Of files that include each other the first stays."""
    if all(len(one.files) == 1 for one in files):  # as nearly always: links are followed only where it matters
        return frozenset()
    places = {resolved(path): index for index, one in enumerate(files) if (path := one.file.path)}
    within = [
        {places[place] for file in one.files[1:] if file.path and (place := resolved(file.path)) in places}
        for one in files
    ]
    return frozenset(
        inner
        for outer, inside in enumerate(within)
        for inner in inside
        if (not files[inner].speaks or _leans(files[inner], files[outer]))
        and not (inner < outer and outer in within[inner])
    )


def _leans(inner: Reads, outer: Reads) -> bool:
    """Whether a file has errors by itself that it does not have where the other one includes it."""
    return not {_fault(error) for error in inner.errors} <= {_fault(error) for error in outer.errors}


def _fault(error: Diagnostic) -> Fault:
    path = error.span.file.path if error.span else None
    return error.code, str(resolved(path)) if path else error.file_name, error.span.start if error.span else -1
