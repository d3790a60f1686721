"""A file that is read again after a change: what it says is what a first reading finds."""

import random
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import SEEDS, changed
from test_language_properties import lines, texts

from argmap import includes
from argmap.language import parse as reading
from argmap.language.again import parse_again
from argmap.language.indentation import BLANKS
from argmap.language.openings import opening
from argmap.language.parse import parse
from argmap.language.stretches import BEGINS
from argmap.pipeline import load_text
from argmap.source import SourceFile

generous = settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
CARD = 'evidence e [s]: x\n    card:\n        """\n{}\n        """\n'


def both(text: str, name: str, memory: dict[Hashable, Any]) -> tuple[str, str]:
    """A file read with what is remembered of it, and read anew: each with all places."""
    file = SourceFile(name, text, Path(name))
    return repr(parse_again(file, memory)), repr(parse(file))


@given(texts, st.integers(0))
@generous
def test_any_text_reads_again_as_it_reads_at_first(text: str, seed: int) -> None:
    chance, memory = random.Random(seed), dict[Hashable, Any]()
    for number in range(4):
        again, anew = both(text, f"{number}.argmap", memory)
        assert again == anew
        text = changed(chance, text, 1)


def test_real_maps_read_again_as_they_read_at_first() -> None:
    chance = random.Random(7)
    for seed in SEEDS:
        text, memory = seed[:5000], dict[Hashable, Any]()
        for number in range(8):
            again, anew = both(text, f"{number}.argmap", memory)
            assert again == anew
            text = changed(chance, text, 2)


def test_a_passage_that_runs_over_what_begins_at_the_margin() -> None:
    memory: dict[Hashable, Any] = {}
    words = "claim a: x\n" + CARD.format("claim it was:") + "claim b: y\n" + CARD.format("Words.") + "claim c: z\n"
    for number, text in enumerate((words, words.replace('"""', "", 1), words.replace('"""', '""', 2), words + '"""')):
        again, anew = both(text, f"{number}.argmap", memory)
        assert again == anew


def test_what_is_nested_deep_under_a_misplaced_line() -> None:
    """It is too deep to be moved, and read each time."""
    memory: dict[Hashable, Any] = {}
    nested = "".join(f"{'  ' * (depth + 2)}evidence e{depth}: y.\n" for depth in range(400))
    for number, above in enumerate(("", "# c\n")):
        file = SourceFile(f"{number}.argmap", f"{above}claim a: x.\n  section: Part\n{nested}")
        again, anew = parse_again(file, memory), parse(file)
        assert list(map(repr, again[1])) == list(map(repr, anew[1]))
        assert len(again[0].items) == len(anew[0].items)


@given(texts, st.integers(1, 200))
@generous
def test_a_large_file_reads_piece_by_piece_as_it_reads_at_once(text: str, large: int) -> None:
    file = SourceFile("m.argmap", text)
    at_once = repr(parse(file))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "LARGE", large)
        assert repr(parse(file)) == at_once


def test_what_lines_say_is_read_anew_where_it_was_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SEEDS[0]
    kept = load_text(text)
    monkeypatch.setattr(includes, "LARGE", 0)
    loaded = load_text(text)
    assert "items" not in vars(loaded.documents[0])
    assert repr(loaded.names) == repr(kept.names)
    assert repr(loaded.documents) == repr(kept.documents)


@given(lines.filter(BEGINS.match), st.text() | st.sampled_from(["in the", "So it ends.", "and"]))
@generous
def test_what_begins_a_block_opens_something_whatever_stands_above(line: str, above: str) -> None:
    found = opening(line.partition("\n")[0].strip(BLANKS), "", margin=True, before=above)
    assert found is not None
    assert found.slip is None
