"""What a map or a settings file from somebody else cannot do: read other files, steer a log, make a link."""

import os
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from test_cli import argmap

import argmap as api

pytestmark = pytest.mark.skipif(os.name == "nt", reason="makes links")
CITING = 'source s: T\nclaim a: A.\n    evidence [s]: It "was so".\n'
SECRET = "a secret of the house\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "s.txt").write_text(SECRET, encoding="utf-8")
    (tmp_path / "secret.toml").write_text("password hunter2\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/m.argmap").write_text(CITING, encoding="utf-8")
    return tmp_path / "in"


def nothing_told(folder: Path, *, code: str) -> None:
    done = argmap("check", ".", cwd=folder)
    assert code in done.stdout and "secret of the house" not in done.stdout and "hunter2" not in done.stdout
    opened = argmap("check", ".", "--allow-outside", cwd=folder)
    assert opened.returncode == 1 and code not in opened.stdout


def test_sources_above_a_settings_file(folder: Path) -> None:
    (folder / "argmap.toml").write_text('sources = [".."]\n', encoding="utf-8")
    nothing_told(folder, code="lies outside the folder of this settings file")


def test_a_link_in_a_folder_of_sources(folder: Path) -> None:
    (folder / "words").mkdir()
    (folder / "words/s.txt").symlink_to(folder.parent / "s.txt")
    (folder / "argmap.toml").write_text('sources = ["words"]\n', encoding="utf-8")
    nothing_told(folder, code="is a link out of its folder")


def test_a_settings_file_that_is_a_link(folder: Path) -> None:
    (folder / "argmap.toml").symlink_to(folder.parent / "secret.toml")
    done = argmap("check", ".", cwd=folder)
    assert done.returncode == 1 and "a link to a file outside its folder" in done.stdout
    assert "hunter2" not in done.stdout
    assert "hunter2" in argmap("check", ".", "--allow-outside", cwd=folder).stdout


def test_a_map_in_a_folder_that_is_a_link_out_of_it(folder: Path) -> None:
    (folder / "x.argmap").symlink_to(folder.parent / "s.txt")
    nothing_told(folder, code="a link to a file outside the folder that was named")
    if Path("/proc/kmsg").exists():
        (folder / "y.argmap").symlink_to("/proc/kmsg")
        done = argmap("check", ".", cwd=folder)
        assert done.returncode == 1 and "y.argmap" in done.stdout


@pytest.mark.parametrize("name", ["::error file=x::y", "  ::add-mask::z", "a##[group]b"])
def test_a_name_or_a_text_cannot_steer_the_log_of_a_workflow(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.argmap").write_text(f"claim a analytic: Words\n    | {name}\nclam b: B.\n", encoding="utf-8")
    (tmp_path / "b.argmap").write_text(f"claim a analytic:\n    | {name}\n", encoding="utf-8")
    for call in (["check"], ["export", "--to", "json"], ["show"], ["judge"], ["fmt", "--check"], ["sources"]):
        done = argmap(*call, cwd=tmp_path)
        for line in (done.stdout + done.stderr).splitlines():
            assert not line.lstrip().startswith("::") and "##[" not in line, (call, line)


def test_an_address_stays_whole_in_markdown_and_no_other_words_make_a_link() -> None:
    words = "See https://example.org/a_b?x=1&y=2, javascript:alert(1) or (http://x.org/_a_)."
    made = api.render(api.load_text(f"claim a analytic: {words}\n").map, "markdown")
    shown = MarkdownIt("commonmark").render(made)
    assert 'href="https://example.org/a_b?x=1&amp;y=2"' in shown and "</a>, javascript:alert(1) or (" in shown
    assert shown.count("<a ") == 2 and 'href="javascript' not in shown


def test_two_dollars_are_no_mathematics_in_mermaid() -> None:
    made = api.render(api.load_text("claim a analytic: It costs $$5$$ a day.\n").map, "mermaid")
    assert "$" not in made.replace("#36;", "") and "#36;#36;" not in made


def test_controls_do_not_reach_the_head_of_a_pdf() -> None:
    pytest.importorskip("typst")
    made = api.render(api.load_text("topic: A \u202etxet\u0007 B\nclaim a analytic: A.\n").map, "pdf")
    assert b"\x20\x2e" not in made.partition(b"/Title")[2][:80] and b"\xe2\x80\xae" not in made
