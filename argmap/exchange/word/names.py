"""Authors' names in a cite."""

import re

TITLES = re.compile(r"\b(?:dr|prof(?:essor)?|mr|mrs|ms)\.?\s+", re.I)
ET_AL = re.compile(r",?\s*(?:et\.?,?\s*al\.?)", re.I)
BETWEEN = re.compile(r"\s*(?:,\s*(?:and|&)\s+|;|\s+&\s*|\s+and\s+|,)\s*")
LETTER = re.compile(r"[^\W\d_]")
FIRST_IN_BRACKET = re.compile(r"\s*[\[({]?\s*[,–—-]*\s*([A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]*){0,3})\s*[,;–—(]")
NO_NAME = re.compile(
    r"\b(professor|fellow|senior|staff|the|university|institute|journal|phd|dr|former|associate|assistant|director"
    r"|editor|writer|reporter|center|president|research\w*|m\.?a|b\.?a|no|author)\b",
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
