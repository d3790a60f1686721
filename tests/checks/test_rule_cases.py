"""Runs the literate cases of `tests/checks/cases`: maps, and everything that the rules say of them.

Beside the blocks of `literate` a case may have `text NAME` (a source's words) and `settings` (an
`argmap.toml`). `checked` is what must come of it, in the form of `literate`'s reports.
"""

from dataclasses import replace
from pathlib import Path

import literate
import pytest

from argmap.checks import RULES, run
from argmap.checks.configuration import find_settings
from argmap.diagnostic import Diagnostic

CASES = [*literate.cases(Path(__file__).parent / "cases")]


def checked(case: literate.Case, folder: Path) -> str:
    for block in case.blocks:
        if block.word in ("text", "settings"):
            name = block.name or "argmap.toml"
            (folder / name).write_text(block.body, encoding="utf-8")
    loaded = literate.load_case(case, folder)
    settings, faults = find_settings(folder / "map.argmap")
    found = [_ours(diagnostic) for diagnostic in run(loaded, settings)]
    return literate.report(replace(loaded, diagnostics=(*faults, *found)))


def _ours(diagnostic: Diagnostic) -> Diagnostic:
    """A diagnostic of the language, whose wording has cases of its own, by its place and code."""
    if diagnostic.code in {rule.name for rule in RULES}:
        return diagnostic
    return replace(diagnostic, message="(told by the language)", help=None, labels=())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: literate.Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (expected,) = [block for block in case.blocks if block.word == "checked"]
    said = checked(case, tmp_path)
    if request.config.getoption("--update"):
        _update(case, said)
    else:
        assert said == expected.body


def _update(case: literate.Case, said: str) -> None:
    current = next(c for c in literate.cases(case.file.parent) if c.file == case.file and c.title == case.title)
    (block,) = [block for block in current.blocks if block.word == "checked"]
    text = case.file.read_text(encoding="utf-8")
    case.file.write_text(text[: block.start] + said + text[block.end :], encoding="utf-8", newline="\n")
