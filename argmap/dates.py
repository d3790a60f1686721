"""A date as far as it is known: read once, and asked by whoever needs it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .regex import regex

WRITTEN = regex(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A day that exists, or a month or a year of which no more is known (then the rest is None)."""

    year: int
    month: int | None = None
    day: int | None = None

    def years(self, *, latest: bool) -> float:
        """It as a number of years. What is not known is taken to be as late, or as early, as can be."""
        month = self.month or (12 if latest else 1)
        day = self.day or (31 if latest else 1)
        return self.year + (month - 1) / 12 + (day - 1) / 372

    def readable(self) -> str:
        """`19 Sep 2023`, `Sep 2023` or `2023`."""
        parts = (self.day, self.month and MONTHS[self.month - 1], f"{self.year:04}")
        return " ".join(str(part) for part in parts if part)

    def __str__(self) -> str:
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)


class NoSuchDateError(ValueError):
    """It is written like a date, but there is none: `part` is the year, month or day that does not exist."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def read_date(text: str) -> Date | None:
    """The date that a text is: `2023`, `2023-09` or `2023-09-19`; None where it is written otherwise.

    Raises NoSuchDateError for one such as `2023-02-30`.
    """
    match = WRITTEN.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        date(year, month if month is not None else 1, day if day is not None else 1)
    except ValueError as fault:
        bad_month = month is not None and not 1 <= month <= 12
        raise NoSuchDateError("year" if year < 1 else "month" if bad_month else "day") from fault
    return Date(year, month, day)


@lru_cache(4096)
def known_date(text: str | None) -> Date | None:
    """The same, None also where there is no such date, or no text: that is told where it is written."""
    try:
        return read_date(text) if text else None
    except NoSuchDateError:
        return None
