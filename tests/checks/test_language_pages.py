"""Every code that the language can tell of has a page, and no page is about a code that nobody tells."""

import ast
import re
from pathlib import Path

import pytest

import argmap
from argmap.checks import RULES
from argmap.checks.language import FAULTS
from argmap.checks.page import language_page, page
from argmap.checks.run import LANGUAGE_REMARKS
from argmap.debate import FORMATS
from argmap.vocabulary import MARKS

PACKAGE = Path(argmap.__file__).parent
CASES = Path(__file__).parent.parent / "cases" / "language"
CODE = re.compile(r"[a-z]+[0-9]*(?:-[a-z]+[0-9]*)+")
TELLERS = ("Diagnostic", "_error", "_failure", "_tell", "_twice", "twice")
UNKNOWN = {f"unknown-{what}" for what in ("statement", "side", "source")}  # made of two parts


def _emitted() -> set[str]:
    """What all modules that read files and make sense of them give to a diagnostic as its code, and
    whatever else in them has the form of one."""
    modules = [PACKAGE / "includes.py", PACKAGE / "reading.py", PACKAGE / "checks" / "configuration.py"]
    modules += [path for room in ("language", "resolve") for path in (PACKAGE / room).rglob("*.py")]
    found = set(UNKNOWN)
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            told = isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in TELLERS
            parts = node.args[:1] if told and isinstance(node, ast.Call) else [node]
            words = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            found.update(word for word in words if told or CODE.fullmatch(word))
    return found - set(MARKS) - set(FORMATS)


def test_every_code_of_the_language_has_a_page_and_no_other() -> None:
    assert _emitted() == set(FAULTS)


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
    assert set(LANGUAGE_REMARKS) <= set(FAULTS)


@pytest.mark.parametrize("code", FAULTS)
def test_a_page_says_why_and_how_to_mend(code: str) -> None:
    fault = FAULTS[code]
    assert fault.summary.endswith(".") and len(fault.summary) <= 120
    assert fault.mend.endswith(".")
    text = language_page(code)
    assert "\nMend: " in text
    assert ("--ignore" in text) == (code in LANGUAGE_REMARKS)
    assert ("always told" in text) == (code not in LANGUAGE_REMARKS)


def test_the_page_on_speeches_lists_those_of_every_format() -> None:
    (rule,) = [rule for rule in RULES if rule.name == "unknown-speech"]
    listed = " ".join(page(rule).text.split())
    for format in FORMATS.values():
        for motion, who in ((True, "for"), (False, "against")):
            given = ", ".join(f"{each.name} {each.called}" for each in format.speeches if each.motion is motion)
            assert f"{who}: {given}" in listed
