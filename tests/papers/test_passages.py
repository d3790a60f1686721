"""Cards cut from sources' texts, the quoted words lit, and nothing cut where that is not certain."""

from pathlib import Path

import docx
from click.testing import CliRunner

from argmap.cli import program
from argmap.papers.case import file_paper
from argmap.papers.entries import Heading, Ink, words_of
from argmap.papers.passages import passages
from argmap.pipeline import load
from argmap.quoting.texts import read_texts

TEXT = """A title

The river held in both years, they said,
and the dam held too.

Nobody asked the fish.
"""
MAP = """topic: Dams
source s: A title
    author: Ada Hsu
    date: 2021
    text: s.txt
claim: It holds.
    evidence [s para 2]: They said it "held in both years" and that "the dam held".
    evidence [s para 3]: They "asked the birds".
    evidence [s]: With no place it "held in both years".
    evidence [s para 2-3]: It was "too".
"""


def written(folder: Path) -> Path:
    (folder / "s.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.argmap").write_text(MAP, encoding="utf-8")
    return folder / "a.argmap"


def test_the_cited_paragraphs_are_cut_and_what_is_quoted_is_lit(tmp_path: Path) -> None:
    map = load(written(tmp_path)).map
    cut = passages(map, read_texts(map))
    told = {e.tag: e.body for e in file_paper(map, cut).entries if not isinstance(e, Heading)}
    first, wrong, without, several = (told[s.text] for s in map.statements[1:])
    assert [words_of(line) for line in first] == ["The river held in both years, they said, and the dam held too."]
    assert [run.text for run in first[0] if run.ink & Ink.HIGHLIGHTED] == ["held in both years", "the dam held"]
    assert wrong == () and without == ()
    assert [words_of(line) for line in several][1] == "Nobody asked the fish."


def test_the_option_asks_for_it(tmp_path: Path) -> None:
    path = written(tmp_path)
    for more, body in (([], False), (["--passages"], True)):
        done = CliRunner().invoke(program, ["export", str(path), "--to", "docx", "-o", str(tmp_path / "a.docx"), *more])
        assert done.exit_code == 0
        words = [paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs]
        assert any(line.startswith("The river held") for line in words) is body


def test_texts_may_lie_elsewhere(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(MAP.replace("    text: s.txt\n", ""), encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "s.txt").rename(tmp_path / "texts" / "s.txt")
    bare = CliRunner().invoke(program, ["export", str(path), "--passages", "-o", str(tmp_path / "b.docx")])
    assert "--passages cut no card" in bare.stderr
    call = ["export", str(path), "--passages", "--sources", str(tmp_path / "texts"), "-o", str(tmp_path / "a.docx")]
    assert CliRunner().invoke(program, call).exit_code == 0
    words = [paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert any(line.startswith("The river held") for line in words)
