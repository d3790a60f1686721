"""Words of the outline with the places they come from, and the changes that mend a line.

A line that is mended no longer is, letter for letter, what stands in the file; its pieces say for
each stretch where in the file it comes from.
"""

from collections.abc import Iterable, Sequence

from .characters import Wrong

Piece = tuple[str, int, int]
"""Words of the outline, the offset in the file where they stand, and how long they are there."""


def replaced(words: str, start: int, wrong: Iterable[Wrong]) -> list[Piece]:
    """The words of a line (which begins at the offset `start`) with plain characters."""
    pieces: list[Piece] = []
    at = 0
    for character in wrong:
        pieces.append((words[at : character.start], start + at, character.start - at))
        pieces.append((character.plain, start + character.start, 1))
        at = character.start + 1
    pieces.append((words[at:], start + at, len(words) - at))
    return [piece for piece in pieces if piece[0]]


def respelt(pieces: Iterable[Piece], start: int, end: int, meant: str) -> list[Piece]:
    """The pieces of a line with the letters from `start` to `end` (of their text) replaced."""
    done: list[Piece] = []
    at = 0
    for text, origin, length in pieces:
        first, upto = max(start - at, 0), min(end - at, len(text))
        if first >= len(text) or upto <= 0:
            done.append((text, origin, length))
        else:
            done.append((text[:first], origin, first))
            done.append((meant, origin + first, upto - first))
            done.append((text[upto:], origin + upto, length - upto))
            meant = ""
        at += len(text)
    return [piece for piece in done if piece[0]]


def cut(pieces: Iterable[Piece], length: int) -> list[Piece]:
    """The first `length` letters of a line's pieces."""
    kept: list[Piece] = []
    for text, origin, size in pieces:
        if length > 0:
            kept.append((text[:length], origin, min(size, length)))
        length -= len(text)
    return kept


def origin(pieces: Sequence[Piece], at: int) -> int:
    """The offset in the file of the letter at `at` of a line's text."""
    for text, start, _ in pieces:
        if at < len(text):
            return start + at
        at -= len(text)
    return pieces[-1][1] + pieces[-1][2]
