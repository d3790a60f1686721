"""A card's body without its underlining marks, and what of it is read aloud."""

from bisect import bisect_right
from collections.abc import Sequence

from ..values import dataclass
from ..words.marking import ESCAPE, HIGHLIGHTED, MARK, UNDERLINED


@dataclass(frozen=True, slots=True)
class Body:
    """The plain words of a card. `cuts` pairs each offset in `text` at which a stretch begins with
    its offset in the card's markup. `read` are the stretches of `text` that are read aloud: what
    is highlighted, or else what is underlined; empty where the card marks nothing."""

    text: str
    cuts: tuple[tuple[int, int], ...]
    read: tuple[tuple[int, int], ...]

    def origin(self, at: int) -> int:
        """The offset in the card's markup of the character at `at` in `text`."""
        index = bisect_right(self.cuts, at, key=lambda cut: cut[0]) - 1
        start, origin = self.cuts[index] if index >= 0 else (0, 0)
        return origin + at - start


def body(markup: str) -> Body:
    """Take the marks off a card. A mark that is opened and never closed is left to run to the end."""
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    opened: dict[str, int] = {}
    stretches: dict[str, list[tuple[int, int]]] = {}
    at = length = 0
    mark = MARK.search(markup)
    while mark:
        cuts.append((length, at))
        parts.append(markup[at : mark.start()])
        length += mark.start() - at
        kind, at = mark.group(), mark.end()
        if kind.startswith(ESCAPE):
            mark = MARK.search(markup, at)
            at -= 1  # the letter behind it is a letter of the card
            continue
        if kind in opened:
            stretches.setdefault(kind, []).append((opened.pop(kind), length))
        else:
            opened[kind] = length
        mark = MARK.search(markup, at)
    cuts.append((length, at))
    parts.append(markup[at:])
    length += len(markup) - at
    for kind, start in opened.items():
        stretches.setdefault(kind, []).append((start, length))
    return Body("".join(parts), tuple(cuts), tuple(_read(stretches)))


def _read(stretches: dict[str, list[tuple[int, int]]]) -> Sequence[tuple[int, int]]:
    return stretches.get(HIGHLIGHTED) or stretches.get(UNDERLINED) or ()
