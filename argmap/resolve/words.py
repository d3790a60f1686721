"""Ids: which are allowed, and what was meant where one is not known."""

import unicodedata
from collections.abc import Collection, Iterator, Set

from ..diagnostic import Diagnostic, Edit, Label
from ..english import nearest
from ..faults import Fault
from ..language.syntax import Word
from ..regex import regex
from ..vocabulary import RESERVED

PLAIN_ID = regex(r"[^\W\d_][\w-]*")
LABEL = regex(r"[CERW][0-9]+")
MOST_COMPARED = 200_000
"""How many pairs of an unknown and a known id are compared: a suggestion is not worth a long wait."""

UNKNOWN = {"statement": Fault.UNKNOWN_STATEMENT, "side": Fault.UNKNOWN_SIDE, "source": Fault.UNKNOWN_SOURCE}


def check_id(word: Word) -> Iterator[Diagnostic]:
    """What is wrong with an id that is being given."""
    if word.text in RESERVED:
        yield Fault.RESERVED_WORD.at(
            word.span,
            f"`{word.text}` is a word of the language, so it cannot be an id",
            f"add something to it, such as `{word.text}-1`",
        )
        return
    if not word.text.isascii() or not PLAIN_ID.fullmatch(word.text):
        bad = next((letter for at, letter in enumerate(word.text) if not _of_an_id(letter, at)), None)
        if bad:
            shown = f"`{bad}`" if bad.isprintable() else f"the character U+{ord(bad):04X}"
            yield Fault.BAD_ID.at(
                word.span,
                f"{shown} cannot stand in an id",
                "an id is a letter, then letters, digits, `-` or `_`",
            )


def _of_an_id(letter: str, at: int) -> bool:
    category = unicodedata.category(letter)
    return category[0] == "L" or (at > 0 and (letter in "-_" or category[0] == "M" or category == "Nd"))


class Unknown:
    """Tells of ids that nothing has, each with the one that was meant.

    Nothing is said of a word in `unread`, as the line that gives it could not be read, nor of any
    where a whole file could not (`incomplete`): one slip is told once. Suggestions are looked for no
    more than so many times, so that a run stays linear.
    """

    def __init__(self, unread: Set[str], sides: Collection[str], *, incomplete: bool) -> None:
        self._unread = unread
        self._sides = sides
        self._incomplete = incomplete
        self._left = MOST_COMPARED

    def tell(self, word: Word, what: str, known: Collection[str], *, prose: bool = False) -> Iterator[Diagnostic]:
        """What to say of an id that names no `what` among the known ones; `prose` where its line may
        have been meant as text."""
        if self._incomplete or word.text in self._unread:
            return
        meant: str | None = word.text.rstrip(".!?…'")
        if meant not in known:
            meant = self._nearest(word.text, known)
        message = f"there is no {what} `{word.text}`" + (f"; did you mean `{meant}`?" if meant else "")
        advice = f"write `{meant}`" if meant else self._advice(word, what, known)
        if prose:
            advice += ", or put `|` before the line if it is meant as text"
        edits = (Edit(word.span, meant),) if meant else ()
        yield UNKNOWN[what].at(word.span, message, advice, edits=edits)

    def _nearest(self, word: str, known: Collection[str]) -> str | None:
        if self._left <= 0:
            return None
        self._left -= len(known)
        small = word.casefold()
        return next((name for name in known if name.casefold() == small), None) or nearest(word, known)

    def _advice(self, word: Word, what: str, known: Collection[str]) -> str:
        if what == "statement" and LABEL.fullmatch(word.text):
            return "labels change whenever the map changes: give the statement an id and write that"
        if what == "statement" and word.text in self._sides:
            return f"`{word.text}` is a side: name the statement of that side which is meant"
        if what == "statement":
            return f"give a statement the id `{word.text}`, or correct it here"
        if 0 < len(known) < 6:
            return f"this map has {', '.join(f'`{name}`' for name in known)}"
        line = f"`{what} {word.text}: ...`"
        return f"write {line} at the margin, or correct the id here"


def twice(fault: Fault, message: str, word: Word, first: Word, advice: str) -> Diagnostic:
    """A fault at a word that says again what an earlier one said."""
    return fault.at(word.span, message, advice, Label(first.span, "the first is here"))
