"""A text as a row of words, so that typography makes no difference and words do.

Quotation marks, dashes, blanks, line breaks, ligatures, capitals and Unicode's several ways to
write one letter are set aside when words are compared. Scripts that put no blanks between words
(Chinese, Japanese, Thai...) are compared letter by letter.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

# Marks that \w leaves out although they belong to the letter before them, and what is invisible.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u00ad\u200b-\u200d\u2060\ufeff"
)
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30fa\u30fc-\u30ff"
    "\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
LETTER = rf"(?:(?![{UNSPACED}])[^\W_]|[{MARKS}])"
WORD = rf"\d+(?:[.,]\d+)+|{LETTER}+(?:['’ʼ]{LETTER}+)*|[{UNSPACED}]|[%$€£¥&@#°§+=<>]"
HYPHENATED = re.compile(r"(?<=\w)(?:[-‐]|\u00ad)[ \t]*\r?\n[ \t]*(?=\w)")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def exact(word: str) -> str:
    """A word as it is compared where capitals count."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKC", word.translate(INVISIBLE))
    return plain.replace("’", "'").replace("ʼ", "'")


def folded(word: str) -> str:
    """A word as it is compared where capitals do not count."""
    if word.isascii():
        return word.lower() if "\n" not in word else HYPHENATED.sub("", word).lower()
    return exact(HYPHENATED.sub("", word)).casefold()


@cache
def word_pattern() -> re.Pattern[str]:
    """What a word is. (Put together when it is first needed: a map without quotations is not to
    wait for it.)"""
    return re.compile(WORD)


def in_word(letter: str) -> bool:
    """Whether a letter makes one word with the letters beside it."""
    return letter.isalnum() and not unspaced_pattern().match(letter)


@cache
def unspaced_pattern() -> re.Pattern[str]:
    """A letter of a script that puts no blanks between words."""
    return re.compile(f"[{UNSPACED}]")


class Words:
    """The words of a text (composed to NFC by whoever hands it in) and where each of them stands.

    `starts` and `ends` are offsets in the text. Words are numbered from 0.
    """

    def __init__(self, text: str, spots: Sequence[tuple[int, int]] | None = None) -> None:
        self.text = text
        spots = [m.span() for m in word_pattern().finditer(text)] if spots is None else spots
        self.starts = [start for start, _ in spots]
        self.ends = [end for _, end in spots]
        self.folded = [folded(text[start:end]) for start, end in spots]

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def _stream(self) -> str:
        """All words, each between blanks: looking for a row of words is looking for a string."""
        return " " + " ".join(self.folded) + " "

    @cached_property
    def _at(self) -> list[int]:
        """Where each word's leading blank stands in the stream."""
        at = 0
        found = []
        for word in self.folded:
            found.append(at)
            at += len(word) + 1
        found.append(at)
        return found

    def occurrences(self, run: Sequence[str], first: int = 0, last: int | None = None) -> Iterator[int]:
        """The numbers of the words, from `first` up to `last`, at which a row of words begins."""
        needle = " " + " ".join(run) + " "
        end = self._at[len(self) if last is None else last] + 1
        at = self._stream.find(needle, self._at[first], end)
        while at >= 0:
            yield bisect_left(self._at, at)
            at = self._stream.find(needle, at + 1, end)

    def rows(self, run: Sequence[str]) -> list[int]:
        """The same as `occurrences` in the whole text, found by the row's rarest word: many times
        faster once a text's words are indexed, which pays where much is looked for."""
        rarest = min(range(len(run)), key=lambda number: len(self.places.get(run[number], ())))
        row = list(run)
        return [
            place - rarest
            for place in self.places.get(run[rarest], ())
            if place >= rarest and self.folded[place - rarest : place - rarest + len(row)] == row
        ]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words that stand between two offsets of the text: first, and one past the last."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def show(self, first: int, last: int) -> str:
        """The words from `first` up to `last` as the text has them, on one line."""
        if last <= first:
            return ""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each word, the numbers at which it stands."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.folded):
            found.setdefault(word, []).append(number)
        return found


def rejoined(words: Words) -> Words | None:
    """The same text with the words that a hyphen breaks over two lines read as one; None where
    there are none. (`long-` / `term` may be one word or two: a quotation may have either.)"""
    breaks = {m.start(): m.end() for m in HYPHENATED.finditer(words.text)}
    if not breaks:
        return None
    spots: list[tuple[int, int]] = []
    for start, end in zip(words.starts, words.ends, strict=True):
        if spots and breaks.get(spots[-1][1]) == start:
            spots[-1] = spots[-1][0], end
        else:
            spots.append((start, end))
    return Words(words.text, spots)
