"""The fields of declarations and statements."""

from collections.abc import Iterable

from ..diagnostic import Diagnostic, Label
from ..faults import Fault
from ..language.syntax import Field
from ..source import Prose, Span


def given_twice(
    fault: Fault, message: str, span: Span, first: Span, advice: str = "leave out one of them"
) -> Diagnostic:
    """A fault at a place that says again what an earlier place said."""
    return fault.at(span, message, advice, Label(first, "the first is here"))


def read_fields(fields: Iterable[Field], found: list[Diagnostic]) -> dict[str, Prose]:
    """The words of each field by its name; a field given twice is a fault, and the first holds."""
    read: dict[str, Prose] = {}
    for item in fields:
        name = item.name.text
        if item.value is None:
            continue
        if name in read:
            found.append(
                given_twice(Fault.DUPLICATE_FIELD, f"`{name}` is given twice", item.name.span, read[name].whole)
            )
        read.setdefault(name, item.value)
    return read
