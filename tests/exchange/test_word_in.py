"""Word files read: what each way of writing a card becomes, what is lost, and what cannot be read."""

import io
import random
import re
import zipfile
from pathlib import Path

import docx
import office
import pytest
from docx.enum.text import WD_COLOR_INDEX
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import BODY, CARD, CITE, GOOGLE, LIT, NAME, OLDER, line, run, style, tag, word_file

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, Options, Refused, known_by, read_foreign
from argmap.model import ArgumentMap, Card
from argmap.papers.case import file_paper
from argmap.papers.entries import Heading, Ink, words_of
from argmap.papers.papers import to_docx
from argmap.pipeline import load, load_text

LOOKS = ('<w:u w:val="single"/>', '<w:rStyle w:val="Emphasis"/>', '<w:highlight w:val="cyan"/>')
PLAIN = Options()
WORD = next(importer for importer in IMPORTERS if importer.name == "docx")


def imported(data: bytes, options: Options = PLAIN) -> Imported:
    made = read_foreign(data, "round.docx", WORD, options)
    assert isinstance(made, Imported), made
    return made


def loaded(data: bytes, options: Options = PLAIN) -> ArgumentMap:
    """The map of a Word file, which must have no fault."""
    found = load_text(imported(data, options).text)
    assert found.errors == ()
    return found.map


def cards(map: ArgumentMap) -> list[str]:
    return [s.card.markup for s in map.statements if isinstance(s.card, Card)]


def test_a_card_becomes_a_claim_with_its_evidence() -> None:
    assert imported(word_file(CARD)).text == (
        "topic: round\n\n"
        '# as cut: Moreau 23 [Lena Moreau, hydrologist, 4-2-2023, "A River Reconsidered," Valley Press,'
        " https://example.org/river, accessed 5-1-2023]\n"
        "source moreau-23: A River Reconsidered\n"
        "    author: Lena Moreau\n"
        "    credentials: hydrologist\n"
        "    date: 2023-04-02\n"
        "    publisher: Valley Press\n"
        "    url: https://example.org/river\n"
        "    accessed: 2023-05-01\n\n"
        "claim: Floods are rare.\n"
        "    evidence moreau-23 [moreau-23]: Moreau 2023\n"
        "        card:\n"
        '            """\n'
        "            The river __==did not flood==__ that year.\n"
        '            """\n'
    ).replace("__==did not flood==__", "==__did not flood__==")


def test_a_card_may_have_a_cite_of_each_of_its_sources() -> None:
    other = line(run("Li ", ""), run("Bo 2024", NAME), run(', engineer, "How Dams Age," Valley Press'))
    map = loaded(word_file(tag("Floods are rare.") + CITE + other + BODY))
    assert [[cite.source.id for cite in s.cites] for s in map.statements] == [[], ["moreau-23", "bo-24"]]
    assert cards(map) == ["The river ==__did not flood__== that year."]


def test_who_cut_a_card_is_told_only_where_that_is_asked_for() -> None:
    made = imported(word_file(CARD))
    assert "QZ" not in made.text
    assert made.report.left_out["sign of who cut a card (--initials keeps it)"] == 1
    assert "note: Cut by QZ." in imported(word_file(CARD), Options(initials=True)).text


