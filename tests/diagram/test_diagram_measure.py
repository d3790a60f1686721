"""Texts: how wide they are, and where they break."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.measure import ALLOWANCE, Run, runs_width, width
from argmap.diagram.text.blocks import shortened
from argmap.diagram.text.citation import cite_line
from argmap.diagram.typography import LABEL, STATEMENT, STATEMENT_QUOTE
from argmap.diagram.wrapping import wrap
from argmap.diagram.xml import clean
from argmap.pipeline import load_text


def test_widths_are_arials() -> None:
    assert round(width("Hello", STATEMENT), 2) == 22.78  # 722 + 556 + 222 + 222 + 556 thousandths of 10
    assert width("Hello", LABEL) > width("Hello", STATEMENT) * 0.8


def test_chinese_letters_are_square_and_marks_have_no_width() -> None:
    assert width("汽車", STATEMENT) == 20
    assert width("e\u0301", STATEMENT) == width("e", STATEMENT)
    assert width("🚗", STATEMENT) == 12.5


def lines(text: str, limit: float = 60) -> list[str]:
    return ["".join(run.text for run in line) for line in wrap([Run(text, STATEMENT)], limit)]


def test_lines_break_at_blanks_and_after_hyphens() -> None:
    assert lines("one two three four") == ["one two", "three four"]
    assert lines("US-Japan-Korea pact", 40) == ["US-", "Japan-", "Korea", "pact"]


def test_a_chinese_line_does_not_begin_with_a_full_stop() -> None:
    assert all(not line.startswith("。") for line in lines("空氣質量會明。顯改善。"))


def test_a_number_stays_with_its_unit() -> None:
    loaded = load_text("source s: T\n    author: A B\nclaim a: b\n    evidence [s para 2]: c\n")
    assert cite_line(loaded.map.statements[1].cites[0]).endswith("para\u00a02")
    assert lines("see para\u00a02", 40) == ["see", "para\u00a02"]


def test_no_break_between_a_quotation_and_its_full_stop() -> None:
    broken = wrap([Run("as “real", STATEMENT), Run(" time”", STATEMENT_QUOTE), Run(".", STATEMENT)], 30)
    assert "".join(run.text for run in broken[-1]) == "time”."


@given(st.text(max_size=120), st.floats(30, 200))
def test_every_letter_is_kept_and_every_line_fits(text: str, limit: float) -> None:
    words = clean(text)
    broken = wrap([Run(words, STATEMENT)], limit)
    assert "".join(run.text for line in broken for run in line).replace(" ", "") == words.replace(" ", "")
    for line in broken:
        alone = sum(1 for run in line for letter in run.text if width(letter, STATEMENT)) <= 1
        assert runs_width(line) * ALLOWANCE <= limit + 0.01 or alone


@given(st.text("abcdefil mnorstuw.,'-é", max_size=160), st.integers(0, 160), st.floats(20, 200))
def test_words_break_alike_in_one_run_and_in_two(text: str, at: int, limit: float) -> None:
    halves = [Run(text[:at], STATEMENT), Run(text[at:], STATEMENT)]
    whole = wrap([Run(text, STATEMENT)], limit)
    assert "-" in text or wrap(halves, limit) == whole


@given(st.text("abc demiW.é汽", min_size=1, max_size=170), st.floats(1, 400))
def test_what_is_shortened_is_the_longest_beginning_that_fits(text: str, room: float) -> None:
    said = shortened(text, LABEL, room)
    if said != text:
        fitting = [
            cut
            for end in range(4, min(len(text), 161))
            if width((cut := text[:end].rstrip()) + "…", LABEL) * ALLOWANCE <= room
        ]
        assert said == (f"{fitting[-1]}…" if fitting else "")
