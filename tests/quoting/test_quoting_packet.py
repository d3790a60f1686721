"""The challenge packet: every passage that is quoted, in its place, with the quoted words marked."""

import io
import re
from pathlib import Path

import pypdf
import pytest

from argmap.cli import main

TEXT = """Trams

The tram pays for itself within ten years. Nobody objects.

It is <b>old</b> & slow.

No word of this.
"""
MAP = """topic: Should the town build a tram?
source s: Trams and towns
    author: Ann Lee
    text: s.txt
source t: Another
claim c: Trams serve.
    evidence a [s para 2]: It "pays for itself ... Nobody objects".
    evidence b [s para 2]: "for itself within"
    evidence d [s para 3]: "old</b> & slow"
    evidence e [s]: "never said"
    evidence f [t]: "nobody knows"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "s.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "m.argmap").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as done:
        main(["sources", *args])
    return int(done.value.code or 0)


def test_the_page_marks_what_is_quoted(folder: Path) -> None:
    assert run("m.argmap", "--packet", "p.html") == 0
    page = (folder / "p.html").read_text(encoding="utf-8")
    assert "Ann Lee, “Trams and towns”" in page
    assert re.findall(r"<mark>(.*?)</mark>", page) == [
        "pays for itself",
        " within",
        "Nobody objects",
        "old&lt;/b&gt; &amp; slow",
    ]
    assert "<h3>paragraph 2</h3>" in page and "Quoted in E1 a and E2 b." in page
    assert "No word of this" not in page
    assert "E4 e: “never said” (the source does not say this)" in page
    assert "E5 f: “nobody knows” (the source&#x27;s text is not at hand)".replace("&#x27;", "'") in page


def test_the_pdf_says_the_same(folder: Path) -> None:
    assert run("m.argmap", "--packet", "p.pdf") == 0
    words = " ".join(pypdf.PdfReader(io.BytesIO((folder / "p.pdf").read_bytes())).pages[0].extract_text().split())
    assert "The tram pays for itself within ten years. Nobody objects." in words
    assert "Quoted in E1 a and E2 b." in words and "never said" in words


@pytest.mark.parametrize("args", [["m.argmap", "--packet", "p.txt"], [".", "--packet", "s.txt"]])
def test_what_cannot_be_a_packet(folder: Path, args: list[str]) -> None:
    assert run(*args) == 2
    assert (folder / "s.txt").read_text(encoding="utf-8") == TEXT


def test_a_packet_never_lands_on_a_source(folder: Path) -> None:
    (folder / "s.txt").rename(folder / "s.html")
    (folder / "m.argmap").write_text(MAP.replace("s.txt", "s.html"), encoding="utf-8")
    assert run("m.argmap", "--packet", "s.html") == 2
    assert (folder / "s.html").read_text(encoding="utf-8") == TEXT


def test_a_packet_is_of_one_map(folder: Path) -> None:
    (folder / "n.argmap").write_text(MAP, encoding="utf-8")
    assert run(".", "--packet", "p.html") == 2
