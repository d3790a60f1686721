"""Which maps are meant: files, folders searched for them, or standard input."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..reading import resolved
from ..values import dataclass

SUFFIX = ".argmap"


class InputError(ValueError):
    """What was named as a map cannot be one; the words say why."""


@dataclass(frozen=True, slots=True)
class Input:
    """One map to read. `path` is None for standard input; `below` is its place under the folder that
    was named, or just its name; `found` where it was come upon in a folder, `strays` where it is a link
    there that leads out of it."""

    path: Path | None
    below: Path
    found: bool = False
    strays: bool = False


def find_inputs(paths: Sequence[str]) -> list[Input]:
    """The maps that some names mean, each once, in the order of naming and then of path; no name at all
    is the current folder, `-` is standard input.

    Raises InputError where a folder holds none, or a name is empty.
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
            raise InputError("a PATH is empty; write . for the current folder.")
        elif os.path.isdir(path):  # noqa: PTH112 (never raises, whatever was typed)
            maps = list(_maps_in(path))
            if not maps:
                raise InputError(
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
                strays = path.is_symlink() and not resolved(path).is_relative_to(resolved(folder))
                yield Input(path, path.relative_to(folder), found=True, strays=strays)
    for error in closed:
        path = Path(error.filename)
        yield Input(path, path.relative_to(folder), found=True)


def _is_pipe(path: Path) -> bool:
    """Whether a path is there and is no file: nobody means such a thing by the folder that it is in."""
    return os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113 (these never raise)
