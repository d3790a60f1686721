"""Engines: which one is taken, and that their faults stay theirs."""

import os
import shutil
import stat
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from sample_maps import SHAPES, sample

from argmap.diagram.draw import draw
from argmap.diagram.layout import engine
from argmap.diagram.layout.child import Child
from argmap.diagram.picture import to_svg
from argmap.diagram.signs import Shape

posix = pytest.mark.skipif(os.name == "nt", reason="writes a program that starts by its first line")
MAP = sample(SHAPES)


def program(folder: Path, name: str, code: str) -> Path:
    """A program of that name that runs Python code."""
    path = folder / name
    path.write_text(f"#!{sys.executable} -IS\n{code}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


ONE_BOX = 'import sys; print(\'{"bb":"0,0,100,50","objects":[{"name":"n1","pos":"50,25"}],"edges":[]}\')'


@posix
def test_a_named_program_is_taken_first(tmp_path: Path) -> None:
    with engine.start(str(program(tmp_path, "mine", ONE_BOX))) as named:
        assert len(draw(sample("claim a: A."), engine=named).boxes) == 1


@posix
def test_the_environment_names_one_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_ENGINE", str(program(tmp_path, "mine", "import sys; sys.exit('no thanks')")))
    with pytest.raises(engine.EngineError, match="`mine` failed: no thanks"):
        to_svg(MAP)


def test_a_named_engine_that_is_missing_is_said() -> None:
    with pytest.raises(engine.EngineError, match="`no-such-engine` is not on this machine") as raised:
        draw(MAP, engine=engine.start("no-such-engine"))
    assert raised.value.dot.startswith("digraph")


@pytest.mark.skipif(find_spec("pygraphviz") is None, reason="no wheel of pygraphviz for this platform")
def test_pygraphviz_draws_without_a_dot_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "<svg" in to_svg(MAP)


@posix
def test_without_pygraphviz_dot_on_the_path_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _: None)
    program(tmp_path, "dot", ONE_BOX)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert len(draw(sample("claim a: A.")).boxes) == 1


@posix
def test_a_pygraphviz_that_does_not_load_gives_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As where the wheel's libraries do not fit the system."""
    broken = tmp_path / "pygraphviz"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise ImportError('wrong libc')", encoding="utf-8")
    program(tmp_path, "dot", ONE_BOX)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert len(draw(sample("claim a: A.")).boxes) == 1
    monkeypatch.setenv("PATH", str(broken))
    with pytest.raises(engine.EngineError, match=r"wrong libc.*pip install pygraphviz"):
        draw(MAP)


def test_without_any_engine_the_message_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(engine.EngineError, match="pip install pygraphviz") as raised:
        draw(MAP)
    assert "digraph argmap" in raised.value.dot


@posix
def test_a_program_that_hangs_ends_at_the_time_limit_and_a_tree_is_drawn(tmp_path: Path) -> None:
    slow = program(tmp_path, "slow", "import time; time.sleep(60)")
    began = time.monotonic()
    with engine.start(str(slow), time_limit=0.5) as running:
        drawing = draw(MAP, engine=running)
    assert time.monotonic() - began < 10
    assert "plain tree: the layout took longer than 0.5 s" in drawing.footer[1].text
    drawn = [box.name for box in drawing.boxes if box.name and box.shape not in (Shape.STUB, Shape.TOPIC)]
    assert sorted(drawn) == sorted(statement.label for statement in MAP.statements)


def fake_pygraphviz(folder: Path, draws: str) -> Path:
    package = folder / "pygraphviz"
    package.mkdir()
    code = f"class AGraph:\n def __init__(self, string): pass\n def draw(self, format, prog): {draws}\n"
    (package / "__init__.py").write_text(code, encoding="utf-8")
    return folder


def test_a_crash_in_the_child_is_an_error_with_the_dot(tmp_path: Path) -> None:
    child = Child(fake_pygraphviz(tmp_path, "import os; os.abort()"), 30)
    with pytest.raises(engine.EngineError, match="ended with status") as raised:
        child.layout("digraph { a }")
    assert raised.value.dot == "digraph { a }"
    child.close()


def test_a_hang_in_the_child_is_a_timeout(tmp_path: Path) -> None:
    child = Child(fake_pygraphviz(tmp_path, "import time; time.sleep(60)"), 1.0)
    began = time.monotonic()
    with pytest.raises(engine.EngineTimeout, match="longer than 1 s"):
        child.layout("digraph { a }")
    assert time.monotonic() - began < 10
    child.close()


def test_a_fault_in_the_child_is_told_and_the_next_map_is_drawn(tmp_path: Path) -> None:
    child = Child(fake_pygraphviz(tmp_path, "raise ValueError('bad graph')"), 30)
    for _ in range(2):
        with pytest.raises(engine.EngineError, match="bad graph"):
            child.layout("digraph { a }")
    child.close()


@posix
def test_an_answer_that_is_no_layout_is_an_error(tmp_path: Path) -> None:
    odd = program(tmp_path, "odd", "print('{}')")
    with pytest.raises(engine.EngineError, match="cannot be read") as raised:
        draw(MAP, engine=engine.start(str(odd)))
    assert "digraph" in raised.value.dot


def test_one_child_serves_many_maps(laying_out: engine.Engine) -> None:
    first = to_svg(MAP, engine=laying_out)
    to_svg(sample("claim a: A."), engine=laying_out)
    assert to_svg(MAP, engine=laying_out) == first


@pytest.mark.skipif(shutil.which("dot") is None, reason="no `dot` program on this machine")
def test_a_dot_program_draws_as_well() -> None:
    with engine.start("dot") as running:
        drawing = draw(MAP, engine=running)
    drawn = [box.name for box in drawing.boxes if box.name and box.shape not in (Shape.STUB, Shape.TOPIC)]
    assert sorted(drawn) == sorted(statement.label for statement in MAP.statements)
