"""What an editor asks besides completion: findings and mends, hover, names, outline, folding, format."""

from pathlib import Path

import pytest
from editing import DEBATE, at, editing

from argmap.diagnostic import Edit
from argmap.service.hover import hover
from argmap.service.mends import mend_all, mends
from argmap.service.naming import RefusedError, by_file, definition, references, rename
from argmap.service.outline import Entry, folds, outline
from argmap.service.picture import judged, picture, statements
from argmap.service.tidying import difference, formatted
from argmap.source import SourceFile
from argmap.vocabulary import ANALYTIC, DECLARATIONS, FIELDS_UNDER, KINDS, MARKS, MEANINGS, VERBS


def changed(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def hovered(folder: Path, words: str, text: str = DEBATE) -> str:
    editor = editing(folder, at(words, text))
    found = hover(editor.view, editor.offset)
    return found.markdown if found else ""


def test_a_finding_has_its_mend(tmp_path: Path) -> None:
    editor = editing(tmp_path, at("evidense", DEBATE.replace("evidence", "evidense")))
    (one,) = mends(editor.view, editor.offset, editor.offset)
    assert one.finding
    assert one.finding.code == "misspelt-word"
    assert one.title == "Write `evidence`; if it is meant as text, put `|` before it"
    assert changed(editor.text, one.edits) == DEBATE


def test_all_mends_at_once(tmp_path: Path) -> None:
    editor = editing(tmp_path, DEBATE.replace("evidence", "evidense").replace("rebuts", "rebutts"))
    done = mend_all(editor.view)
    assert done
    assert done.title == "Make all 2 mends that are safe"
    assert changed(editor.text, done.edits) == DEBATE
    assert mend_all(editing(tmp_path).view) is None


def test_hover_tells_what_an_id_says(tmp_path: Path) -> None:
    said = hovered(tmp_path, "wet\n")
    assert "**E1** evidence · pro · wet · \\#water · conceded by con" in said
    assert 'The fields are "under water by March".' in said
    assert "Smith 2023, para 2" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("river para", "> The fields are under water by March."),
        ("river para", "Dana Smith, What the river says, 2023"),
        ("river:", "Cited 1 time; its words are at hand: 3 paragraphs."),
        ("pro)", "**Build it** (side): 2 statements"),
        ("turn:", "**turn**: Offence: it is the other way round, so the point counts for us."),
        ("water", "**#water**: 1 statement"),
        ("format", "**format**: The format of the debate"),
        ("rebuts", "**rebuts**: `a rebuts b`"),
    ],
)
def test_hover(tmp_path: Path, words: str, said: str) -> None:
    assert said in hovered(tmp_path, words)


def test_hover_on_a_finding_shows_its_rule(tmp_path: Path) -> None:
    said = hovered(tmp_path, "rebuttal far")
    assert said.startswith("**unanswered-rebuttal**\n\n")
    assert "# argmap: ignore[unanswered-rebuttal] your reason" in said


def test_hover_on_a_speech(tmp_path: Path) -> None:
    text = DEBATE.replace("claim pool", "claim pool @AC")
    assert hovered(tmp_path, "AC", text).startswith("**AC**: constructive of Build it, 4 minutes")


def test_nothing_to_say_of_prose(tmp_path: Path) -> None:
    assert hovered(tmp_path, "costs too") == ""


def test_names_over_includes(tmp_path: Path) -> None:
    text = at("elm rebuts", f"include: part.argmap\n{DEBATE}elm rebuts pool\n")
    part = "# elms\nclaim elm: Elms fall.\nclaim oak: Oaks stand.\n\noak rebuts elm\n"
    editor = editing(tmp_path, text, part_argmap=part)
    made = definition(editor.view, editor.offset)
    assert made
    assert (made.file.name.rpartition("/")[2], made.text) == ("part.argmap", "elm")
    assert [(span.file.path and span.file.path.name, span.line) for span in references(editor.view, editor.offset)] == [
        ("map.argmap", 25),
        ("part.argmap", 2),
        ("part.argmap", 5),
    ]
    edits = by_file(rename(editor.view, editor.offset, "ash"))
    assert {path.name: len(some) for path, some in edits.items()} == {"map.argmap": 1, "part.argmap": 2}


def test_a_rename_reaches_every_map_that_includes_the_name(tmp_path: Path) -> None:
    part = "source river: The river\n    author: A. U\n"
    two = "include: part.argmap\nclaim b: B\n    evidence [river]: So it is.\n"
    editor = editing(
        tmp_path, at("river]", two), part_argmap=part, other_argmap=two, apart_argmap=part.replace("A. U", "Other")
    )
    edits = by_file(rename(editor.view, editor.offset, "stream"))
    assert sorted(path.name for path in edits) == ["map.argmap", "part.argmap"]
    desk = editor.desk
    seen = desk.view(editor.folder / "part.argmap")
    edits = by_file(rename(seen, seen.file.text.index("river"), "stream"))
    assert sorted(path.name for path in edits) == ["map.argmap", "other.argmap", "part.argmap"]


