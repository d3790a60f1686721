"""Each step that a write takes on the disk fails once, and the process dies there once: every file is then
the old one or the new one, and no part of one stays."""

import errno
import io
import os
import pathlib
import shutil
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap.cli import main, whole
from argmap.web import alone

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that dies is a fork of this one")
OLD, NEW = b"the old words\n", b"the new words, a line of them\n"
STEPS = 12
OPEN = pathlib.Path.open


class Disk:
    """A layer under `write_whole` that breaks at one step: with an error, or with the end of the process."""

    def __init__(self, breaks_at: int, error: int | None) -> None:
        self.breaks_at, self.error, self.steps = breaks_at, error, 0

    def step(self) -> None:
        self.steps += 1
        if self.steps == self.breaks_at:
            os.close(os.open("../broke", os.O_CREAT))
            if self.error is None:
                os.kill(os.getpid(), 9)
            raise OSError(self.error, os.strerror(self.error or 0), "somewhere")

    def under(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            self.step()
            return real(*args, **named)

        return call

    def opened(self, path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if "w" not in mode:
            return OPEN(path, mode, *rest, **named)
        disk = self

        class Halves(io.FileIO):
            begun = False

            def write(self, data: Any) -> int:
                disk.step()
                some = bytes(data) if self.begun else bytes(data)[: len(data) // 2 or 1]
                self.begun = True
                return super().write(some)

        disk.step()
        return io.BufferedWriter(Halves(str(path), "wb"))

    def laid(self) -> None:
        steps = ((os, "replace"), (os, "fsync"), (os, "mkdir"), (shutil, "copymode"), (pathlib.Path, "unlink"))
        for owner, name in steps:
            setattr(owner, name, self.under(getattr(owner, name)))

        def opened(path: Path, *rest: Any, **named: Any) -> Any:
            return self.opened(path, *rest, **named)

        pathlib.Path.open = opened  # type: ignore[method-assign,assignment]


def written(path: Path, disk: Disk) -> int:
    """How a process ended that wrote over such a disk: 0 for done, 1 for an error that was told."""
    child = os.fork()
    if not child:
        os.chdir(path.parent)
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


MAP = 'source s: T\n    text: s.txt\nclaim  a: A.\n    evidnce [s]: It "is".\n'
FILES = {
    "m.argmap": MAP,
    "n.argmap": "claim  b: B.\n    evidnce: X.\n",
    "good.argmap": MAP.replace("evidnce", "evidence"),
    "sheets.argmap": "claim a: A.\n" + f"    evidence: {'Words that fill a line. ' * 6}\n" * 12,
    "s.txt": "So it is.\n",
    "in/k.txt": "Discussion Title: K\n\n1. It is.\n",
    "in/l.txt": "Discussion Title: L\n\n1. It is not.\n",
    "out/sheets-01.svg": "an old sheet",
    "site/index.html": "an old page",
    "known.json": '{"argmap": 1, "known": []}',
}
COMMANDS = {
    "fmt": ["fmt", "good.argmap", "n.argmap"],
    "fix": ["check", "m.argmap", "n.argmap", "--fix", "--quiet"],
    "sheets": ["export", "sheets.argmap", "--page", "a4", "--engine", "tidy", "-o", "out/"],
    "import": ["import", "in", "-o", "maps"],
    "packet": ["sources", "good.argmap", "--packet", "p.html"],
    "new": ["new", "fresh", "--format", "pf"],
    "baseline": ["check", "n.argmap", "--baseline", "list.json", "--write-baseline"],
    "site": ["site", "site"],
}
KILLED = ("fmt", "import", "site")


def called(args: list[str], folder: Path, disk: Disk) -> int:
    """How a whole command ended over a disk; what it said is in `said.txt` above the folder."""
    child = os.fork()
    if not child:
        os.chdir(folder)
        said = os.open("../said.txt", os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.stdout, sys.stderr = (open(number, "w", closefd=False) for number in (1, 2))  # noqa: SIM115
        whole._swept.cache_clear()
        try:
            disk.laid()
            main(args)
        except SystemExit as end:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(int(end.code or 0))
        except BaseException:
            traceback.print_exc()
        os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def laid_out(folder: Path) -> Path:
    for name, words in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return folder


def lying(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("command", "error"), [*((each, errno.ENOSPC) for each in COMMANDS), *((each, None) for each in KILLED)]
)
def test_after_any_fault_of_the_disk_a_command_leaves_old_files_or_new_ones(
    tmp_path: Path, command: str, error: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    # what the page is made of is another matter, and 30 MB
    made = {name: name.encode() * 99 for name in ("index.html", "a/b.js", alone.ONE)}
    monkeypatch.setattr(alone, "site", lambda: made)
    args = COMMANDS[command]
    whole_run = laid_out(tmp_path / "0" / "work")
    old = lying(whole_run)
    end = called(args, whole_run, Disk(0, None))
    new = lying(whole_run)
    assert new != old and end in (0, 1), (tmp_path / "0" / "said.txt").read_text(encoding="utf-8")
    for at in range(1, 60):
        folder = laid_out(tmp_path / str(at) / "work")
        ended = called(args, folder, Disk(at, error))
        said = (folder.parent / "said.txt").read_text(encoding="utf-8")
        found = lying(folder)
        parts = [name for name in found if name.endswith(whole.PART)]
        for name in set(found) - set(parts):
            assert found[name] in (old.get(name), new.get(name)), name
        assert set(old) <= set(found)
        if not (folder.parent / "broke").exists():
            break  # no step was left
        assert "Traceback" not in said and whole.PART not in said and ended in (end, 2, -9), said
        assert ended != end or found == new, "what is not written is told"
        assert not parts or ended == -9
        for name in parts:  # what a killed call left goes with the next one
            os.utime(folder / name, (0, time.time() - whole.STALE - 1))
        if parts:
            assert called(args, folder, Disk(0, None)) in (0, 1, 2)
            assert not [name for name in lying(folder) if name.endswith(whole.PART)]
    assert 5 < at < 50 and found == new, "every step was tried, up to a call without a fault"
