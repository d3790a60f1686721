"""Authors' names in a cite."""

import re
from collections.abc import Sequence

from ...words.references import short_name
from .dates import MONTH

TITLES = re.compile(r"\b(?:dr|prof(?:essor)?|mr|mrs|ms)\.?\s+", re.I)
ET_AL = re.compile(r",?\s*(?:et\.?,?\s*al\.?)", re.I)
BETWEEN = re.compile(r"\s*(?:,\s*(?:and|&)\s+|;|\s+&\s*|\s+and\s+|,)\s*")
PART = re.compile(r"\s*(?:,\s*(?:(?P<and>and|&)\s+)?|;)\s*")
LETTER = re.compile(r"[^\W\d_]")
SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|esq|ph\.?d|md|jd|dds|edd|rn)\.?", re.I)
SUFFIX_BEHIND = re.compile(rf",?\s{SUFFIX.pattern}$", re.I)
FIRST = r"(?:[^\W\d_][\w’'.-]*\s+){1,3}"
FIRST_IN_BRACKET = re.compile(r"\s*[\[({]?\s*[,–—-]*\s*([A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]*){0,3})\s*[,;–—(]")
NO_NAME = re.compile(
    r"\b(professor|fellow|senior|staff|the|university|institute|journal|phd|dr|former|associate|assistant|director"
    r"|editor|writer|reporter|center|president|research\w*|m\.?a|b\.?a|no|author|chief|deputy|head|lecturer|scholar"
    r"|analyst|lawyer|attorney|economist|columnist|correspondent|manager|minister|secretary|member|chair|of|for|at)\b",
    re.I,
)


def people(names: str) -> tuple[str, ...]:
    """The authors named in a few words: `Hsu and Li`, `Hsu et al.`."""
    words = TITLES.sub("", ET_AL.sub("", names)).strip(" ,.;&")
    parts = [part.strip(" ,.;") for part in BETWEEN.split(words)]
    found = tuple(part for part in parts if part and LETTER.search(part))
    return found or ((words,) if words else ())


def named_first(behind: str, last: str) -> tuple[str, int, int] | None:
    """The full name that stands behind a last name that is set off (`**Hsu** 21 [Ada Hsu, ...`,
    `**Hsu** 21 [Ada, ...`), and its place; None where none does."""
    found = FIRST_IN_BRACKET.match(behind)
    if not found:
        return None
    first = found[1].strip()
    start, end = found.start(1), found.start(1) + len(first)
    if last.casefold() in first.casefold().split():
        return first, start, end
    if not NO_NAME.search(first) and len(first.split()) <= 2:
        return f"{first} {last}", start, end
    return None


def name_ends(words: str) -> int:
    """Where the names end that a cite begins with: what stands behind a comma and is no name (`Omar Reyes,
    head of research, May`) is not one of them."""
    first: str | None = None
    end = 0
    for part, stop, joined in _parts(words):
        if first is None:
            first = part
        elif not joined and not _goes_on(part, full=" " in first):
            break
        end = stop
    return len(words) if end == 0 or not words[end:].strip(" ,.;:–—-[({") else end


def _parts(words: str) -> Sequence[tuple[str, int, bool]]:
    """What stands between commas: its words, its end, and whether an `and` stands before it."""
    parts: list[tuple[str, int, bool]] = []
    at, joined = 0, False
    for found in (*PART.finditer(words), None):
        stop = found.start() if found else len(words)
        part = words[at:stop].strip(" \t.[({")
        if LETTER.search(part):
            parts.append((part, stop, joined))
        if found:
            at, joined = found.end(), found["and"] is not None
    return parts


def _goes_on(part: str, *, full: bool) -> bool:
    """Whether a part may be one more name; where the first is `full`, so are the others."""
    if ET_AL.search(f", {part}") or SUFFIX.fullmatch(part):
        return True
    named = part[:1].isupper() and not NO_NAME.search(part) and not re.fullmatch(MONTH, part)
    return named and (not full or " " in part)


def is_person(words: str) -> bool:
    """Whether some words are a person's full name and no calling."""
    return short_name(words) != words and not NO_NAME.search(SUFFIX_BEHIND.sub("", words))


def are_several(names: str) -> bool:
    """Whether some words name several people: `Hsu and Li`, `Hsu & Li`, `Hsu et al.`; not `Department of
    Trade and Industry`."""
    if ET_AL.search(names) or ";" in names:
        return True
    parts = [part.strip() for part in BETWEEN.split(names)]
    parts = [part for part in parts if part and not SUFFIX.fullmatch(part)]
    return len(parts) > 1 and all(" " not in part or is_person(part) for part in parts)


def named_in_full(behind: str, lasts: Sequence[str]) -> tuple[tuple[str, ...], int, int] | None:
    """The full names that stand behind last names that are set off (`**Lund and Bree** 25, Kari Lund and
    Tom Bree, ...`), and their place; None where they do not."""
    names = r"(?:,\s*(?:and|&)\s+|\s+(?:and|&)\s+|[,;]\s*)".join(rf"({FIRST}{re.escape(last)})" for last in lasts)
    found = re.match(rf"\s*[\[({{]?\s*[,–—-]*\s*{names}(?!\w)", behind)
    return (found.groups(), found.start(1), found.end(len(lasts))) if found else None
