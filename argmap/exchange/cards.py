"""Lines of plain words as a card: signs that would be read as marks have a backslash before them."""

import re
from collections.abc import Iterable, Iterator

SIGN = re.compile(r'[_*=\\]|"""')
READ_AS_MARKS = re.compile(
    r"""\\(?=[_*="\\]|\Z)                                 # a backslash that would take a sign for a letter
      | \A[_*=] | [_*=]\Z                                   # a sign at an edge, where a mark may come to stand
      | _(?=_) | (?<=_)_ | \*(?=\*) | (?<=\*)\* | =(?==) | (?<==)=
      | "(?="") | (?<=")"(?=") | (?<="")"                    # what would end the card
    """,
    re.X,
)


def plain_words(words: str) -> str:
    """Words of a card in which no sign is a mark."""
    if not SIGN.search(words):  # as nearly all
        return words
    return READ_AS_MARKS.sub(r"\\\g<0>", words)


def plain_card(lines: Iterable[str]) -> Iterator[str]:
    """A card of plain lines, without blank ones at its ends."""
    kept = [line.strip() for line in lines]
    while kept and not kept[0]:
        kept.pop(0)
    while kept and not kept[-1]:
        kept.pop()
    return (plain_words(line) for line in kept)
