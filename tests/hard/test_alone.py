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
