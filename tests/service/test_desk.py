"""Open texts win over the disk; what is found is what a fresh reading finds, whatever was typed before."""

import gc
import os
import shutil
import weakref
from pathlib import Path

from editing import DEBATE, RIVER, editing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.project import Input, open_project
from argmap.reading import resolved
from argmap.service import Desk

PART = "claim elm (pro): Elms fall.\n    evidence [river para 1]: They do.\n"
TOP = f"include: part.argmap\n{DEBATE}"


def found(desk: Desk, path: Path) -> list[str]:
    return [
        f"{each} {each.help} {each.labels} {[e.replacement for e in each.edits]}"
        for each in desk.view(path).diagnostics
    ]


def codes(desk: Desk, path: Path) -> set[str]:
    return {each.code for each in desk.view(path).diagnostics}


def test_an_unsaved_part_counts(tmp_path: Path) -> None:
    editor = editing(tmp_path, TOP, part_argmap=PART)
    top, part = tmp_path / "map.argmap", tmp_path / "part.argmap"
    assert "unknown-statement" not in codes(editor.desk, top)
    editor.desk.put(top, f"{TOP}ash rebuts pool\n")
    assert "unknown-statement" in codes(editor.desk, top)
    editor.desk.put(part, PART.replace("elm", "ash"))
    assert "unknown-statement" not in codes(editor.desk, top)
    editor.desk.drop(part)
    assert "unknown-statement" in codes(editor.desk, top)


def test_where_no_folder_can_be_a_text_is_found_by_its_own_name(tmp_path: Path) -> None:
    inside = DEBATE.replace("text: river.txt", "text: texts/river.txt")
    editing(tmp_path, inside)
    path = tmp_path / "map.argmap"
    for flat, known in ((None, False), (resolved(tmp_path), True)):
        desk = Desk([tmp_path], flat=flat)
        desk.put(path, inside)
        assert ("missing-source-text" not in codes(desk, path)) is known, codes(desk, path)
    (tmp_path / "river.txt").rename(tmp_path / "rivers.txt")
    said = " ".join(found(desk, path))
    assert "did you mean `rivers.txt`?" in said
    assert "no folder" not in said
    desk.put(tmp_path / "part.argmap", "claim a: A\n")
    desk.put(path, "include: parts/part.argmap\nclaim b: B\n")
    assert "missing-file" in codes(desk, path), "a map would be another one there"


def test_a_part_is_checked_in_its_map(tmp_path: Path) -> None:
    editor = editing(tmp_path, TOP, part_argmap=PART)
    part = tmp_path / "part.argmap"
    assert editor.desk.view(part).map.file.path == tmp_path / "map.argmap"
    assert not [each for each in editor.desk.view(part).diagnostics if each.severity == "error"]
    editor.desk.put(tmp_path / "map.argmap", DEBATE)  # it is included no more
    assert codes(editor.desk, part) >= {"unknown-side", "unknown-source"}


def test_a_source_and_settings_are_read_again_when_they_change(tmp_path: Path) -> None:
    editor = editing(tmp_path)
    assert codes(editor.desk, tmp_path / "map.argmap") == {"unanswered-rebuttal"}
    (tmp_path / "river.txt").write_text("The river\n\nNothing is wet.\n", encoding="utf-8")
    assert "misquotation" in codes(editor.desk, tmp_path / "map.argmap")
    (tmp_path / "argmap.toml").write_text('ignore = ["misquotation", "unanswered-rebuttal"]\n', encoding="utf-8")
    assert codes(editor.desk, tmp_path / "map.argmap") == set()


def test_findings_in_a_part_that_is_not_open_are_told(tmp_path: Path) -> None:
    editor = editing(tmp_path, TOP, part_argmap=PART.replace("river", "rover"))
    told = editor.desk.diagnostics()
    assert [each.code for each in told[resolved(tmp_path / "part.argmap")]] == ["unknown-source"]


