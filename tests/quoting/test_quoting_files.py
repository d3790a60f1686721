"""Sources as coaches have them: web pages, Word files, PDFs; their pages; what cannot be read."""

import json
import sys
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
import typst

from argmap.cli import main
from argmap.pipeline import load
from argmap.quoting.passage import SourceText
from argmap.quoting.readers.html import read as read_html
from argmap.quoting.readers.markdown import as_read
from argmap.quoting.texts import read_texts, text_of
from argmap.quoting.verify import Verdict, verify

WORDS = [
    "Trams and towns",
    "The city council said on Monday that the tram pays for itself within ten years. It doesn’t need a subsidy.",
    "Municipal governments have repeatedly underestimated the requirements of long-term planning, and of trams.",
]


def written(path: Path) -> Path:
    """The words as a file of the ending that a path has."""
    match path.suffix:
        case ".docx":
            document = docx.Document()
            for words in WORDS:
                document.add_paragraph(words)
            document.save(str(path))
        case ".pdf":
            path.write_bytes(pdf([WORDS[:2], WORDS[2:]]))
        case ".html":
            head = "<!doctype html><head><title>No word</title><style>p { color: red }</style></head><nav>Menu</nav>"
            path.write_text(head + "".join(f"<p>{words.replace(' pays', ' <b>pays</b>')}" for words in WORDS), "utf-8")
        case _:
            path.write_text("\n\n".join(WORDS), encoding="utf-8")
    return path


def pdf(pages: list[list[str]]) -> bytes:
    lines = "#pagebreak()\n".join(
        "\n\n".join(f"#{json.dumps(words, ensure_ascii=False)}" for words in page) + "\n" for page in pages
    )
    made: bytes = typst.compile(f'#set page(width: 9cm, height: 9cm, numbering: "1")\n{lines}'.encode())
    return made


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "docx", "pdf"])
def test_each_kind_of_file_holds_the_words(suffix: str, tmp_path: Path) -> None:
    written(tmp_path / f"s.{suffix}")
    where = "page 2" if suffix == "pdf" else "para 3"
    wrong = "page 1" if suffix == "pdf" else "para 2"
    (tmp_path / "m.argmap").write_text(
        f"source s: Trams\n    text: s.{suffix}\nclaim c: Trams serve.\n"
        '    evidence a [s]: "the tram pays for itself within ten years. It doesn\'t need a subsidy"\n'
        f'    evidence b [s {where}]: "have repeatedly underestimated the requirements"\n'
        f'    evidence d [s {wrong}]: "have repeatedly underestimated the requirements"\n'
        '    evidence e [s]: "No word" and "Menu"\n',
        encoding="utf-8",
    )
    map = load(tmp_path / "m.argmap").map
    found = [verified.verdict for verified in verify(map, read_texts(map))]
    assert found == [Verdict.FOUND, Verdict.FOUND, Verdict.ELSEWHERE, Verdict.ABSENT, Verdict.ABSENT]


def test_a_place_in_a_pdf_is_told_by_its_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path / "s.pdf")
    (tmp_path / "m.argmap").write_text(
        "source s: Trams\n    date: 2023\n    text: s.pdf\nclaim c: Trams serve.\n"
        '    evidence [s page 1]: "underestimated the requirements"\n    evidence [s page 7]: "the tram pays"\n'
        '    evidence [s para 40]: "the tram pays"\n',
        encoding="utf-8",
    )
    with pytest.raises(SystemExit):
        main(["check", str(tmp_path / "m.argmap")])
    said = capsys.readouterr().out
    assert "this quotation stands on page 2 of `s`, not on page 1" in said
    assert "`s` has 2 pages: there is no page 7" in said
    assert said.count("error[") == 2


