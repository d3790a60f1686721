"""An output lands on nothing that was read, nothing that another output is, and on no file that is read-only."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_cli import argmap

from argmap.cli.whole import STALE

SOUND = "topic: T\nclaim a analytic: A.\n    claim b analytic: B.\n"
CITING = 'topic: T\nsource s: The text\n    text: debate.md\nclaim a:\n    A.\n    evidence [s]: It "was so".\n'
CLAIM = "claim c{n} analytic: Claim number {n} of many, in a line or two of words, so that it takes some room.\n"
LONG = "topic: T\n" + "".join(CLAIM.format(n=n) for n in range(40))


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")


def test_a_transcript_is_not_replaced_by_the_map_that_cites_it(tmp_path: Path) -> None:
    write(tmp_path, debate__argmap=CITING, debate__md="It was so.\n")
    done = argmap("export", "debate.argmap", "--to", "markdown", cwd=tmp_path)
    assert done.returncode == 2 and "debate.md cannot be written: this file is read by debate.argmap" in done.stderr
    assert (tmp_path / "debate.md").read_text(encoding="utf-8") == "It was so.\n"
    assert argmap("export", "debate.argmap", "-o", "other.md", cwd=tmp_path).returncode == 0


def test_a_text_that_is_found_by_its_name_stays_too(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    write(tmp_path, s__argmap=CITING.replace("    text: debate.md\n", ""), argmap__toml='sources = ["words"]\n')
    write(tmp_path / "words", s__md="It was so.\n")
    done = argmap("export", "s.argmap", "--to", "markdown", "-o", "words/", cwd=tmp_path)
    assert done.returncode == 2 and (tmp_path / "words/s.md").read_text(encoding="utf-8") == "It was so.\n"


def test_an_included_file_and_a_settings_file_stay(tmp_path: Path) -> None:
    write(tmp_path, m__argmap="include: part.json\n" + SOUND, part__json="claim x analytic: X.\n", argmap__toml="")
    for place in ("part.json", "argmap.toml", "link.json"):
        if place == "link.json":
            (tmp_path / place).symlink_to("part.json")
        done = argmap("export", "m.argmap", "--to", "json", "-o", place, cwd=tmp_path)
        assert done.returncode == 2 and place in done.stderr, place
    assert (tmp_path / "part.json").read_text(encoding="utf-8") == "claim x analytic: X.\n"
    assert (tmp_path / "argmap.toml").read_text(encoding="utf-8") == ""


def test_a_page_of_one_map_is_not_the_picture_of_another(tmp_path: Path) -> None:
    write(tmp_path, x__argmap=LONG)
    (tmp_path / "x-01.argmap").write_text(SOUND, encoding="utf-8")
    done = argmap("export", ".", "--page", "slide", cwd=tmp_path)
    assert done.returncode == 2 and "x-01.svg cannot be written" in done.stderr
    one = (tmp_path / "x-01.svg").read_text(encoding="utf-8")
    assert ">A.<" in one and "number 1" not in one


@pytest.mark.skipif(os.name == "nt", reason="a link stands for a disk that does not tell capitals")
def test_a_name_in_other_letters_on_a_disk_that_does_not_tell_them_apart(tmp_path: Path) -> None:
    """Such a disk finds the first output under the second one's name, as a hard link does here."""
    write(tmp_path, x__argmap=SOUND, y__argmap=SOUND.replace("A.", "Z."))
    (tmp_path / "out").mkdir()
    code = (
        "import os; from argmap.cli import outputs; whole = outputs.write_whole\n"
        "def write(path, data):\n whole(path, data)\n"
        " if path.name == 'x.json': os.link(path, path.with_name('y.json'))\n"
        "outputs.write_whole = write; from argmap.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "export", ".", "--to", "json", "-o", "out/"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "this call wrote out/x.json there already" in done.stderr
    assert '"A."' in (tmp_path / "out/x.json").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="writes a program that starts by its first line")
def test_what_could_not_be_laid_out_is_kept_under_a_name_that_nobody_has(tmp_path: Path) -> None:
    write(tmp_path, m__argmap=SOUND, m__dot="mine")
    (tmp_path / "m-not-drawn.dot").write_text("mine too", encoding="utf-8")
    (tmp_path / "no").write_text(f"#!{sys.executable} -IS\nimport sys; sys.exit('no')\n", encoding="utf-8")
    (tmp_path / "no").chmod(0o755)
    for _ in range(2):
        done = argmap("export", "m.argmap", "--engine", "./no", cwd=tmp_path)
        assert done.returncode == 2 and "is kept in m-not-drawn-2.dot" in done.stderr
    assert (tmp_path / "m.dot").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "m-not-drawn.dot").read_text(encoding="utf-8") == "mine too"
    assert (tmp_path / "m-not-drawn-2.dot").read_text(encoding="utf-8").startswith("digraph")
    assert not (tmp_path / "m-not-drawn-3.dot").exists()


