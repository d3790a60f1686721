"""What a word, a sign, a footnote marker and a division at a line's end look like.

Signs that change a number are words of their own. Scripts that put no blanks between words
(Chinese, Japanese, Thai...) are taken letter by letter.
"""

import re
from functools import cache

from ..normal import normal

# Marks that \w leaves out although they belong to the letter before them, and what is invisible.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u200b-\u200d\u2060\ufeff"
)
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30fa\u30fc-\u30ff"
    "\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
CURRENCY = "$\u00a2-\u00a5\u058f\u060b\u20a0-\u20cf\ufdfc\ufe69\uff04\uffe0\uffe1\uffe5\uffe6"
SIGNS = rf"[%‰‱&@#°§+=<>±×÷~¬\u2200-\u2211\u2213-\u22ff{CURRENCY}]"
MINUS = rf"(?<![\w)\]%.’'])(?:[-–‐‑\u00ad](?=\.?\d|[{CURRENCY}])|\u2212(?=\s?[.\d{CURRENCY}]))"
"""A dash just before a number and behind no word: a minus sign, and no dash between two words."""
LETTER = rf"(?:(?![{UNSPACED}{RAISED}])[^\W_]|[{MARKS}])"
POWER = r"\d+(?:[.,]\d+)*(?:\^[-−]?\d+|[⁺⁻]?[%s]+)" % RAISED  # noqa: UP031 (braces are the pattern's)
AREA = r"\d*(?:(?<=\d)|(?<=\d\s))(?:[kcmdµ]?m|ft|in|mi|yd|s)[²³]"
WORD = (
    # What nearly every place of a text is comes first: no word begins here, or a plain word does.
    r"(?![\s,;:?!()\"“”])(?:[A-Za-z]+(?=[\s.,;:?!)])"
    rf"|{POWER}|\d+(?:[.,]\d+)+|{AREA}|{LETTER}+(?:['’ʼ]{LETTER}+)*"
    rf"|[{UNSPACED}]|{MINUS}|{SIGNS})"
)
OVER_BLANKS = r"\u2212\s|\d\s(?:[kcmdµ]?m|ft|in|mi|yd|s)[²³]"
"""Where `WORD` looks over a blank."""

# What follows names the letter it begins with first, which is found at once, and then what stands before it.
ENDS = r"[.,;:?!\"”’)\]»…]"
RAISED_MARKER = rf"[{RAISED}](?:(?<=[^\W\d_].)|(?<={ENDS}.))[{RAISED}]*(?:[,–-][{RAISED}]+)*"
MARKER = (
    rf"[\[{RAISED}](?:(?:(?<=[^\W\d_]\[)|(?<={ENDS}\[)|(?<=[^\W\d_]\s\[))"
    r"(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|note \d+|citation needed)\]"
    rf"|(?<!\[)(?:(?<=[^\W\d_].)|(?<={ENDS}.))[{RAISED}]*(?:[,–-][{RAISED}]+)*)"
)
"""The number of a footnote. In a quotation brackets may as well be the quoter's."""
SOFT = r"(?<=\u00ad)[\u00ad \t]*"
DIVISION = rf"[-‐\u00ad](?<=[^\W\d_].)(?:[ \t]*\r?\n[ \t]*|\s*\f\s*|{SOFT})(?=[^\W\d_])"
"""A word divided at a line's end, or at a page's; or where a soft hyphen says that it may be. (Many PDFs
have soft hyphens for all their hyphens: `real-time`.)"""
DIVISION_QUOTED = rf"[-‐‑\u00ad](?<=[^\W\d_].)(?:\s+|{SOFT})(?=[^\W\d_])"
"""The same in a quotation, whose lines may have been joined since."""
HYPHEN = r"[-‐‑–](?<=[^\W_].)(?=[^\W_])"
BRACKET = r"[\[\]](?<=[^\W_].)(?=[^\W_])"
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
MINUSES = dict.fromkeys("-–‐‑\u00ad\u2212", "\u2212")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, put together when it is first needed: a map without quotations does not wait for it."""
    return re.compile(pattern)


def in_word(letter: str) -> bool:
    """Whether a letter makes one word with the letters beside it."""
    return letter.isalnum() and not re.match(f"[{UNSPACED}{RAISED}]", letter)


def exact(word: str) -> str:
    """A word as it is compared where capitals count."""
    if word.isascii():
        return word
    plain = normal("NFKC", word.translate(INVISIBLE))
    return plain.replace("’", "'").replace("ʼ", "'")


def folded(word: str) -> str:
    """A word as it is compared where capitals do not count."""
    if word.isascii():
        return MINUSES.get(word) or word.lower()
    if word in MINUSES:
        return MINUSES[word]
    if word[0].isdecimal() and compiled(f"[{RAISED}]").search(word):
        word = _power(word)
    return exact(word).casefold()


def _power(word: str) -> str:
    """A number with its raised figure written as `10^9`."""
    raised = compiled(f"[⁺⁻]?[{RAISED}]+$").search(word)
    if raised is None or not word[raised.start() - 1].isdecimal():
        return word
    return f"{word[: raised.start()]}^{raised.group().translate(PLAIN)}"
