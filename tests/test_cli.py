"""The command line as a user meets it: real processes, real files."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from argmap.formats.json import schema

SOUND = "topic: Is it so?\nside pro: Yes\nside con: No\nclaim a (pro) analytic: It is so.\n    rebuttal: It is not.\n"
FAULTY = "claim a: One\nevidense b: Two\n"


def without_privileges() -> None:
    """What locks a folder locks it for root too: run before the program in its own process."""
    if sys.platform == "linux" and os.geteuid() == 0:
        import ctypes

        for power in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, power, 0, 0, 0)  # PR_CAPBSET_DROP


def argmap(*args: str, cwd: Path, stdin: bytes | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *args],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", **env},
        timeout=60,
        check=False,
        preexec_fn=None if sys.platform == "win32" else without_privileges,
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
    assert wrong.returncode == 2 and "did you mean `check`" in wrong.stderr


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
    assert argmap("export", "one/map.argmap", "-o", "two/map.argmap", cwd=tmp_path).returncode == 2
    assert not list(tmp_path.rglob("*.dot"))
    assert (tmp_path / "two/map.argmap").read_text(encoding="utf-8") == SOUND


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


def test_a_file_that_is_named_as_another_form_is_refused(folder: Path) -> None:
    done = argmap("export", "sound.argmap", "--to", "pdf", "-o", "a.docx", cwd=folder)
    assert done.returncode == 2
    assert "'a.docx' is named as docx, but --to says pdf (.pdf)." in done.stderr
    assert not (folder / "a.docx").exists()
    for form, name in (("outline", "a.txt"), ("argdown", "a.md"), ("aif", "a.json"), ("dot", "a.gv")):
        assert argmap("export", "sound.argmap", "--to", form, "-o", name, cwd=folder).returncode == 0


def test_quiet_says_nothing_and_talk_goes_to_standard_error(folder: Path) -> None:
    loud = argmap("export", "--to", "dot", "-o", "out", cwd=folder)
    assert loud.stdout == "" and "sound.dot" in loud.stderr
    assert argmap("export", "--to", "dot", "-o", "out", "--quiet", cwd=folder).stderr == ""


def test_an_engine_that_is_not_there_is_said_and_the_dot_is_kept(folder: Path) -> None:
    done = argmap("export", "sound.argmap", "--engine", "nowhere-to-be-found", cwd=folder)
    assert done.returncode == 2
    assert "nowhere-to-be-found" in done.stderr and "sound-not-drawn.dot" in done.stderr
    assert (folder / "sound-not-drawn.dot").read_text(encoding="utf-8").startswith("digraph")
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


def in_a_shell(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell's, in which `argmap` is the program."""
    if os.name != "posix":
        pytest.skip("these redirections are those of a POSIX shell")
    script = f'argmap() {{ "{sys.executable}" -m argmap "$@"; }}\n{line}'
    done = subprocess.run(["sh", "-c", script], cwd=cwd, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr
    return done


def test_a_reader_that_goes_away_is_no_fault(arguments: Path) -> None:
    done = in_a_shell("(argmap show arguments/camp-david.argmap; echo $? >&2) | true", arguments.parent)
    assert done.stderr == "0\n"


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("argmap show sound.argmap >&-", 2, "argmap: standard output is closed\n"),
        ("argmap show sound.argmap >&- 2>&-", 2, ""),
        ("argmap check sound.argmap --quiet 2>&-", 0, ""),
        ("argmap export sound.argmap --to json --quiet >&-", 0, ""),
        ("argmap show - <&-", 1, "this file is empty"),
        ("argmap show sound.argmap >/dev/full", 2, "argmap: standard output: No space left on device\n"),
        (
            "argmap export sound.argmap --to json -o - >/dev/full",
            2,
            "argmap: sound.argmap: standard output cannot be written: No space left on device\n",
        ),
        ("argmap check sound.argmap 2>/dev/full", 2, ""),
        ("argmap chekc 2>/dev/full", 2, ""),
    ],
)
def test_streams_that_are_closed_or_full(folder: Path, line: str, status: int, said: str) -> None:
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("this machine has no /dev/full")
    done = in_a_shell(line, folder)
    assert done.returncode == status and said in done.stderr


