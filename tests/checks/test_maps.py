"""Maps that a careful coach would call sound: nothing is said of them, not even for information."""

from pathlib import Path

import pytest

from argmap.checks import Settings, run
from argmap.diagnostic import Severity
from argmap.pipeline import load

MAPS = sorted((Path(__file__).parent / "maps").glob("*.argmap"))
ARGUMENTS = sorted((Path(__file__).parents[2] / "arguments").glob("*.argmap"))


def test_there_are_enough_of_them() -> None:
    assert len(MAPS) >= 5
    assert sum(len(load(path).map.statements) for path in MAPS) >= 90


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_sound_map_is_left_alone(path: Path) -> None:
    loaded = load(path)
    assert run(loaded) == ()


@pytest.mark.parametrize("path", ARGUMENTS, ids=lambda path: path.stem)
def test_the_real_arguments_hold_under_the_rules_of_nsda(path: Path) -> None:
    loaded = load(path)
    found = run(loaded, Settings(profile="nsda", insist=True))
    assert [diagnostic for diagnostic in found if diagnostic.severity is not Severity.INFO] == []
