"""Each step that a write takes on the disk fails once, and the process dies there once: every file is then
the old one or the new one, and no part of one stays."""

import errno
import io
import os
import pathlib
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap.cli import whole

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that dies is a fork of this one")
OLD, NEW = b"the old words\n", b"the new words, a line of them\n"
STEPS = 12


class Disk:
    """A layer under `write_whole` that breaks at one step: with an error, or with the end of the process."""

    def __init__(self, breaks_at: int, error: int | None) -> None:
        self.breaks_at, self.error, self.steps = breaks_at, error, 0

    def step(self) -> None:
        self.steps += 1
        if self.steps == self.breaks_at:
            if self.error is None:
                os.kill(os.getpid(), 9)
            raise OSError(self.error, os.strerror(self.error or 0), "somewhere")

    def under(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            self.step()
            return real(*args, **named)

        return call

    def opened(self, path: Path, *_: Any) -> io.BufferedWriter:
        disk = self

        class Halves(io.FileIO):
            def write(self, data: Any) -> int:
                disk.step()
                return super().write(bytes(data)[: len(data) // 2 or 1])

        disk.step()
        return io.BufferedWriter(Halves(str(path), "wb"))

    def laid(self) -> None:
        for owner, name in ((os, "replace"), (os, "fsync"), (shutil, "copymode"), (pathlib.Path, "unlink")):
            setattr(owner, name, self.under(getattr(owner, name)))
        pathlib.Path.open = lambda path, *_: self.opened(path)  # type: ignore[assignment,method-assign]


def written(path: Path, disk: Disk) -> int:
    """How a process ended that wrote over such a disk: 0 for done, 1 for an error that was told."""
    child = os.fork()
    if not child:
        disk.laid()
        try:
            whole.write_whole(path, NEW, lasting=True)
        except OSError as told:
            os._exit(1 if ".part" not in str(told) else 3)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EPERM, None])
def test_after_any_fault_of_the_disk_a_file_is_the_old_or_the_new_one(
    tmp_path: Path, error: int | None, there: bool
) -> None:
    ends = []
    for at in range(1, STEPS):
        folder = tmp_path / str(at)
        folder.mkdir()
        path = folder / "m.argmap"
        if there:
            path.write_bytes(OLD)
        ends.append(written(path, Disk(at, error)))
        assert ends[-1] in (0, 1, -9)
        found = path.read_bytes() if path.exists() else None
        assert found in ((OLD if there else None), NEW) and (ends[-1] != 0 or found == NEW)
        parts = [part for part in folder.iterdir() if part != path]
        assert not parts or ends[-1] == -9, "only a killed process can leave a part"
        for part in parts:
            os.utime(part, (0, time.time() - whole.STALE - 1))
        whole.sweep(folder)  # as the next call does
        assert [each for each in folder.iterdir() if each != path] == []
    assert ends[-1] == 0 and ends.count(0) < len(ends), "every step was tried, up to a call without a fault"
