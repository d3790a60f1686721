"""What a check found, as a value that a Python program can go through and that shows itself."""

from ..diagnostic import Diagnostic, Severity
from .html import as_html
from .text import as_text, tally


class Findings(tuple[Diagnostic, ...]):
    """The diagnostics of a check, in the order of their places. A tuple; printed, it reads like the
    command line's report, and a notebook shows it in colour."""

    __slots__ = ()

    @property
    def errors(self) -> "Findings":
        """What is certainly wrong."""
        return Findings(found for found in self if found.severity is Severity.ERROR)

    @property
    def sound(self) -> bool:
        """Whether there is no error."""
        return not self.errors

    def __str__(self) -> str:
        return f"{as_text(self)}{tally(self)}"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return (as_html(self) if self else "") + f"<div>{tally(self)}</div>"
