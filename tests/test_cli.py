"""The command line as a user meets it: real processes, real files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from argmap.formats.json import schema

SOUND = "topic: Is it so?\nside pro: Yes\nside con: No\nclaim a (pro) analytic: It is so.\n    rebuttal: It is not.\n"
FAULTY = "claim a: One\nevidense b: Two\n"


def argmap(*args: str, cwd: Path, stdin: bytes | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *args],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", **env},
        timeout=60,
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sound.argmap").write_text(SOUND, encoding="utf-8")
    return tmp_path


def test_version_imports_no_parser() -> None:
    code = "import sys; from argmap.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass\n"
    code += "print(sorted(m for m in sys.modules if m.split('.')[0] in ('lark', 'graphviz', 'pygraphviz')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0].startswith("argmap ")
    assert done.stdout.splitlines()[1] == "[]"


def test_check_says_where_and_what(folder: Path) -> None:
    (folder / "faulty.argmap").write_text(FAULTY, encoding="utf-8")
    done = argmap("check", cwd=folder)
    assert done.returncode == 1
    assert "error[misspelt-word]" in done.stdout
    assert " --> faulty.argmap:2:1" in done.stdout
    assert "2 | evidense b: Two\n  | ^^^^^^^^" in done.stdout
    assert "2 files checked: 1 error" in done.stderr


def test_check_as_json(folder: Path) -> None:
    (folder / "faulty.argmap").write_text(FAULTY, encoding="utf-8")
    done = argmap("check", "faulty.argmap", "--format", "json", cwd=folder)
    read = json.loads(done.stdout)
    assert read["summary"]["errors"] == 1 and read["summary"]["files"] == 1
    (found,) = [item for item in read["diagnostics"] if item["severity"] == "error"]
    assert list(found) == [
        "file", "line", "column", "end_line", "end_column", "severity", "code", "message", "help", "related",
    ]  # fmt: skip
    assert (found["file"], found["line"], found["column"], found["end_line"], found["end_column"]) == (
        "faulty.argmap", 2, 1, 2, 9,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("latin.argmap", "claim: Caf\xe9\n".encode("latin-1"), "UTF-8"),
        ("nul.argmap", b"claim: a\0b\n", "NUL"),
        ("empty.argmap", b"", "empty"),
        ("word.argmap", b"PK\x03\x04\x14\x00\x06\x00\xff\xfe", "UTF-8"),
    ],
)
def test_what_is_no_map_is_said_plainly(folder: Path, name: str, content: bytes, words: str) -> None:
    (folder / name).write_bytes(content)
    for command in ("check", "export", "show"):
        done = argmap(command, name, cwd=folder)
        assert done.returncode == 1, command
        assert words in done.stdout + done.stderr, command


def test_a_missing_file_is_said_with_the_near_name(folder: Path) -> None:
    done = argmap("check", "sond.argmap", cwd=folder)
    assert done.returncode == 1
    assert "did you mean `sound.argmap`" in done.stdout


def test_a_folder_without_maps_and_a_wrong_command_are_wrong_calls(tmp_path: Path) -> None:
    assert argmap("check", cwd=tmp_path).returncode == 2
    wrong = argmap("chekc", cwd=tmp_path)
    assert wrong.returncode == 2 and "did you mean 'check'" in wrong.stderr


def test_export_keeps_the_folders_below_the_path(tmp_path: Path) -> None:
    for name in ("one/map.argmap", "two/map.argmap"):
        (tmp_path / "in" / name).parent.mkdir(parents=True)
        (tmp_path / "in" / name).write_text(SOUND, encoding="utf-8")
    done = argmap("export", "in", "--to", "json", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0
    made = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*"))
    assert made == ["one/map.json", "two/map.json"]


def test_export_refuses_to_write_two_maps_to_one_place(tmp_path: Path) -> None:
    for name in ("one/map.argmap", "two/map.argmap"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(SOUND, encoding="utf-8")
    both = ("one/map.argmap", "two/map.argmap")
    assert argmap("export", *both, "--to", "dot", cwd=tmp_path).returncode == 2
    assert argmap("export", *both, "--to", "dot", "-o", "x.dot", cwd=tmp_path).returncode == 2
    assert argmap("export", *both, "--to", "dot", "-o", "-", cwd=tmp_path).returncode == 2
    assert argmap("export", "one/map.argmap", "-o", "one/map.argmap", cwd=tmp_path).returncode == 2
    assert not list(tmp_path.rglob("*.dot"))


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "faulty.argmap").write_text(FAULTY, encoding="utf-8")
    done = argmap("export", "--to", "json", "-o", "out", cwd=folder)
    assert done.returncode == 1
    assert [path.name for path in (folder / "out").iterdir()] == ["sound.json"]
    assert "faulty.argmap: not written" in done.stderr


def test_standard_input_and_output(folder: Path) -> None:
    done = argmap("export", "-", "--to", "json", "-o", "-", cwd=folder, stdin=SOUND.encode())
    assert done.returncode == 0 and done.stderr == ""
    jsonschema.validate(json.loads(done.stdout), json.loads(schema()))
    svg = argmap("export", "-", "-o", "-", cwd=folder, stdin=SOUND.encode())
    assert svg.stdout.startswith("<?xml")


def test_the_suffix_of_the_output_chooses_the_format(folder: Path) -> None:
    assert argmap("export", "sound.argmap", "-o", "deep/a.json", cwd=folder).returncode == 0
    assert json.loads((folder / "deep/a.json").read_text(encoding="utf-8"))["argmap"] == 1


def test_quiet_says_nothing_and_talk_goes_to_standard_error(folder: Path) -> None:
    loud = argmap("export", "--to", "dot", "-o", "out", cwd=folder)
    assert loud.stdout == "" and "sound.dot" in loud.stderr
    assert argmap("export", "--to", "dot", "-o", "out", "--quiet", cwd=folder).stderr == ""


def test_an_engine_that_is_not_there_is_said_and_the_dot_is_kept(folder: Path) -> None:
    done = argmap("export", "sound.argmap", "--engine", "nowhere-to-be-found", cwd=folder)
    assert done.returncode == 2
    assert "nowhere-to-be-found" in done.stderr and "sound.dot" in done.stderr
    assert (folder / "sound.dot").read_text(encoding="utf-8").startswith("digraph")
    assert not (folder / "sound.svg").exists()


def test_a_place_that_cannot_be_written_is_said(folder: Path) -> None:
    done = argmap("export", "sound.argmap", "-o", f"{'a' * 300}.json", cwd=folder)
    assert done.returncode == 2 and "argmap:" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["sound.argmap"]


def test_a_file_in_place_of_a_folder_is_said(folder: Path) -> None:
    done = argmap("export", "sound.argmap", "--to", "json", "-o", "sound.argmap/x.json", cwd=folder)
    assert done.returncode == 2 and (folder / "sound.argmap").read_text(encoding="utf-8") == SOUND


def test_fmt_writes_checks_and_shows_the_difference(folder: Path) -> None:
    rough = folder / "rough.argmap"
    rough.write_bytes(b"claim   a(pro)  :It is so.\r\n  rebuttal :  No.\r\n# end\r\nside pro: Yes\r\n")
    assert argmap("fmt", "--check", "rough.argmap", cwd=folder).returncode == 1
    diff = argmap("fmt", "--diff", "rough.argmap", cwd=folder)
    assert diff.returncode == 0 and "+claim a (pro): It is so." in diff.stdout
    assert argmap("fmt", "rough.argmap", cwd=folder).returncode == 0
    assert rough.read_bytes() == b"claim a (pro): It is so.\r\n    rebuttal: No.\r\n# end\r\nside pro: Yes\r\n"
    assert argmap("fmt", "--check", "rough.argmap", cwd=folder).returncode == 0


def test_fmt_leaves_a_faulty_file_alone(folder: Path) -> None:
    path = folder / "faulty.argmap"
    path.write_text(FAULTY, encoding="utf-8")
    assert argmap("fmt", "faulty.argmap", cwd=folder).returncode == 1
    assert path.read_text(encoding="utf-8") == FAULTY


def test_new_writes_a_map_that_checks_clean_and_never_overwrites(tmp_path: Path) -> None:
    assert argmap("new", "mine", cwd=tmp_path).returncode == 0
    done = argmap("check", "--strict", "mine.argmap", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert argmap("fmt", "--check", cwd=tmp_path).returncode == 0
    assert argmap("export", cwd=tmp_path).returncode == 0
    before = (tmp_path / "mine.argmap").read_bytes()
    assert argmap("new", "mine", cwd=tmp_path).returncode == 2
    assert (tmp_path / "mine.argmap").read_bytes() == before


def test_show_prints_every_statement(arguments: Path) -> None:
    done = argmap("show", "arguments/camp-david.argmap", cwd=arguments.parent)
    data = argmap("export", "arguments/camp-david.argmap", "--to", "json", "-o", "-", cwd=arguments.parent)
    assert done.returncode == 0
    labels = {line.split(": ")[-1].split()[0] for line in done.stdout.splitlines() if line.strip()}
    assert {item["label"] for item in json.loads(data.stdout)["statements"]} <= labels


def test_colour_is_for_terminals_and_for_those_who_ask(folder: Path) -> None:
    (folder / "faulty.argmap").write_text(FAULTY, encoding="utf-8")
    assert "\x1b[" not in argmap("check", cwd=folder).stdout
    assert "\x1b[" in argmap("check", "--color", "always", cwd=folder).stdout


def test_what_a_file_holds_cannot_steer_a_terminal(folder: Path) -> None:
    (folder / "evil.argmap").write_text("claim a: x\nclam \x1b[31mred\x07: y\n", encoding="utf-8")
    done = argmap("check", "evil.argmap", cwd=folder)
    assert done.returncode == 1 and "\x1b" not in done.stdout and "\x07" not in done.stdout
    (folder / "evil.argmap").write_text("claim a: x\x1b[31mred\x07\n", encoding="utf-8")
    assert "\x1b" not in argmap("show", "evil.argmap", cwd=folder).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(tmp_path: Path, shell: str) -> None:
    assert "_ARGMAP_COMPLETE" in argmap("completion", shell, cwd=tmp_path).stdout


def test_completion_completes_commands(tmp_path: Path) -> None:
    done = argmap(cwd=tmp_path, _ARGMAP_COMPLETE="bash_complete", COMP_WORDS="argmap ex", COMP_CWORD="1")
    assert "export" in done.stdout


def test_a_reader_that_goes_away_is_no_fault(arguments: Path) -> None:
    command = [sys.executable, "-m", "argmap", "show", "arguments/camp-david.argmap"]
    with subprocess.Popen(command, cwd=arguments.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None and run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert b"Traceback" not in run.stderr.read()
