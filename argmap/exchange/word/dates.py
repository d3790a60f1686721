"""The dates in a cite, as American and other debaters write them."""

import datetime
import re
from bisect import bisect_left

from ...values import dataclass

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
CENTURY_TURNS = 50
"""Two digits from here on are of the last century."""
WAYS = (
    ("ymd", re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")),
    ("mdy", re.compile(r"(?<![\d/-])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d|[’']?\d\d)(?![\d/-])")),
    ("Mdy", re.compile(rf"\b({MONTH})\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*((?:19|20)\d\d)\b", re.I)),
    ("dMy", re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({MONTH})\s*,?\s*((?:19|20)\d\d)\b", re.I)),
    ("My", re.compile(rf"\b({MONTH})\s*,?\s*((?:19|20)\d\d)\b", re.I)),
    ("Md", re.compile(rf"\b({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?=\s*[;,.\]])", re.I)),
    ("md", re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(?![\d/-])|(?<=[;,\[(] )(\d{1,2})-(\d{1,2})(?=[;,\])])")),
    ("y", re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/-])")),
)
"""Fuller ways first: where two overlap, the first is meant."""
NAMED = frozenset(("Mdy", "dMy", "My", "Md"))
"""Ways that name the month, which most cites do not: they are slow to look for in vain."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at its place; `kind` says how it is written, `md` and `Md` without a year (`-05-02`)."""

    start: int
    end: int
    date: str
    kind: str

    def of(self, year: str) -> "Dated | None":
        """The day in a year, or None where that year has no such day."""
        date = _day(int(year), *map(int, self.date[1:].split("-")))
        return Dated(self.start, self.end, date, self.kind) if date else None


def full_year(words: str) -> str:
    """`2021` of `2021`, `’21`, `21` or (of a decade's first years) `1`."""
    digits = words.strip("’'‘`´ ")
    if len(digits) == 4:
        return digits
    number = int(digits)
    return str((2000 if number < CENTURY_TURNS else 1900) + number)


def dates(text: str) -> list[Dated]:
    """The dates in a text, by their places."""
    found: list[Dated] = []
    small = text.casefold()
    named = any(month in small for month in MONTHS)
    for kind, way in WAYS:
        if kind in NAMED and not named:
            continue
        for match in way.finditer(text):
            date = _date(kind, [group for group in match.groups() if group])
            before = bisect_left(found, match.end(), key=lambda day: day.start)  # none lies over another
            if date and not (before and found[before - 1].end > match.start()):
                found.insert(before, Dated(*match.span(), date, kind))
    return found


def _date(kind: str, parts: list[str]) -> str | None:  # noqa: PLR0911 - one for each way
    match kind:
        case "ymd":
            year, month, day = map(int, parts)
            return _day(year, month, day)
        case "mdy":
            month, day = int(parts[0]), int(parts[1])
            if month > 12 >= day:
                month, day = day, month
            return _day(int(full_year(parts[2])), month, day)
        case "Mdy":
            return _day(int(parts[2]), _month(parts[0]), int(parts[1]))
        case "dMy":
            return _day(int(parts[2]), _month(parts[1]), int(parts[0]))
        case "My":
            return f"{parts[1]}-{_month(parts[0]):02}"
        case "Md":
            return f"-{_month(parts[0]):02}-{int(parts[1]):02}"
        case "md":
            month, day = map(int, parts)
            return f"-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
    return parts[0]


def _month(words: str) -> int:
    return MONTHS.index(words[:3].casefold()) + 1


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
