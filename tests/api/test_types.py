"""The Python API as a type checker sees it from outside the package."""

import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("typed_program.py")


def test_a_program_that_uses_argmap_is_checked_strictly(tmp_path: Path) -> None:
    shutil.copy(PROGRAM, tmp_path / "program.py")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--no-error-summary", "program.py"],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(ROOT), "MYPY_CACHE_DIR": str(ROOT / ".mypy_cache")},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    said: dict[int, str] = {}
    for line in done.stdout.splitlines():
        place = re.match(r"program\.py:(\d+): (?:error|note): (.*)", line)
        assert place, line
        said[int(place[1])] = said.get(int(place[1]), "") + place[2] + "\n"
    wanted = {
        number: line.partition("# // ")[2]
        for number, line in enumerate(PROGRAM.read_text(encoding="utf-8").splitlines(), 1)
        if "# // " in line
    }
    assert said.keys() == wanted.keys()
    assert [line for line, words in wanted.items() if words not in said[line]] == []


def test_the_package_says_that_it_is_typed() -> None:
    assert files("argmap").joinpath("py.typed").is_file()
