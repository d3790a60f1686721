"""Word files, as python-docx, LibreOffice and the schema's own rules read them."""

import io
import time
import zipfile
from pathlib import Path

import docx
import office
import pytest
from openxml_audit import OpenXmlValidator

from argmap.graph.selecting import select
from argmap.papers.case import file_paper
from argmap.papers.entries import Heading
from argmap.papers.papers import PAPERS, to_docx
from argmap.papers.word.pages import page_starts
from argmap.pipeline import load, load_text

UNNEEDED = ("fontTable", "theme")
"""What the auditor asks for and neither Word nor CardMirror needs."""
CARDS = '''
topic: Should the dam be kept?
side pro: Keep it
source hsu: Rivers & "banks"
    author: Ada Hsu
    date: 2021-05-02
    url: https://example.org/?a=1&b=2
claim keep (pro): The dam holds <back> floods.
    evidence [hsu para 2]: Hsu 2021
        card:
        """
        [First] it held, __read ==this== and **that**__ too.

        # A second paragraph\tends.
        """
    rebuttal turn: It makes them.
claim: \u0007 A bell & an unpaired mark.
'''


def styled(data: bytes) -> list[tuple[str, str]]:
    """Each paragraph's style and words, as python-docx has them."""
    return [(p.style.name, p.text) for p in docx.Document(io.BytesIO(data)).paragraphs]


def test_python_docx_reads_headings_tags_cites_and_cards() -> None:
    made = styled(to_docx(load_text(CARDS).map).data)
    assert made[:5] == [
        ("Heading 1", "PRO: Keep it"),
        ("Heading 2", "Case"),
        ("Heading 3", "Case"),
        ("Heading 4", "The dam holds <back> floods."),
        ("Normal", 'Ada Hsu, May 2, 2021, “Rivers & "banks"”, https://example.org/?a=1&b=2, para 2'),
    ]
    assert made[5:7] == [
        ("Normal", "[First] it held, read this and that too."),
        ("Normal", "# A second paragraph\tends."),
    ]


def test_marks_become_styles_and_highlighting() -> None:
    document = docx.Document(io.BytesIO(to_docx(load_text(CARDS).map, highlight="yellow").data))
    card = next(p for p in document.paragraphs if p.text.startswith("[First]"))
    looks = [(run.text, run.style.name, str(run.font.highlight_color)) for run in card.runs]
    plain = "Default Paragraph Font"
    assert looks == [
        ("[First] it held, ", plain, "None"),
        ("read ", "Style Underline", "None"),
        ("this", "Style Underline", "YELLOW (7)"),
        (" and ", "Style Underline", "None"),
        ("that", "Emphasis", "None"),
        (" too.", plain, "None"),
    ]
    assert card.runs[0].font.size.pt == 8
    cite = next(p for p in document.paragraphs if p.text.startswith("Ada"))
    assert [run.text for run in cite.runs if run.style.name == "Style 13 pt Bold"] == ["Hsu", "2021"]


@pytest.mark.parametrize("paper", ["file", "cites", "handout"])
def test_the_real_maps_give_files_that_keep_to_the_schema(arguments: Path, tmp_path: Path, paper: str) -> None:
    data = to_docx(load(arguments / "asian-nato.argmap").map, paper).data
    (tmp_path / "x.docx").write_bytes(data)
    found = OpenXmlValidator().validate(tmp_path / "x.docx").errors
    assert [str(error) for error in found if not any(part in str(error) for part in UNNEEDED)] == []


