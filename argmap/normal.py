"""Normal forms of Unicode in time that grows with the text.

Python sorts the marks above and below a letter by insertion, which takes the square of their number.
Text has a few of them on a letter; beyond 30 (the measure of UAX #15, Stream-Safe Text Format) a letter's
marks are sorted in pieces.
"""

import re
import sys
import unicodedata
from functools import cache
from itertools import pairwise
from typing import Literal

from .regex import regex

Form = Literal["NFC", "NFKC", "NFD", "NFKD"]
MANY = regex(r"[^\x00-\u02ff]{31}")
"""What no text of Latin letters has; only where it is found are marks counted."""


def normal(form: Form, text: str) -> str:
    """A text in one of Unicode's normal forms."""
    if text.isascii():
        return text
    if not MANY.search(text):
        return unicodedata.normalize(form, text)
    ends = [0, *(found.end() for found in _piled().finditer(text)), len(text)]
    return "".join(unicodedata.normalize(form, text[start:end]) for start, end in pairwise(ends))


@cache
def _piled() -> re.Pattern[str]:
    """Thirty marks on one letter."""
    marks = (chr(code) for code in range(0x300, sys.maxunicode) if unicodedata.combining(chr(code)))
    return re.compile(f"[{''.join(marks)}]{{30}}")
