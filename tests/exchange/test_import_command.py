"""`argmap import` as a coach calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from word_files import CARD, word_file

from argmap.cli import program


def run(*args: object):
    return CliRunner().invoke(program, ["import", *map(str, args)])


def test_a_file_becomes_a_map_and_what_was_lost_is_said(tmp_path: Path) -> None:
    (tmp_path / "round.docx").write_bytes(word_file(CARD))
    done = run(tmp_path / "round.docx", "-o", tmp_path)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "Read: 1 card, 1 source." in done.stderr
    assert "Left out: 1 sign of who cut a card (--initials keeps it)." in done.stderr
    assert (tmp_path / "round.argmap").read_text(encoding="utf-8").startswith("topic: round\n")


def test_a_map_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "round.docx").write_bytes(word_file(CARD))
    (tmp_path / "round.argmap").write_text("claim: Mine.\n", encoding="utf-8")
    done = run(tmp_path / "round.docx", "-o", tmp_path)
    assert done.exit_code == 1
    assert "--force" in done.stderr
    assert (tmp_path / "round.argmap").read_text(encoding="utf-8") == "claim: Mine.\n"
    assert run(tmp_path / "round.docx", "-o", tmp_path, "--force").exit_code == 0


def test_one_bad_file_of_a_folder_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.docx").write_bytes(b"%PDF")
    (tmp_path / "in" / "deep" / "b.docx").write_bytes(word_file(CARD))
    (tmp_path / "in" / "~$b.docx").write_bytes(b"lock")
    done = run(tmp_path / "in", "-o", tmp_path / "out", "--report", "json")
    assert done.exit_code == 1
    bad, good = json.loads(done.stdout)["files"]
    assert bad["error"].startswith("not read: it is a PDF")
    assert good["read"] == {"source": 1, "card": 1}
    assert (tmp_path / "out" / "deep" / "b.argmap").is_file()


def test_a_report_names_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    done = run(tmp_path / "\udcff.docx", "-o", tmp_path / "out", "--report", "json")
    assert done.exit_code in (1, 2)
    (told,) = json.loads(done.stdout)["files"]
    assert "\udcff.docx" in told["file"]


def test_of_a_folder_only_what_looks_like_another_tools_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "notes.txt").write_text("Buy milk.\n", encoding="utf-8")
    (tmp_path / "in" / "dam.txt").write_text("Discussion Title: Dams\n\n1. Keep it.\n", encoding="utf-8")
    (tmp_path / "in" / "package.json").write_text("{}", encoding="utf-8")
    done = run(tmp_path / "in", "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["dam.argmap"]


def test_standard_input_and_output(tmp_path: Path) -> None:
    done = CliRunner().invoke(program, ["import", "-", "-o", "-"], input=word_file(CARD))
    assert done.exit_code == 0
    assert done.stdout.startswith("topic: standard input\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["missing.docx"], "No such file"),
        (["."], "no file in '.' that can be imported"),
        (["a.docx", "--format", "parliament"], "there is no format 'parliament'"),
        (["a.docx", "-o", "a.txt"], "does not end in .argmap"),
        ([""], "a FILE is empty"),
        (["-", "a.docx", "-o", "-"], "standard output takes only one map"),
        (["-", "-o", "-", "--report", "json"], "the map or the report"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    args: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*args)
    assert done.exit_code in (1, 2)
    assert words in done.stderr
