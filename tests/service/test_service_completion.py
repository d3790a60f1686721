"""Completion: what is proposed, by what stands before the cursor."""

from pathlib import Path

import pytest
from editing import DEBATE, HERE, editing

from argmap.service.completion import proposals
from argmap.vocabulary import SOURCE_FIELDS

KINDS = ["claim", "evidence", "warrant", "rebuttal"]
DECLARED = ["topic", "side", "source", "section", "include"]
PUBLIC_FORUM = ["AC", "NC", "AR", "NR", "AS", "NS", "AF", "NF"]
MARKS = ["deny", "no-link", "turn", "non-unique", "alt-cause", "mitigate", "outweigh", "indict"]


def proposed(folder: Path, text: str) -> list[str]:
    editor = editing(folder, text)
    return [each.word for each in proposals(editor.view, editor.text, editor.offset)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("|>", [*DECLARED, *KINDS, "pool", "wet", "far", "tax", "pro", "con"]),
        ("cl|>", [*DECLARED, *KINDS, "pool", "wet", "far", "tax", "pro", "con"]),
        ("claim x (|>", ["pro", "con"]),
        ("claim x @|>", PUBLIC_FORUM),
        ("claim x @AC @|>", PUBLIC_FORUM),
        ("claim x #|>", ["water"]),
        ("claim x [|>", ["river"]),
        ("claim x [river para 1; |>", ["river"]),
        ("claim x [river para 2-|>", ["1", "2", "3"]),
        ('claim x [river section "|>', []),
        ("claim x: Some wo|>", []),
        ("section (|>", ["pro", "con"]),
        ("section @|>", PUBLIC_FORUM),
        ("section: Mon|>", []),
        ("tax |>", ["supports", "rebuts", "contradicts"]),
        ("far + tax |>", ["support", "rebut", "contradict"]),
        ("con |>", ["concedes"]),
        ("tax supports |>", ["pool", "wet", "far"]),
        ("tax rebuts wet -> |>", ["pool"]),
        ("tax + |>", ["pool", "wet", "far"]),
        ("con concedes wet, |>", ["pool", "far", "tax"]),
        ("@|>", PUBLIC_FORUM),
        ("@AS |>", ["extends"]),
        ("@AS extends |>", ["pool", "wet", "far", "tax"]),
        ("# pool |>", []),
        ("claim x: One\n    |>", [*KINDS, "card", "note", "weight"]),
        ("claim x: One\n    evidence |>", ["analytic", "wet"]),
        ("claim x: One\n    + evidence |>", ["analytic", "wet"]),
        ("claim x: One\n    rebuttal |>", [*MARKS, "analytic", "far"]),
        ("claim x: One\n    rebuttal turn |>", ["analytic"]),
        ("claim x: One\n        that goes on\n    |>", [*KINDS, "card", "note", "weight"]),
        ("claim x: One\n    note: A long\n        |>", []),
        ('claim x: One\n    card:\n        """\n        evidence |>', []),
        ("source new: One\n    p|>", list(SOURCE_FIELDS)),
        ("source new: One\n    author: |>", ["none-in-source"]),
        ("source new: One\n    text: |>", ["river.txt"]),
        ("topic: One\n    |>", ["format", "date", "author", "rules", "first"]),
        ("topic: One\n    first: |>", ["pro", "con"]),
        ("topic: One\n    rules: |>", ["none", "nsda"]),
        ("side new: |>", []),
    ],
)  # fmt: skip
def test_what_is_proposed(tmp_path: Path, line: str, words: list[str]) -> None:
    assert proposed(tmp_path, f"{DEBATE}{line}\n") == words


def test_paragraphs_of_a_source_are_shown_with_their_words(tmp_path: Path) -> None:
    editor = editing(tmp_path, f"{DEBATE}claim x [river |>\n")
    found = {each.word: each.detail for each in proposals(editor.view, editor.text, editor.offset)}
    assert found["para 2"] == "The fields are under water by March."


def test_statements_of_a_part_are_proposed_with_their_words(tmp_path: Path) -> None:
    editor = editing(
        tmp_path, f"include: part.argmap\n{DEBATE}elm supports |>\n", part_argmap="claim elm: Elms fall.\n"
    )
    found = {each.word: each.detail for each in proposals(editor.view, editor.text, editor.offset)}
    assert found["tax"] == "C3: It costs too much."
    assert "elm" not in found


def test_a_word_replaces_what_is_written_of_it(tmp_path: Path) -> None:
    editor = editing(tmp_path, f"{DEBATE}claim x [riv|>\n")
    one = proposals(editor.view, editor.text, editor.offset)[0]
    assert editor.text[one.start : editor.offset] == "riv"
    assert one.written == "river"


def test_what_takes_nothing_before_its_colon_is_written_with_it(tmp_path: Path) -> None:
    editor = editing(tmp_path, f"{DEBATE}|>\n")
    written = {each.word: each.written for each in proposals(editor.view, editor.text, editor.offset)}
    assert [written[word] for word in DECLARED] == ["topic: ", "side ", "source ", "section: ", "include: "]
    assert [written[word] for word in KINDS] == [f"{kind} " for kind in KINDS]
    editor = editing(tmp_path, f"{DEBATE}claim x: One\n    |>\n")
    fields = {each.word: each.written for each in proposals(editor.view, editor.text, editor.offset)}
    assert [fields[name] for name in ("card", "note", "weight")] == ["card:", "note: ", "weight: "]


def test_files_to_include(tmp_path: Path) -> None:
    parts = {"a_argmap": "side a: A\n", "sub__b_argmap": "side b: B\n"}
    assert proposed(tmp_path, f"include: {HERE}\n") == []
    editor = editing(tmp_path, f"include: {HERE}\n", **parts)
    assert [each.word for each in proposals(editor.view, editor.text, editor.offset)] == ["a.argmap"]
    editor = editing(tmp_path, f"include: sub/{HERE}\n", **parts)
    assert [each.word for each in proposals(editor.view, editor.text, editor.offset)] == ["b.argmap"]
