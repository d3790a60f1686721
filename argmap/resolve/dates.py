"""Dates: which can be read, and what was meant by one that cannot."""

import re

from ..dates import NoSuchDateError, known_date, read_date
from ..diagnostic import Diagnostic, Edit
from ..faults import Fault
from ..model import NONE_IN_SOURCE
from ..regex import regex
from ..source import Prose

NO_DATE = regex(r"n\.? ?d\.?|no date|undated|date unknown|unknown|none|n/?a|not given|-+|\?+", re.I)
"""What reference programs and people write where the original gives no date."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?P<month>(?:{'|'.join(MONTHS)})[a-z]*)\.?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>[0-9]{4})"
WRITTEN = tuple(
    regex(pattern, re.I)
    for pattern in (
        rf"{YEAR}[-‐‑–—./](?P<month>[0-9]{{1,2}})(?:[-‐‑–—./](?P<day>[0-9]{{1,2}}))?",
        rf"(?:[a-z]+day,? )?{DAY}\.? (?:of )?{MONTH},? {YEAR}",
        rf"(?:[a-z]+day,? )?{MONTH} {DAY},? {YEAR}",
        rf"{MONTH},? {YEAR}",
        rf"{YEAR},? {MONTH}(?: {DAY})?",
        rf"(?P<month>0?[1-9]|1[0-2])[/.](?P<day>1[3-9]|2[0-9]|3[01])[/.]{YEAR}",
        rf"(?P<day>1[3-9]|2[0-9]|3[01])[/.](?P<month>0?[1-9]|1[0-2])[/.]{YEAR}",
    )
)
"""The ways to write a date that leave no doubt which day is meant: 3/4/2023 is none of them."""


def check_date(value: Prose | None, found: list[Diagnostic]) -> None:
    """Tell of a date that cannot be read, or that does not exist."""
    if value is None or value.text == NONE_IN_SOURCE:
        return
    message = _no_date(value.text)
    if not message:
        return
    if NO_DATE.fullmatch(value.text):
        message = f"`{value.text}` cannot be read as a date"
        edits = (Edit(value.whole, NONE_IN_SOURCE),)
        advice = f"write `{NONE_IN_SOURCE}` if the original gives no date"
        found.append(Fault.BAD_DATE.at(value.whole, message, advice, edits=edits))
    else:
        meant = plain_date(value.text)
        mends = (Edit(value.whole, meant),) if meant else ()
        advice = "write a year, a year and month, or a day: `2023`, `2023-09` or `2023-09-19`"
        if not message.endswith("exist"):
            advice += f"; `{NONE_IN_SOURCE}` if the original gives none"
        advice = f"write `{meant}`" if meant else advice
        found.append(Fault.BAD_DATE.at(value.whole, message, advice, edits=mends))


def _no_date(text: str) -> str:
    """Why a text is no date; empty where it is one."""
    try:
        return "" if read_date(text) else f"`{text}` cannot be read as a date"
    except NoSuchDateError as fault:
        return f"`{text}` is a {fault.part} that does not exist"


def plain_date(text: str) -> str | None:
    """The date that is meant by one that is written out, has other dashes or lacks its noughts."""
    for pattern in WRITTEN:
        if match := pattern.fullmatch(text):
            given = match.groupdict()
            month = given["month"]
            number = MONTHS.index(month[:3].lower()) + 1 if month.isalpha() else int(month)
            plain = f"{given['year']}-{number:02}" + (f"-{int(given['day']):02}" if given.get("day") else "")
            return plain if known_date(plain) else None
    return None
