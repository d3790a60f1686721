"""Lines of plain words as a card: signs that would be read as marks have a backslash before them."""

import re
from collections.abc import Iterable, Iterator

DOUBLED = re.compile(r"([_*=])(?=\1)|(?<=([_*=]))\2")
QUOTES = re.compile(r'"(?="")|(?<=")"(?=")|(?<="")"')
ESCAPING = re.compile(r'\\(?=[_*="\\]|$)')


def plain_words(words: str) -> str:
    """Words of a card in which no sign is a mark."""
    words = ESCAPING.sub(r"\\\\", words)
    words = DOUBLED.sub(r"\\\g<0>", words)
    return QUOTES.sub(r"\\\g<0>", words) if '"""' in words else words


def plain_card(lines: Iterable[str]) -> Iterator[str]:
    """A card of plain lines, without blank ones at its ends."""
    kept = [line.strip() for line in lines]
    while kept and not kept[0]:
        kept.pop(0)
    while kept and not kept[-1]:
        kept.pop()
    return (plain_words(line) for line in kept)
