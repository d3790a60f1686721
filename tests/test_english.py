"""Counts, lists and the name that was meant, as every message says them."""

import pytest

from argmap.english import counted, listed, meant, no_such, plural


def test_counts_say_one_and_many() -> None:
    assert [counted(n, "file") for n in (0, 1, 2, 2000)] == ["0 files", "1 file", "2 files", "2,000 files"]
    assert counted(1, "source is", "sources are") == "1 source is"
    assert counted(3, "source is", "sources are") == "3 sources are"
    assert (plural(1, "says", "say"), plural(2, "says", "say")) == ("says", "say")


def test_lists_end_in_and_and_long_ones_in_a_number() -> None:
    assert [listed(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b"], "or") == "a or b"
    assert listed("abcdefgh", most=3) == "a, b and 6 more"
    assert listed("abc", most=3) == "a, b and c"


@pytest.mark.parametrize(
    ("typed", "known", "found"),
    [
        ("exprot", ["check", "export", "explain"], "export"),
        ("unsupported", ["unsupported-claim", "orphan"], "unsupported-claim"),
        ("circular-supports", ["circular-support"], "circular-support"),
        ("un", ["unsupported-claim"], None),
        ("rule", ["rule-one", "rule-two"], None),
        ("the-pact", ["pact"], "pact"),
        ("tax", ["cost", "trade"], None),
        ("Café", ["café"], "café"),
        ("littre", ["letter"], "letter"),  # two slips in six letters
        ("lettr", ["latte"], None),  # two slips in five
        ("abcdef", ["abcxyf"], "abcxyf"),
        ("abcdefg", ["abcxyzg"], None),
    ],
)
def test_a_name_is_near_by_letters_or_by_a_part_that_tells(typed: str, known: list[str], found: str | None) -> None:
    assert meant(typed, known) == found


def test_what_is_not_there_is_said_with_what_was_meant_or_with_all_there_is() -> None:
    assert no_such("layout", "flwo", ["map", "flow"], few=4) == "there is no layout `flwo`; did you mean `flow`?"
    assert no_such("layout", "tree", ["map", "flow"], few=4) == "there is no layout `tree`; there is `map` and `flow`"
    assert no_such("side", "x", []) == "there is no side `x`"
