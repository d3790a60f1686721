"""Quotations and texts that repeat themselves: the work grows with them, and what is given up is told."""

import time
from contextlib import suppress

import pytest
from said import said

from argmap.quoting.passage import SourceText
from argmap.quoting.pattern import take_apart
from argmap.quoting.rows import TooRepetitiveError
from argmap.source import SourceFile

TEXTS = [
    ("a " * 20_000, "a " * 10_000 + "b"),
    ("a b " * 10_000, "a ... " * 5_000 + "c"),
    ("a b c d e " * 4_000, "a [x] e " * 1_000),
    ("aa " * 10_000, "a aa " * 3_000),
    ("gov-\nernment " * 5_000, "government " * 2_000),
]


@pytest.mark.parametrize(("text", "quoted"), TEXTS)
def test_runs_of_one_word_take_no_long_time(text: str, quoted: str) -> None:
    start = time.process_time()
    with suppress(TooRepetitiveError):
        SourceText(SourceFile("s.txt", text)).find(take_apart(quoted))
    assert time.process_time() - start < 6


def test_what_cannot_be_compared_in_time_is_told() -> None:
    assert said("a [x] " * 2_000 + "b", "a " * 8_000) == {"unverified-quotation"}


def test_many_quotations_of_a_long_text_are_looked_up() -> None:
    words = [f"w{number}" for number in range(30_000)]
    text = SourceText(SourceFile("s.txt", " ".join(words)))
    quoted = [take_apart(" ".join(words[number : number + 9])) for number in range(0, 3_000, 30)]
    text.expect(quoted)
    assert len(text.words.known) == len(quoted)
    for number, pattern in enumerate(quoted):
        placed = text.find(pattern)
        assert placed and placed.numbers(0) == (30 * number, 30 * number + 9)
    assert text.find(take_apart("w1 w3")) is None


def test_to_look_into_many_paragraphs_a_long_text_is_read_once() -> None:
    text = SourceText(SourceFile("s.txt", "\n\n".join(f"It is number {number} here." for number in range(6_000))))
    parts = set()
    for number in range(1, 2_001):
        placed = text.find(take_apart(f"number {number - 1} here"), text.bounds(number, number))
        assert placed and placed.start == text.paragraphs[number - 1][0] + 6
        parts.add(placed.words)
    assert 500 < len(parts) < 1_000
