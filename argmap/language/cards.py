"""A card's passage: the lines between its marks, without the indentation they share."""

from ..model import Card
from ..source import Prose

BLANKS = " \t"


def passage(value: Prose) -> list[tuple[int, str]]:
    """The lines of a passage, each with its offset in the field's words; blank ones stay between."""
    lines: list[tuple[int, str]] = []
    at = 0
    for line in value.text.split("\n"):
        lines.append((at, line.rstrip()))
        at += len(line) + 1
    while lines and not lines[-1][1]:
        lines.pop()
    while lines and not lines[0][1]:
        lines.pop(0)
    # What stands right behind the opening marks has no indentation to share.
    indents = [line[: len(line) - len(line.lstrip(BLANKS))] for start, line in lines if line and start]
    # Where tabs and spaces are mixed, they share what the shortest and the longest in order share.
    first, last = min(indents, default=""), max(indents, default="")
    indent = next((at for at, pair in enumerate(zip(first, last, strict=False)) if len(set(pair)) > 1), len(first))
    return [_without(start, line, indent) for start, line in lines]


def _without(start: int, line: str, indent: int) -> tuple[int, str]:
    if start == 0:
        indent = len(line) - len(line.lstrip(BLANKS))
    return (start + indent, line[indent:]) if line else (start, line)


def read_card(value: Prose) -> Card | None:
    """The card in a field's words, or None where there is none."""
    words: list[str] = []
    places: list[int] = []
    length = 0
    for start, line in passage(value):
        places += (length, value.offset(start))
        words.append(line)
        length += len(line) + 1
    if not words:
        return None
    return Card(Prose("\n".join(words), value.file, tuple(places)), value.whole)
