"""A quotation as a claim about its source: rows of words, and what the quoter did between them.

`...` says that words were left out, `[words]` that words were put in or replaced, `[T]he` or
`allow[s]` that letters of one word were changed. A bracket may also be the source's own.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from ..normal import normal
from ..regex import regex
from ..values import dataclass
from .letters import compiled, folded, in_word
from .words import Words

DOTS = r"…\.?|\.\s{0,3}\.\s{0,3}\.(?:\s?\.)?"
NOTE = (
    r"(?:[^\[\]<>]{0,60}\b)?(?:omitted|omissions?|removed|excluded|redacted|deleted|elided|left\sout)\b[^\[\]<>]{0,30}"
)
"""`[Table Omitted]`, `<Figure 2 omitted>`: what a card's cutter writes where something was left out."""
ROUND = r"\((?:[\w.]+\s){0,3}omitted\)"
OMISSION = rf"\[\s*(?:{DOTS})\s*\]|\(\s*(?:…|\.\.\.)\s*\)|(?i:\[{NOTE}\]|<{NOTE}>|{ROUND})|{DOTS}"
JOINT = rf"(?P<omission>{OMISSION})|\[[^\[\]]*\]"
HELD = regex(rf"\[[^\[\]]*?(?:{DOTS})[^\[\]]*\]")
"""Brackets that hold an omission."""
MARKER = regex(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*")
"""What stands in the brackets of a footnote's number."""
ASIDE = regex(r"sic!?|emphas[ie]s .*|italics .*|my emphasis|our emphasis|original emphasis", re.IGNORECASE)
"""What a quoter may put into brackets beside the words, without touching them."""


class Does(StrEnum):
    """What a quoter did to the words of a source."""

    OMITS = "omits"
    INSERTS = "inserts"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Joint:
    """What the quoter did at a place: `start` and `end` are offsets in the quotation, `first` and
    `last` the words of the quotation there (one past the last).

    Of a changed word `before` and `after` are the letters that stayed, `put` those in the bracket,
    as compared.
    """

    does: Does
    start: int
    end: int
    first: int
    last: int
    before: str = ""
    put: str = ""
    after: str = ""

    def lost(self, word: str) -> str | None:
        """The letters of a source's word that the bracket replaces; None where it cannot be the word."""
        if len(word) < len(self.before) + len(self.after):
            return None
        if not word.startswith(self.before) or not word.endswith(self.after):
            return None
        return word[len(self.before) : len(word) - len(self.after)]


@dataclass(frozen=True, slots=True)
class Row:
    """Words of a quotation (numbered from `first` up to `last`) that claim to stand in a row."""

    first: int
    last: int


@dataclass(frozen=True)
class Pattern:
    """A quotation taken apart: its words (those in brackets too), its rows and joints in order."""

    words: Words
    parts: tuple[Row | Joint, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of words."""
        return tuple(part for part in self.parts if isinstance(part, Row))

    @cached_property
    def joints(self) -> tuple[Joint, ...]:
        """What the quoter did."""
        return tuple(part for part in self.parts if isinstance(part, Joint))

    @cached_property
    def opened(self) -> "Pattern":
        """The same words with brackets that hold an omission taken for the source's own, of which the quoter
        left some words out: `[95% ... 1.2-2.6]`."""
        return _taken_apart(self.words, opens=True) if HELD.search(self.words.text) else self

    @property
    def comparable(self) -> bool:
        """Whether there is a word in it that a source could have."""
        return any(isinstance(part, Row) or part.does is Does.CHANGES for part in self.parts)

    def run(self, row: Row) -> Sequence[str]:
        """The words of a row as they are compared."""
        return self.words.folded[row.first : row.last]


def take_apart(text: str) -> Pattern:
    """The pattern of quoted words.

    Composing letters (NFC) would move offsets, so that words are composed one by one instead.
    """
    return _taken_apart(Words(text, quoted=True), opens=False)


def _taken_apart(words: Words, *, opens: bool) -> Pattern:
    text = words.text
    parts: list[Row | Joint] = []
    at = 0
    for chain in _chains(text, list(_marks(text, opens=opens))):
        joint = _joint(text, words, chain)
        if at < joint.first:
            parts.append(Row(at, joint.first))
        parts.append(joint)
        at = joint.last
    if at < len(words):
        parts.append(Row(at, len(words)))
    return Pattern(words, tuple(parts))


def _marks(text: str, *, opens: bool) -> Iterator[re.Match[str]]:
    """Omissions and brackets; of brackets that hold omissions only those, where they are opened."""
    joint = compiled(JOINT)
    for found in joint.finditer(text):
        if opens and not found["omission"] and HELD.fullmatch(found.group()):
            yield from joint.finditer(text, found.start() + 1, found.end() - 1)
        else:
            yield found


def _chains(text: str, brackets: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Brackets, those together that share a word: `[T]he[y]`."""
    chains: list[list[re.Match[str]]] = []
    for found in brackets:
        before = chains[-1][-1] if chains else None
        shares = before and not (found["omission"] or before["omission"]) and before.end() < found.start()
        if before and shares and all(map(in_word, text[before.end() : found.start()])):
            chains[-1].append(found)
        else:
            chains.append([found])
    return chains


def _joint(text: str, words: Words, chain: Sequence[re.Match[str]]) -> Joint:
    found, end = chain[0], chain[-1].end()
    start = found.start()
    if found["omission"]:
        return Joint(Does.OMITS, start, end, *words.between(start, end))
    inside = found.group()[1:-1]
    while start and (in_word(text[start - 1]) or _apostrophe(text, start - 1)):
        start -= 1
    while end < len(text) and (in_word(text[end]) or _apostrophe(text, end)):
        end += 1
    first, last = words.between(start, end)
    before, put, after = text[start : found.start()], text[found.start() : chain[-1].end()], text[chain[-1].end() : end]
    if before or after:
        if MARKER.fullmatch(inside) and not after:
            return Joint(Does.INSERTS, found.start(), end, *words.between(found.start(), end))
        return Joint(Does.CHANGES, start, end, first, last, _plain(before), _plain(put), _plain(after))
    return Joint(Does.INSERTS, start, end, first, last)


def _apostrophe(text: str, at: int) -> bool:
    """Whether a word goes on over the mark at an offset."""
    return text[at] in "'’ʼ" and 0 < at < len(text) - 1 and _of_word(text[at - 1]) and _of_word(text[at + 1])


def _of_word(letter: str) -> bool:
    return letter in "[]" or in_word(letter)


def _plain(part: str) -> str:

    return folded(normal("NFC", re.sub(r"[\[\]]", "", part)).strip()) if part else ""


def is_aside(text: str, joint: Joint) -> bool:
    """Whether a bracket only remarks on the words: `[sic]`, `[emphasis added]`."""
    return ASIDE.fullmatch(text[joint.start + 1 : joint.end - 1].strip()) is not None
