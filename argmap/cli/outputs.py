"""Where outputs go: each is written whole or not at all, and none onto another."""

import os
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from .inputs import Input


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: whoever reads it sees the old one or the new one, never a part.

    The folder is made if it is missing; an existing file keeps its permissions. Raises OSError.
    """
    path = path.resolve() if path.is_symlink() else path
    if path.exists() and not path.is_file():  # a pipe or a device takes what it is given
        path.write_bytes(data)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        part.write_bytes(data)
        if path.exists():
            shutil.copymode(path, part)
        os.replace(part, path)  # noqa: PTH105 (the same, said with both names)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def destinations(items: Sequence[Input], where: str | None, suffix: str) -> list[Path | None]:
    """For each input the file to write, None for standard output.

    Raises click.UsageError where several outputs would share one place, or one its own input's.
    """
    if where == "-":
        if len(items) > 1:
            raise click.UsageError(f"there are {len(items)} maps, and standard output takes one.")
        return [None]
    folder = Path(where or ".")
    if where and len(items) == 1 and not where.endswith(("/", os.sep)) and not folder.is_dir():
        if folder.suffix:
            return _apart([folder], items)
    elif where and folder.suffix == suffix and not folder.is_dir() and not where.endswith(("/", os.sep)):
        raise click.UsageError(f"there are {len(items)} maps: '{where}' must be a folder, not a file.")
    if folder.is_file():
        raise click.UsageError(f"'{where}' is a file; with several maps it must be a folder.")
    return _apart([folder / item.below.with_suffix(suffix) for item in items], items)


def _apart(paths: list[Path], items: Sequence[Input]) -> list[Path | None]:
    taken: dict[Path, Input] = {}
    sources = {item.path.resolve() for item in items if item.path}
    for path, item in zip(paths, items, strict=True):
        place = path.resolve()
        if place in sources:
            raise click.UsageError(f"'{path}' is a map that is being read; write to another place.")
        if place in taken:
            both = f"'{taken[place].path}' and '{item.path}'"
            raise click.UsageError(f"{both} would both be written to '{path}'; name the folder that holds them.")
        taken[place] = item
    return list(paths)
