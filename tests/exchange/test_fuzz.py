"""Files with something wrong in them: a plain sentence or a correct map, soon, and never a traceback."""

import json
import time
from pathlib import Path

import literate
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, Importer, read_foreign
from argmap.papers.flow.placing import flow
from argmap.papers.flow.workbook import to_xlsx
from argmap.pipeline import load, load_text

SAMPLES = {
    f"{block.name}: {case.title}": block.body.encode("utf-8")
    for case in literate.cases(Path(__file__).parent / "cases")
    for block in case.blocks
    if block.word == "file"
}
PIECES = (
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b"<",
    b">",
    b"\x00",
    b"\xff",
    b"\n",
    b"    ",
    b"null",
    b"1e999",
    b"-1",
    b":",
    b"-> See 1.",
)


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A sample with stretches taken out, said twice, moved, or replaced."""
    data = draw(st.sampled_from(sorted(SAMPLES.values())))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(start + draw(st.integers(0, 40)), len(data))
        way = draw(st.sampled_from(["out", "twice", "piece", "cut"]))
        piece = draw(st.sampled_from(PIECES)) if way == "piece" else data[start:end]
        if way == "cut":
            data = data[:start] or b"x"
        elif way == "out":
            data = data[:start] + data[end:]
        else:
            data = data[:start] + piece + data[start:]
    return data


def check(data: bytes, importer: Importer) -> None:
    start = time.process_time()
    made = read_foreign(data, "x", importer)
    if isinstance(made, Imported):
        assert load_text(made.text).errors == (), made.text
    else:
        assert made.why and "\n" not in made.why
    assert time.process_time() - start < 5


@settings(max_examples=80, deadline=None)
@given(broken(), st.sampled_from([importer for importer in IMPORTERS if importer.name not in ("docx", "flow-sheets")]))
def test_a_broken_file_is_read_or_refused(data: bytes, importer: Importer) -> None:
    check(data, importer)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 20000), st.binary(min_size=1, max_size=3))
def test_a_broken_workbook_is_read_or_refused(at: int, changed: bytes) -> None:
    at %= len(WORKBOOK)
    check(WORKBOOK[:at] + changed + WORKBOOK[at + len(changed) :], SHEETS)


MAP = load_text("topic: T\n    format: policy\nside a: A\nside b: B\nclaim (a) @1AC: X.\n    rebuttal @1NC: Y.\n").map
WORKBOOK = to_xlsx(MAP, flow(MAP))
SHEETS = next(importer for importer in IMPORTERS if importer.name == "flow-sheets")


def test_a_flow_of_excel_is_read_back(arguments: Path) -> None:
    made = read_foreign(WORKBOOK, "a flow.xlsx", SHEETS)
    assert isinstance(made, Imported)
    map = load_text(made.text).map
    assert [(s.kind.value, s.speech, s.side.id if s.side else "", s.text) for s in map.statements] == [
        ("claim", "1AC", "aff", "X."),
        ("rebuttal", "1NC", "neg", "Y."),
    ]
    real = load(arguments / "camp-david.argmap").map
    back = read_foreign(to_xlsx(real, flow(real)), "b flow.xlsx", SHEETS)
    assert isinstance(back, Imported)
    found = load_text(back.text)
    assert found.errors == ()
    assert len(found.map.statements) > 100


DEEP = 2000
HOSTILE = {
    "deep JSON": (b'{"nodes":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "aif"),
    "deep ideas": (('{"title":"x","ideas":{"1":' * 900 + "{}" + "}}" * 900).encode(), "mindmup"),
    "long number": (b'{"nodes":[{"nodeID":' + b"9" * 5000 + b',"type":"I","text":"x"}],"edges":[]}', "aif"),
    "deep Kialo": (
        b"Discussion Title: T\n"
        + b"\n".join((".".join(["1"] * n) + (". Pro: x" if n > 1 else ". x")).encode() for n in range(1, 400)),
        "kialo",
    ),
    "entities": (b'<!DOCTYPE a [<!ENTITY b "c">]><arggraph><edu id="1">&b;</edu></arggraph>', "arggraph"),
    "aliases": (b"statements: &a [*a, *a]\narguments: {}\n", "carneades"),
    "long chain": (
        json.dumps({
            "nodes": [{"nodeID": n, "type": "I", "text": f"s{n}"} for n in range(DEEP)]
            + [{"nodeID": DEEP + n, "type": "RA"} for n in range(DEEP - 1)],
            "edges": [{"fromID": n + 1, "toID": DEEP + n} for n in range(DEEP - 1)]
            + [{"fromID": DEEP + n, "toID": n} for n in range(DEEP - 1)],
        }).encode(),
        "aif",
    ),
    "schemes in a circle": (
        json.dumps({
            "nodes": [{"nodeID": 1, "type": "RA"}, {"nodeID": 2, "type": "CA"}, {"nodeID": 3, "type": "I"}],
            "edges": [{"fromID": 1, "toID": 2}, {"fromID": 2, "toID": 1}, {"fromID": 3, "toID": 1}],
        }).encode(),
        "aif",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_files_end(what: str) -> None:
    data, name = HOSTILE[what]
    check(data, next(importer for importer in IMPORTERS if importer.name == name))
