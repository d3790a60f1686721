"""Nothing that a debater writes is lost in silence, and prose stays prose: two lists of lines."""

from pathlib import Path

import pytest

from argmap.diagnostic import Diagnostic
from argmap.formatting import format_document
from argmap.language.parse import parse
from argmap.pipeline import Loaded, load_text

CORPORA = Path(__file__).parent / "corpora"
PROSE = (CORPORA / "prose.txt").read_text(encoding="utf-8").splitlines()
TOLD = (CORPORA / "told.txt").read_text(encoding="utf-8").splitlines()
BEFORE = {"goes on with a sentence": "It was said in the\n", "begins a sentence": "It was said.\n"}


def below(line: str, before: str) -> Loaded:
    return load_text(f"claim c analytic: {before}    {line}\n")


def told(loaded: Loaded) -> list[Diagnostic]:
    return list(loaded.diagnostics)


def test_the_lists_are_long_and_say_nothing_twice() -> None:
    assert len(set(PROSE)) == len(PROSE) >= 300
    assert len(set(TOLD)) == len(TOLD) >= 100


@pytest.mark.parametrize("before", BEFORE)
def test_prose_stays_prose(before: str) -> None:
    """A line in small letters goes on with a sentence: it begins none."""
    wrong = []
    for line in PROSE:
        if before == "begins a sentence" and line[0].islower():
            continue
        loaded = below(line, BEFORE[before])
        texts = [statement.text for statement in loaded.map.statements]
        if told(loaded) or texts != [f"{BEFORE[before].strip()} {line}"]:
            wrong.append((line, [found.message for found in told(loaded)]))
    assert not wrong


def test_prose_stays_prose_when_it_is_formatted() -> None:
    """Wherever the lines are broken, and whatever stands at the start of one then."""
    for start in range(0, len(PROSE), 40):
        words = "\n".join(f"    | {line}" for line in PROSE[start : start + 40])
        loaded = load_text(f"claim c analytic: It was said that\n{words}\n")
        assert not loaded.diagnostics
        formatted = format_document(parse(loaded.map.file)[0])
        again = load_text(formatted)
        assert not again.diagnostics
        assert again.map.statements[0].text == loaded.map.statements[0].text
        assert format_document(parse(again.map.file)[0]) == formatted


def test_what_debaters_write_is_told() -> None:
    lost = [line for line in TOLD if not told(below(line, BEFORE["begins a sentence"]))]
    assert not lost
