"""Many files are checked on several cores as on one: the same words in the same order."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from argmap.project import Choice, Input, find_inputs, processes, spread, survey

CALL = [sys.executable, "-m", "argmap"]
GOOD = "side pro: Yes\nside con: No\nclaim a{0} (pro): It is so, {0}.\n    rebuttal b: It is not.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Maps that are sound, one with errors, one that is no text, and one that is a part of two others."""
    for number in range(12):
        (tmp_path / f"m{number:02}.argmap").write_text(GOOD.format(number), encoding="utf-8")
    (tmp_path / "m03.argmap").write_text("clam a: One slip.\na suports b\n", encoding="utf-8")
    (tmp_path / "m05.argmap").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "part.argmap").write_text("source s: A title\n    date: 3024-02-31\n", encoding="utf-8")
    for name in ("m07", "m11"):
        text = "include: part.argmap\nclaim c: It is so.\n    evidence e [s]: It was found.\n"
        (tmp_path / f"{name}.argmap").write_text(text, encoding="utf-8")
    return tmp_path


def said(folder: Path, *options: str) -> tuple[int, str, str]:
    done = subprocess.run([*CALL, "check", *options], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_what_is_said_does_not_depend_on_how_many_work(folder: Path, form: str) -> None:
    alone = said(folder, "--format", form, "--jobs", "1", ".", "missing.argmap")
    assert alone[0] == 1
    assert "misspelt-word" in alone[1]
    assert said(folder, "--format", form, "--jobs", "3", ".", "missing.argmap") == alone


def test_faults_are_fixed_by_several_too(folder: Path) -> None:
    said(folder, "--fix", "--jobs", "3")
    assert (folder / "m03.argmap").read_text(encoding="utf-8").startswith("claim a: One slip.")


def test_another_way_to_start_processes_gives_the_same(folder: Path) -> None:
    """Windows and macOS start Python anew for each process."""
    items = find_inputs([str(folder)])
    found = list(spread(sizes, items, 2, "spawn"))
    assert [size for share in found for size in share] == sizes(items)


def sizes(items: Sequence[Input]) -> list[int]:
    return [item.path.stat().st_size for item in items if item.path]


def deadly(items: Sequence[Input]) -> list[str]:
    """Kills the process that is sent the fourth file; this one lives."""
    if multiprocessing.parent_process() and any(item.below.name == "m03.argmap" for item in items):
        os._exit(9)
    return [item.below.name for item in items]


def test_a_process_that_dies_takes_no_file_with_it(folder: Path) -> None:
    items = find_inputs([str(folder)])
    names = [name for share in spread(deadly, items, 2) for name in share]
    assert names == [item.below.name for item in items]


class Slow:
    """A result that takes its reader a second; a file says that it is being read."""

    def __init__(self, begun: Path) -> None:
        self.begun = begun

    def __reduce__(self) -> tuple[object, ...]:
        return slowly, (self.begun,)


class Large:
    """A result that does not go through a pipe at once; a file says that it is on its way."""

    def __init__(self, begun: Path) -> None:
        self.begun = begun

    def __reduce__(self) -> tuple[object, ...]:
        self.begun.write_text(str(os.getpid()), encoding="ascii")
        return len, (bytes(10_000_000),)


def slowly(begun: Path) -> None:
    begun.touch()
    time.sleep(1)


def heavy(items: Sequence[Input]) -> object:
    """At once, then something slow to read, then something large that has to wait for it."""
    path = items[0].path
    assert path
    if path.stem == "m00":
        return 1
    if path.stem == "m01":
        return Slow(path.with_name("slow"))
    while not path.with_name("slow").exists():
        time.sleep(0.01)
    return Large(path.with_name("large"))


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed by a signal")
@pytest.mark.parametrize("fate", ["we are ended", "its process is killed"])
def test_a_result_half_sent_keeps_nobody_waiting(folder: Path, fate: str) -> None:
    call = f"""if True:
        import os, signal, sys, time
        from contextlib import closing
        from pathlib import Path
        sys.path[:0] = [{str(Path(__file__).parent)!r}]
        from test_jobs import heavy
        from argmap.project import find_inputs, spread
        with closing(spread(heavy, find_inputs(["m00.argmap", "m01.argmap", "m02.argmap"]), 2)) as shares:
            assert next(shares) == 1
            while not Path("large").exists():
                time.sleep(0.01)
            time.sleep(0.2)
            if {fate!r} == "its process is killed":
                os.kill(int(Path("large").read_text()), signal.SIGKILL)
                print([type(share).__name__ for share in shares])"""
    done = subprocess.run([sys.executable, "-c", call], cwd=folder, timeout=20, check=True, capture_output=True)
    assert done.stdout.decode().strip() == ("['NoneType', 'Large']" if fate != "we are ended" else "")


def test_few_files_are_worth_no_process(folder: Path) -> None:
    items = find_inputs([str(folder)])
    assert processes(items, None, 200_000) == 1
    assert processes(items, 2, 200_000) == 2
    assert processes(items[:1], 2, 200_000) == 1
    assert processes([Input(None, Path("-")), *items], 2, 200_000) == 1


def test_only_what_was_found_is_kept(folder: Path) -> None:
    seen = survey(find_inputs([str(folder)]), Choice(), jobs=2)
    assert (len(seen.maps), len(seen.parts)) == (12, 1)
    assert {each.code for each in seen.found} >= {"misspelt-word", "not-utf8"}


@pytest.mark.skipif(sys.platform == "win32", reason="a group of processes is interrupted")
def test_an_interruption_ends_all(tmp_path: Path) -> None:
    claims = "".join(f"claim c{number}: It is so, {number}.\n" for number in range(4000))
    for number in range(24):
        (tmp_path / f"m{number}.argmap").write_text(claims, encoding="utf-8")
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # not deaf, as in the background of a shell
    running = subprocess.Popen(
        [*CALL, "check", "--jobs", "2"], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True, preexec_fn=heed,
    )  # fmt: skip
    time.sleep(2)
    os.killpg(running.pid, signal.SIGINT)
    _, words = running.communicate(timeout=30)
    assert running.returncode == 130
    assert words.decode().strip() == "argmap: interrupted; nothing half-written was left behind"
    for _ in range(50):
        try:
            os.killpg(running.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("a process was left behind")


def exported(folder: Path, out: str, *options: str) -> tuple[int, str, dict[str, bytes]]:
    call = [*CALL, "export", "-o", out, *options]
    done = subprocess.run(call, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    files = {path.name: path.read_bytes() for path in sorted((folder / out).glob("*"))}
    return done.returncode, done.stderr.replace(out, "OUT"), files


@pytest.mark.parametrize("options", [("--to", "svg"), ("--to", "json"), ("--focus", "a8")])
def test_what_is_written_does_not_depend_on_how_many_work(folder: Path, options: tuple[str, ...]) -> None:
    """One map has errors, one is no text, and one is a part of two others, which have its errors."""
    alone = exported(folder, "one", *options, "--jobs", "1", ".", "missing.argmap")
    assert alone[0] == 1
    assert exported(folder, "two", *options, "--jobs", "3", ".", "missing.argmap") == alone
    assert len(alone[2]) == (1 if "--focus" in options else 8)


def test_what_fails_is_said_by_name(folder: Path) -> None:
    said = [exported(folder, "out", "--engine", "/no/such/engine", "--jobs", jobs) for jobs in ("1", "3")]
    assert said[0] == said[1]
    assert said[0][0] == 2
    assert "m07.argmap" in said[0][1]
