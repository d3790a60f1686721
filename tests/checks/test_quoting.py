"""Quotations held against a source: properties, and what is a difference and what is none."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.quoting.card import body
from argmap.quoting.compare import Differs, Spliced, compare
from argmap.quoting.faults import faults
from argmap.quoting.passage import SourceText
from argmap.quoting.pattern import take_apart
from argmap.quoting.words import Words
from argmap.source import SourceFile

RIVER = (
    "The river rises fast in spring, and “nobody” can say when it will fall.\n\n"
    "Farmers on the upper fields fear the drought more than the flood; 12,000 of them moved\n"
    "to the co-operative's long-\nterm houses (50% of all)."
)


def source(text: str) -> SourceText:
    return SourceText(SourceFile("source.txt", text, Path("source.txt")))


def found(quoted: str, text: str = RIVER) -> str | None:
    placed = source(text).find(take_apart(quoted))
    return text[placed.start : placed.end] if placed else None


@pytest.mark.parametrize(
    "quoted",
    [
        "The river rises fast",
        "the river  rises\nfast",
        "'nobody' can say",
        "when it will fall.",
        "12,000 of them moved to the co–operative’s long-term houses",
        "long-term houses",
        "longterm houses",
        "50% of all",
        "The river ... can say",
        "The river … can say",
        "The river [...] can say . . . when",
        "[T]he river rise[s] fast",
        "[It] rises fast [each year] in spring",
        "Farmers […] moved",
        "... fear the drought ...",
    ],
)
def test_no_difference(quoted: str) -> None:
    assert found(quoted) is not None


@pytest.mark.parametrize(
    "quoted",
    [
        "The rivers rise fast",
        "rises in spring fast",
        "12000 of them",
        "12,00 of them",
        "50 of all",
        "the cooperatives",
        "up per fields",
        "drought ... spring",
        "[T]h river",
        "spring [x] rises",
        "ris[ing] slowly",
    ],
)
def test_a_difference(quoted: str) -> None:
    assert found(quoted) is None


def test_scripts_without_blanks_are_compared_letter_by_letter() -> None:
    text = "川は春に早く増水する。誰もそこに家を建てない。"
    assert found("春に早く", text) == "春に早く"
    assert found("川は……家を建て", text) == "川は春に早く増水する。誰もそこに家を建て"
    assert found("春に遅く", text) is None
    assert found("川は[毎年]増水する", text) == "川は春に早く増水する"


def test_long_texts_without_a_blank_take_no_long_time() -> None:
    start = time.process_time()
    for letter in ("a", "川", " ", "[", ".", "a[b]"):
        text = source(letter * 100_000)
        text.find(take_apart(letter * 100_000))
        assert len(text.paragraphs) <= 1
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("Une cafe\u0301 noire", "café noire"),
        ("the ﬁrst oﬃce", "the first office"),
        ("part\u00adners", "partners"),
        ("non\u00a0breaking\u2009blanks", "non breaking blanks"),
        ("STRASSE", "straße"),
        ("Вода поднимается", "вода поднимается"),
        ("مَاء النهر", "مَاء النهر"),
        ("हिन्दी भाषा", "हिन्दी"),
    ],
)
def test_how_letters_are_written_is_no_difference(written: str, quoted: str) -> None:
    assert source(written).find(take_apart(quoted)) is not None


def test_letters_with_other_marks_are_other_letters() -> None:
    assert found("हिन्दु", "हिन्दी भाषा") is None


def test_paragraphs_are_blocks_between_blank_lines() -> None:
    text = source("\n\nTitle\n \t\nOne\r\ntwo\r\n\r\n\r\nThree\n")
    assert [text.file.text[a:b].split() for a, b in text.paragraphs] == [["Title"], ["One", "two"], ["Three"]]
    assert text.bounds(2, 3) == (text.paragraphs[1][0], text.paragraphs[2][1])
    assert text.bounds(4, 4) is None
    assert text.bounds(3, 99) == text.paragraphs[2]


def test_the_nearest_of_several_places_is_taken_for_an_omission() -> None:
    text = "He said yes. Then she spoke. He said no. She left."
    assert found("He said ... no", text) == "He said no"
    assert found("He said ... She left", text) == "He said no. She left"
    assert found("said no ... [laughed] left", text) == "said no. She left"


def _compare(quoted: str) -> Differs | Spliced | None:
    return _first_difference(quoted, RIVER)


def _first_difference(quoted: str, text: str) -> Differs | Spliced | None:
    pattern = take_apart(quoted)
    return compare(pattern, pattern.rows[0], source(text).words)


@pytest.mark.parametrize(
    ("quoted", "said", "stands"),
    [
        ("The river falls fast in spring", "falls", "rises"),
        ("A river rises fast in spring", "A", "The"),
        ("The river rises fast in autumn", "autumn", "spring"),
        ("The river rises in spring", "", "fast"),
        ("The river rises very fast in spring", "very", ""),
        ("Farmers on the lower meadows fear the drought", "lower meadows", "upper fields"),
        ("the drougt more than", "drougt", "drought"),
    ],
)
def test_the_first_difference(quoted: str, said: str, stands: str) -> None:
    difference = _compare(quoted)
    assert isinstance(difference, Differs)
    assert Words(quoted).show(*difference.said) == said
    assert source(RIVER).words.show(*difference.stands) == stands


def test_a_splice_names_its_parts() -> None:
    difference = _compare("The river rises fast more than the flood")
    assert isinstance(difference, Spliced)
    assert [(first, last) for first, last, _ in difference.parts] == [(0, 4), (4, 8)]


def test_nothing_like_it() -> None:
    assert _compare("An island in the ocean of time") is None


def test_a_card_without_its_marks_still_knows_its_places() -> None:
    markup = "It is __not ==certain== that__ **it** holds"
    plain = body(markup)
    assert plain.text == "It is not certain that it holds"
    assert [plain.text[a:b] for a, b in plain.read] == ["certain"]
    assert body(markup.replace("==", "")).read == ((6, 22),)
    for at, letter in enumerate(plain.text):
        assert markup[plain.origin(at)] == letter


WORDS = st.lists(
    st.sampled_from(["rain", "river", "dam", "flood", "the", "a", "of", "in", "and", "over"]), min_size=1, max_size=60
)


@given(WORDS, st.data())
@settings(max_examples=200)
def test_every_stretch_of_a_text_is_found_where_it_stands(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    glue = data.draw(st.sampled_from([" ", "\n", ", ", " — ", "-"]))
    assert found(glue.join(words[first:last]), " ".join(words)) == " ".join(words[first:last])
    bounds = Words(" ".join(words))
    start, end = bounds.starts[first], bounds.ends[last - 1]
    placed = source(" ".join(words)).find(take_apart(" ".join(words[first:last])), (start, end))
    assert placed is not None and (placed.start, placed.end) == (start, end)


@given(WORDS, st.data())
@settings(max_examples=200)
def test_words_left_out_with_a_mark_are_found(words: list[str], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(words)), min_size=2, max_size=6)))
    kept = [" ".join(words[a:b]) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    assert found(" ... ".join(kept), " ".join(words)) is not None


@given(WORDS, st.data())
@settings(max_examples=200)
def test_a_word_that_is_nowhere_is_never_found(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], "zebra", *words[at + 1 :]]
    assert found(" ".join(changed), " ".join(words)) is None
    difference = _first_difference(" ".join(changed), " ".join(words))
    if isinstance(difference, Differs):
        assert difference.said[0] <= at
        assert 0 <= difference.stands[0] <= difference.stands[1] <= len(words)


@given(st.text(max_size=80), st.text(max_size=200))
@settings(max_examples=300)
def test_any_two_texts_can_be_compared(quoted: str, text: str) -> None:
    pattern, whole = take_apart(quoted), source(text)
    placed = whole.find(pattern)
    for row in pattern.rows:
        compare(pattern, row, whole.words)
    if placed:
        assert all(0 <= fault.start <= fault.end <= len(quoted) for fault in faults(placed))
        assert 0 <= placed.start < placed.end <= len(whole.file.text)
        assert 1 <= whole.paragraph_at(placed.start) <= len(whole.paragraphs)


@given(st.text(alphabet="ab _*=\n", max_size=60))
@settings(max_examples=300)
def test_any_card_can_be_read(markup: str) -> None:
    plain = body(markup)
    assert all(markup[plain.origin(at)] == letter for at, letter in enumerate(plain.text))


def test_a_backslash_takes_a_mark_for_a_letter() -> None:
    plain = body(r"It is \_\_not\_\_ __all __of it and 2 \== 2")
    assert plain.text == "It is __not__ all of it and 2 == 2"
    assert [plain.text[a:b] for a, b in plain.read] == ["all "]
