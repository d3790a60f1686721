"""The methods of the protocol's classes are compiled once, and kept for the next start."""

from pathlib import Path
from typing import Any

import pytest

attr = pytest.importorskip("attr")

from argmap.lsp import sooner as keeping  # noqa: E402
from argmap.lsp.sooner import sooner  # noqa: E402


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "kept" / "sooner.compiled"
    monkeypatch.setattr(keeping, "_place", lambda: place)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return place


def made(*names: str) -> Any:
    with sooner():
        return attr.make_class("Made", list(names))


def test_what_was_compiled_is_taken_the_next_time(place: Path) -> None:
    assert made("one", "other")(1, 2).other == made("one", "other")(1, 2).other == 2
    kept = place.stat().st_mtime_ns
    assert repr(made("one", "other")(3, 4)) == "Made(one=3, other=4)"
    assert place.stat().st_mtime_ns == kept
    assert made("one", "third")(3, 4).third == 4
    assert place.stat().st_mtime_ns != kept


@pytest.mark.parametrize("spoilt", [b"", b"nothing of ours", keeping.MAGIC_NUMBER, keeping.MAGIC_NUMBER + b"\xff"])
def test_what_is_no_cache_is_made_anew(place: Path, spoilt: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(spoilt)
    assert made("one")(1).one == 1
    assert place.read_bytes() != spoilt


def test_where_nothing_can_be_kept_it_is_made_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_place", lambda: None)
    assert made("one")(1).one == 1


def test_others_are_left_as_they_were() -> None:
    made("one")
    assert "compile" not in vars(attr._make)
    assert attr.make_class("Made", ["one"])(1).one == 1