def test_that_a_paragraph_of_a_pdf_is_not_checked_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path / "s.pdf")
    written(tmp_path / "t.txt")
    (tmp_path / "m.argmap").write_text(
        "source s: Trams\n    date: 2023\n    text: s.pdf\nsource t: Towns\n    date: 2023\n    text: t.txt\n"
        'claim c: Trams serve.\n    evidence [t para 3]: "underestimated the requirements"\n'
        '    evidence [s para 3]: "underestimated the requirements of long-term planning"\n'
        "    evidence [s para 2]: They pay for themselves.\n    evidence [s page 1]: Within ten years.\n",
        encoding="utf-8",
    )
    with pytest.raises(SystemExit) as done:
        main(["check", str(tmp_path / "m.argmap")])
    said = " ".join(capsys.readouterr().out.split())
    assert done.value.code == 0
    assert said.count("info[unverified-quotation]") == 1
    assert "and not its paragraphs, so `para 3` is not checked, and neither is 1 further citation of this kind" in said
    assert "cite the page, `s page 2`; or save the words as plain text" in said


def test_a_long_omission_in_a_pdf_is_told_by_its_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    between = [" ".join(f"{word}{'abcdefgh'[number % 8]}" for number in range(170)) for word in ("and", "so")]
    (tmp_path / "s.pdf").write_bytes(pdf([[WORDS[1], between[0]], [between[1], WORDS[2]]]))
    (tmp_path / "m.argmap").write_text(
        "source s: Trams\n    date: 2023\n    text: s.pdf\nclaim c: Trams serve.\n"
        '    evidence [s]: "within ten years ... underestimated the requirements"\n'
        '    evidence [s]: "The city council ... within ten years"\n',
        encoding="utf-8",
    )
    with pytest.raises(SystemExit):
        main(["check", str(tmp_path / "m.argmap")])
    said = capsys.readouterr().out
    assert said.count("long-omission") == 1
    assert "words are left out here, from page 1 to page" in said


@pytest.mark.browser
def test_a_pdf_that_a_browser_printed(browser: Any, tmp_path: Path) -> None:
    """In two narrow columns, with words divided at the lines' ends."""
    said = " ".join(WORDS[1:])
    page = browser.new_page()
    page.set_content(
        "<html lang=en><title>Trams</title><style>body { columns: 2; width: 8cm; hyphens: auto; text-align: justify }"
        f"</style>{''.join(f'<p>{said}' for _ in range(30))}"
    )
    (tmp_path / "s.pdf").write_bytes(page.pdf(format="A5", display_header_footer=True))
    page.close()
    (tmp_path / "m.argmap").write_text(
        f'source s: Trams\n    text: s.pdf\nclaim c: Trams serve.\n    evidence [s page 2]: "{said}"\n'
        f'    evidence [s]: "{said} {said}"\n    evidence [s]: "{said.replace("pays", "costs")}"\n',
        encoding="utf-8",
    )
    loaded = load(tmp_path / "m.argmap")
    found = verify(loaded.map, read_texts(loaded.map))
    assert [each.verdict for each in found] == [Verdict.FOUND, Verdict.FOUND, Verdict.DIFFERS]


def test_pages_by_the_number_that_is_printed_or_named() -> None:
    text = "\f".join(f"The {word} page.\n\n{number}" for number, word in enumerate(["first", "second", "third"], 210))
    pages = SourceText(_file(text), ("1", "2", "3")).pages
    assert pages.shown == ["210", "211", "212"]
    assert text[slice(*pages.bounds("211", "211")[0])].startswith("The second")
    assert text[slice(*pages.bounds("2", "3")[0])].endswith("212")
    assert pages.bounds("4", "4") == ()
    named = SourceText(_file("a\fb\fc"), ("i", "ii", "1")).pages
    assert (named.bounds("ii", "ii"), named.bounds("1", "1")) == (((2, 3),), ((4, 5), (0, 1)))
    assert SourceText(_file("a\fb"), ("1", "2")).pages.bounds("31", "31", "pp. 30-31") == ((2, 3),)


