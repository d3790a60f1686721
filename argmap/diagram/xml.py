"""The only way for words into a picture: a writer of well-formed XML.

What XML 1.0 cannot hold (control characters, lone surrogates, noncharacters) is dropped, and so
are the controls that turn the direction of text for whatever follows them.
"""

from collections.abc import Mapping
from functools import lru_cache

from ..regex import regex

_UNFIT = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069\ufeff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U000e0001\U0010fffe\U0010ffff]"
)
_BLANK = regex(r"[^\S\u00a0]+")
_SPECIAL = regex('[&<>"\n\r\t]|' + _UNFIT.pattern)
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
SHORT = 48
"""Letters of what is remembered: names, colours and words come again and again, whole statements do not."""
_SAFE = ("http://", "https://", "mailto:")


def clean(text: str) -> str:
    """A user's words without what XML cannot hold, on one line."""
    if _fit(text):
        return text.strip()
    return _BLANK.sub(" ", _UNFIT.sub("", text)).strip()


def _fit(text: str) -> bool:
    """Whether words are plain letters on one line: most are."""
    return text.isascii() and text.isprintable() and "  " not in text


def safe_url(url: str | None) -> str | None:
    """An address that may be a link: http, https or mailto, without blanks; else None."""
    if url is None or url != clean(url) or " " in url or not url.lower().startswith(_SAFE):
        return None
    return url


def text(words: str) -> str:
    """Words as XML text, or as an attribute's value."""
    return _short(words) if len(words) < SHORT else _escaped(words)


def _escaped(words: str) -> str:
    # Most words are plain, which is seen sooner than what each other letter is.
    plain = words.isascii() and words.isprintable()
    if plain and not ("&" in words or "<" in words or ">" in words or '"' in words):
        return words
    if not _SPECIAL.search(words):
        return words
    return _UNFIT.sub("", words).translate(_ESCAPES)


_short = lru_cache(maxsize=10_000)(_escaped)


@lru_cache(maxsize=20_000)
def number(value: float) -> str:
    """A length with at most two decimals, the same on every machine."""
    rounded = round(value, 2)
    whole = int(rounded)
    return str(whole) if whole == rounded else str(rounded)


def tag(name: str, attributes: Mapping[str, str | float], inner: str | None = None) -> str:
    """An element; `inner` is XML already, None makes it empty. Attribute values are escaped here."""
    values = [
        number(value) if not isinstance(value, str) else _short(value) if len(value) < SHORT else _escaped(value)
        for value in attributes.values()
    ]
    pairs = "".join([f' {key}="{value}"' for key, value in zip(attributes, values, strict=True)])
    return f"<{name}{pairs}/>" if inner is None else f"<{name}{pairs}>{inner}</{name}>"
