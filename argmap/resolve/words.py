"""Ids: which are allowed, and what was meant where one is not known."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

from ..diagnostic import Diagnostic, Edit, Label, Severity
from ..syntax import Word
from ..vocabulary import RESERVED, nearest

PLAIN_ID = re.compile(r"[^\W\d_][\w-]*")
LABEL = re.compile(r"[CERW][0-9]+")
MOST_COMPARED = 2000
"""How many unknown ids are compared with the known ones: a suggestion is not worth a long wait."""


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str | None: ...


def check_id(word: Word) -> Iterable[Diagnostic]:
    """What is wrong with an id that is being given."""
    if word.text in RESERVED:
        yield Diagnostic(
            "reserved-word",
            Severity.ERROR,
            f"`{word.text}` is a word of the language, so it cannot be an id",
            word.span,
            f"add something to it, such as `{word.text}-1`",
        )
    elif not PLAIN_ID.fullmatch(word.text):
        bad = next((letter for letter in word.text if not _of_an_id(letter)), None)
        if bad:
            yield Diagnostic(
                "bad-id",
                Severity.ERROR,
                f"`{bad}` cannot stand in an id",
                word.span,
                "an id is a letter, then letters, digits, `-` or `_`",
            )


def _of_an_id(letter: str) -> bool:
    return letter in "-_" or letter.isalnum() or unicodedata.category(letter).startswith("M")


class Suggestions:
    """Finds the id that was meant; compares no more than so many in a run, to stay linear."""

    def __init__(self) -> None:
        self.left = MOST_COMPARED * 500

    def unknown(self, word: Word, what: str, known: Iterable[str]) -> Diagnostic:
        names = list(known)
        meant = None
        if self.left > 0:
            self.left -= len(names)
            meant = nearest(word.text, names)
        message = f"there is no {what} `{word.text}`" + (f"; did you mean `{meant}`?" if meant else "")
        help = f"write `{meant}`" if meant else self._help(word, what, names)
        edits = (Edit(word.span, meant),) if meant else ()
        return Diagnostic(f"unknown-{what}", Severity.ERROR, message, word.span, help, edits=edits)

    @staticmethod
    def _help(word: Word, what: str, names: list[str]) -> str:
        if what == "statement" and LABEL.fullmatch(word.text):
            return "labels are counted anew whenever the map changes: give the statement an id and write that"
        if what == "statement":
            return f"give a statement the id `{word.text}`, or correct the id here"
        if len(names) in range(1, 6):
            return f"this map has {', '.join(f'`{name}`' for name in names)}"
        line = f"`{what} {word.text}: ...`"
        return f"write {line} at the margin, or correct the id here"


def twice(code: str, message: str, word: Word, first: Word, help: str) -> Diagnostic:
    """A fault at a word that says again what an earlier one said."""
    return Diagnostic(code, Severity.ERROR, message, word.span, help, (Label(first.span, "the first is here"),))
