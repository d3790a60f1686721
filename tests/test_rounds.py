"""Two whole rounds, as a coach would keep them: read, checked, judged, drawn and printed."""

import io
import re
from pathlib import Path

import docx
import openpyxl
import pytest

import argmap
from argmap.debate import floor_of
from argmap.diagram.picture import to_svg
from argmap.formats.json import to_json
from argmap.formats.markdown import to_markdown
from argmap.formats.outline import as_outline
from argmap.formatting import format_document
from argmap.judging import judge
from argmap.language.parse import parse
from argmap.papers.flow.placing import flow
from argmap.papers.flow.workbook import to_xlsx
from argmap.papers.papers import to_docx
from argmap.pipeline import Loaded

ROUNDS = Path(__file__).parent / "rounds"
SWAPPED = {"pro": "con", "con": "pro", "A": "N", "N": "A"}
POLICY = (ROUNDS / "policy.argmap").read_text(encoding="utf-8")
FORUM = (ROUNDS / "public-forum.argmap").read_text(encoding="utf-8")
# The same round after the other fall of the coin: what the pro said the con says, and the reverse.
OTHER_COIN = re.sub(r"\b(pro|con)\b|(?<=@)[AN](?=[CRSF]\b)", lambda said: SWAPPED[said.group()], FORUM)
TEXTS = {"policy": POLICY, "public forum, pro first": FORUM, "public forum, con first": OTHER_COIN}


@pytest.fixture(params=TEXTS)
def loaded(request: pytest.FixtureRequest, tmp_path: Path) -> Loaded:
    path = tmp_path / "round.argmap"
    path.write_text(TEXTS[request.param], encoding="utf-8")
    return argmap.load(path)


def test_a_round_checks_without_a_false_alarm(loaded: Loaded) -> None:
    assert [f"{found.code}: {found.message}" for found in argmap.check(loaded)] == []


def test_a_round_has_forty_statements_in_the_speeches_of_its_sides(loaded: Loaded) -> None:
    floor = floor_of(loaded.map)
    assert floor is not None and floor.sides is not None
    assert len(loaded.map.statements) >= 40
    for statement in loaded.map.statements:
        for speech in (statement.speech, *statement.extended):
            assert floor.speaker(speech) is statement.side, statement


def test_the_side_that_opens_speaks_first() -> None:
    floor = floor_of(argmap.load_text(OTHER_COIN).map)
    assert floor is not None
    assert [speech.name for speech in floor.speeches] == ["NC", "AC", "NR", "AR", "NS", "AS", "NF", "AF"]


def test_a_round_is_judged_drawn_and_printed(loaded: Loaded) -> None:
    map = loaded.map
    assert judge(map)
    assert "<svg" in to_svg(map)
    for text in (as_outline(map), to_markdown(map), to_json(map)):
        assert all(statement.text[:20] in text.replace("\n", " ") for statement in map.statements[:3])


def test_a_round_goes_out_on_every_paper(loaded: Loaded) -> None:
    """Word, flow sheets and PDF sheets in both layouts, each with what was said first and last in it."""
    map = loaded.map
    first, last = map.statements[0], map.statements[-1]
    file = to_docx(map, "file")
    tags = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(file.data)).paragraphs)
    assert first.text in tags and last.text in tags
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(map, flow(map))))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(first.text in cell for cell in cells) and any(last.text in cell for cell in cells)
    floor = floor_of(map)
    assert floor is not None
    order = [speech.name for speech in floor.speeches]
    rows = [[str(cell.value).split()[0] for cell in sheet[1] if cell.value] for sheet in book]
    flows = [row for row in rows if row and row[0] in order]
    assert flows and all(row == sorted(row, key=order.index) for row in flows)
    for layout in ("map", "flow"):
        assert argmap.sheets(map, "pdf", layout=layout, page="a4")[0].startswith(b"%PDF")


def test_a_round_is_in_its_canonical_form(loaded: Loaded) -> None:
    text = format_document(parse(loaded.map.file)[0])
    assert text == loaded.map.file.text
