"""What is wrong with the citations between square brackets."""

import re
from typing import NamedTuple

from ..english import nearest
from ..regex import regex
from .shapes import ID

NAME = regex(rf"\s*({ID})?\s*")
UNITS = ("para", "page", "section", "time")
NUMBERS = r"[0-9]+(?:\s*[-‐‑–—]\s*[0-9]+)?\s*"
PRINTED = r"(?:[ivxlcdmIVXLCDM]+|[A-Za-z]{1,2}[0-9]+)"
LOCATORS = {
    "para": regex(NUMBERS),
    "page": regex(rf"(?:{NUMBERS}|{PRINTED}(?:\s*[-‐‑–—]\s*{PRINTED})?(?!\w)\s*)"),
    "section": regex(r"(\"\s*[^\"\s][^\"]*\"|“\s*[^“”\s][^“”]*”)\s*"),
    "time": regex(r"[0-9]+:[0-9]{2}(:[0-9]{2})?\s*"),
}
EXAMPLES = {
    "para": "`para 3` or `para 3-5`",
    "page": "`page 3`, `page 3-5` or `page xii`",
    "section": '`section "The title"`',
    "time": "`time 1:23` or `time 1:02:30`",
}
SHORT = {"¶": "para", "p": "page", "p.": "page", "pp": "page", "pp.": "page", "para.": "para"}
MEANT = {
    "paragraph": "para", "paragraphs": "para", "par": "para", "par.": "para", "paras": "para", "§": "section",
    "pages": "page", "pg": "page", "pg.": "page", "minute": "time", "min": "time", "heading": "section",
}  # fmt: skip
UNIT = regex(r"(¶+|§|[^\W\d_]+\.?)\s*")
MORE_NUMBERS = regex(rf",\s*({NUMBERS})$")
YEAR = regex(r"(19|20)[0-9]{2}")
YEAR_AND_PLACE = regex(
    r",?\s*['’]?(?:(?:19|20)?[0-9]{2})\s*,?\s+(?P<unit>paras?|pages?|pp?|¶)\.?\s*(?P<number>[0-9]+(?:\s*[-–]\s*[0-9]+)?)"
)


class Trouble(NamedTuple):
    """What is wrong between two offsets of a line, the way out, and what to write there if that is
    beyond doubt."""

    begin: int
    end: int
    message: str
    advice: str
    mend: str | None = None


def explain_cites(text: str, at: int) -> Trouble | None:
    """The first fault in `[...]`, which begins at the offset `at` of its line."""
    start = at + 1
    for part in _split(text[1:-1]):
        fault = _cite(part, start)
        if fault:
            return fault
        start += len(part) + 1
    return None


def _split(inner: str) -> list[str]:
    parts, begin, quoted = [], 0, False
    for at, letter in enumerate(inner):
        if letter in '"“”':
            quoted = not quoted
        elif letter == ";" and not quoted:
            parts.append(inner[begin:at])
            begin = at + 1
    return [*parts, inner[begin:]]


def _cite(part: str, at: int) -> Trouble | None:
    name = NAME.match(part)
    assert name is not None
    end = at + len(part.rstrip())
    if not part.strip():
        return Trouble(at - 1, at, "a citation is missing here", "name a source by its id, as in `[smith para 3]`")
    if not name[1]:
        return Trouble(at, end, "a citation begins with the id of a source", "write it as in `[smith para 3]`")
    rest, begin = part[name.end() :].rstrip(), at + name.end()
    unit = UNIT.match(rest)
    if unit:
        return _locator(name[1], rest, unit, begin)
    dated = YEAR_AND_PLACE.fullmatch(rest)
    if dated:
        place = f"{'page' if dated['unit'][0] == 'p' and dated['unit'][:3] != 'par' else 'para'} {dated['number']}"
        advice = f"it is in the source's `date`: write `{name[1]} {place}`"
        return Trouble(begin, end, "no year stands in a citation", advice, f" {place}" if rest[0] == "," else place)
    place = rest[1:].strip()
    unit = UNIT.match(place) if rest[:1] == "," else None
    if unit and _locator(name[1], place, unit, begin) is None:
        message = "no comma stands between a source and the place in it"
        return Trouble(begin, end, message, f"write `{name[1]} {place}`", f" {place}")
    return Trouble(begin, end, *_no_place(rest)) if rest else None


def _no_place(rest: str) -> tuple[str, str]:
    """What to say of words behind a source's id that name no paragraph, page, section or time."""
    if YEAR.fullmatch(rest):
        advice = "the year stands in the source's `date`; a place in the source is such as `para 3`"
        return f"`{rest}` does not say where in the source", advice
    if rest.startswith("://"):
        return "an address stands in the source's `url`", "name the source by its id, as in `[smith para 3]`"
    if rest[0].isdigit():
        return f"`{rest}` does not say what it counts", f"write `para {rest}` or `page {rest}`"
    if rest[0] == "," and UNIT.match(rest[1:].lstrip()) and any(letter.isdigit() for letter in rest):
        return "no comma stands between a source and the place in it", "leave it out, as in `[smith para 3]`"
    if rest[0] == ",":
        return "a comma cannot stand between citations", "put `;` between them"
    return f"`{rest}` does not say where in the source", f"write {EXAMPLES['para']}"


def _locator(name: str, rest: str, unit: re.Match[str], begin: int) -> Trouble | None:
    """The fault in `para 3`, which begins at the offset `begin` of its line."""
    word, end = unit[1], begin + len(rest)
    known = "para" if word.startswith("¶") else SHORT.get(word, word)
    if known not in UNITS:
        return _unknown_unit(word, begin)
    value = LOCATORS[known].match(rest, unit.end())
    if not value:
        return Trouble(begin, end, f"`{rest}` does not say where in the source", f"write {EXAMPLES[known]}")
    extra = rest[value.end() :]
    if not extra:
        return None
    advice = "put `;` between two citations"
    if more := MORE_NUMBERS.match(extra):
        advice = f"write `{name} {known} {value.group().strip()}; {name} {known} {more[1].strip()}`"
    return Trouble(begin + value.end(), end, f"`{extra}` cannot stand here", advice)


def _unknown_unit(word: str, begin: int) -> Trouble:
    meant = MEANT.get(word.casefold()) or nearest(word, UNITS)
    message = f"`{word}` does not say where in a source"
    end = begin + len(word)
    if meant:
        return Trouble(begin, end, f"{message}; did you mean `{meant}`?", f"write {EXAMPLES[meant]}", meant)
    shown = ", ".join(EXAMPLES[unit] for unit in UNITS)
    return Trouble(begin, end, message, f"write {shown}; a second source goes after a `;`")
