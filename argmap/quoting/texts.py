"""The words of a map's sources: which file holds them, and why there are none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..files import DISK, Files
from ..model import ArgumentMap, Source
from ..reading import read_file, resolved
from ..source import SourceFile
from .passage import SourceText

SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class NoText:
    """A source whose words are not at hand. `fault` says what is wrong with its `text` field,
    and is None where it simply has none."""

    fault: str | None = None


def read_texts(
    map: ArgumentMap, folders: Sequence[Path] = (), files: Files = DISK, *, allow_outside: bool = False
) -> Mapping[Source, SourceText | NoText]:
    """The text of each source of a map: from its `text` field, or else from a file of its id.

    `folders` are searched for `<id>.txt` and `<id>.md`. A `text` field may name only a file inside
    the folder tree of the map's top file, unless `allow_outside`.
    """
    top = map.file.path
    root = top.parent if top else Path()
    return {source: _read_one(source, root, folders, files, allow_outside) for source in map.sources}


def _read_one(
    source: Source, root: Path, folders: Sequence[Path], files: Files, allow_outside: bool
) -> SourceText | NoText:
    named = source.get("text")
    fault: str | None = None
    if named:
        home = source.span.file.path
        path = (home.parent if home else root) / named
        if not allow_outside and not resolved(path).is_relative_to(resolved(root)):
            fault = f"`{named}` lies outside the folder of the map; allow it with --allow-outside"
        else:
            read = _read_file(path, named, files)
            if isinstance(read, SourceText):
                return read
            fault = read
    for folder in folders:
        for suffix in SUFFIXES:
            path = folder / (source.id + suffix)
            if files.is_file(path):
                read = _read_file(path, path.as_posix(), files)
                if isinstance(read, SourceText):
                    return read
                fault = fault or read
    return NoText(fault)


def _read_file(path: Path, name: str, files: Files) -> SourceText | str:
    """The text of a file, or what keeps it from being read."""
    return files.once(("text", resolved(path), name), lambda: _text(path, name, files))


def _text(path: Path, name: str, files: Files) -> SourceText | str:
    read = read_file(path, name, files)
    if isinstance(read, SourceFile):
        return SourceText(read)
    hint = f" ({read.help})" if read.help and read.code == "missing-file" else ""
    return f"`{name}`: {read.message}{hint}"
