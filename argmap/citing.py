"""What is wrong with the citations between square brackets."""

import re

from .openings import ID
from .vocabulary import nearest

NAME = re.compile(rf"\s*({ID})?\s*")
UNITS = ("para", "page", "section", "time")
LOCATORS = {
    "para": re.compile(r"[0-9]+(\s*[-–]\s*[0-9]+)?\s*"),
    "page": re.compile(r"[0-9]+(\s*[-–]\s*[0-9]+)?\s*"),
    "section": re.compile(r"(\"[^\"]+\"|“[^“”]+”)\s*"),
    "time": re.compile(r"[0-9]+:[0-9]{2}(:[0-9]{2})?\s*"),
}
EXAMPLES = {
    "para": "`para 3` or `para 3-5`",
    "page": "`page 3` or `page 3-5`",
    "section": '`section "The title"`',
    "time": "`time 1:23` or `time 1:02:30`",
}
SHORT = {"¶": "para", "p": "page", "p.": "page", "pp": "page", "pp.": "page", "para.": "para"}
UNIT = re.compile(r"(¶+|[^\W\d_]+\.?)\s*")

Fault = tuple[int, int, str, str] | tuple[int, int, str, str, str]


def explain_cites(text: str, at: int) -> Fault | None:
    """The first fault in `[...]`, which begins at the offset `at` of its line."""
    start = 1
    for part in _split(text[1:-1]):
        fault = _cite(part, at + start)
        if fault:
            return fault
        start += len(part) + 1
    return None


def _split(inner: str) -> list[str]:
    parts, begin, quoted = [], 0, False
    for at, letter in enumerate(inner):
        if letter in "\"“”":
            quoted = not quoted
        elif letter == ";" and not quoted:
            parts.append(inner[begin:at])
            begin = at + 1
    return [*parts, inner[begin:]]


def _cite(part: str, at: int) -> Fault | None:
    name = NAME.match(part)
    assert name is not None
    end = at + len(part.rstrip())
    if not name[1]:
        where = at, max(end, at + 1)
        return *where, "a citation begins with the id of a source", "such as `[smith para 3]`"
    rest, begin = part[name.end() :].rstrip(), at + name.end()
    if not rest:
        return None
    if rest[0].isdigit():
        return begin, end, f"what does {rest} count?", f"write `para {rest}` or `page {rest}`"
    unit = UNIT.match(rest)
    if not unit:
        return begin, end, f"`{rest}` does not say where in the source", f"write {EXAMPLES['para']}"
    return _locator(rest, unit[1], unit.end(), begin, end)


def _locator(rest: str, word: str, after: int, begin: int, end: int) -> Fault | None:
    known = "para" if word.startswith("¶") else SHORT.get(word, word)
    if known not in UNITS:
        meant = nearest(word, UNITS)
        message = f"`{word}` is no way to say where in a source"
        stop = begin + len(word)
        if meant:
            return begin, stop, f"{message}; did you mean `{meant}`?", f"write {EXAMPLES[meant]}", meant
        shown = ", ".join(EXAMPLES[unit] for unit in UNITS)
        return begin, stop, message, f"write {shown}; a further source goes behind a `;`"
    value = LOCATORS[known].match(rest, after)
    if not value:
        return begin, end, f"`{word}` wants to be followed by a place", f"write {EXAMPLES[known]}"
    if value.end() < len(rest):
        extra = begin + value.end()
        return extra, end, f"`{rest[value.end() :]}` does not belong here", "put `;` between two citations"
    return None