WAYS = {
    "older template": word_file(
        line(run("Advantage"), style="BlockHeadings")
        + line(run("Floods are rare."), style="Tags")
        + line(run("Moreau 2023", '<w:rStyle w:val="AuthorDate"/>'), run(', hydrologist, "A River Reconsidered"'),
               style="Cites")
        + line(run("The river "), run("did not flood", '<w:rStyle w:val="DebateUnderline"/>'), run(" that year."),
               style="Cards"),
        styles=OLDER,
    ),
    "Google Docs": word_file(
        line(run("Advantage"), style="Heading3")
        + tag("Floods are rare.")
        + line(run("Moreau 23", "<w:b/>"), run(" (Lena Moreau, hydrologist, “A River Reconsidered”)"))
        + line(run("The river "), run("did not flood", '<w:u w:val="single"/>'), run(" that year.")),
        styles=GOOGLE,
    ),
    "outline levels alone": word_file(
        line(run("Advantage", "<w:b/>"), properties='<w:outlineLvl w:val="2"/>')
        + line(run("Floods are rare.", "<w:b/>"), properties='<w:outlineLvl w:val="3"/>')
        + CITE
        + line(run("The river "), run("did not flood", '<w:u w:val="single"/>'), run(" that year.")),
    ),
    "a bold line for a tag": word_file(
        line(run("Advantage"), style="Heading3")
        + line(run("Floods are rare.", "<w:b/>"))
        + CITE
        + line(run("The river "), run("did not flood", '<w:u w:val="single"/>'), run(" that year.")),
    ),
    "no styles": word_file(
        line(run("Advantage"), style="Heading3")
        + tag("Floods are rare.")
        + CITE
        + line(run("The river "), run("did not flood", '<w:rStyle w:val="StyleUnderline"/>'), run(" that year.")),
        styles="",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_writing_a_card_is_read_alike(way: str) -> None:
    map = loaded(WAYS[way])
    assert [section.title for section in map.sections] == ["Advantage"]
    assert [s.text for s in map.statements] == ["Floods are rare.", "Moreau 2023"]
    assert cards(map) == ["The river __did not flood__ that year."]


def test_a_block_of_answers_becomes_rebuttals_and_its_numbers_are_made_anew() -> None:
    body = (
        line(run("Water"), style="Heading1")
        + line(run("2AC --- AT: Dams break---2AC"), style="Heading3")
        + tag("1. Turn---old dams break, new ones hold.") + CITE + BODY
        + line(run("2. They cite nobody."), style="Analytic")
    )  # fmt: skip
    made = imported(word_file(body), Options(format="policy"))
    map = load_text(made.text).map
    told = [(s.kind.value, s.mark.value if s.mark else "", s.speech or "", s.text) for s in map.statements]
    assert told == [
        ("claim", "", "", "Dams break"),
        ("rebuttal", "turn", "2AC", "Turn---old dams break, new ones hold."),
        ("evidence", "", "2AC", "Moreau 2023"),
        ("rebuttal", "deny", "2AC", "They cite nobody."),
    ]
    assert made.report.changed["number of a tag (made anew on export)"] == 2


def told(map: ArgumentMap) -> list[str]:
    """The tags and cards of a map's own Word file, in its order; numbers are made anew."""
    entries = [entry for entry in file_paper(map).entries if not isinstance(entry, Heading)]
    tags = [re.sub(r"^\d+\. ", "", entry.tag) for entry in entries]
    return [f"{tag} / {[words_of(line) for line in entry.body]}" for tag, entry in zip(tags, entries, strict=True)]


def test_a_maps_own_file_is_read_and_gives_the_same_file(arguments: Path) -> None:
    """Tags and cites come back; that a block answers is more than a tag under a heading can say twice."""
    for path in sorted(arguments.glob("*.argmap")):
        again = loaded(to_docx(load(path).map).data)
        assert sorted(told(loaded(to_docx(again).data))) == sorted(told(again))


WORDS = st.text(st.sampled_from('ab.1 \t_*="\\[]é—“#|'), max_size=12)
RUNS = st.lists(st.tuples(WORDS, st.sampled_from(["", *LOOKS])), min_size=1, max_size=6)


def inks(look: str) -> Ink:
    """How words with some properties of Word are to be set off: what is lit or stressed is underlined too."""
    ink = Ink.PLAIN
    for sign, its in (("highlight", Ink.HIGHLIGHTED), ("Emphasis", Ink.STRESSED), ("<w:u ", Ink.READ)):
        ink |= its if sign in look else Ink.PLAIN
    return ink | Ink.READ if ink else ink


@settings(max_examples=40, deadline=None)
@given(st.lists(RUNS, min_size=1, max_size=3))
def test_every_letter_and_mark_of_a_card_is_kept(card: list[list[tuple[str, str]]]) -> None:
    body = "".join(line(*(run(words, look) for words, look in runs)) for runs in card)
    first = run("The river did flood. " * 12, LIT)
    map = loaded(word_file(tag("Floods.") + CITE + line(first) + body))
    said = next(entry for entry in file_paper(map).entries if not isinstance(entry, Heading)).body[1:]
    written = [runs for runs in card if any(words.strip() for words, _ in runs)]
    assert [words_of(each).strip(" \t") for each in said] == [
        "".join(words for words, _ in runs).strip(" \t") for runs in written
    ]
    kept = [(letter, piece.ink) for each in said for piece in each for letter in piece.text if not letter.isspace()]
    meant = [(letter, inks(look)) for runs in written for words, look in runs for letter in words]
    assert kept == [pair for pair in meant if not pair[0].isspace()]


READABLE = {
    "tracked changes": tag("Floods are rare.") + CITE
        + line(run("The "), "<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>",
               f'<w:ins w:id="1" w:author="a">{run("river", LIT)}</w:ins>'),
    "3,000 nested controls": "<w:sdt><w:sdtContent>" * 3000 + CARD + "</w:sdtContent></w:sdt>" * 3000,
    "a table": CARD + f"<w:tbl><w:tr><w:tc>{line(run('Year'))}</w:tc><w:tc>{line(run('Floods'))}</w:tc></w:tr></w:tbl>",
    "signs of ours": line(run("AT: | claim x: # 3"), style="Heading3") + tag('| claim: "odd') + CITE + BODY
        + line(run("evidense e [x]: y"), style="Analytic") + tag("warrant") + CITE + BODY + tag("") + CITE + BODY,
    "odd values": '<w:p><w:pPr><w:pStyle/><w:outlineLvl w:val="x"/></w:pPr><w:r><w:rPr><w:highlight/><w:u/><w:rStyle/>'
        "</w:rPr><w:t>Odd</w:t></w:r></w:p>" + CARD,
    "a link as a field": tag("Floods are rare.") + line(
        run("Moreau 23", NAME), '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:instrText> HYPERLINK "https://example.org/f" </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("here"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + BODY,
    "a field never closed": line('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("PAGE")) + CARD,
    "signs and breaks": tag("Floods are rare.") + CITE + "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0E0'/>"
        "<w:noBreakHyphen/><w:t>x</w:t><w:br/><w:t>y</w:t><w:tab/><w:t>z</w:t></w:r></w:p>" + BODY,
    "odd letters": tag("tab\tand \u202e bidi \u2028 line \u00a0 nbsp \ufeff bom \u200b zero") + CITE + BODY,
}  # fmt: skip


@pytest.mark.parametrize("what", READABLE)
def test_odd_files_become_correct_maps(what: str) -> None:
    map = loaded(word_file(READABLE[what]))
    assert len(map.statements) >= 2
    assert any("river" in card or "x" in card for card in cards(map))


def _zip_of(names: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return buffer.getvalue()


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document/>'
REFUSED = {
    "empty": (b"", "it is empty"),
    "text": (b"hello", "it is not a Word file"),
    "PDF": (b"%PDF-1.7", "it is a PDF"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "protected by a password"),
    "cut off": (word_file(CARD)[:900], "it is damaged"),
    "another zip": (_zip_of({"a.txt": b"x"}), "not a Word file"),
    "broken XML": (word_file("", document=b"<w:document><w:body>"), "is damaged"),
    "no body": (word_file("", document=b"<w:document xmlns:w='x'/>"), "it holds no text"),
    "entities": (word_file("", document=DOCTYPE), "it declares a document type"),
    "entities in UTF-16": (word_file("", document=DOCTYPE.decode().encode("utf-16")), "it declares a document type"),
    "zip bomb": (word_file("", document=b"<x>" + b" " * (65 << 20) + b"</x>"), "unpacks to more than 64 MiB"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_word_file_is_refused_in_plain_words(what: str) -> None:
    data, words = REFUSED[what]
    made = read_foreign(data, "x.docx", WORD)
    assert isinstance(made, Refused) and words in made.why


def test_a_lock_file_is_named_as_one() -> None:
    made = read_foreign(b"\x05name", "~$round.docx", WORD)
    assert isinstance(made, Refused) and "lock" in made.why


def test_styles_that_build_on_each_other_end() -> None:
    circle = style("paragraph", "A", "A", based="B") + style("paragraph", "B", "B", based="A")
    assert isinstance(read_foreign(word_file(line(run("Odd"), style="A"), styles=circle), "x", WORD), Imported)


def test_a_file_of_python_docx_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Water", 1)
    document.add_heading("Floods are rare.", 4)
    cite = document.add_paragraph()
    cite.add_run("Moreau 23").bold = True
    cite.add_run(" (Lena Moreau, hydrologist, “A River Reconsidered,” 2023)")
    body = document.add_paragraph("The river ")
    read = body.add_run("did not flood")
    read.underline = True
    read.font.highlight_color = WD_COLOR_INDEX.TURQUOISE
    document.save(str(tmp_path / "x.docx"))
    assert cards(loaded((tmp_path / "x.docx").read_bytes())) == ["The river ==__did not flood__=="]


def test_a_file_saved_by_libreoffice_is_read_alike(tmp_path: Path) -> None:
    body = line(run("Water"), style="Heading3") + CARD + tag("And again.") + CITE + BODY
    (tmp_path / "x.docx").write_bytes(word_file(body))
    [saved] = office.converted([tmp_path / "x.docx"], "docx:MS Word 2007 XML", tmp_path / "saved")
    before, after = loaded((tmp_path / "x.docx").read_bytes()), loaded(saved.read_bytes())
    assert cards(after) == cards(before)
    assert [s.text for s in after.statements] == [s.text for s in before.statements]


def _by_python_docx(bodies: list[list[tuple[str, str]]], path: Path) -> None:
    """Cards as python-docx writes them."""
    document = docx.Document()
    for number, body in enumerate(bodies):
        document.add_heading(f"Floods {number}.", 4)
        document.add_paragraph().add_run("Moreau 23").bold = True
        document.paragraphs[-1].add_run(" (Lena Moreau, hydrologist, “A River Reconsidered,” 2023)")
        said = document.add_paragraph()
        for words, look in body:
            its = said.add_run(words)
            its.underline = True if look else None
            its.font.highlight_color = WD_COLOR_INDEX.TURQUOISE if "highlight" in look else None
            its.style = "Emphasis" if "Emphasis" in look else None
    document.save(str(path))


def test_cards_are_the_same_by_any_writer(tmp_path: Path) -> None:
    """By hand, by python-docx, and each saved again by python-docx and by LibreOffice."""
    rng = random.Random(3)
    pieces = ("the river ", "did not ", "“flood” ", "[in 1900] ", "50% of it — ", "é ", "漢字 ", "__so__ ", "a\u00a0b ")
    bodies = [[(rng.choice(pieces), rng.choice(("", *LOOKS))) for _ in range(9)] for _ in range(30)]
    made = "".join(
        tag(f"Floods {n}.") + CITE + line(*(run(words, look) for words, look in body)) for n, body in enumerate(bodies)
    )
    by_hand, by_library = tmp_path / "hand.docx", tmp_path / "library.docx"
    by_hand.write_bytes(word_file(made))
    _by_python_docx(bodies, by_library)
    first = [by_hand, by_library]
    saved = [tmp_path / f"{path.stem} again.docx" for path in first]
    for path, to in zip(first, saved, strict=True):
        docx.Document(str(path)).save(str(to))
    resaved = office.converted(first, "docx:MS Word 2007 XML", tmp_path / "office")
    expected = cards(loaded(by_hand.read_bytes()))
    assert len(expected) == 30
    for path in (by_library, *saved, *resaved):
        assert cards(loaded(path.read_bytes())) == expected, path.name


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=4))
def test_no_changed_byte_is_a_traceback(at: int, changed: bytes) -> None:
    whole = bytearray(word_file(CARD * 3))
    at %= len(whole)
    whole[at : at + len(changed)] = changed
    made = read_foreign(bytes(whole), "x.docx", WORD)
    assert isinstance(made, Refused) or load_text(made.text).errors == ()


def test_the_form_is_known_by_the_content() -> None:
    assert known_by(word_file(CARD), "round", IMPORTERS) is WORD
    assert known_by(b"%PDF", "round.docx", IMPORTERS) is WORD
    assert known_by(b"hello", "round.rtf", IMPORTERS) is None
    assert known_by(b'{"name": "x"}', "package.json", IMPORTERS) is None  # several tools write .json
    lkif = b"\n<lkif>\n  <argument-graphs>\n    <statement id='a'>\n<s>It is.</s></statement>"
    assert known_by(lkif, "a.lkif", IMPORTERS) is None  # tags are no titles of Argdown
