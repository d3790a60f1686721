"""Runs the literate cases of `tests/cases` (see `literate`)."""

from pathlib import Path

import literate
import pytest

CASES = [*literate.cases(Path(__file__).parent / "cases")]


def test_no_two_cases_of_a_file_have_one_title() -> None:
    names = [case.id for case in CASES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: literate.Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    assert case.expected(), "the case expects nothing"
    if request.config.getoption("--update"):
        literate.update(case, tmp_path)
        return
    loaded = literate.load_case(case, tmp_path)
    for block in case.expected():
        assert literate.RENDER[block.word](loaded) == block.body, block.word
