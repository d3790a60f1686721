"""A few inputs of each kind; `python tests/hard/fuzzing.py` tries as many as time allows."""

import pytest
from attacking import everything
from fuzzing import KINDS, LIMIT, SELDOM, attempt

FEW = 24


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_is_typed_read_or_answered_ends_in_a_traceback(kind: str) -> None:
    for seed in range(FEW // SELDOM.get(kind, 1)):
        took, said = attempt(kind, seed)
        assert not said and took < LIMIT, f"{kind} {seed} took {took:.1f} s\n{said}"


@pytest.mark.parametrize("mark", ["\u200b", "\u2060", "\ufeff \u200d"])
def test_marks_that_are_no_word_by_themselves_end_no_comparison(mark: str) -> None:
    everything(f'source s: T\n    text: s.txt\nevidence e [s]: It "was so {mark}".\n', {"s.txt": f"It was so. {mark}"})
