"""Which maps a call means: files, folders searched for them, or standard input."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from ..pipeline import Loaded, load, load_bytes
from ..reading import resolved

SUFFIX = ".argmap"


@dataclass(frozen=True, slots=True)
class Input:
    """One map to read. `path` is None for standard input; `below` is its place under the folder
    that was named, or just its name; `found` where it was come upon in a folder."""

    path: Path | None
    below: Path
    found: bool = False


def inputs(paths: Sequence[str]) -> list[Input]:
    """The maps that a call names, each once, in the order of naming and then of path.

    Raises click.UsageError where a folder holds none, or a name is empty.
    """
    seen: set[Path] = set()
    result: list[Input] = []
    for item in _named(paths or ["."]):
        key = resolved(item.path) if item.path else Path("-")
        if key not in seen:
            seen.add(key)
            result.append(item)
    return result


def _named(paths: Iterable[str]) -> Iterator[Input]:
    for name in paths:
        path = Path(name)
        if name == "-":
            yield Input(None, Path("standard-input"))
        elif not name:
            raise click.UsageError("a PATH is empty; write . for the current folder.")
        elif os.path.isdir(path):  # noqa: PTH112 (never raises, whatever was typed)
            maps = list(_maps_in(path))
            if not maps:
                raise click.UsageError(
                    f"there is no file that ends in {SUFFIX} in '{name}'. `argmap new` writes one to start from."
                )
            yield from maps
        else:
            yield Input(path, Path(path.name))


def _maps_in(folder: Path) -> Iterator[Input]:
    """The maps in a folder and below, and the folders that cannot be looked into: reading one tells why."""
    closed: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here, name)
            if name.endswith(SUFFIX) and not name.startswith(".") and not _is_pipe(path):
                yield Input(path, path.relative_to(folder), found=True)
    for error in closed:
        path = Path(error.filename)
        yield Input(path, path.relative_to(folder), found=True)


def _is_pipe(path: Path) -> bool:
    """Whether a path is there and is no file: nobody means such a thing by the folder that it is in."""
    return os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113 (these never raise)


def read(item: Input, *, allow_outside: bool) -> Loaded:
    """Load one input."""
    if item.path is None:
        raw = sys.stdin.buffer.read()
        return load_bytes(raw, "-", allow_outside=allow_outside)
    return load(item.path, allow_outside=allow_outside)


def only_included(loaded: Sequence[tuple[Input, Loaded]]) -> set[int]:
    """Which of some inputs (by their index) others include and that are no maps by themselves, come
    upon in a folder: they have no statement of their own, or are sound only within the other file
    (whose sides and sources they use). Of files that include each other the first stays."""
    places = {resolved(item.path): index for index, (item, _) in enumerate(loaded) if item.path}
    reads = [
        {places[path] for file in found.map.files[1:] if file.path and (path := resolved(file.path)) in places}
        for _, found in loaded
    ]
    return {
        inner
        for outer, inside in enumerate(reads)
        for inner in inside
        if loaded[inner][0].found
        and (not _speaks(loaded[inner][1]) or _part_of(loaded[inner][1], loaded[outer][1]))
        and not (inner < outer and outer in reads[inner])
    }


def _speaks(read: Loaded) -> bool:
    return any(statement.file is read.map.file for statement in read.map.statements)


def _part_of(inner: Loaded, outer: Loaded) -> bool:
    """Whether a file has errors by itself and none where the other one includes it."""
    path = inner.map.file.path
    faults = {resolved(found.span.file.path) for found in outer.errors if found.span and found.span.file.path}
    return not inner.sound and path is not None and resolved(path) not in faults
