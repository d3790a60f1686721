"""Little noise: many remarks of one rule, rules that wait, and faults that are known already."""

import json
from pathlib import Path

import pytest
from test_commands import argmap

MANY = "".join(f"claim c{number}: It is so.\n" for number in range(8))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "many.argmap").write_text(MANY, encoding="utf-8")
    return tmp_path


def test_three_remarks_stand_for_many_of_one_rule(folder: Path) -> None:
    done = argmap("check", cwd=folder)
    assert done.stdout.count("warning[unsupported-claim]") == 3
    assert done.stdout.endswith("\n\n... and 5 more of unsupported-claim in many.argmap (--all shows them)\n\n")
    assert done.stderr == "1 file checked: 8 warnings\n"
    assert argmap("check", "--all", cwd=folder).stdout.count("warning[unsupported-claim]") == 8
    assert len(json.loads(argmap("check", "--format", "json", cwd=folder).stdout)["diagnostics"]) == 8


def test_five_remarks_are_all_shown_and_so_is_every_error(folder: Path) -> None:
    (folder / "many.argmap").write_text(MANY.partition("claim c5")[0], encoding="utf-8")
    assert argmap("check", cwd=folder).stdout.count("warning[unsupported-claim]") == 5
    (folder / "many.argmap").write_text("clam x: It is so.\n" * 7, encoding="utf-8")
    assert argmap("check", cwd=folder).stdout.count("error[misspelt-word]") == 7


def test_the_summary_says_how_many_rules_wait(folder: Path) -> None:
    (folder / "many.argmap").write_text(f"{MANY}evidense e: Yes.\n", encoding="utf-8")
    said = argmap("check", cwd=folder).stderr
    assert said.startswith("1 file checked: 1 error; ")
    assert said.endswith(" rules wait until the errors are fixed\n")
    one = argmap("check", "--select", "unsupported-claim", cwd=folder).stderr
    assert one.endswith("; 1 rule waits until the errors are fixed\n")


def test_a_baseline_lets_only_new_faults_count(folder: Path) -> None:
    map, known = folder / "many.argmap", folder / "known.json"
    done = argmap("check", "--baseline", "known.json", "--write-baseline", "--strict", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "known.json: 8 known faults\n" in done.stderr
    done = argmap("check", "--baseline", "known.json", "--strict", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    # Moved lines and new ids change nothing; one fault is fixed, and one is new.
    changed = "\n# Moved.\n" + MANY.replace("c3", "renamed").replace("c5:", "c5 analytic:")
    map.write_text(f"{changed}claim other: It is not so.\n", encoding="utf-8")
    before = known.read_text(encoding="utf-8")
    done = argmap("check", "--baseline", "known.json", "--strict", "--ignore", "one-sided", cwd=folder)
    assert known.read_text(encoding="utf-8") == before, "a call that leaves rules out cannot tell what is fixed"
    done = argmap("check", "--baseline", "known.json", "--strict", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.count("warning[") == 1
    assert "nothing supports `other`" in done.stdout
    assert "7 known faults of known.json left out\n1 known fault is fixed: known.json is shorter now\n" in done.stderr
    assert len(known.read_text(encoding="utf-8")) <= len(before)


def test_a_baseline_that_is_none_is_left_alone(folder: Path) -> None:
    done = argmap("check", "--baseline", "known.json", cwd=folder)
    assert done.returncode == 2
    assert "there is no 'known.json'; --write-baseline writes it" in done.stderr
    done = argmap("check", "--baseline", "many.argmap", "--write-baseline", cwd=folder)
    assert done.returncode == 2
    assert (folder / "many.argmap").read_text(encoding="utf-8") == MANY
    assert argmap("check", "--write-baseline", cwd=folder).returncode == 2
