"""Maps read together: parts of others, open texts over the disk, and what every command agrees on."""

import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.checks import SourceText
from argmap.files import Buffers, memory
from argmap.model import Statement
from argmap.pipeline import load, load_text
from argmap.project import find_inputs, open_project
from argmap.resolve.names import Role

MAP = "topic: T\nside pro: P\nside con: C\nsource study: A study\n    date: 2020\ninclude: part.argmap\n"
PART = "claim a analytic (con): A.\nclaim b (pro): B.\n    evidence e [study]: It says so.\n"
SLIP = PART + "    evidence f [studdy]: It says more.\n"


def folder_of(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.argmap").write_text(text, encoding="utf-8")
    return folder


def call(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "argmap", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def errors(folder: Path, *names: str) -> list[tuple[str, int]]:
    done = call("check", "--format", "json", *names, folder=folder)
    found = json.loads(done.stdout)["diagnostics"]
    return [(each["code"], each["line"]) for each in found if each["severity"] == "error"]


@pytest.mark.parametrize(
    "names", [(".",), ("map.argmap",), ("map.argmap", "part.argmap"), ("part.argmap", "map.argmap")]
)
def test_a_slip_in_a_part_is_one_error_however_it_is_reached(tmp_path: Path, names: tuple[str, ...]) -> None:
    folder_of(tmp_path, map=MAP, part=SLIP)
    assert errors(tmp_path, *names) == [("unknown-source", 4)]


@pytest.mark.parametrize("names", [(".",), ("map.argmap", "part.argmap"), ("part.argmap", "map.argmap")])
def test_a_part_is_judged_in_its_map(tmp_path: Path, names: tuple[str, ...]) -> None:
    folder_of(tmp_path, map=MAP, part=PART)
    project = open_project(find_inputs([str(tmp_path / name) for name in names]))
    assert [member.map.file.path for member in project.maps] == [tmp_path / "map.argmap"]
    assert errors(tmp_path, *names) == []


def test_a_part_named_alone_is_judged_alone(tmp_path: Path) -> None:
    folder_of(tmp_path, map=MAP, part=PART)
    assert {code for code, _ in errors(tmp_path, "part.argmap")} == {"unknown-side", "unknown-source"}


def test_every_command_says_the_same_of_a_folder(tmp_path: Path) -> None:
    folder_of(tmp_path, map=MAP, part=PART)
    commands = (["check", "."], ["sources", "."], ["show", "."], ["judge", "."], ["export", ".", "-o", "out"])
    assert [call(*words, folder=tmp_path).returncode for words in commands] == [0] * 5
    folder_of(tmp_path, part=SLIP)
    done = [call(*words, folder=tmp_path) for words in commands]
    assert [each.returncode for each in done] == [1] * 5
    assert [(each.stdout + each.stderr).count("error[") for each in done] == [1] * 5


def test_a_mend_never_touches_a_card(tmp_path: Path) -> None:
    text = (
        "source s: S\n    author: Ann Smith\n    date: 2020\n    publisher: P\n"
        "claim a: A.\n    evidence e [s]: It says so.\n        card:\n"
        '            """\n            One line.\n            # argmap: ignore[orphan] a line of the card\n'
        '            """\n'
    )
    folder_of(tmp_path, map=text)
    done = call("check", "--fix", "map.argmap", folder=tmp_path)
    assert (tmp_path / "map.argmap").read_text(encoding="utf-8") == text
    assert "unused-ignore" not in done.stdout


def test_many_maps_into_one_file_are_refused_before_any_is_read(tmp_path: Path) -> None:
    folder_of(tmp_path, a="claim a: A.\n", b="clam b: B.\n")
    done = call("export", ".", "-o", "x.svg", folder=tmp_path)
    assert done.returncode == 2
    assert "there are 2 maps" in done.stderr
    assert "error[" not in done.stderr


def test_a_text_finds_its_includes_beside_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deep").mkdir()
    folder_of(tmp_path / "deep", part=PART)
    assert load_text(MAP, "deep/m.argmap").sound
    assert [found.code for found in load_text(MAP).errors] == ["missing-file"]


def test_open_texts_win_over_the_disk(tmp_path: Path) -> None:
    folder_of(tmp_path, map=MAP, part=PART)
    (tmp_path / "study.txt").write_text("It says this.\n", encoding="utf-8")
    open_texts = {
        tmp_path / "part.argmap": PART.replace("It says so.", 'It says "that".'),
        tmp_path / "words" / "study.txt": "It says that.\n",
        tmp_path / "argmap.toml": 'sources = ["words"]\n',
    }
    (member,) = open_project(find_inputs([str(tmp_path / "map.argmap")]), files=Buffers(open_texts)).maps
    assert "misquotation" not in [found.code for found in member.check()]
    (text,) = member.texts.values()
    assert isinstance(text, SourceText)
    assert [statement.text for statement in member.map.statements] == ["A.", "B.", 'It says "that".']


def test_a_map_needs_no_disk(tmp_path: Path) -> None:
    here = tmp_path / "nowhere"
    files = memory({here / "map.argmap": MAP, here / "part.argmap": PART})
    assert load(here / "map.argmap", files=files).sound
    (found,) = load(here / "mpa.argmap", files=files).errors
    assert found.help == "did you mean `map.argmap`?"


def test_what_maps_share_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "study.txt").write_text("It says so.\n", encoding="utf-8")
    source = "source study: A study\n    text: study.txt\n"
    folder_of(tmp_path, shared=source, **{f"m{n}": "include: shared.argmap\nclaim a [study]: A.\n" for n in range(5)})
    project = open_project(find_inputs([str(tmp_path)]))
    assert len(project.maps) == 5
    assert len({id(text) for member in project.maps for text in member.texts.values()}) == 1
    assert len({id(member.loaded.documents[1]) for member in project.maps}) == 1


def test_every_word_that_names_something_is_known_with_its_place() -> None:
    text = (
        "side pro: P\nside con: C\nsource s: S\n"
        "claim a (pro) #t: A.\n    evidence e [s para 1; z]: E.\nclaim b: B.\n    evidence e\n"
        "a + b support c\na rebuts e -> b\ncon concedes a\n"
    )
    loaded = load_text(text)
    said = [(name.role, name.text, name.defines, name.what is not None) for name in loaded.names]
    assert all(name.span.text == name.text for name in loaded.names)
    assert (Role.SOURCE, "z", False, False) in said
    assert (Role.TAG, "t", False, False) in said
    counted = {role: len([*group]) for role, group in itertools.groupby(sorted(said), key=lambda each: each[0])}
    assert counted == {Role.SIDE: 4, Role.SOURCE: 3, Role.STATEMENT: 11, Role.TAG: 1}
    uses = [name.span.line for name in loaded.names if isinstance(name.what, Statement) and name.what.id == "a"]
    assert uses == [4, 8, 9, 10]
