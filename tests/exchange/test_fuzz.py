"""Files with something wrong in them: a plain sentence or a correct map, soon, and never a traceback."""

import json
import time
from pathlib import Path

import mutating
import pytest

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, Importer, read_foreign
from argmap.papers.flow.placing import flow
from argmap.papers.flow.workbook import to_xlsx
from argmap.pipeline import load, load_text


def check(data: bytes, importer: Importer) -> None:
    start = time.process_time()
    made = read_foreign(data, "x", importer)
    if isinstance(made, Imported):
        assert load_text(made.text).errors == (), made.text
    else:
        assert made.why and "\n" not in made.why
    assert time.process_time() - start < 5


@pytest.mark.parametrize("name", mutating.BY_NAME)
def test_a_broken_file_is_read_or_refused(name: str) -> None:
    """A few of what `python tests/exchange/mutating.py` makes by the thousand."""
    assert "read" in {mutating.attempt(name, seed) for seed in range(25)}


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
    "signs that no map holds": (b'{"formatVersion":3,"title":"\\u0001","ideas":{"1":{"title":"\\u0002x"}}}', "mindmup"),
    "columns that are a number": (
        (b'{"nodes":{"root":{"value":{"tag":"root"},"children":["f"]},"f":{"value":{"tag":"flow","columns":7},'
        b'"children":["b"]},"b":{"value":{"tag":"box","content":"Dams hold."},"children":[]}}}'),
        "flow",
    ),
    "a title of such signs": (b"Discussion Title: \x01\n\n1. Keep it. [\x02](http://\x02)\n", "kialo"),
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
