"""A hint to install something names a command that works for how argmap was installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.installing import how_to_get


def test_in_an_environment_of_its_own_the_command_is_pip_of_that_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path(sys.executable).parent
    monkeypatch.setenv("PATH", str(here))
    assert how_to_get("typst") == "pip install typst"
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(here.parent.parent)
    command = how_to_get("typst")
    program, rest = command.split(" -m ", 1)
    assert (rest, Path(program).absolute()) == ("pip install typst", Path(sys.executable).absolute())
    said = subprocess.run([program, "-m", "pip", "--version"], capture_output=True, encoding="utf-8", check=True)
    assert str(here.parent) in said.stdout


def test_pipx_puts_it_beside_argmap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/home/coach/.local/share/pipx/venvs/argmap")
    assert how_to_get("typst") == "pipx inject argmap typst"


def test_an_environment_of_uv_has_no_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("argmap.installing.find_spec", lambda _: None)
    monkeypatch.setattr(sys, "executable", "/home/the coach/.local/share/uv/tools/argmap/bin/python")
    assert how_to_get("typst") == (
        'uv pip install --python "/home/the coach/.local/share/uv/tools/argmap/bin/python" typst'
    )
