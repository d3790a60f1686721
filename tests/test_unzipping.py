"""Zips that are damaged are told of as such by everything that reads one: Word files and flow sheets as
imports, Word files as the words of a source."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import program
from argmap.unzipping import DamagedError, TooLargeError, Unzipped


def _zip(words: bytes = b"words " * 20, way: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", way) as archive:
        archive.writestr("word/document.xml", words)
        archive.writestr("xl/workbook.xml", words)
    return buffer.getvalue()


def _elsewhere(data: bytes) -> bytes:
    """The same, its list said to begin far behind where it does: the parts then begin before the file."""
    at = data.rindex(b"PK\x05\x06") + 16
    return data[:at] + struct.pack("<I", struct.unpack("<I", data[at : at + 4])[0] + 500_000) + data[at + 4 :]


DAMAGED = {
    "begins before itself": _elsewhere(_zip()),
    "cut off": _zip()[:-30],
    "packed in an odd way": _zip(way=zipfile.ZIP_LZMA),
    "packed wrongly": _zip().replace(_zip()[50:60], b"\xff" * 10, 1),
}


@pytest.mark.parametrize("what", DAMAGED)
def test_a_damaged_zip_is_no_traceback(what: str) -> None:
    with pytest.raises(DamagedError):
        Unzipped(DAMAGED[what], 1000).part("word/document.xml")


def test_a_part_is_no_larger_than_allowed() -> None:
    assert Unzipped(_zip(), 120).part("word/document.xml") == b"words " * 20
    with pytest.raises(TooLargeError):
        Unzipped(_zip(), 119).part("word/document.xml")


@pytest.mark.parametrize("call", ["import a.docx", "import a.xlsx", "text a.docx"])
def test_commands_say_that_a_file_is_damaged(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(call.split()[1]).write_bytes(_elsewhere(_zip()))
    done = CliRunner().invoke(program, call.split())
    assert done.exit_code == 1
    assert "save it again" in done.output or "damaged" in done.output