def test_every_place_of_a_name_changes_with_it(tmp_path: Path) -> None:
    editor = editing(tmp_path, at("tax (con)"))
    new = changed(editor.text, rename(editor.view, editor.offset, "cost"))
    assert new == DEBATE.replace("tax", "cost")


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("pool", "there is a statement `pool` already; two cannot have the same id"),
        ("claim", "`claim` is a word of the language, so it cannot be an id"),
        ("a b", "` ` cannot stand in an id"),
        ("", "an id is a letter, then letters, digits, `-` or `_`"),
    ],
)
def test_names_that_cannot_be(tmp_path: Path, to: str, why: str) -> None:
    editor = editing(tmp_path, at("tax (con)"))
    with pytest.raises(RefusedError) as refused:
        rename(editor.view, editor.offset, to)
    assert str(refused.value).startswith(why)


def test_speeches_and_prose_are_not_renamed(tmp_path: Path) -> None:
    for words, text in (("AC", DEBATE.replace("claim pool", "claim pool @AC")), ("costs too", DEBATE)):
        editor = editing(tmp_path, at(words, text))
        with pytest.raises(RefusedError):
            rename(editor.view, editor.offset, "new")


def told(entries: list[Entry] | tuple[Entry, ...], depth: int = 0) -> list[str]:
    lines = []
    for each in entries:
        lines += [f"{'  ' * depth}{each.what} {each.name}", *told(each.under, depth + 1)]
    return lines


def test_outline(tmp_path: Path) -> None:
    assert told(list(outline(editing(tmp_path).view.document))) == [
        "topic Should the town build a pool?",
        "side pro: Build it",
        "side con: Keep the money",
        "source river: What the river says",
        "section Money",
        "  claim pool: The town should build a pool.",
        '    evidence wet: The fields are "under water by March".',
        "      rebuttal 🏊 Then nobody needs one.",
        "    rebuttal far: It is far away.",
        "  claim tax: It costs too much.",
    ]


def test_folds(tmp_path: Path) -> None:
    found = folds(editing(tmp_path).view.document)
    assert [(fold.first, fold.last, fold.comment) for fold in found] == [
        (1, 2, False),
        (7, 10, False),
        (12, 20, False),
        (14, 15, True),
        (16, 19, False),
        (17, 18, False),
    ]


def test_formatting_leads_to_the_canonical_form_and_touches_no_more(tmp_path: Path) -> None:
    editor = editing(tmp_path, DEBATE)
    edits = formatted(editor.view)
    assert edits
    assert [edit.span.text for edit in edits] == ["claim tax (con) analytic: It costs too much.\n"]
    tidy = changed(editor.text, edits)
    assert formatted(editing(tmp_path, tidy).view) == ()
    assert formatted(editing(tmp_path, "clam x: y\n").view) is None


@pytest.mark.parametrize(("before", "after"), [("", "a\n"), ("a", "a\n"), ("a\nb\nc\n", "c\nb\n"), ("a\n", "")])
def test_differences(before: str, after: str) -> None:
    assert changed(before, difference(SourceFile("x", before), after)) == after


def test_the_picture_and_where_it_is_written(tmp_path: Path) -> None:
    view = editing(tmp_path).view
    (svg,) = picture(view, {"theme": "light"}).files
    assert "build a pool" in str(svg)
    written = {one.label: (one.name, one.kind, one.span.line) for one in statements(view)}
    assert written["E1"] == ("wet", "evidence", 17)
    with pytest.raises(ValueError, match="theme"):
        picture(view, {"theme": "dork"})


def test_what_would_happen(tmp_path: Path) -> None:
    view = editing(tmp_path).view
    before = {each["statement"]: each["verdict"] for each in judged(view, {})["statements"]}
    after = judged(view, {"drop": ["tax", "far"], "answer": ["gone"]})
    assert before["pool"] == "falls"
    assert {each["statement"]: each["verdict"] for each in after["statements"]}["pool"] == "stands"
    assert "is lost" in after["text"]


def test_every_word_of_the_language_is_explained() -> None:
    fields = [field for some in FIELDS_UNDER.values() for field in some]
    words = {*KINDS, *MARKS, ANALYTIC, *DECLARATIONS, *VERBS, *fields}
    assert words - MEANINGS.keys() == set()
