"""A card's paragraphs as the lines of a map's card, with its marks."""

from collections.abc import Iterable, Iterator, Sequence

from ..cards import plain_words
from .paragraphs import Paragraph, Piece
from .roles import lit, stressed, underlined

Marks = frozenset[str]
OPENING, CLOSING = ("==", "__", "**"), ("**", "__", "==")
PLAIN: Marks = frozenset()


def passage(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The lines of a card: one or more for each paragraph, blank lines between paragraphs. Marks are
    closed at the end of each. A sign that would be read as a mark has a backslash before it."""
    lines: list[str] = []
    for paragraph in paragraphs:
        text = "".join(_marked(list(_runs(paragraph.pieces))))
        lines.extend(line.strip(" \t") for line in text.split("\n"))
        lines.append("")
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def bold_lost(paragraphs: Iterable[Paragraph]) -> int:
    """How many stretches of a card are bold and no more, which its marks cannot say."""
    many = 0
    for paragraph in paragraphs:
        before = False
        for piece in paragraph.pieces:
            lost = before if piece.text.isspace() else piece.bold and not _marks(piece)
            many += lost and not before
            before = lost
    return many


def _marks(piece: Piece) -> Marks:
    marks = set()
    if lit(piece):
        marks.add("==")
    if stressed(piece):
        marks.add("**")
    if marks or (underlined(piece) and not piece.link):
        marks.add("__")
    return frozenset(marks)


def _runs(pieces: Iterable[Piece]) -> Iterator[tuple[str, Marks]]:
    """Stretches that are marked alike. Blanks take the marks of what stands before them."""
    words: list[str] = []
    now = PLAIN
    for piece in pieces:
        marks = now if words and piece.text.isspace() else _marks(piece)
        if words and marks != now:
            yield "".join(words), now
            words = []
        words.append(piece.text)
        now = marks
    if words:
        yield "".join(words), now


def _marked(runs: Sequence[tuple[str, Marks]]) -> Iterator[str]:
    before = PLAIN
    for words, marks in (*runs, ("", PLAIN)):
        yield "".join(mark for mark in CLOSING if mark in before - marks)
        yield "".join(mark for mark in OPENING if mark in marks - before)
        yield plain_words(words)
        before = marks