@pytest.mark.parametrize("where", ["/dev/stdout", "README"])
def test_what_is_there_and_no_folder_is_written_to(folder: Path, where: str) -> None:
    (folder / "README").write_text("old", encoding="utf-8")
    done = in_a_shell(f"argmap export sound.argmap --to json --quiet -o {where} | cat", folder)
    text = done.stdout if where.startswith("/") else (folder / where).read_text(encoding="utf-8")
    assert json.loads(text)["argmap"] == 1


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_so_and_leaves_nothing_behind(tmp_path: Path, how: signal.Signals) -> None:
    if os.name != "posix":
        pytest.skip("Windows has no such signals")
    os.mkfifo(tmp_path / "slow.argmap")
    command = [sys.executable, "-m", "argmap", "export", "slow.argmap", "--to", "dot", "-o", "out"]

    def heed() -> None:  # what runs in the background of a shell is started deaf to Ctrl-C
        signal.signal(how, signal.SIG_DFL)

    with (
        subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, preexec_fn=heed) as run,
        (tmp_path / "slow.argmap").open("wb"),  # opens when the program has begun to read, and waits
    ):
        run.send_signal(how)
        _, said = run.communicate(timeout=60)
    assert said.strip() == "argmap: interrupted; nothing half-written was left behind"
    assert run.returncode == 130 and not (tmp_path / "out").exists()


def test_one_path_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    names = ["a" * 300 + ".argmap", "missing/", "sound.argmap/x"]
    if os.name == "posix":
        (folder / "loop.argmap").symlink_to("loop.argmap")
        os.mkfifo(folder / "pipe.argmap")
        names.append("loop.argmap")
    done = argmap("check", *names, ".", "--format", "json", cwd=folder)
    found = json.loads(done.stdout)["diagnostics"]
    assert done.returncode == 1
    assert [item["file"] for item in found if item["severity"] == "error"] == [name.rstrip("/") for name in names]
    assert "sound.argmap" in {item["file"] for item in found}


@pytest.mark.skipif(sys.platform == "win32", reason="folders lock in another way there")
def test_a_folder_that_cannot_be_looked_into_is_said(folder: Path) -> None:
    locked = folder / "locked"
    locked.mkdir(mode=0)
    try:
        done = argmap("check", cwd=folder)
    finally:
        locked.chmod(0o700)
    assert done.returncode == 1 and "--> locked" in done.stdout


def test_files_that_include_only_each_other_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.argmap").write_text("include: b.argmap\n", encoding="utf-8")
    (tmp_path / "b.argmap").write_text("include: a.argmap\n", encoding="utf-8")
    done = argmap("check", cwd=tmp_path)
    assert done.returncode == 1 and done.stdout.count("error[include-circle]") == 1


def test_an_empty_path_is_a_wrong_call(folder: Path) -> None:
    before = (folder / "sound.argmap").read_bytes()
    assert argmap("fmt", "", cwd=folder).returncode == 2
    assert (folder / "sound.argmap").read_bytes() == before
    for name in ("", "sub/"):
        assert argmap("new", name, cwd=folder).returncode == 2
    assert [path.name for path in folder.iterdir()] == ["sound.argmap"]


def test_a_difference_can_be_applied_though_the_last_line_has_no_end(folder: Path) -> None:
    (folder / "rough.argmap").write_bytes(b"claim  a  analytic: So\x1b[1m it\x0cis.")
    (folder / "slip.argmap").write_bytes(b"claim a analytic: So.\n  clam b analytic: Yes.")
    mark = "\n\\ No newline at end of file"
    formatted = argmap("fmt", "--diff", "rough.argmap", cwd=folder).stdout.splitlines(keepends=True)
    assert "".join(formatted[3:]).startswith(f"-claim  a  analytic: So\x1b[1m it\x0cis.{mark}\n+claim a analytic: So")
    mended = argmap("check", "--diff", "slip.argmap", cwd=folder).stdout
    assert mended.endswith(f"-  clam b analytic: Yes.{mark}\n+  claim b analytic: Yes.{mark}\n")


@pytest.mark.parametrize(
    "args",
    [
        ("check", "{}.argmap", "--sources", "{}"),
        ("show", "{}", "sound.argmap"),
        ("export", "sound.argmap", "--to", "json", "-o", "{}/"),
        ("explain", "{}"),
        ("new", "{}"),
        ("{}",),
    ],
)
def test_what_is_typed_cannot_steer_a_terminal(folder: Path, args: tuple[str, ...]) -> None:
    if os.name != "posix":
        pytest.skip("Windows allows no such names")
    done = argmap(*(each.format("a\x1b]0;b\x07\x9b1m") for each in args), cwd=folder)
    assert not {"\x1b", "\x07", "\x9b"} & {*done.stdout, *done.stderr}


