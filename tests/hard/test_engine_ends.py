"""An engine never outlives the call that started it, and never takes it along."""

import contextlib
import os
import random
import signal
import stat
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from argmap.diagram.draw import draw
from argmap.diagram.failure import EngineError
from argmap.diagram.layout import engine
from argmap.pipeline import load_text

pytestmark = pytest.mark.skipif(os.name == "nt", reason="writes programs that start by their first line")
MAP = "claim a analytic: A.\n    claim b analytic: B.\n"


def program(folder: Path, code: str) -> Path:
    path = folder / "engine"
    path.write_text(f"#!{sys.executable} -IS\n{code}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


SLEEPS = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-ISc", "import time; time.sleep(120)"])
open("pids", "w").write(f"{os.getpid()} {child.pid}")
os.rename("pids", "started")
time.sleep(120)
"""
SPINS = SLEEPS.replace("time.sleep(120)\n", "while True: pass\n")


def running(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells an engine that its caller is gone")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("code", [SLEEPS, SPINS])
def test_an_engine_and_what_it_started_end_with_argmap(tmp_path: Path, how: signal.Signals, code: str) -> None:
    (tmp_path / "a.argmap").write_text(MAP, encoding="utf-8")
    command = [sys.executable, "-m", "argmap", "export", "a.argmap", "--engine", str(program(tmp_path, code))]
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # not deaf, as in the background of a shell
    run = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, preexec_fn=heed)
    while not (tmp_path / "started").exists():
        time.sleep(0.02)
    engines = [int(pid) for pid in (tmp_path / "started").read_text(encoding="utf-8").split()]
    assert all(map(running, engines))
    run.send_signal(how)
    _, said = run.communicate(timeout=10)
    assert b"Traceback" not in said
    deadline = time.monotonic() + 5
    while any(map(running, engines)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(running, engines))
    assert not (tmp_path / "a.svg").exists()


def test_a_child_of_an_engine_that_keeps_its_output_open_does_not_hold_the_call_up(tmp_path: Path) -> None:
    path = program(tmp_path, "import subprocess, sys\nsubprocess.Popen([sys.executable, '-ISc', 'import time; "
                             "time.sleep(60)'], start_new_session=True)")  # fmt: skip
    began = time.monotonic()
    with engine.start(str(path), time_limit=0.5) as laying_out:
        drawing = draw(load_text(MAP).map, engine=laying_out)
    assert time.monotonic() - began < 10 and "plain tree" in drawing.footer[1].text


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "import sys; sys.stderr.write('y\\n' * 100_000); sys.stdout.write('x' * 100_000)",
        "import sys; sys.stdin.close(); print('no')",
        "print('[]')",
        "print('[' * 100_000)",
        "print('{\"objects\": 7}')",
        'print(\'{"objects": [{"name": "n1", "pos": "nan,1"}]}\')',
        'print(\'{"objects": [{"name": "n1", "pos": "1e300,1"}]}\')',
        "print('{\"bb\": ' + '9' * 6000 + '}')",
        "print('\\ud800'.encode('utf-8', 'surrogatepass'))",
    ],
)
def test_an_engine_that_answers_nonsense_is_an_error_of_the_engine(tmp_path: Path, code: str) -> None:
    with (
        engine.start(str(program(tmp_path, code)), time_limit=20) as laying_out,
        pytest.raises(EngineError) as told,
    ):
        draw(load_text(MAP).map, engine=laying_out)
    assert len(str(told.value)) < 600 and told.value.dot.startswith("digraph")


@pytest.mark.skipif(sys.platform != "linux", reason="only there is memory limited")
def test_the_memory_of_what_an_engine_starts_is_limited_too(tmp_path: Path) -> None:
    code = "import subprocess, sys, time\ntime.sleep(0.2)\nsys.exit(subprocess.run([sys.executable, '-ISc', "
    with (
        engine.start(str(program(tmp_path, code + "'b = bytes(4 * 1024**3)']).returncode)")), time_limit=60) as laying,
        pytest.raises(EngineError, match="MemoryError"),
    ):
        draw(load_text(MAP).map, engine=laying)


@pytest.mark.parametrize("limit", [float("inf"), float("nan"), 1e300, -1.0])
def test_any_time_limit_is_one(limit: float) -> None:
    with engine.start("tidy", time_limit=limit) as laying_out:
        assert draw(load_text(MAP).map, engine=laying_out).boxes


@pytest.mark.parametrize("seed", range(6))
def test_ctrl_c_at_any_moment_of_an_export_leaves_whole_files(tmp_path: Path, seed: int) -> None:
    """From the moment that the program runs; before that, Python itself may show its own traceback."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.argmap").write_text(MAP, encoding="utf-8")
    code = "import os; os.write(1, b'.'); from argmap.__main__ import run; run()"
    command = [sys.executable, "-c", code, "export", ".", "--quiet"]
    heed, pipe = partial(signal.signal, signal.SIGINT, signal.SIG_DFL), subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, stdout=pipe, stderr=pipe, preexec_fn=heed) as run:
        assert run.stdout is not None
        run.stdout.read(1)
        time.sleep(random.Random(seed).random() * 0.6)
        run.send_signal(signal.SIGINT)
        _, said = run.communicate(timeout=20)
    assert b"Traceback" not in said and b"gnored" not in said
    assert run.returncode in (0, 130, -signal.SIGINT)
    for made in tmp_path.iterdir():
        assert made.suffix in (".argmap", ".svg"), made
        assert made.suffix != ".svg" or made.read_text(encoding="utf-8").rstrip().endswith("</svg>")
