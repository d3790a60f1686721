"""Where outputs go: none onto what was read, none onto another."""

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..reading import resolved
from .inputs import SUFFIX, Input
from .shared import talk
from .whole import write_whole

if TYPE_CHECKING:
    from ..project import Member

SETTINGS = ("argmap.toml", "pyproject.toml")
Identity = tuple[int, int]
"""A file's device and number on it: the same for all its names, also in other letters where the disk
does not tell those apart."""


class TakenError(OSError):
    """An output would land on what is not its own; the words say on what."""

    def __init__(self, path: Path, words: str) -> None:
        super().__init__(errno.EEXIST, words, str(path))


class Outputs:
    """The files that a call writes: each stays away from what the call read, and from the others."""

    def __init__(self, read: Iterable[tuple[str, Iterable[Path]]] = (), planned: Iterable[Path | None] = ()) -> None:
        """`read`: the maps of the call by their names, each with the files that belong to it. `planned`: where
        their outputs will go."""
        self._read: dict[Identity, str] = {}
        for name, paths in read:
            for path in paths:
                if (found := _identity(path)) is not None:
                    self._read.setdefault(found, f"is read by {name}")
        self._planned = {resolved(path) for path in planned if path}
        self._written: dict[Identity, Path] = {}

    def write(self, files: Mapping[Path, bytes], *, of: Path | None = None) -> None:
        """Write the files that a map becomes, each whole (see `write_whole`), where all of them may be
        written; `of`: the place that was planned for the map.

        Raises OSError; TakenError where one would land on what was read, or on another output.
        """
        for path in files:
            self._refuse_taken(path, of)
        for path, data in files.items():
            write_whole(path, data)
            if path.is_file() and (made := _identity(path)) is not None:
                self._written[made] = path

    def _refuse_taken(self, path: Path, of: Path | None) -> None:
        if path.name.casefold() in SETTINGS:
            raise TakenError(path, "that is the name of a settings file")
        here = _identity(path)
        if here in self._read:
            raise TakenError(path, f"this file {self._read[here]}")
        if here in self._written:
            other = self._written[here]
            raise TakenError(path, f"this call wrote {other if other != path else 'another output'} there already")
        if of and path != of and resolved(path) in self._planned:
            raise TakenError(path, "the output of another map goes there")

    def keep(self, target: Path, data: bytes) -> Path:
        """Write what was to become an output under a name that nobody has; gives the name. Raises OSError."""
        stem = target.name.removesuffix(target.suffix)
        for count in range(1, 1000):
            path = target.with_name(f"{stem}-not-drawn{f'-{count}' if count > 1 else ''}.dot")
            try:
                if path.read_bytes() == data:  # kept by an earlier call
                    return path
            except FileNotFoundError:
                self.write({path: data})
                return path
        raise TakenError(target, f"there are 1,000 files beside it that begin with {stem}-not-drawn")


def belongs(member: "Member") -> Iterable[Path]:
    """The files that belong to a map, whether this call has to read them or not."""
    yield from (file.path for file in member.map.files if file.path)
    if member.input.path:
        yield member.input.path
    top = member.map.file.path
    for source in member.map.sources:
        home = source.span.file.path or top
        if named := source.get("text"):
            yield (home.parent if home else Path()) / named
        for folder in member.folders:
            yield from (folder / f"{source.id}{suffix}" for suffix in _suffixes())


def _suffixes() -> Sequence[str]:
    from ..quoting.readers import SUFFIXES

    return SUFFIXES


def _identity(path: Path) -> Identity | None:
    """What a path leads to; None where nothing is there."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def overwrite(path: Path, data: bytes, name: str) -> bool:
    """Write a map back; False, and why is said, where that cannot be done: the other maps go on."""
    try:
        if not path.is_file():
            talk(f"{name}: this is no file, so it cannot be written back; --diff shows what would change")
            return False
        write_whole(path, data, lasting=True)
    except OSError as error:
        talk(f"{name}: this cannot be written: {error.strerror or error}")
        return False
    return True


def destinations(items: Sequence[Input], where: str | None, suffix: str, added: str = "") -> list[Path | None]:
    """For each input the file to write, None for standard output. `added` is put behind a map's name.

    Raises click.UsageError where several outputs would share one place, or one its own input's.
    """
    if where == "-":
        if len(items) > 1:
            raise click.UsageError(f"there are {len(items)} maps, and standard output takes only one.")
        return [None]
    refuse_one_file_for_many(len(items), where, suffix)
    folder = Path(where or ".")
    if where and len(items) == 1 and _is_for_a_file(where, None):
        return _apart([folder], items)
    return _apart([folder / item.below.with_name(item.below.stem + added + suffix) for item in items], items)


def refuse_one_file_for_many(count: int, where: str | None, suffix: str) -> None:
    """Raise click.UsageError where several maps are to go into one file."""
    if where and where != "-" and count > 1 and _is_for_a_file(where, suffix):
        raise click.UsageError(f"there are {count} maps: '{where}' must be a folder, not a file.")


def _is_for_a_file(where: str, suffix: str | None) -> bool:
    """Whether a place that was named is a file, or will be one: its name ends in `suffix` (None: any)."""
    path = Path(where)
    if is_folder(where):
        return False
    return os.path.exists(path) or (path.suffix == suffix if suffix else bool(path.suffix))  # noqa: PTH110


def is_folder(where: str) -> bool:
    """Whether a place that was named is a folder, or says that it is to be one."""
    return os.path.isdir(where) or where.endswith(("/", os.sep))  # noqa: PTH112 (never raises, whatever was typed)


def _apart(paths: list[Path], items: Sequence[Input]) -> list[Path | None]:
    taken: dict[Path, Input] = {}
    sources = {resolved(item.path) for item in items if item.path}
    for path, item in zip(paths, items, strict=True):
        place = resolved(path)
        if path.suffix == SUFFIX and place not in sources:
            raise click.UsageError(f"'{path}' is a map's name; give the output another ending.")
        if place in sources:
            raise click.UsageError(f"'{path}' is a map that is being read; write to another place.")
        if place in taken:
            both = f"'{taken[place].path}' and '{item.path}'"
            raise click.UsageError(f"{both} would both be written to '{path}'; name the folder that holds them.")
        taken[place] = item
    return list(paths)
