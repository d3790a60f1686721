"""Where outputs go: each is written whole or not at all, and none onto another."""

import os
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from ..reading import resolved
from .inputs import SUFFIX, Input
from .shared import talk


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: whoever reads it sees the old one or the new one, never a part.

    The folder is made if it is missing; an existing file keeps its permissions. Raises OSError.
    """
    if path.exists() and not path.is_file():  # a pipe or a device takes what it is given
        path.write_bytes(data)
        return
    path = resolved(path) if path.is_symlink() else path
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


def overwrite(path: Path, data: bytes, name: str) -> bool:
    """Write a map back; False, and why is said, where that cannot be done: the other maps go on."""
    try:
        write_whole(path, data)
    except OSError as error:
        talk(f"{name}: this cannot be written: {error.strerror or error}")
        return False
    return True


def destinations(items: Sequence[Input], where: str | None, suffix: str) -> list[Path | None]:
    """For each input the file to write, None for standard output.

    Raises click.UsageError where several outputs would share one place, or one its own input's.
    """
    if where == "-":
        if len(items) > 1:
            raise click.UsageError(f"there are {len(items)} maps, and standard output takes one.")
        return [None]
    refuse_one_file_for_many(len(items), where, suffix)
    folder = Path(where or ".")
    if where and len(items) == 1 and _is_for_a_file(where, None):
        return _apart([folder], items)
    return _apart([folder / item.below.with_suffix(suffix) for item in items], items)


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
