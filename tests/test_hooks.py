"""What runs argmap without a person: the hooks for pre-commit, the workflow in the README."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOOKS = dict(re.findall(r"- id: (\S+)\n(.*?)(?=\n- id|\Z)", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), re.S))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def run(words: str, *more: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    program, *args = shlex.split(words)
    assert program == "argmap"
    command = [sys.executable, "-m", "argmap", *args, *more]
    env = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=60, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    maps = tmp_path / "arguments"
    maps.mkdir()
    (maps / "sides.argmap").write_text("side pro: P\nsource s: S\n", encoding="utf-8")
    (maps / "one.argmap").write_text("include: sides.argmap\nclaim a (pro)  analytic: One.\n", encoding="utf-8")
    return tmp_path


def field(hook: str, name: str) -> str:
    (value,) = re.findall(rf"^  {name}: (.+)$", HOOKS[hook], re.M)
    return str(value)


def test_the_hooks_are_those_that_the_readme_names() -> None:
    assert set(re.findall(r"- id: (\S+)", README)) == set(HOOKS) == {"argmap-check", "argmap-fmt"}
    for hook in HOOKS:
        assert re.search(field(hook, "files"), "arguments/in-short.argmap")
        assert not re.search(field(hook, "files"), "arguments/in-short.svg")
    assert re.search(field("argmap-check", "files"), "arguments/argmap.toml")


def test_the_check_hook_takes_a_folder_and_fails_on_a_fault(folder: Path) -> None:
    assert field("argmap-check", "pass_filenames") == "false"
    assert run(field("argmap-check", "entry"), "arguments", cwd=folder).returncode == 0
    (folder / "arguments" / "sides.argmap").write_text("side con: C\n", encoding="utf-8")
    assert run(field("argmap-check", "entry"), "arguments", cwd=folder).returncode == 1


def test_the_format_hook_takes_files(folder: Path) -> None:
    one = folder / "arguments" / "one.argmap"
    assert run(field("argmap-fmt", "entry"), "arguments/one.argmap", cwd=folder).returncode == 0
    assert "claim a analytic (pro): One." in one.read_text(encoding="utf-8")


def test_the_workflow_makes_a_log_that_code_scanning_takes(folder: Path) -> None:
    (line,) = re.findall(r"- run: (argmap .+) > argmap\.sarif$", README, re.M)
    (folder / "arguments" / "sides.argmap").write_text("side con: C\n", encoding="utf-8")
    done = run(line, cwd=folder)
    assert done.returncode == 1
    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "arguments/one.argmap" and place["region"]["startLine"] == 2
