"""Other tools' files, case by case: what is in them, the map that they become, what is reported.

The cases are in `cases/*.md`: a block `file NAME` is the file, `map` and `report` are what must come of
it. `pytest --update` writes what comes out; read the difference then.
"""

import time
from pathlib import Path

import literate
import pytest

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, known_by, read_foreign
from argmap.exchange.telling import lines
from argmap.exchange.word.dates import dates
from argmap.formatting import format_document
from argmap.language.parse import parse
from argmap.pipeline import load_text
from argmap.source import SourceFile

CASES = [*literate.cases(Path(__file__).parent / "cases")]


def made_of(case: literate.Case) -> dict[str, str]:
    block = next(block for block in case.blocks if block.word == "file")
    data = block.body.encode("utf-8")
    importer = known_by(data, block.name, IMPORTERS)
    assert importer is not None, "no importer knows it"
    made = read_foreign(data, block.name, importer)
    if not isinstance(made, Imported):
        return {"map": "", "report": f"not read: {made.why}\n"}
    assert load_text(made.text).errors == ()
    assert format_document(parse(SourceFile("x", made.text))[0]) == made.text
    report = "".join(f"{line}\n" for line in lines(made))
    return {"map": made.text, "report": f"{importer.name}\n{report}"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: literate.Case, request: pytest.FixtureRequest) -> None:
    made = made_of(case)
    if request.config.getoption("--update"):
        current = next(c for c in literate.cases(case.file.parent) if c.file == case.file and c.title == case.title)
        text = case.file.read_text(encoding="utf-8")
        for block in reversed([block for block in current.blocks if block.word in made]):
            text = text[: block.start] + made[block.word] + text[block.end :]
        case.file.write_text(text, encoding="utf-8", newline="\n")
        return
    for block in case.blocks:
        if block.word in made:
            assert made[block.word] == block.body, block.word


def test_each_importer_has_a_case() -> None:
    named = {block.body.split("\n")[0] for case in CASES for block in case.blocks if block.word == "report"}
    assert {importer.name for importer in IMPORTERS} - {"docx", "flow-sheets"} <= named


LONG = {
    "dashes": ("argdown", "(1) a\n" + "-" * 40_000 + "x\n(2) b\n"),
    "stars": ("argdown", "[S]: " + "*a " * 20_000),
    "stress": ("argdown", "[S]: " + "_a **b " * 10_000),
    "comments": ("argdown", "[S]: x\n" + "/* a " * 20_000),
    "other comments": ("argdown", "[S]: x\n" + "<!-- a // b\n" * 10_000),
    "arguments": (
        "argdown",
        "".join(f"(1) a{n}\n(2) b{n}\n----\n(3) c{n}\n  _ <U{n}>\n\n" for n in range(1500)),
    ),
    "marks of one source": (
        "kialo",
        "Discussion Name: K\n\n1. Thesis:\n" + "[1] " * 20_000 + "\n\nSources:\n[1] " + "word " * 20_000,
    ),
}


@pytest.mark.parametrize("what", LONG)
def test_a_file_is_read_in_the_time_that_its_length_takes(what: str) -> None:
    form, text = LONG[what]
    start = time.process_time()
    known_by(text.encode(), "a.txt", IMPORTERS)
    read = read_foreign(text.encode(), "a.txt", next(each for each in IMPORTERS if each.name == form))
    assert isinstance(read, Imported) and time.process_time() - start < 5


def test_the_dates_of_a_cite_are_found_in_the_time_that_its_length_takes() -> None:
    start = time.process_time()
    assert len(dates("2021 May 5, 2020 " * 5000)) == 10_000
    assert time.process_time() - start < 5
