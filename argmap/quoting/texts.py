"""The words of a map's sources: which file holds them, and why there are none."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..diagnostic import Diagnostic
from ..files import DISK, Files
from ..model import ArgumentMap, Source
from ..reading import decode, read_bytes, resolved
from ..source import SourceFile
from ..values import dataclass
from .passage import SourceText
from .readers import READERS, SUFFIXES, UnreadableError


@dataclass(frozen=True, slots=True)
class NoText:
    """A source whose words are not at hand. `fault` says what is wrong with its `text` field,
    and is None where it simply has none."""

    fault: str | None = None


def read_texts(
    map: ArgumentMap, folders: Sequence[Path] = (), files: Files = DISK, *, allow_outside: bool = False
) -> Mapping[Source, SourceText | NoText]:
    """The text of each source of a map: from its `text` field, or else from a file of its id.

    `folders` are searched for `<id>.txt`, `<id>.md` and so on. A `text` field may name only a file inside
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
            read = read_text(path, named, files)
            if isinstance(read, SourceText):
                return read
            fault = read
    for folder in folders:
        for suffix in SUFFIXES:
            path = folder / (source.id + suffix)
            if files.is_file(path):
                if not allow_outside and not resolved(path).is_relative_to(resolved(folder)):
                    fault = fault or f"`{path.as_posix()}` is a link out of its folder; allow it with --allow-outside"
                    continue
                read = read_text(path, path.as_posix(), files)
                if isinstance(read, SourceText):
                    return read
                fault = fault or read
    return NoText(fault)


def read_text(path: Path, name: str, files: Files) -> SourceText | str:
    """The words of a source's file, called `name` in messages; or what keeps them from being read."""
    return files.once(("text", resolved(path), name), lambda: _text(path, name, files))


def _text(path: Path, name: str, files: Files) -> SourceText | str:
    raw = read_bytes(path, name, files)
    if isinstance(raw, Diagnostic):
        hint = f" ({raw.help})" if raw.help and raw.code == "missing-file" else ""
        return f"`{name}`: {raw.message}{hint}"
    return text_of(raw, name, path)


def text_of(raw: bytes, name: str, path: Path) -> SourceText | str:
    """The words of a file's bytes, read as its ending says; or what keeps them from being read. `name`
    is what messages call it."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        plain = decode(raw, name, path)
        return SourceText(plain) if isinstance(plain, SourceFile) else f"`{name}`: {plain.message}"
    try:
        read = reader(raw)
    except UnreadableError as error:
        return f"`{name}`: {error}"
    if not read.text.strip():
        return f"`{name}`: this file holds no words"
    return SourceText(SourceFile(name, read.text, path), read.labels, read.doubt)
