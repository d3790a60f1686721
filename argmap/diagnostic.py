"""What can be wrong with a user's text, as a value.

A fault in a file is never an exception: it is a `Diagnostic` that every output (terminal,
JSON, an editor) renders in its own way.
"""

from enum import StrEnum

from .source import Span
from .values import dataclass


class Severity(StrEnum):
    """How certain it is that something must change. The order is the order of weight."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that explains the first, with a few words on why."""

    span: Span
    message: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the words at a place: one step of a safe mend."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong: what, where, how sure, and the way out.

    `code` is stable and kebab-case. `span` is None only where there is no text to point into
    (a file that cannot be read); `file` then names it. `edits` is filled only where there is
    exactly one safe mend. `trace` is filled only where argmap itself failed: its own places.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None
    help: str | None = None
    labels: tuple[Label, ...] = ()
    edits: tuple[Edit, ...] = ()
    file: str = ""
    trace: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """The file that it is about."""
        return self.span.file.name if self.span else self.file

    def __str__(self) -> str:
        return f"{self.span or self.file}: {self.severity}[{self.code}]: {self.message}"


def place_order(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    """A key that sorts diagnostics by file, then by place."""
    span = diagnostic.span
    return (diagnostic.file_name, span.start if span else -1, span.end if span else -1, diagnostic.code)