def test_a_missing_file_and_one_that_is_no_text(tmp_path: Path) -> None:
    desk = Desk([tmp_path])
    assert codes(desk, tmp_path / "gone.argmap") == {"missing-file"}
    (tmp_path / "bad.argmap").write_bytes(b"\xff\xfe")
    assert codes(desk, tmp_path / "bad.argmap") == {"not-utf8"}
    desk.put(tmp_path / "bad.argmap", "")
    assert codes(desk, tmp_path / "bad.argmap") == {"empty-file"}


def test_what_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    editor = editing(tmp_path)
    other = tmp_path / "other.argmap"
    editor.desk.put(other, DEBATE)
    before = editor.desk.view(other).reading
    editor.desk.put(tmp_path / "map.argmap", DEBATE + "\n")
    assert editor.desk.view(other).reading is before
    (tmp_path / "argmap.toml").write_text("\n", encoding="utf-8")
    assert editor.desk.view(other).reading is not before


def test_what_was_read_before_goes_without_the_collector(tmp_path: Path) -> None:
    """Otherwise an editor that somebody types into for an hour would grow: nobody looks through what it reads."""
    editor = editing(tmp_path)
    gc.disable()
    try:
        read = []
        for number in range(8):
            text = f"{DEBATE}claim c{number}: x\n    warrant: y\nc{number} rebuts tax -> pool\nclaim: {'z' * number}"
            editor.desk.put(tmp_path / "map.argmap", text)
            editor.desk.diagnostics()
            read.append(weakref.ref(editor.view.file))
        assert [file() is not None for file in read] == [False] * 7 + [True]
    finally:
        gc.enable()


FILES = {"map.argmap": TOP, "part.argmap": PART, "river.txt": RIVER, "argmap.toml": 'ignore = ["orphan"]\n'}
SNIPPETS = st.sampled_from(
    ["claim x: y\n", "    ", "\n", "#", "evidence e [river para 2]: ", "include: part.argmap\n", ":", '"', "wet", "[",
     "tax supports elm\n", "# argmap: ignore[orphan] so\n", '"""', "é🏊", "\u2028", "\r\n", "rebuttal turn: ", ""]
)  # fmt: skip
CHANGE = st.tuples(st.sampled_from(list(FILES)), st.floats(0, 1), st.integers(0, 12), SNIPPETS, st.booleans())


@given(changes=st.lists(CHANGE, min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_edits_it_finds_what_a_fresh_reading_finds(
    tmp_path: Path, changes: list[tuple[str, float, int, str, bool]]
) -> None:
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    texts = dict(FILES)
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    desk = Desk([tmp_path])
    desk.put(tmp_path / "map.argmap", TOP)
    for step, (name, where, gone, new, saved) in enumerate(changes):
        at = int(where * len(texts[name]))
        texts[name] = texts[name][:at] + new + texts[name][at + gone :]
        if saved or not name.endswith(".argmap"):
            (tmp_path / name).write_text(texts[name], encoding="utf-8", newline="")
            os.utime(tmp_path / name, ns=(step, step))
            desk.drop(tmp_path / name)
        else:
            desk.put(tmp_path / name, texts[name])
        for each in ("map.argmap", "part.argmap"):
            fresh = Desk([tmp_path])
            for path in desk.files.open:
                fresh.put(path, texts[path.name])
            assert found(desk, tmp_path / each) == found(fresh, tmp_path / each)


def test_the_desk_finds_what_check_prints(tmp_path: Path) -> None:
    editor = editing(tmp_path, TOP.replace("evidence", "evidense"), part_argmap=PART)
    (tmp_path / "map.argmap").write_text(editor.text, encoding="utf-8")
    checked = open_project([Input(tmp_path / "map.argmap", Path("map.argmap"))]).check()
    told = editor.desk.diagnostics()
    assert [str(each) for each in checked] == [str(each) for some in told.values() for each in some]
