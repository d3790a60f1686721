"""The passages of cards: where they begin and end, and what is wrong with the marks round them."""

import re
from collections.abc import Callable

from ..diagnostic import Diagnostic
from ..regex import regex
from ..source import SourceFile, Span
from . import card_slips, pieces, slips
from .indentation import BLANKS
from .outline import Entry
from .shapes import QUOTES

CLOSING = regex(r'(?:[^"\\]|\\.|"(?!""))*+"""', re.S)
"""The rest of a passage with the marks that close it; a backslash before a quotation mark makes it a letter."""
NEXT_CARD = regex(r"^[ \t]*card[ \t]*:\s*\Z", re.M)
ANY_QUOTES = regex(r'["“”„]{3}')
QUOTES_ALONE = regex(r'^[ \t]*(["“”„]{3})[ \t\r]*$', re.M)
"""The marks that close a passage as a word processor writes them."""


def passage_end(text: str, at: int) -> int | None:
    """The offset behind the marks that close the passage whose opening marks stand at `at`, or None
    where it is never closed: the next marks then open another card, or there are none."""
    begin = at + len(QUOTES)
    closing = CLOSING.match(text, begin)
    end = closing.end() if closing else None
    if text[at:begin] != QUOTES or end is None or NEXT_CARD.search(text, begin, end - len(QUOTES)):
        curly = QUOTES_ALONE.search(text, begin)
        end = curly.end(1) if curly and CLOSING.fullmatch(text[begin : curly.start(1)] + QUOTES) else None
        if end is None or NEXT_CARD.search(text, begin, end - len(QUOTES)):
            return None
    return end


def closes_before(limit: int, text: str, at: int) -> bool:
    """Whether the passage whose opening marks stand at `at` plainly ends before `limit`, so that nobody looks
    for its end behind that."""
    begin = at + len(QUOTES)
    closing = CLOSING.match(text, begin, limit) if text[at:begin] == QUOTES else None
    return closing is not None and NEXT_CARD.search(text, begin, closing.end() - len(QUOTES)) is None


class Passages:
    """Takes the passages of cards into their entries. Lines that are indented by more than `deeper` belong
    to a card that cannot be read; -1 where there is none."""

    def __init__(self, file: SourceFile, tell: Callable[[Diagnostic], None]) -> None:
        self.deeper = -1
        self._file = file
        self._text = file.text
        self._tell = tell

    def _span(self, start: int, length: int) -> Span:
        return Span(self._file, start, start + length)

    def begins(self, card: Entry, words: str) -> bool:
        """Cut the line of a card back to its head; whether its passage begins on that line."""
        card.pieces = pieces.cut(card.pieces, words.index(":") + 1)
        if words.partition(":")[2].strip(BLANKS).startswith(QUOTES):
            card.has_text = False
            return True
        self.without_marks(card)
        return False

    def without_marks(self, card: Entry) -> None:
        """Tell of a card whose passage does not begin with marks, and leave it out."""
        self._tell(card_slips.card_without_marks(self._span(card.start, len(card.word))))
        self._leave_out(card, card.start)

    def _leave_out(self, card: Entry, at: int) -> None:
        """Go on without a card's passage, and behind all that stands deeper than the card."""
        card.pieces.append((QUOTES + QUOTES, at, 0))
        card.has_text = True
        self.deeper = card.width

    def take(self, at: int, card: Entry | None) -> int | None:
        """Take in the passage whose opening marks stand at `at`; returns where to go on, None where it is
        never closed. `card` is the one that it belongs to."""
        if card is None:
            self._tell(card_slips.marks_without_card(self._span(at, len(QUOTES))))
        end = passage_end(self._text, at)
        if end is None:
            if card:
                self._tell(card_slips.unclosed_card(self._span(at, len(QUOTES))))
                self._leave_out(card, at)
            return None
        if card:
            self._put(card, at, end)
        line_end = self._text.find("\n", end)
        line_end = len(self._text) if line_end < 0 else line_end
        rest = self._text[end:line_end]
        if words := rest.strip(BLANKS):
            self._tell(card_slips.words_after_card(self._span(end + rest.index(words), len(words))))
        return line_end + 1

    def _put(self, card: Entry, at: int, end: int) -> None:
        size = len(QUOTES)
        marks = [self._span(place, size) for place in (at, end - size)]
        if curly := [span for span in marks if span.text != QUOTES]:
            self._tell(card_slips.curly_marks(curly))
        inner = self._text[at + size : end - size]
        card.pieces.append((QUOTES, at, size))
        card.pieces += [(inner, at + size, len(inner))] if inner else []
        card.pieces.append((QUOTES, end - size, size))
        card.has_text = True
        if not inner.strip():
            self._tell(slips.no_text(self._span(card.start, len(card.word)), card.word))
