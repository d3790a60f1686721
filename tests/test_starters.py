"""The files that `argmap new` writes: each checks clean, is in its canonical form, and can be drawn."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import argmap
from argmap.debate import FORMATS
from argmap.diagram.picture import to_svg
from argmap.formatting import format_document
from argmap.language.parse import parse

STARTERS = sorted(path.name for path in files("argmap").joinpath("starters").iterdir())


def test_every_format_has_a_starter() -> None:
    assert {f"{name}.argmap" for name in FORMATS} == set(STARTERS)


@pytest.mark.parametrize("name", ["../starter.argmap", *STARTERS])
def test_a_starter_checks_clean_and_draws(name: str, tmp_path: Path) -> None:
    text = files("argmap").joinpath("starters").joinpath(name).read_text(encoding="utf-8")
    (tmp_path / "mine.argmap").write_text(text, encoding="utf-8")
    loaded = argmap.load(tmp_path / "mine.argmap")
    assert not list(argmap.check(loaded))
    assert format_document(parse(loaded.map.file)[0]) == text
    assert "<svg" in to_svg(loaded.map)
    if name in STARTERS:
        assert loaded.map.topic and f"{loaded.map.topic.format}.argmap" == name
        speeches = {s.speech for s in loaded.map.statements} | {each.speech for each in loaded.map.extensions}
        assert {speech.name for speech in FORMATS[loaded.map.topic.format or ""].speeches if speech.last} <= speeches


def test_new_takes_a_format_by_the_name_that_coaches_use(tmp_path: Path) -> None:
    def new(*args: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "argmap", "new", *args]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8")

    assert new("round", "--format", "LD").returncode == 0
    assert "format: lincoln-douglas" in (tmp_path / "round.argmap").read_text(encoding="utf-8")
    wrong = new("--format", "karaoke")
    assert wrong.returncode == 2
    assert "there is no starter for 'karaoke'; write cx, ld, pf, ws, bp, bq or class" in wrong.stderr
    assert "public-forum, pf, pofo\n    AC NC AR NR AS NS AF NF\n" in new("--list").stdout
