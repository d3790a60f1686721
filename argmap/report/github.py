"""Diagnostics as annotations of a GitHub workflow run.

The form is that of workflow commands: `::error file=a.argmap,line=7,col=1,endColumn=5,title=code::message`.
Lines and columns count from 1 and the end column is exclusive. GitHub takes columns only where the
first and the last line are the same.
"""

from collections.abc import Sequence

from ..diagnostic import Diagnostic, Severity

COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """One workflow command a line, each ended by a line break."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    properties = {"file": diagnostic.file_name, **_place(diagnostic), "title": f"argmap {diagnostic.code}"}
    written = ",".join(f"{name}={str(value).translate(PROPERTY)}" for name, value in properties.items())
    message = diagnostic.message + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")
    return f"::{COMMAND[diagnostic.severity]} {written}::{message.translate(DATA)}"


def _place(diagnostic: Diagnostic) -> dict[str, int]:
    span = diagnostic.span
    if span is None:
        return {"line": 1}
    line, column = span.file.line_column(span.start)
    end_line, end_column = span.file.line_column(span.end)
    if end_line != line:
        return {"line": line, "endLine": end_line}
    return {"line": line, "endLine": line, "col": column, "endColumn": max(end_column, column + 1)}
