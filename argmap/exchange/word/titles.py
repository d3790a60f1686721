"""What headings and tags say: blocks of answers, speeches, numbers, kinds of answer."""

import re
from collections.abc import Sequence

from ...debate import FORMATS
from ...model import Mark

SPEECH = re.compile(r"(?<!\w)(1AC|1NC|2AC|2NC/1NR|1NR/2NC|2NC|1NR|1AR|2NR|2AR|AC|NC|NR)(?!\w)")
SPEECH_AT_END = re.compile(r"\s*(?:---|--|–|—|-)\s*(?:1AC|1NC|2AC|2NC/1NR|2NC|1NR|1AR|2NR|2AR|AC|NC|NR)(?:/\w+)?\s*$")
ANSWERS = re.compile(
    r"(?:^|(?<=---)|(?<=[–—] )|(?<=- )|(?<=\s))"
    r"(?:[Aa]/?[Tt]\s?(?=:|---|–|—)|A2(?![0-9A-Za-z])|AT(?=\s+[A-Z0-9“\"‘'])|(?i:answers?\s+to)\b|(?i:they say)\b)"
    r"\s*(?:---|[:–—-])?\s*(?P<what>\S.*)$"
)
NUMBER = re.compile(r"^\s*(\d{1,2})\s*(?:\.|\)|\]|---|:)\s+(?=\S)")
NUMBER_BEFORE = re.compile(r"^\W*\d{1,2}\s*(?:---|[.)\]:])\s*")
KINDS_OF_ANSWER = tuple(
    (re.compile(rf"(?:{words})\s*(?:---|[—–:.,-])", re.I), mark)
    for words, mark in (
        (r"no[- ]?n?unique|non-?unique|not unique|nuq|nq", Mark.NON_UNIQUE),
        (r"(?:link |impact )?turns?", Mark.TURN),
        (r"alt(?:ernative)?\.? causes?", Mark.ALT_CAUSE),
        (r"(?:case )?outweighs?", Mark.OUTWEIGH),
        (r"mitigat\w+", Mark.MITIGATE),
        (r"indict", Mark.INDICT),
    )
)


def answered(title: str) -> str | None:
    """What a block of answers answers (`AT: X`, `2AC --- A2: X`), a speech behind it left out; None for
    any other heading."""
    found = ANSWERS.search(title)
    return (SPEECH_AT_END.sub("", found["what"]) or found["what"]) if found else None


def speeches(path: Sequence[str], format: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The speech that the nearest of some headings names: as speeches of a format that has it, else as
    tags."""
    for title in reversed(path):
        named = SPEECH.findall(title)
        if named:
            known = {speech.name for speech in FORMATS[format].speeches} if format else set()
            name = "Block" if "/" in named[-1] and "Block" in known else named[-1]
            return ((name,), ()) if name in known else ((), tuple(named[-1].split("/")))
    return (), ()


def kind_of_answer(tag: str) -> Mark | None:
    """The mark of an answer that begins with what it is: `2. Turn: ...`."""
    words = NUMBER_BEFORE.sub("", tag)
    return next((mark for found, mark in KINDS_OF_ANSWER if found.match(words)), None)


def numbered(tags: Sequence[str]) -> bool:
    """Whether a block's tags are numbered 1, 2, 3."""
    numbers = [int(found[1]) for tag in tags if (found := NUMBER.match(tag))]
    return bool(numbers) and numbers == list(range(1, len(numbers) + 1))
