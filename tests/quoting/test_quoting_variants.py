"""Made variants of real sources: no faithful one is refused, no unfaithful one passes in silence.

A few of each here; `variants.py` makes thousands.
"""

import pytest
from variants import refused, silent

SEEDS = range(0, 240, 40)


@pytest.mark.parametrize("first", SEEDS)
def test_no_faithful_variant_is_refused(first: int) -> None:
    assert [told for seed in range(first, first + 40) if (told := refused(seed))] == []


@pytest.mark.parametrize("first", SEEDS)
def test_no_unfaithful_variant_is_silent(first: int) -> None:
    assert [told for seed in range(first, first + 40) if (told := silent(seed))] == []
