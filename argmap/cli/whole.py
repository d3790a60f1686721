"""Writing a file whole or not at all."""

import contextlib
import errno
import os
import time
from functools import cache
from pathlib import Path

from ..reading import resolved

STALE = 600.0
"""Seconds after which a part file belongs to no running call: one was killed while it wrote."""
PART = ".part"


def write_whole(path: Path, data: bytes, *, lasting: bool = False) -> None:
    """Write a file in one step: whoever reads it sees the old one or the new one, never a part.

    The folder is made if it is missing; an existing file keeps its permissions, and a read-only one
    stays. `lasting`: it is on the disk before the old one goes. Raises OSError, which names the file.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe or a device takes what it is given
            path.write_bytes(data)
            return
        if path.exists() and not _writable(path):
            raise PermissionError(errno.EACCES, "it is read-only")
        if path.is_symlink():
            path = resolved(path)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, lasting)
    except OSError as error:
        if error.errno is None:
            raise
        raise type(error)(error.errno, error.strerror, str(path)) from error


def _writable(path: Path) -> bool:
    """Whether a file is meant to be written: root may write any, but is not meant to."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)


def _replace(path: Path, data: bytes, lasting: bool) -> None:
    _swept(path.parent)
    part = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}{PART}")
    try:
        with part.open("wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            import shutil  # a small run loads none of what this brings

            shutil.copymode(path, part)
        os.replace(part, path)  # noqa: PTH105 (the same, said with both names)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


@cache
def _swept(folder: Path) -> None:
    """Sweep a folder in which something is written: once, however much that is."""
    sweep(folder)


def sweep(folder: Path) -> None:
    """Remove the part files that a killed call left in a folder. Never raises."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") and name.endswith(PART) and _is_ours(name):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > STALE:
                        Path(entry.path).unlink()


def _is_ours(name: str) -> bool:
    token = name.removesuffix(PART).rpartition(".")[2]
    return len(token) == 8 and all(letter in "0123456789abcdef" for letter in token)
