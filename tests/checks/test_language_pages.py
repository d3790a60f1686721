"""Every code that the language can tell of has a page, and no page is about a code that nobody tells."""

import re
from pathlib import Path

import pytest

import argmap
from argmap.checks import RULES
from argmap.checks.page import language_page, page
from argmap.debate import FORMATS
from argmap.faults import FAULTS, REMARKS, Fault

ROOT = Path(argmap.__file__).parent
CASES = Path(__file__).parent.parent / "cases" / "language"


def test_every_fault_is_told_by_somebody() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py"))
    assert [fault.name for fault in Fault if f"Fault.{fault.name}" not in code] == []


def test_every_code_that_the_languages_own_cases_show_has_a_page() -> None:
    shown = {
        code
        for path in CASES.glob("*.md")
        for code in re.findall(r"^[^`\n]*? (?:error|warning)\[([a-z0-9-]+)\]", path.read_text(encoding="utf-8"), re.M)
    }
    assert len(shown) > 30
    assert shown <= set(FAULTS)


def test_no_code_is_both_a_rules_and_the_languages() -> None:
    assert not {rule.name for rule in RULES} & set(FAULTS)
    assert set(REMARKS) <= set(FAULTS)


@pytest.mark.parametrize("code", FAULTS)
def test_a_page_says_why_and_how_to_mend(code: str) -> None:
    fault = FAULTS[code]
    assert fault.summary.endswith(".") and len(fault.summary) <= 120
    assert fault.mend.endswith(".")
    text = language_page(code)
    assert "\nFix: " in text
    assert ("--ignore" in text) == (code in REMARKS)
    assert ("always shown" in text) == (code not in REMARKS)


def test_the_page_on_speeches_lists_those_of_every_format() -> None:
    (rule,) = [rule for rule in RULES if rule.name == "unknown-speech"]
    listed = " ".join(page(rule).text.split())
    for format in FORMATS.values():
        for motion, who in ((True, "for"), (False, "against")):
            given = ", ".join(f"{each.name} {each.called}" for each in format.speeches if each.motion is motion)
            assert f"{who}: {given}" in listed
