"""Every rule's page is true: its bad example has that fault and no other, its good one has none."""

from pathlib import Path

import pytest

from argmap.checks import RULES, Rule, run
from argmap.checks.configuration import find_settings
from argmap.checks.page import page
from argmap.pipeline import load


def _codes(folder: Path, text: str, files: dict[str, str]) -> list[str]:
    for name, words in files.items():
        (folder / name).write_text(words, encoding="utf-8")
    path = folder / "example.argmap"
    path.write_text(text, encoding="utf-8")
    return [diagnostic.code for diagnostic in run(load(path), find_settings(path)[0])]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_bad_example_has_this_fault_alone(rule: Rule, tmp_path: Path) -> None:
    shown = page(rule)
    assert set(_codes(tmp_path, shown.bad, dict(shown.files))) == {rule.name}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_good_example_is_clean(rule: Rule, tmp_path: Path) -> None:
    shown = page(rule)
    assert _codes(tmp_path, shown.good, dict(shown.files)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_says_why_how_to_mend_and_how_to_silence(rule: Rule) -> None:
    text = page(rule).text
    assert rule.summary.endswith(".") and len(rule.summary) <= 100
    assert "\nFix: " in text
    assert (f"ignore[{rule.name}]" in text) == (rule.check is not None)
    assert f"--ignore {rule.name}" in text
    words = set(text.replace(".", " ").replace(",", " ").casefold().split())
    assert not words & {"premise", "undercut", "node", "nodes", "edge", "edges", "attack", "attacks"}


def test_names_are_unique_and_kebab_case() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(name == name.lower() and " " not in name and "_" not in name for name in names)
