"""A fault of argmap itself ends what is done for one map: the others are as they would have been."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PLANTED = """
import dataclasses, sys
import argmap.checks as checks
from argmap.checks import rules
from argmap.cli import main

def planted(subject):
    if "PLANTED" in subject.map.file.text:
        raise IndexError("words of the user: " + subject.map.file.text)
    return RULE.check(subject)

RULE = next(rule for rule in rules.RULES if rule.name == "unsupported-claim")
checks.RULES = tuple(dataclasses.replace(rule, check=planted) if rule is RULE else rule for rule in rules.RULES)
main(sys.argv[1:])
"""


def run(code: str, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "TMPDIR": str(cwd / "tmp"), "TEMP": str(cwd / "tmp"), "PYTHONUTF8": "1"}
    (cwd / "tmp").mkdir(exist_ok=True)
    done = subprocess.run([sys.executable, "-c", code, *args], cwd=cwd, env=env, capture_output=True, text=True,
                          encoding="utf-8", check=False)  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


def report_of(done: subprocess.CompletedProcess[str]) -> str:
    found = re.search(r"is in (.+\.txt), without a word of your files", done.stderr)
    assert found, done.stderr
    return Path(found[1]).read_text(encoding="utf-8")


def test_of_1000_maps_one_raises_inside_a_rule_and_999_reports_are_right(tmp_path: Path) -> None:
    folder = tmp_path / "maps of Ann"
    folder.mkdir()
    for n in range(1000):
        words = "PLANTED secret" if n == 618 else f"claim {n}"
        (folder / f"m{n:03}.argmap").write_text(f"claim c: Of {words}.\n# argmap: ignore[orphan]\n", encoding="utf-8")
    plain = run("from argmap.cli import main; main()", "check", ".", "--format", "json", cwd=folder)
    done = run(PLANTED, "check", ".", "--format=json", cwd=folder)
    assert (plain.returncode, done.returncode) == (0, 2)
    expected = [found for found in json.loads(plain.stdout)["diagnostics"] if found["file"] != "m618.argmap"]
    found = json.loads(done.stdout)["diagnostics"]
    assert [each for each in found if each["file"] != "m618.argmap"] == expected and len(expected) >= 999
    (fault,) = [each for each in found if each["code"] == "argmap-fault"]
    assert fault["file"] == "m618.argmap" and "`unsupported-claim` ended with IndexError" in fault["message"]
    assert {each["code"] for each in found if each["file"] == "m618.argmap"} > {"argmap-fault"}
    told = report_of(done)
    assert "the rule `unsupported-claim`: IndexError" in told and "argmap/checks/run.py" in told
    assert "called with: check --format" in told
    for private in ("secret", "m618", "Ann", str(tmp_path), "words of the user"):
        assert private not in told


FAILING = """
import sys
import argmap.{module} as module
before = module.{name}
def failing(map, *rest, **named):
    if "PLANTED" in str(getattr(getattr(map, "file", map), "text", map)):
        raise RecursionError("secret")
    return before(map, *rest, **named)
