"""Building the page that needs no server, with an argmap that is installed elsewhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import argmap

pytest.importorskip("pygls")

HOME = Path(argmap.__file__).parent


def test_argmap_may_be_installed_apart_from_its_sources(tmp_path: Path) -> None:
    """As after `pip install .`: beside the package there is no LICENSE then."""
    shutil.copytree(HOME, tmp_path / "argmap", ignore=shutil.ignore_patterns("editor", "site", "__pycache__"))
    command = [sys.executable, str(HOME / "web/editor/packages.py"), "out.zip", "licences.txt"]
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert "MIT" in (tmp_path / "licences.txt").read_text(encoding="utf-8").partition("argmap\n")[2]
    assert (tmp_path / "out.zip").stat().st_size > 100_000