def test_the_same_map_gives_the_same_bytes(arguments: Path) -> None:
    one, other = (to_docx(load(arguments / "camp-david.argmap").map).data for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "creator" not in core and "created" not in core


def test_every_statement_is_told(arguments: Path) -> None:
    for path in arguments.glob("*.argmap"):
        map = load(path).map
        entries = file_paper(map).entries
        tags = "\n".join(entry.text if isinstance(entry, Heading) else entry.tag for entry in entries)
        assert [statement.text for statement in map.statements if statement.text not in tags] == []


def test_what_bears_only_on_itself_is_told_too() -> None:
    map = load_text("claim: Top.\nclaim a: Round.\nclaim b: And round.\na supports b\nb supports a\n").map
    assert [e.tag for e in file_paper(map).entries if not isinstance(e, Heading)] == ["Top.", "Round.", "And round."]


def test_a_part_names_what_it_answers(arguments: Path) -> None:
    map = select(load(arguments / "in-short.argmap").map, side="con")
    entries = file_paper(map).entries
    assert "AT: The pact bears the hallmarks of an Asian NATO." in [e.text for e in entries if isinstance(e, Heading)]


def test_a_chain_of_any_length_is_told() -> None:
    lines = ["claim c0: Start."] + [f"claim c{n}: N{n}.\nc{n} supports c{n - 1}" for n in range(1, 600)]
    assert len(file_paper(load_text("\n".join(lines)).map).entries) > 600


def test_libreoffice_prints_each_paper(arguments: Path, tmp_path: Path) -> None:
    map = load(arguments / "camp-david.argmap").map
    paths = []
    for paper in PAPERS:
        paths.append(tmp_path / f"{paper}.docx")
        paths[-1].write_bytes(to_docx(map, paper).data)
    printed = dict(zip(PAPERS, office.converted(paths, "pdf", tmp_path / "pdf"), strict=True))
    assert office.pages(printed["handout"]) == 1
    assert office.pages(printed["blocks"]) < 20  # of 30 blocks: short ones share a page
    pages = office.text_of(printed["blocks"]).split("\f")
    assert sum(page.split()[:1] in (["AT:"], ["PRO:"], ["CON:"]) for page in pages) >= len(pages) - 3
    first = office.text_of(printed["file"]).split("\f")[0]
    assert first.split()[:5] == ["PRO:", "An", "Asian", "NATO", "in"]
    assert "AT: The trilateral is no formal alliance." in office.text_of(printed["blocks"])


def test_blocks_share_a_page_that_holds_them_whole() -> None:
    answer = "It does not, and that was said before in words that fill a line of this page."
    short = "claim: Case {n}.\n    rebuttal analytic: No.\n"
    long = "claim: Case {n}.\n" + f"    rebuttal analytic: {answer}\n" * 25
    ways = "".join((short if n != 3 else long).format(n=n) for n in range(1, 6))
    paper = file_paper(load_text(f"side a: A\nside b: B\nsection (a): S\n{ways}").map, case=False)
    starts = page_starts(paper.entries)
    assert [entry.text for n, entry in enumerate(paper.entries) if n in starts] == ["AT: Case 3.", "AT: Case 4."]


def test_cards_of_small_print_share_a_page(tmp_path: Path) -> None:
    """Three answers with a card of eight lines, of which one is read: a page holds them."""
    card = "It rose for years in small steps that nobody saw. " * 16 + "==Then it fell.=="
    text = "source s: Prices\n    author: Ada Hsu\n    date: 2021\nside a: A\nside b: B\nsection (a): S\n" + "".join(
        f'claim: Case {n}.\n    rebuttal: No.\n        evidence [s]: Hsu 2021\n            card:\n            """\n'
        f'            {card}\n            """\n'
        for n in range(3)
    )
    map = load_text(text).map
    assert page_starts(file_paper(map, case=False).entries) == set()
    (tmp_path / "cards.docx").write_bytes(to_docx(map, "blocks").data)
    assert office.pages(office.converted([tmp_path / "cards.docx"], "pdf", tmp_path)[0]) == 1


def test_a_short_card_is_not_torn_by_the_end_of_a_page() -> None:
    long = "It goes on and on. " * 60
    made = load_text(CARDS.replace("# A second paragraph\tends.", f"Short.\n\n        {long}")).map
    document = docx.Document(io.BytesIO(to_docx(made).data))
    kept = {p.text[:8]: bool(p.paragraph_format.keep_together) for p in document.paragraphs}
    assert (kept["[First] "], kept["Short."], kept["It goes "]) == (True, True, False)


def test_five_thousand_cards_are_written_at_once() -> None:
    card = (
        'evidence [s]: Hsu 2021\n        card:\n        """\n        It was __said__ and ==heard== so.\n        """\n'
    )
    text = "source s: T\n    author: Ada Hsu\n    date: 2021\n" + "".join(
        f"claim: Tag {n}.\n    {card}" for n in range(5000)
    )
    map = load_text(text).map
    start = time.process_time()
    to_docx(map)
    assert time.process_time() - start < 4  # about 0.3 s where the machine has nothing else to do


def test_a_handout_of_no_side_chosen_is_that_of_the_side_with_a_case(arguments: Path) -> None:
    for name, side in (("asian-nato", "PRO: An Asian NATO"), ("separate-alliances", "CON: No formal alliance")):
        document = docx.Document(io.BytesIO(to_docx(load(arguments / f"{name}.argmap").map, "handout").data))
        assert document.tables and document.paragraphs[1].text.startswith(side)


def test_a_handout_of_no_side_chosen_says_whose_it_is_and_how_to_get_the_others() -> None:
    two = load_text(
        "topic: Dams\nside pro: Keep it\nside con: Let it go\nclaim (pro): It holds.\nclaim (con): Fish.\n"
    ).map
    said = "this is the handout of pro (Keep it); `--side con` makes the other side's"
    assert to_docx(two, "handout").notes == (said,)
    assert to_docx(select(two, side="con"), "handout").notes == ()
    one = load_text("topic: Dams\nside pro: Keep it\nside con: Let it go\nclaim (con): Fish.\n").map
    assert to_docx(one, "handout").notes == ()


def test_a_handout_says_that_a_side_makes_no_claim(arguments: Path) -> None:
    map = select(load(arguments / "asian-nato.argmap").map, side="con")
    document = docx.Document(io.BytesIO(to_docx(map, "handout").data))
    assert not document.tables
    assert "This side makes no claim of its own in this map." in [p.text for p in document.paragraphs]