module.{name} = failing
from argmap.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("module", "name", "args"),
    [
        ("formats.json", "to_json", ["export", ".", "--to", "json", "-o", "out"]),
        ("formats.markdown", "to_markdown", ["export", ".", "--to", "markdown", "-o", "out"]),
        ("formats.outline", "as_outline", ["show", "."]),
        ("checks.usage", "source_uses", ["sources", "."]),
        ("words.rounds", "speeches_of", ["speech", "."]),
        ("words.rounds", "speeches_of", ["speech", ".", "--format", "json"]),
        ("graph.selecting", "select", ["export", ".", "--to", "json", "--kind", "claim", "-o", "out"]),
        ("graph.selecting", "select", ["export", ".", "--to", "json", "--kind", "claim", "--jobs", "2", "-o", "out"]),
        ("judging.moves", "find", ["judge", ".", "--why", "c", "--drop", "a"]),
        ("judging.inquiry", "inquire", ["judge", "."]),
        ("judging.inquiry", "inquire", ["judge", ".", "--format", "json"]),
        ("pipeline", "read_with_includes", ["check", "."]),
        ("pipeline", "read_with_includes", ["export", ".", "--to", "json", "-o", "out"]),
    ],
)
def test_every_command_goes_on_with_the_other_maps(tmp_path: Path, module: str, name: str, args: list[str]) -> None:
    for file, words in (("a", "One"), ("b", "PLANTED"), ("c", "Three")):
        (tmp_path / f"{file}.argmap").write_text(f"claim {file}: {words}.\n", encoding="utf-8")
    done = run(FAILING.format(module=module, name=name), *args, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    told = done.stdout + done.stderr
    assert "b.argmap: a fault of argmap itself" in told or "error[argmap-fault]" in told
    if args[0] == "export":
        assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == ["a", "c"]
    elif args[0] != "check":
        assert "a" in done.stdout and "c" in done.stdout
    assert "RecursionError" in report_of(done) and "secret" not in report_of(done)


@pytest.mark.parametrize("way", ["--fix", "--diff"])
def test_mending_goes_on_with_the_other_files(tmp_path: Path, way: str) -> None:
    code = FAILING.replace('getattr(getattr(map, "file", map), "text", map)', "map[0].edits[0].span.file.text")
    for file, words in (("a", "One"), ("b", "PLANTED"), ("c", "Three")):
        (tmp_path / f"{file}.argmap").write_text(f"claim {file}: {words}.\n    evidnce: X.\n", encoding="utf-8")
    done = run(code.format(module="checks.mend", name="mend"), "check", ".", way, cwd=tmp_path)
    assert done.returncode == 2 and "b.argmap: a fault of argmap itself" in done.stderr
    assert "mending it: RecursionError" in report_of(done)
    mended = {path.stem for path in tmp_path.glob("*.argmap") if "evidnce" not in path.read_text(encoding="utf-8")}
    assert mended == ({"a", "c"} if way == "--fix" else set())
    assert way == "--fix" or done.stdout.count("+    evidence: X.") == 2


def test_a_packet_that_fails_names_its_map(tmp_path: Path) -> None:
    (tmp_path / "b.argmap").write_text("claim b: PLANTED.\n", encoding="utf-8")
    code = FAILING.format(module="packet.packet", name="packet")
    done = run(code, "sources", "b.argmap", "--packet", "p.html", cwd=tmp_path)
    assert done.returncode == 2 and "b.argmap: a fault of argmap itself" in done.stderr
    assert "its packet: RecursionError" in report_of(done) and not (tmp_path / "p.html").exists()


def test_a_name_that_one_map_has_is_asked_of_that_map_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    for file in "abc":
        (tmp_path / f"{file}.argmap").write_text(f"claim {file}: Of {file}.\n", encoding="utf-8")
    plain = "from argmap.cli import main; main()"
    done = run(plain, "export", ".", "--to", "json", "--focus", "b", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0 and [path.name for path in (tmp_path / "out").iterdir()] == ["b.json"]
    assert "a.argmap: " in done.stderr and "c.argmap: " in done.stderr and "not written" in done.stderr
    done = run(plain, "export", ".", "--to", "json", "--focus", "x", "-o", "none", cwd=tmp_path)
    assert done.returncode == 2 and "`x`" in done.stderr and not (tmp_path / "none").exists()
    done = run(plain, "judge", ".", "--why", "b", cwd=tmp_path)
    assert done.returncode == 0 and done.stdout.count("== ") == 3
    done = run(plain, "judge", ".", "--why", "x", cwd=tmp_path)
    assert done.returncode == 2 and "`x`" in done.stderr and done.stdout == ""


def test_fmt_goes_on_with_the_other_files(tmp_path: Path) -> None:
    code = FAILING.replace('getattr(getattr(map, "file", map), "text", map)', "map.file.text")
    for file, words in (("a", "One"), ("b", "PLANTED"), ("c", "Three")):
        (tmp_path / f"{file}.argmap").write_text(f"claim  {file}:   {words}.\n", encoding="utf-8")
    done = run(code.format(module="formatting", name="format_document"), "fmt", ".", cwd=tmp_path)
    assert done.returncode == 2 and "b.argmap: a fault of argmap itself" in done.stderr
    assert "its canonical form: RecursionError" in report_of(done)
    found = {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.argmap")}
    assert found == {"a": "claim a: One.\n", "b": "claim  b:   PLANTED.\n", "c": "claim c: Three.\n"}


@pytest.mark.parametrize("report", ["text", "json"])
def test_import_goes_on_with_the_other_files(tmp_path: Path, report: str) -> None:
    for file, words in (("a", "One"), ("b", "PLANTED"), ("c", "Three")):
        (tmp_path / f"{file}.txt").write_text(f"Discussion Title: {file}\n\n1. {words}.\n", encoding="utf-8")
    code = FAILING.format(module="exchange.importing", name="read_foreign")
    done = run(code, "import", ".", "--report", report, cwd=tmp_path)
    assert done.returncode == 2 and "b.txt: a fault of argmap itself" in done.stderr
    assert "importing it: RecursionError" in report_of(done)
    assert sorted(path.name for path in tmp_path.glob("*.argmap")) == ["a.argmap", "c.argmap"]
    if report == "json":
        assert [bool(file["error"]) for file in json.loads(done.stdout)["files"]] == [False, True, False]


def test_text_names_the_file_that_it_failed_on(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("PLANTED\n", encoding="utf-8")
    code = FAILING.replace('getattr(getattr(map, "file", map), "text", map)', "map.read_text()")
    done = run(code.format(module="quoting.texts", name="read_text"), "text", "secret.txt", cwd=tmp_path)
    assert done.returncode == 2 and "secret.txt: a fault of argmap itself" in done.stderr
    assert "secret" not in report_of(done)


SERVING = """
import json
from pathlib import Path
import argmap.language.again as again
import argmap.lsp.asking as asking
from argmap.lsp.serving import server

before = again.parse_again
def failing(file, *rest):
    if "PLANTED" in file.text:
        raise RecursionError("secret")
    return before(file, *rest)
again.parse_again = failing

def nothing_to_say(*_):
    raise KeyError("secret")
asking.hover = nothing_to_say

class Said:
    def write(self, data):
        print(data.decode())
    def close(self):
        pass

own = server()
own.protocol.set_writer(Said(), include_headers=False)
def send(method, id=None, **params):
    message = {"jsonrpc": "2.0", "method": method, "params": params, **({"id": id} if id else {})}
    own.protocol.handle_message(json.loads(json.dumps(message), object_hook=own.protocol.structure_message))

send("initialize", 1, capabilities={}, processId=None, rootUri=Path().absolute().as_uri())
for name, words in (("a", "One"), ("b", "PLANTED"), ("c", "Three")):
    document = {"uri": Path(f"{name}.argmap").absolute().as_uri(), "languageId": "argmap", "version": 1}
    send("textDocument/didOpen", textDocument={**document, "text": f"claim {name}: {words}.\\n"})
send("textDocument/hover", 2, textDocument={"uri": document["uri"]}, position={"line": 0, "character": 1})
"""


def test_an_editor_is_told_of_the_other_files_and_of_a_report(tmp_path: Path) -> None:
    done = run(SERVING, cwd=tmp_path)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    told = {m["params"]["uri"][-8:]: m["params"]["diagnostics"] for m in said if "diagnostics" in m.get("params", {})}
    assert [each["code"] for each in told["c.argmap"]] == ["unsupported-claim"], done.stderr
    (fault,) = (each for each in told["b.argmap"] if each["code"] == "argmap-fault")
    (refused,) = (m["error"]["message"] for m in said if "error" in m)
    for words, kind in ((fault["message"], "RecursionError"), (refused, "`textDocument/hover`: KeyError")):
        found = re.search(r"please report it with (.+\.txt), which has no word of your files", words)
        assert found, words
        report = Path(found[1]).read_text(encoding="utf-8")
        assert kind in report and "secret" not in report and "b.argmap" not in report
