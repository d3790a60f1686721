"""Which maps a call means: files, folders searched for them, or standard input."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from ..pipeline import Loaded, load, load_bytes

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

    Raises click.UsageError where a folder holds none.
    """
    seen: set[Path] = set()
    result: list[Input] = []
    for item in _named(paths or ["."]):
        key = item.path.resolve() if item.path else Path("-")
        if key not in seen:
            seen.add(key)
            result.append(item)
    return result


def _named(paths: Iterable[str]) -> Iterator[Input]:
    for name in paths:
        path = Path(name)
        if name == "-":
            yield Input(None, Path("standard-input"))
        elif path.is_dir():
            maps = list(_maps_in(path))
            if not maps:
                raise click.UsageError(
                    f"there is no file that ends in {SUFFIX} in '{name}'. `argmap new` writes one to start from."
                )
            yield from maps
        else:
            yield Input(path, Path(path.name))


def _maps_in(folder: Path) -> Iterator[Input]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here, name)
            if name.endswith(SUFFIX) and not name.startswith("."):
                yield Input(path, path.relative_to(folder), found=True)


def read(item: Input, *, allow_outside: bool) -> Loaded:
    """Load one input."""
    if item.path is None:
        raw = sys.stdin.buffer.read()
        return load_bytes(raw, "-", allow_outside=allow_outside)
    return load(item.path, allow_outside=allow_outside)


def only_included(loaded: Sequence[tuple[Input, Loaded]]) -> set[int]:
    """Which of some inputs (by their index) others include and have no statement of their own: such
    a file, come upon in a folder, is no map."""
    included = {
        file.path.resolve() for _, read in loaded for file in read.map.files[1:] if file.path is not None
    }
    return {
        index
        for index, (item, read) in enumerate(loaded)
        if item.found
        and item.path is not None
        and item.path.resolve() in included
        and not any(statement.file is read.map.file for statement in read.map.statements)
    }
