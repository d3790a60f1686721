"""Flow sheets, as openpyxl and LibreOffice read them, and the debate-flow app's own file."""

import io
import json
import re
import zipfile
from pathlib import Path

import office
import openpyxl
import pytest

from argmap.model import ArgumentMap
from argmap.papers.flow.app import to_flow_json
from argmap.papers.flow.placing import flow
from argmap.papers.flow.workbook import to_xlsx
from argmap.pipeline import load, load_text

ROUND = """
topic: Should the dam be kept?
    format: policy
side aff: Keep it
side neg: Let it go
source hsu: Rivers
    author: Ada Hsu
    date: 2021
section: Water: a/b [1]
claim flood (aff) @1AC @2AC: It holds back floods.
    evidence [hsu]: Hsu 2021
    evidence [hsu]: No flood came.
        warrant @2AC: Dams do that.
    rebuttal turn @1NC: It makes floods worse.
        rebuttal @2AC: =SUM(A1) is no answer.
            rebuttal @2NC: Still worse.
    rebuttal @1NC: Floods are rare.
section: Fish
claim fish (neg) @1NC: Fish need the river.
fish rebuts flood
neg concedes flood
"""


def grid(map: ArgumentMap) -> dict[str, list[list[str | None]]]:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(map, flow(map))))
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book.worksheets}


def test_an_answer_stands_beside_what_it_answers() -> None:
    found = grid(load_text(ROUND).map)
    assert list(found) == ["Info", "Water a b 1", "Fish"]
    assert found["Water a b 1"] == [
        ["1AC", "1NC", "2AC", "Block", "1AR", "2NR", "2AR"],
        ["Water: a/b [1]", None, None, None, None, None, None],
        ["It holds back floods. (Hsu 2021) (conceded)", "Turn: It makes floods worse.", "=SUM(A1) is no answer.",
         "Still worse.", None, None, None],
        [None, "Floods are rare.", None, None, None, None, None],
        [None, "→ Fish need the river.", None, None, None, None, None],
        ["No flood came. (Hsu 2021)", None, "→ extend →", None, None, None, None],
        [None, None, "Dams do that.", None, None, None, None],
    ]  # fmt: skip
    assert found["Fish"][:3] == [
        ["1NC", "2AC", "Block", "1AR", "2NR", "2AR"],
        ["Fish", None, None, None, None, None],
        ["Fish need the river.", None, None, None, None, None],
    ]
    assert found["Info"][7][:2] == ["Affirmative Positions", "Water a b 1"]
    assert found["Info"][8][:2] == ["Negative Positions", "Fish"]


def test_verbatims_macros_find_their_marks() -> None:
    map = load_text(ROUND).map
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(map, flow(map))))
    water, fish = book["Water a b 1"], book["Fish"]
    assert (water.sheet_properties.tabColor.rgb, fish.sheet_properties.tabColor.rgb) == ("FF405C79", "FFBF5656")
    assert water.freeze_panes == "A2"
    assert water.print_title_rows == "$1:$1"
    assert (water["A3"].font.color.rgb, water["B3"].font.color.rgb) == ("FF405C79", "FFBF5656")
    assert water["B3"].font.bold and not water["B4"].font.bold
    assert water["B5"].font.italic
    assert (water["A3"].border.bottom.style, water["A3"].border.bottom.color.rgb) == ("thick", "FF8BBF56")
    assert water["C3"].data_type == "s"  # `=SUM(A1)` is text
    assert water["A3"].alignment.indent == 1  # a text that fills its line does not touch that of the next column
    assert water["A3"].alignment.wrap_text and water.column_dimensions["A"].width > 35
    assert (round(water.row_dimensions[1].height), water.row_dimensions[1].customHeight) == (28, True)
    with zipfile.ZipFile(io.BytesIO(to_xlsx(map, flow(map)))) as archive:
        rows = re.findall(r'<row r="(\d+)"[^>]*customHeight', archive.read("xl/worksheets/sheet2.xml").decode())
    assert rows == ["1"]  # the others grow with what is typed into them


def test_without_a_format_the_columns_are_case_answers_replies() -> None:
    map = load_text("claim: A.\n    rebuttal: B.\n        rebuttal: C.\n            rebuttal: D.\n").map
    assert grid(map)["Case"][0] == ["Case", "Answers", "Replies", "Replies 2"]
    assert grid(map)["Case"][2] == ["A.", "B.", "C.", "D."]


def test_every_statement_has_a_cell_and_the_same_bytes(arguments: Path) -> None:
    for path in arguments.glob("*.argmap"):
        map = load(path).map
        made = flow(map)
        told = {cell.statement for sheet in made.sheets for cell in sheet.cells.values()}
        assert told == set(map.statements)
        if made.sheets:
            assert to_xlsx(map, made) == to_xlsx(map, flow(map))


def test_circles_and_depth_end() -> None:
    circle = load_text("claim a: A.\nclaim b: B.\na supports b\nb supports a\nevidence c: C.\nc supports c\n").map
    assert {cell.statement for cell in flow(circle).sheets[0].cells.values()} == set(circle.statements)
    deep = "claim: A.\n" + "".join(f"{'    ' * n}rebuttal: R{n}.\n" for n in range(1, 1200))
    assert len(flow(load_text(deep).map).sheets[0].cells) == 1200


def test_libreoffice_prints_a_sheet_a_page(tmp_path: Path) -> None:
    map = load_text(ROUND).map
    (tmp_path / "a flow.xlsx").write_bytes(to_xlsx(map, flow(map)))
    [printed] = office.converted([tmp_path / "a flow.xlsx"], "pdf", tmp_path / "pdf")
    text = office.text_of(printed)
    assert office.pages(printed) == 3
    assert "#NAME?" not in text and "=SUM(A1) is no answer." in " ".join(text.split())


def test_the_app_finds_its_tree() -> None:
    data = json.loads(to_flow_json(flow(load_text(ROUND).map)))
    nodes = data["nodes"]
    assert data["version"] == 1
    for id, node in nodes.items():
        assert all(nodes[child]["parent"] == id for child in node["children"])
        for child in node["children"]:
            assert nodes[child]["level"] == (node["level"] + 1 if id != "root" else 0)

    def shown(id: str) -> list[str]:
        value, children = nodes[id]["value"], nodes[id]["children"]
        sign = "~" if value.get("empty") else "→" if value.get("isExtension") else "!" if value.get("bold") else ""
        return [f"{'  ' * nodes[id]['level']}{sign}{value['content']}", *(x for c in children for x in shown(c))]

    assert [line for each in nodes["root"]["children"] for line in shown(each)] == [
        "Water: a/b [1]",
        "  It holds back floods. (Hsu 2021) (conceded)",
        "    !Turn: It makes floods worse.",
        "      =SUM(A1) is no answer.",
        "        Still worse.",
        "    Floods are rare.",
        "    → Fish need the river.",
        "  No flood came. (Hsu 2021)",
        "    →",
        "      →",
        "  ~",
        "    ~",
        "      Dams do that.",
        "Fish",
        "  Fish need the river.",
    ]


@pytest.mark.parametrize("title", ["History", "x" * 60, "[]:*?/\\", "'quoted'"])
def test_a_sheets_name_is_one_that_excel_takes(title: str) -> None:
    map = load_text(f"side a: A\nside b: B\nsection: {title}\nclaim (a): X.\nclaim (b): Y.\n").map
    _, *names = grid(map)
    assert len({name.casefold() for name in names}) == 2
    assert all(0 < len(name) <= 31 and name.casefold() != "history" for name in names)
