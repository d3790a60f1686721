"""Names typed on the command line or in Python mean what they look like, in either form of Unicode."""

from unicodedata import normalize

import pytest

import argmap
from argmap.judging.moves import find
from argmap.model import ArgumentMap

TEXT = """
topic: T
side pró: P
side con: C
section: Économie
claim Café (pró) analytic #économie: One.
claim other (con) analytic: Two.
section: Last
claim third (con) analytic: Three.
other rebuts Café
"""


@pytest.fixture
def map() -> ArgumentMap:
    loaded = argmap.load_text(normalize("NFC", TEXT))
    assert loaded.sound
    return loaded.map


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"focus": "Café"}, ["Café", "other"]),
        ({"side": "pró"}, ["Café"]),
        ({"section": "Économie"}, ["Café", "other"]),
        ({"tag": "économie"}, ["Café"]),
        ({"tag": "#économie"}, ["Café"]),
    ],
)
def test_a_part_is_chosen_by_names_in_either_form(
    map: ArgumentMap, form: str, asked: dict[str, str], kept: list[str]
) -> None:
    typed = {option: normalize(form, word) for option, word in asked.items()}
    assert [statement.name for statement in argmap.select(map, **typed).statements] == kept  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_judge_finds_statements_and_links_in_either_form(map: ArgumentMap, form: str) -> None:
    assert find(map, normalize(form, "Café")) is map.by_name[normalize("NFC", "Café")]
    assert find(map, normalize(form, "other -> Café")) is map.links[0]


def test_labels_are_no_suggestion_as_they_change_with_the_map(map: ArgumentMap) -> None:
    with pytest.raises(ValueError, match=r"^there is no statement `C9`$"):
        argmap.select(map, focus="C9")
