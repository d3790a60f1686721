"""What the README shows is what happens: its commands are run, in order, in one folder.

A `console` block holds commands behind `$` and what they print; a line `...` stands for any lines.
An `argmap NAME` block is the file NAME from there on; an `argmap` block without a name loads.
The commands that install are left to `.ci/run`, which takes them from the README as well.
"""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.pipeline import load_text

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^(?P<mark><!-- [\w ]+ -->\n)?```(?P<word>\w+)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.M | re.S)


def blocks() -> Iterator[re.Match[str]]:
    return (match for match in BLOCK.finditer(README) if not match["mark"])


def run(command: str, folder: Path) -> str:
    assert command.startswith("argmap "), command
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=60,
    )  # fmt: skip
    return done.stdout.decode("utf-8")


def pattern(expected: str) -> str:
    lines = [r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in expected.splitlines()]
    return "".join(lines) + r"\n*"


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (program,) = [block["body"] for block in blocks() if block["word"] == "python"]
    exec(program, {})
    assert capsys.readouterr().out.startswith("no faults\n")


def test_every_file_that_the_readme_names_is_there() -> None:
    built = README[README.index("## How it is built") :]
    named = set(re.findall(r"`([\w/.]+(?:/|\.py|\.lark|\.toml))`", built[: built.index("## How fast")]))
    rooms = [ROOT, ROOT / "argmap", *(path for path in (ROOT / "argmap").iterdir() if path.is_dir())]
    assert [name for name in sorted(named) if not any((room / name).exists() for room in rooms)] == []


def test_every_command_prints_what_the_readme_shows(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "arguments", tmp_path / "arguments")
    ran = 0
    for block in blocks():
        if block["word"] == "argmap" and block["name"]:
            (tmp_path / block["name"]).write_text(block["body"], encoding="utf-8")
        if block["word"] != "console":
            continue
        for command, expected in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block["body"], re.M):
            got = run(command, tmp_path).replace("\\", "/")
            assert re.fullmatch(pattern(expected), got), f"$ {command}\n{got}"
            ran += 1
    assert ran >= 8
    for picture in re.findall(r"\]\((\S+\.svg)\)", README):
        # Another release of the engine may move a box; what is drawn must be the same.
        shown, made = ((folder / picture).read_text(encoding="utf-8") for folder in (ROOT, tmp_path))
        assert sorted(re.findall(r">([^<>]+)<", shown)) == sorted(re.findall(r">([^<>]+)<", made)), picture


@pytest.mark.parametrize("body", [b["body"] for b in blocks() if b["word"] == "argmap" and not b["name"]])
def test_the_language_that_the_readme_shows_loads(body: str) -> None:
    loaded = load_text(body)
    assert [found.message for found in loaded.diagnostics if found.severity == "error"] == []


def test_python_in_the_readme_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "arguments", tmp_path / "arguments")
    for block in blocks():
        if block["word"] == "python":
            subprocess.run([sys.executable, "-c", block["body"]], cwd=tmp_path, check=True, timeout=60)


def test_what_the_readme_names_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("http") or (ROOT / target).exists(), target


def test_the_readme_names_every_command() -> None:
    from argmap.cli import COMMANDS

    assert [name for name in COMMANDS if f"`argmap {name}" not in README] == []