def test_a_name_that_is_no_text(folder: Path) -> None:
    try:
        (folder / os.fsdecode(b"caf\xe9.argmap")).write_text(SOUND, encoding="utf-8")
    except OSError:
        pytest.skip("names are text on this machine")
    for form in ("text", "json", "sarif", "github"):
        assert argmap("check", "--format", form, cwd=folder).returncode == 0
    assert argmap("export", "--to", "json", "-o", "out", cwd=folder).returncode == 0
    assert len(list((folder / "out").iterdir())) == 2


def test_places_in_a_file_of_another_folder_have_one_name(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "other.argmap").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "deep/map.argmap").write_text("include: ../other.argmap\n", encoding="utf-8")
    done = argmap("check", "deep/map.argmap", "--allow-outside", "--format", "json", cwd=tmp_path)
    assert {item["file"] for item in json.loads(done.stdout)["diagnostics"]} == {"other.argmap"}


@pytest.mark.skipif(sys.platform == "win32", reason="folders lock in another way there")
def test_a_map_that_cannot_be_written_does_not_stop_the_others(folder: Path) -> None:
    rough = "claim  a  analytic: So.\n  clam b analytic: Yes.\n"
    (folder / "shut").mkdir()
    (folder / "shut/a.argmap").write_text(rough, encoding="utf-8")
    (folder / "z.argmap").write_text(rough, encoding="utf-8")
    (folder / "shut").chmod(0o500)
    try:
        mended = argmap("check", "--fix", "shut", "z.argmap", cwd=folder)
        formatted = argmap("fmt", "shut", "z.argmap", cwd=folder)
    finally:
        (folder / "shut").chmod(0o700)
    assert (mended.returncode, formatted.returncode) == (2, 1)
    assert "shut/a.argmap: this cannot be written" in mended.stderr
    assert (folder / "z.argmap").read_text(encoding="utf-8") == "claim a analytic: So.\n    claim b analytic: Yes.\n"


def test_a_file_that_needs_its_includer_is_read_as_a_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "main.argmap").write_text(f"{SOUND}include: part.argmap\n", encoding="utf-8")
    (tmp_path / "part.argmap").write_text("claim b (con) analytic: Not so.\nb rebuts a\n", encoding="utf-8")
    assert argmap("check", cwd=tmp_path).returncode == 0
    done = argmap("export", "--to", "json", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0 and [path.name for path in (tmp_path / "out").iterdir()] == ["main.json"]
    assert "part.argmap" in done.stderr
    assert argmap("check", "part.argmap", cwd=tmp_path).returncode == 1
    (tmp_path / "part.argmap").write_text("claim b (con) analytic: Not so.\nb rebuts c\n", encoding="utf-8")
    assert argmap("check", cwd=tmp_path).returncode == 1


def test_what_takes_long_is_said_on_a_terminal(folder: Path) -> None:
    if os.name != "posix":
        pytest.skip("Windows has no such pipes")
    os.mkfifo(folder / "slow.argmap")
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "argmap", "check", "slow.argmap"]
    with (
        subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=theirs) as run,
        (folder / "slow.argmap").open("w", encoding="utf-8") as pipe,
    ):
        said = os.read(ours, 100)
        pipe.write(SOUND)
    os.close(theirs)
    os.close(ours)
    assert said == b"checking 1 file ...\r\n" and run.returncode == 0


@pytest.mark.parametrize(
    "args",
    [
        ("check", "--format", "json"),
        ("check", "--format", "github"),
        ("check", "--diff"),
        ("fmt", "--diff"),
        ("judge", "--format", "json"),
        ("export", "fine.argmap", "--to", "json", "-o", "-"),
    ],
)
def test_data_on_a_terminal_cannot_steer_it(tmp_path: Path, args: tuple[str, ...]) -> None:
    if os.name != "posix":
        pytest.skip("Windows has no such terminals")
    slip = " clam b analytic: so\x1b]0;b\x07.\n" if "fmt" not in args else ""
    evil = f"claim  a  analytic: so\x1b]0;b\x07.\n{slip}a supports b\x1b\x9b1m\n"
    (tmp_path / "evil.argmap").write_text(evil, encoding="utf-8")
    (tmp_path / "fine.argmap").write_text("claim a analytic: so\x1b]0;b\x07\x9b1m.\n", encoding="utf-8")
    ours, theirs = os.openpty()
    subprocess.run([sys.executable, "-m", "argmap", *args], cwd=tmp_path, stdout=theirs, check=False)
    said = os.read(ours, 100_000).decode("utf-8")
    os.close(theirs)
    os.close(ours)
    assert len(said) > 100 and not {"\x1b", "\x07", "\x9b"} & {*said}
