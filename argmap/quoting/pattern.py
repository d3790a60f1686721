"""A quotation as a claim about its source: rows of words, and what the quoter did between them.

`...` says that words were left out, `[words]` that words were put in or replaced, `[T]he` or
`allow[s]` that letters of one word were changed.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .words import Words, folded, in_word, word_pattern

OMISSION = r"\[\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…\.?|\.\s?\.\s?\.(?:\s?\.)?"
JOINT = re.compile(rf"(?P<omission>{OMISSION})|\[[^\[\]]*\]")
INSERTED_MOST = 12
"""At most so many words of the source are taken to stand behind one bracket."""


class Does(StrEnum):
    """What a quoter did to the words of a source."""

    OMITS = "omits"
    INSERTS = "inserts"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Joint:
    """What the quoter did at a place: `start` and `end` are offsets in the quotation.

    `before` and `after` are the letters that stayed of a changed word, as compared.
    """

    does: Does
    start: int
    end: int
    before: str = ""
    after: str = ""

    @property
    def fewest(self) -> int:
        """How few words of the source may stand here."""
        return 1 if self.does is Does.CHANGES else 0

    @property
    def most(self) -> float:
        """How many words of the source may stand here."""
        return {Does.CHANGES: 1, Does.INSERTS: INSERTED_MOST, Does.OMITS: float("inf")}[self.does]

    def fits(self, word: str) -> bool:
        """Whether a word of the source, as compared, can be the one that was changed here."""
        return (
            len(word) >= len(self.before) + len(self.after)
            and word.startswith(self.before)
            and word.endswith(self.after)
        )


@dataclass(frozen=True, slots=True)
class Row:
    """Words of a quotation (numbered from `first` up to `last`) that claim to stand in a row.

    `joints` is what the quoter did just before them.
    """

    first: int
    last: int
    joints: tuple[Joint, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A quotation taken apart: its words, its rows of words, what follows the last row."""

    words: Words
    rows: tuple[Row, ...]
    trailing: tuple[Joint, ...]

    def run(self, row: Row) -> Sequence[str]:
        """The words of a row as they are compared."""
        return self.words.folded[row.first : row.last]


def take_apart(text: str) -> Pattern:
    """The pattern of quoted words. It has no rows where nothing in it can be compared.

    Composing letters (NFC) would move offsets, so that words are composed one by one instead.
    """
    joints = [_joint(text, m) for m in JOINT.finditer(text)]
    spots: list[tuple[int, int]] = []
    rows: list[Row] = []
    waiting: list[Joint] = []
    at = 0
    for joint in [*joints, None]:
        end = joint.start if joint else len(text)
        row = [m.span() for m in word_pattern().finditer(text, at, end)]
        if row:
            rows.append(Row(len(spots), len(spots) + len(row), tuple(waiting)))
            spots.extend(row)
            waiting = []
        if joint:
            waiting.append(joint)
            at = joint.end
    return Pattern(Words(text, spots), tuple(rows), tuple(waiting))


def _joint(text: str, found: re.Match[str]) -> Joint:
    start, end = found.span()
    if found["omission"]:
        return Joint(Does.OMITS, start, end)
    while start and in_word(text[start - 1]):
        start -= 1
    while end < len(text) and in_word(text[end]):
        end += 1
    before, after = text[start : found.start()], text[found.end() : end]
    if before or after:
        return Joint(Does.CHANGES, start, end, _letters(before), _letters(after))
    return Joint(Does.INSERTS, start, end)


def _letters(part: str) -> str:
    return folded(unicodedata.normalize("NFC", part))
