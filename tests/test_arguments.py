"""The real argument files: they check clean, draw, and say what the README says of them."""

import json
import re
from pathlib import Path

import pytest

from argmap.checks import run
from argmap.checks.configuration import find_settings
from argmap.diagram.picture import to_svg
from argmap.formats.json import to_json
from argmap.formatting import format_document
from argmap.judging import verdicts
from argmap.language.parse import parse
from argmap.pipeline import load
from argmap.quotation import quotations

ARGUMENTS = Path(__file__).parent.parent / "arguments"
FILES = sorted(ARGUMENTS.glob("*.argmap"))
CASES = {"saraswat": {5, 7, 8, *range(10, 14), *range(15, 18), *range(19, 22), 23, 24},
         "johnstone-hornung": {*range(7, 27)}}  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_checks_clean_and_is_in_canonical_form(path: Path) -> None:
    loaded = load(path)
    assert loaded.diagnostics == ()
    document, _ = parse(loaded.map.file)
    assert format_document(document) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [p for p in FILES if p.stem != "sources"], ids=lambda path: path.stem)
def test_each_map_has_nothing_against_it_and_draws_whole(path: Path) -> None:
    loaded = load(path)
    settings, faults = find_settings(path)
    assert not faults
    assert [found.message for found in run(loaded, settings)] == []
    svg = to_svg(loaded.map)
    for statement in loaded.map.statements:
        assert f">{statement.label}" in svg


def test_every_arguing_paragraph_is_cited_and_quoted_in_few_words() -> None:
    map = load(ARGUMENTS / "camp-david.argmap").map
    assert len(map.statements) >= 90
    cited: dict[str, set[int]] = {name: set() for name in CASES}
    quoted = []
    for statement in map.statements:
        for cite in statement.cites:
            assert cite.locator is not None
            cited[cite.source.id].update(range(cite.locator.first, cite.locator.last + 1))
        quoted += [statement.text[q.start : q.end] for q in quotations(statement.text)[0]]
    for name, wanted in CASES.items():
        assert wanted <= cited[name], name
    assert len(quoted) >= 25
    assert max(len(re.findall(r"\w+(?:['’]\w+)?", words)) for words in quoted) <= 12


def test_the_verdicts_are_those_that_the_readme_tells() -> None:
    map = load(ARGUMENTS / "camp-david.argmap").map
    found = verdicts(map)
    told = {name: str(found[map.by_name[name]]) for name in ("hallmarks", "noalliance", "collective", "article5")}
    assert told == {"hallmarks": "stands", "noalliance": "stands", "collective": "falls", "article5": "stands"}


def test_the_json_names_what_its_links_join() -> None:
    data = json.loads(to_json(load(ARGUMENTS / "camp-david.argmap").map))
    names = {item["id"] or item["label"] for item in data["statements"]}
    for link in data["links"]:
        end = link["to"]
        while not isinstance(end, str):
            assert set(end["from"]) <= names
            end = end["to"]
        assert {*link["from"], end} <= names