def test_a_read_only_file_stays_as_it_is(tmp_path: Path) -> None:
    faulty = "clam a analytic: A.\n"
    write(tmp_path, m__argmap=faulty, n__argmap="claim   a analytic: A.\n", m__json="old")
    for name in ("m.argmap", "n.argmap", "m.json"):
        (tmp_path / name).chmod(0o444)
    for command in (["check", "--fix", "m.argmap"], ["fmt", "n.argmap"], ["export", "n.argmap", "-o", "m.json"]):
        done = argmap(*command, cwd=tmp_path)
        assert done.returncode == 2 and "read-only" in done.stderr, command
    assert (tmp_path / "m.argmap").read_text(encoding="utf-8") == faulty
    assert (tmp_path / "n.argmap").read_text(encoding="utf-8") == "claim   a analytic: A.\n"
    assert (tmp_path / "m.json").read_text(encoding="utf-8") == "old"


def test_what_a_killed_call_left_is_swept_and_what_may_still_be_written_stays(tmp_path: Path) -> None:
    write(tmp_path, m__argmap=SOUND)
    kept = [".m.json.0123abcd.part", ".mine.part", "m.json.part", ".m.json.0123abcX.part"]
    for name in [".m.json.deadbeef.part", *kept]:
        (tmp_path / name).write_text("half", encoding="utf-8")
        if name != kept[0]:
            os.utime(tmp_path / name, (0, time.time() - STALE - 60))
    assert argmap("export", "m.argmap", "--to", "json", cwd=tmp_path).returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"m.argmap", "m.json", *kept}


@pytest.mark.skipif(os.name == "nt", reason="pipes, and a folder that is in use cannot go")
def test_small_things_are_each_a_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "gone.argmap").symlink_to("nowhere.argmap")
    done = argmap("check", "gone.argmap", cwd=tmp_path)
    assert done.returncode == 1 and "a link to a file that is not there" in done.stdout
    os.mkfifo(tmp_path / "pipe.argmap")
    done = argmap("check", "--fix", "pipe.argmap", cwd=tmp_path)
    assert done.returncode == 2 and "cannot be fixed in place" in done.stderr
    (tmp_path / "gone").mkdir()
    script = f'cd gone && rmdir ../gone && "{sys.executable}" -m argmap check'
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    shell = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False, env=env)
    assert shell.returncode == 2 and "the current folder is not there any more" in shell.stderr
    assert "Traceback" not in shell.stderr


def test_a_file_of_which_a_fix_would_leave_nothing_stays(tmp_path: Path) -> None:
    write(tmp_path, m__argmap="# argmap: ignore[orphan] for later\n")
    done = argmap("check", "--fix", "m.argmap", cwd=tmp_path)
    assert done.returncode == 0 and "nothing would be left of it, so it stays as it is" in done.stderr
    assert (tmp_path / "m.argmap").read_text(encoding="utf-8") == "# argmap: ignore[orphan] for later\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize(
    "call", ["check a.argmap", "check a.argmap --format json", "export a.argmap --to json -o -", "show a.argmap",
             "judge a.argmap", "judge a.argmap --format json", "sources a.argmap", "explain", "explain orphan",
             "fmt --diff a.argmap", "speech a.argmap", "text a.argmap", "new -", "completion bash",
             "--help", "--version"],
)  # fmt: skip
def test_a_closed_pipe_ends_every_command_in_silence(tmp_path: Path, call: str) -> None:
    write(tmp_path, a__argmap="claim   x analytic: X.\n" + "".join(CLAIM.format(n=n) for n in range(600)))
    script = f'"{sys.executable}" -m argmap {call} --quiet 2>err | true; echo ${{PIPESTATUS[0]}}'
    if call.split(maxsplit=1)[0] in ("explain", "text", "completion", "--help", "--version"):
        script = script.replace(" --quiet", "")
    shell = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (tmp_path / "err").read_text(encoding="utf-8") == ""
    assert int(shell.stdout) == 0
