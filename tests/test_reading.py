"""What a file is before a word of it is read: bytes, encodings, line ends, folders, sizes."""

import os
from pathlib import Path

import pytest
from literate import graph, report

from argmap.pipeline import Loaded, load, load_bytes, load_text

MAP = "claim a: One\n    goes on.\n    evidence b: Two.\n"


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def codes(loaded: Loaded) -> list[str]:
    return [diagnostic.code for diagnostic in loaded.diagnostics]


def test_a_byte_order_mark_is_no_text() -> None:
    assert graph(load_bytes(b"\xef\xbb\xbf" + MAP.encode())) == graph(load_text(MAP))


def test_lines_may_end_in_crlf() -> None:
    loaded = load_text(MAP.replace("\n", "\r\n"))
    assert graph(loaded) == graph(load_text(MAP))
    assert loaded.map.statements[1].span.line == 3


def test_a_last_line_without_an_ending() -> None:
    assert graph(load_text(MAP.rstrip("\n"))) == graph(load_text(MAP))


@pytest.mark.parametrize("letter", ["\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_no_other_character_ends_a_line(letter: str) -> None:
    loaded = load_text(f"claim a: One {letter}claim b: two.\nclaim c: Three.\n")
    assert loaded.diagnostics == ()
    assert [statement.span.line for statement in loaded.map.statements] == [1, 2]
    assert letter in loaded.map.statements[0].text


def test_line_ends_of_old_macs_are_told() -> None:
    loaded = load_text("# A comment.\rclaim a: One.\r")
    assert codes(loaded) == ["line-ends"]


@pytest.mark.parametrize(
    ("raw", "place", "byte"),
    [
        (b"claim a: caf\xe9.\n", (1, 13), "byte 13 (0xE9)"),
        (b"\xef\xbb\xbfclaim a: One.\nclaim b: \x93so\x94.\n", (2, 10), "byte 27 (0x93)"),
        ("claim a: One.\n".encode("utf-16"), (1, 1), "byte 1 (0xFF)"),
    ],
)
def test_bytes_that_are_not_utf8_are_told_with_their_place(raw: bytes, place: tuple[int, int], byte: str) -> None:
    (found,) = load_bytes(raw).diagnostics
    assert found.code == "not-utf8"
    assert byte in found.message
    assert found.span is not None
    assert found.span.file.line_column(found.span.start) == place


def test_a_nul_character_is_told_with_its_place() -> None:
    (found,) = load_bytes(b"claim a: One.\nclaim b: T\0wo.\n").diagnostics
    assert found.code == "nul-character"
    assert found.span is not None
    assert found.span.file.line_column(found.span.start) == (2, 11)


@pytest.mark.parametrize("text", ["", "\n\n", "  \t\n", "\ufeff", "\u200d\n", "\u3000\u2060"])
def test_an_empty_file(text: str, tmp_path: Path) -> None:
    loaded = load(put(tmp_path, "map.argmap", text))
    assert codes(loaded) == ["empty-file"]
    assert loaded.map.statements == ()


def test_a_file_of_comments_is_not_empty(tmp_path: Path) -> None:
    assert codes(load(put(tmp_path, "map.argmap", "# Later.\n"))) == []


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    put(tmp_path, "debate.argmap", MAP)
    (found,) = load(tmp_path / "debat.argmap").diagnostics
    assert found.code == "missing-file"
    assert found.help == "did you mean `debate.argmap`?"


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert codes(load(tmp_path)) == ["is-a-folder"]


def test_an_include_that_is_not_utf8_is_told_in_its_own_file(tmp_path: Path) -> None:
    put(tmp_path, "more.argmap", b"source s: Caf\xe9\n")
    loaded = load(put(tmp_path, "map.argmap", "include: more.argmap\nclaim a [s]: One.\n"))
    (found,) = loaded.diagnostics
    assert (found.code, Path(found.file_name).name) == ("not-utf8", "more.argmap")


@pytest.mark.parametrize("text", ["", "claim b: T\0wo.\n"])
def test_an_include_without_words_takes_nothing_else_with_it(text: str, tmp_path: Path) -> None:
    put(tmp_path, "more.argmap", text)
    loaded = load(put(tmp_path, "map.argmap", "include: more.argmap\nclaim a [s]: One.\n"))
    assert len(loaded.diagnostics) == 1
    assert [statement.id for statement in loaded.map.statements] == ["a"]


def test_a_pipe_is_no_file_to_include(tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("Windows has no such pipes")
    os.mkfifo(tmp_path / "more.argmap")
    loaded = load(put(tmp_path, "map.argmap", "include: more.argmap\nclaim a: One.\n"))
    assert codes(loaded) == ["unreadable-file"]


def test_an_include_outside_the_folder_of_the_map(tmp_path: Path) -> None:
    put(tmp_path, "other.argmap", "claim b: Two.\n")
    path = put(tmp_path, "debate/map.argmap", "include: ../other.argmap\nclaim a: One.\n")
    loaded = load(path)
    assert codes(loaded) == ["include-outside"]
    assert loaded.diagnostics[0].help == "move it below `debate`, or allow it with --allow-outside"
    allowed = load(path, allow_outside=True)
    assert codes(allowed) == []
    assert [statement.id for statement in allowed.map.statements] == ["b", "a"]


def test_an_included_file_may_include_anything_in_the_folder_of_the_map(tmp_path: Path) -> None:
    put(tmp_path, "sources.argmap", "source s: A title\n")
    put(tmp_path, "more/deep/other.argmap", "include: ../../sources.argmap\nclaim b [s]: Two.\n")
    loaded = load(put(tmp_path, "map.argmap", "include: more/deep/other.argmap\nclaim a [s]: One.\n"))
    assert report(loaded) == "nothing\n"
    assert len(loaded.map.files) == 3


def test_a_link_that_leads_outside_is_outside(tmp_path: Path) -> None:
    put(tmp_path, "other.argmap", "claim b: Two.\n")
    path = put(tmp_path, "debate/map.argmap", "include: inner.argmap\nclaim a: One.\n")
    try:
        (tmp_path / "debate/inner.argmap").symlink_to(tmp_path / "other.argmap")
    except OSError:
        pytest.skip("this machine has no symbolic links")
    assert codes(load(path)) == ["include-outside"]


def test_an_include_of_an_absolute_path_is_outside(tmp_path: Path) -> None:
    other = put(tmp_path, "other.argmap", "claim b: Two.\n")
    path = put(tmp_path, "debate/map.argmap", f"include: {other.as_posix()}\nclaim a: One.\n")
    assert codes(load(path)) == ["include-outside"]


def test_folders_of_an_include_are_written_with_slashes(tmp_path: Path) -> None:
    put(tmp_path, "more/other.argmap", "claim b: Two.\n")
    loaded = load(put(tmp_path, "map.argmap", "include: more\\nowhere.argmap\nclaim a: One.\n"))
    (found,) = loaded.diagnostics
    assert found.help == "write the folders of an include with `/`"


def test_nesting_to_two_thousand_levels() -> None:
    loaded = load_text("".join(f"{' ' * depth}claim c{depth}: Words.\n" for depth in range(2000)))
    assert loaded.diagnostics == ()
    assert len(loaded.map.links) == 1999


def test_links_on_links_to_two_thousand_levels() -> None:
    lines = [f"{' ' * (depth + 2)}warrant w{depth}: Words.\n" for depth in range(2000)]
    loaded = load_text("claim a: One.\n evidence b: Two.\n" + "".join(lines))
    assert loaded.diagnostics == ()
    assert len(loaded.map.links) == 2001


def test_a_chain_of_ten_thousand_statements() -> None:
    lines = [f"claim c{number}: Words.\n" for number in range(10_000)]
    lines += [f"c{number} supports c{number + 1}\n" for number in range(9_999)]
    loaded = load_text("".join(lines))
    assert loaded.diagnostics == ()
    assert [statement.id for statement in loaded.map.tops] == ["c9999"]


def test_a_line_of_a_hundred_thousand_characters() -> None:
    loaded = load_text("claim a: " + "word " * 20_000 + "\n")
    assert loaded.diagnostics == ()
    assert len(loaded.map.statements[0].text) == 99_999