def _file(text: str):  # type: ignore[no-untyped-def]
    from argmap.source import SourceFile

    return SourceFile("s.pdf", text)


def _read(raw: bytes, name: str) -> SourceText | str:
    return text_of(raw, name, Path(name))


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "not a PDF that can be read" in str(_read(b"%PDF-1.7 and then nothing", "s.pdf"))
    assert "not a Word file" in str(_read(b"PK\x03\x04 and then nothing", "s.docx"))
    assert "OCR" in str(_read(pdf([[""], [""]]), "s.pdf"))
    sparse = _read(pdf([["One page of this has words, so it seems."], [""], [""]]), "s.pdf")
    assert isinstance(sparse, SourceText) and sparse.doubt and "3 pages" in sparse.doubt
    locked = pypdf.PdfWriter(clone_from=written(tmp_path / "s.pdf"))
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(tmp_path / "locked.pdf")
    assert "password" in str(_read((tmp_path / "locked.pdf").read_bytes(), "locked.pdf"))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "pip install pypdf" in str(_read(b"%PDF-1.7", "s.pdf"))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ('The [council](https://x.example/a_(b) "It") said', "The council said"),
        ("*It* **pays** for `itself` and ~~not~~ _more_", "It pays for itself and not more"),
        ("doesn&#39;t &amp; will", "doesn't & will"),
        ("![A tram](t.png) runs[^1] <b>fast</b>", "A tram runs fast"),
        ("## The tram ##\n> says\n- one\n2 \\* 3", "The tram\nsays\none\n2 * 3"),
        ("Title\n=====\n[1]: https://x.example\n<!-- no\nword -->end", "Title\n\n\n\nend"),
        ("[the allies] said [so][1]", "[the allies] said so"),
    ],
)
def test_markdown_as_it_is_read(written: str, seen: str) -> None:
    assert as_read(written) == seen


def test_a_web_page_as_it_is_read() -> None:
    page = (
        "<body><script>no()</script><div>One <i>tram</i>&nbsp;runs.<sup>3</sup><br>Two<div>Three</div></div>"
        "<p hidden>not seen</p><table><tr><td>4</td><td>5</td></tr></table><p>10<sup>9</sup> grains<p>caf&eacute;"
    )
    assert read_html(page.encode()).text == "One tram runs.³\nTwo\n\nThree\n\n4 5\n\n10⁹ grains\n\ncafé\n"
    assert read_html(b'<meta charset="windows-1252"><p>\x93So\x94').text == "“So”\n"


def test_text_prints_numbered_paragraphs_and_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for suffix, told in (("docx", "para 2  The city council"), ("pdf", "page 2\n  Municipal governments")):
        with pytest.raises(SystemExit) as done:
            main(["text", str(written(tmp_path / f"s.{suffix}"))])
        assert done.value.code == 0
        assert told in capsys.readouterr().out
    with pytest.raises(SystemExit) as done:
        main(["text", str(tmp_path / "nowhere.txt")])
    assert done.value.code == 1


def test_the_counts_of_sources_add_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("And so it is.", encoding="utf-8")
    (tmp_path / "m.argmap").write_text(
        "source a: A\n    text: a.txt\nsource b: B\n"
        'claim c [a]: They say "so it is".\n    evidence [a]: "so it was"\n    evidence [b]: "so it was"\n'
        '    rebuttal: It is "so far" from true.\n    rebuttal [a]: It is "so far".\n    evidence: "so"\n',
        encoding="utf-8",
    )
    with pytest.raises(SystemExit):
        main(["sources", "--format", "json", str(tmp_path / "m.argmap")])
    (map,) = json.loads(capsys.readouterr().out)["maps"]
    assert map["quotations"] == {
        "all": 6, "verified": 1, "failed": 2, "unchecked": 1, "unlooked": 2, "unlooked_in": ["R1", "E3"]
    }  # fmt: skip
