"""Diagnostics as JSON, in the shape that scripts rely on."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ..diagnostic import Diagnostic, Severity
from ..source import Span


def as_json(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """One JSON object with `diagnostics` and a `summary`; `files` is how many were checked."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return json.dumps(
        {
            "diagnostics": [_diagnostic(diagnostic) for diagnostic in diagnostics],
            "summary": {
                "files": files,
                "errors": counts[Severity.ERROR],
                "warnings": counts[Severity.WARNING],
                "infos": counts[Severity.INFO],
            },
        },
        ensure_ascii=False,
        indent=2,
    )


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        **_place(diagnostic.span, diagnostic.file_name),
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "related": [
            {**_place(label.span, label.span.file.name), "message": label.message} for label in diagnostic.labels
        ],
    }


def _place(span: Span | None, file: str) -> dict[str, Any]:
    if span is None:
        return {"file": file, "line": 1, "column": 1, "end_line": 1, "end_column": 1}
    line, column = span.file.line_column(span.start)
    end_line, end_column = span.file.line_column(span.end)
    return {"file": file, "line": line, "column": column, "end_line": end_line, "end_column": end_column}
