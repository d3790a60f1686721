"""Too little memory is no fault of argmap's: a clear sentence, and the other maps go on."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there is a program's memory limited so")
LITTLE = """
import resource, sys
import argmap.cli, argmap.cli.check, argmap.cli.export, argmap.cli.judge, argmap.checks, argmap.checks.configuration
import argmap.checks.merge, argmap.exchange.importers, argmap.formats.json, argmap.judging.inquiry, argmap.report.text
import argmap.report.json, argmap.judging.words.text, argmap.formatting, argmap.formats.outline, argmap.diagram.draw
argmap.load_text("claim a: A.\\n")
pages = int(open("/proc/self/statm").read().split()[0])
most = pages * resource.getpagesize() + int(sys.argv[1]) * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (most, most))
argmap.cli.main(sys.argv[2:])
"""
CLAIM = "claim c{n} analytic: Claim number {n} of many, in a line or two of words, so that it takes some room.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("maps")
    (folder / "large.argmap").write_text("".join(CLAIM.format(n=n) for n in range(40_000)), encoding="utf-8")
    (folder / "small.argmap").write_text("claim a analytic: A.\n    rebuttal b: B.\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "call",
    [
        ["check", "."],
        ["export", ".", "--to", "json", "-o", "{}"],
    ],
)
def test_a_map_that_is_too_large_for_the_memory_is_told(folder: Path, tmp_path: Path, call: list[str]) -> None:
    command = [sys.executable, "-c", LITTLE, "40", *(word.format(tmp_path) for word in call)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=90)
    said = done.stdout + done.stderr
    assert done.returncode == 2 and "not enough memory" in said, said[-600:]
    assert "report" not in said and "Traceback" not in said and "fault of argmap" not in said
    if call[0] == "export":
        made = {path.name for path in tmp_path.iterdir()}
        assert not any(name.startswith(("large", ".")) for name in made)
        assert "small.argmap -> " not in said or made


FAILING = """
import sys
import argmap.formats.json as module

def failing(map, *_):
    return [map] * (1 << 60)

module.to_json = failing
from argmap.cli import main
main(sys.argv[1:])
"""


def test_what_takes_too_much_while_a_map_is_written_is_told(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FAILING, "export", "small.argmap", "--to", "json", "-o", str(tmp_path / "x.json")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=90)
    assert done.returncode == 2 and "small.argmap: there is not enough memory for writing it as json" in done.stderr
    assert "report" not in done.stderr and not list(tmp_path.iterdir())
