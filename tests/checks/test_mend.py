"""`--fix`: what it mends, and what it leaves alone."""

from pathlib import Path

from argmap.checks import run
from argmap.checks.mend import mend
from argmap.diagnostic import Diagnostic, Edit, Severity
from argmap.pipeline import load, load_text
from argmap.source import SourceFile, Span


def _mended(text: str) -> str:
    loaded = load_text(text, "map.argmap")
    changed = mend(run(loaded))
    return next((new for new, _ in changed.values()), text)


def test_a_duplicate_relation_goes_with_its_line() -> None:
    text = "claim zoo analytic: Zoos are fine.\r\n    claim b analytic: Some live on.\r\n\r\nb supports zoo\r\n"
    assert _mended(text) == text.replace("b supports zoo\r\n", "")


def test_a_duplicate_that_says_more_is_left_to_the_author() -> None:
    text = "claim a analytic: One thing.\nclaim b analytic: Another.\n\na rebuts b\na contradicts b\n"
    loaded = load_text(text)
    assert "duplicate-link" in [found.code for found in run(loaded)]
    assert _mended(text) == text


def test_an_idle_comment_goes_and_a_needed_name_stays() -> None:
    text = (
        "# argmap: ignore[orphan]\n"
        "claim a analytic: One thing.\n"
        "# argmap: ignore[orphan, unsupported-claim] soon\n"
        "claim b: Another thing."
    )
    assert _mended(text) == (
        "claim a analytic: One thing.\n# argmap: ignore[unsupported-claim] soon\nclaim b: Another thing."
    )


def test_misspelt_words_ids_and_rules() -> None:
    text = (
        "# argmap: ignore[unsuported-claim] soon\n"
        "claim growth: It grows.\n"
        "clam other analytic: Something else.\n"
        "other suports growht\n"
    )
    assert _mended(text) == (
        "# argmap: ignore[unsupported-claim] soon\n"
        "claim growth: It grows.\n"
        "claim other analytic: Something else.\n"
        "other supports growth\n"
    )


def test_mends_that_touch_each_other_are_not_both_made() -> None:
    file = SourceFile("map.argmap", "abcdef")
    first, second, third = (
        Diagnostic("c", Severity.ERROR, "m", Span(file, a, b), edits=(Edit(Span(file, a, b), new),))
        for a, b, new in ((0, 3, "X"), (2, 4, "Y"), (4, 6, "Z"))
    )
    (done,) = mend([first, second, third]).values()
    assert done == ("XdZ", 2)


def test_a_file_that_two_maps_read_is_mended_once(tmp_path: Path) -> None:
    (tmp_path / "part.argmap").write_text("clam a analytic: One thing.\n", encoding="utf-8")
    for name in ("one", "two"):
        (tmp_path / f"{name}.argmap").write_text("include: part.argmap\n", encoding="utf-8")
    found = [item for name in ("one", "two") for item in load(tmp_path / f"{name}.argmap").diagnostics]
    assert len(found) == 2
    (done,) = mend(found).values()
    assert done == ("claim a analytic: One thing.\n", 1)


def test_a_speech_in_other_capitals_is_mended_wherever_it_is_named() -> None:
    text = (
        "topic: The town should build a pool.\n    format: policy\n"
        "claim a analytic @1ac: One thing.\nclaim b analytic @1ac: Another.\n"
    )
    assert _mended(text) == text.replace("1ac", "1AC")


def test_a_locator_runs_on_with_the_words_and_joined_authors_are_set_apart(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("The river\n\nIt rises fast\n\nin every spring.\n", encoding="utf-8")
    map = tmp_path / "map.argmap"
    head = "source r: The river\n    author: {}\n    date: {}\n    text: r.txt\nclaim c: The fields flood.\n"
    words = '    evidence [r para {}]: It "rises fast in every spring".\n'
    map.write_text(head.format("Ann Smith and Bo Li", "May 2023") + words.format("2"), encoding="utf-8")
    loaded = load(map)
    ((text, count),) = mend(run(loaded)).values()
    assert count == 3
    assert text == head.format("Ann Smith; Bo Li", "2023-05") + words.format("2-3")


def test_a_locator_that_is_just_wrong_is_not_mended(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("The river\n\nIt rises fast.\n\nIt falls slowly.\n", encoding="utf-8")
    map = tmp_path / "map.argmap"
    map.write_text(
        "source r: The river\n    author: Ann Smith\n    date: 2023\n    text: r.txt\nclaim c: The fields flood.\n"
        '    evidence [r para 3]: It "rises fast".\n',
        encoding="utf-8",
    )
    assert not mend(run(load(map)))
