"""Diagnostics as SARIF 2.1.0 (OASIS, with Errata 01), for code scanning and editors."""

import json
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from ..diagnostic import Diagnostic, Severity
from ..source import Span
from ..values import dataclass

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
START = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
"""Where a fault is shown that has no place, as that of a file which is not there: a reader such as
GitHub's code scanning shows no result that has no region."""
LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@dataclass(frozen=True, slots=True)
class RuleText:
    """What is told about a rule: its name, a sentence on it, its whole page, its default weight."""

    name: str
    summary: str
    page: str
    severity: Severity


def as_sarif(diagnostics: Sequence[Diagnostic], rules: Sequence[RuleText], version: str) -> str:
    """One SARIF log with one run. `version` is argmap's own; lines and columns count from 1, in
    code points, the end column exclusive."""
    index = {rule.name: number for number, rule in enumerate(rules)}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "argmap", "version": version, "rules": [_rule(rule) for rule in rules]}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(diagnostic, index) for diagnostic in diagnostics],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: RuleText) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.page},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
    }


def _result(diagnostic: Diagnostic, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": LEVEL[diagnostic.severity],
        "message": {"text": diagnostic.message + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")},
        "locations": [{"physicalLocation": _physical(diagnostic.span, diagnostic.file_name)}],
    }
    if diagnostic.code in index:
        result["ruleIndex"] = index[diagnostic.code]
    if diagnostic.labels:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(label.span, label.span.file.name),
                "message": {"text": label.message},
            }
            for number, label in enumerate(diagnostic.labels)
        ]
    if diagnostic.edits:
        result["fixes"] = [_fix(diagnostic)]
    return result


def _fix(diagnostic: Diagnostic) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in diagnostic.edits:
        replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.replacement}}
        changes.setdefault(edit.span.file.name, []).append(replacement)
    return {
        "description": {"text": diagnostic.help or diagnostic.message},
        "artifactChanges": [
            {"artifactLocation": {"uri": _uri(name)}, "replacements": replacements}
            for name, replacements in changes.items()
        ],
    }


def _physical(span: Span | None, file: str) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(file)}, "region": _region(span) if span else START}


def _region(span: Span) -> dict[str, int]:
    line, column = span.file.line_column(span.start)
    end_line, end_column = span.file.line_column(span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _uri(name: str) -> str:
    """A file's name as a reference: relative as it was given, or a `file:` address."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(PurePath(name).as_posix(), safe="/-._~")
