"""The fields of declarations and statements, and the dates in them."""

import re
from collections.abc import Iterable

from ..dates import NoSuchDateError, known_date, read_date
from ..diagnostic import Diagnostic, Edit, Label
from ..faults import Fault
from ..language.syntax import Field
from ..model import NONE_IN_SOURCE
from ..source import Prose, Span

LIKE_A_DATE = re.compile(r"([0-9]{4})[-‐‑–—./]([0-9]{1,2})(?:[-‐‑–—./]([0-9]{1,2}))?")


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


def check_date(value: Prose | None, found: list[Diagnostic]) -> None:
    """Tell of a date that is none, or that does not exist."""
    if value is None or value.text == NONE_IN_SOURCE:
        return
    message = _no_date(value.text)
    if message:
        advice = "write a year, a year and month, or a day: `2023`, `2023-09` or `2023-09-19`"
        meant = _plain_date(value.text)
        edits = (Edit(value.whole, meant),) if meant else ()
        advice = f"write `{meant}`" if meant else advice
        found.append(Fault.BAD_DATE.at(value.whole, message, advice, edits=edits))


def _no_date(text: str) -> str | None:
    """Why a text is no date; None where it is one."""
    try:
        return None if read_date(text) else f"`{text}` cannot be read as a date"
    except NoSuchDateError as fault:
        return f"`{text}` is a {fault.part} that does not exist"


def _plain_date(text: str) -> str | None:
    """The date that was meant by one with other dashes, or without its noughts."""
    match = LIKE_A_DATE.fullmatch(text)
    if not match:
        return None
    plain = "-".join(part.zfill(2) for part in match.groups() if part)
    return plain if known_date(plain) else None
