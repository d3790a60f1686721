"""Files with seeded faults: each rule finds its own, at its place, and nothing finds anything else."""

import re
from pathlib import Path

import pytest

from argmap.checks import RULES, run
from argmap.checks.configuration import find_settings
from argmap.pipeline import load

FOLDER = Path(__file__).parent / "seeded"
EXPECT = re.compile(r"^\s*# expect: (.+)$")


def _expected(text: str) -> set[tuple[int, str]]:
    """The lines and codes that `# expect:` comments name, each for the line below it."""
    lines = text.splitlines()
    found = set()
    for number, line in enumerate(lines, 1):
        named = EXPECT.match(line)
        if named:
            found |= {(number + 1, code.strip()) for code in named[1].split(",")}
    return found


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.argmap")), ids=lambda path: path.stem)
def test_every_seeded_fault_and_no_other(path: Path) -> None:
    loaded = load(path)
    found = run(loaded, find_settings(path)[0])
    places = [(diagnostic.span.line if diagnostic.span else 0, diagnostic.code) for diagnostic in found]
    assert sorted(places) == sorted(_expected(path.read_text(encoding="utf-8")))


def test_every_rule_is_seeded_somewhere() -> None:
    seeded = {code for path in FOLDER.glob("*.argmap") for _, code in _expected(path.read_text(encoding="utf-8"))}
    assert seeded == {rule.name for rule in RULES}
