"""Where a quotation's parts stand in a text, in order.

The parts between two omissions hold together: each stands right after the one before it, or a few
words on where a bracket says that words were replaced. From left to right each such stretch is put
where it stands first. That is enough: whatever could stand after a later place could stand after
this one. So the work grows with the text and the quotation and not with their product; what repeats
itself so often that it would is given up (`rows.TooRepetitiveError`).
"""

from ..values import dataclass
from .pattern import Does, Joint, Pattern, Row
from .search import Search, Spot, Strictness
from .words import Words


@dataclass(frozen=True, slots=True)
class Found:
    """For each part of a pattern where it stands (None: an omission, or a bracket for nothing), and
    whether a bracket is the source's own."""

    spots: tuple[Spot | None, ...]
    literal: tuple[bool, ...]


def place(pattern: Pattern, words: Words, first: int, last: int, strictness: Strictness) -> Found | None:
    """The places of a pattern's parts among the words from `first` up to `last`, with the least left
    out; None where they do not stand there. Raises TooRepetitiveError."""
    search = Search(pattern, words, words.at[last], strictness)
    spots: list[Spot | None] = [None] * len(pattern.parts)
    literal = [False] * len(pattern.parts)
    stretches = [s for s in _stretches(pattern) if s]
    at = words.at[first]
    found: list[list[tuple[int, Spot, bool]]] = []
    for stretch in stretches:
        places = next(search.places(stretch, at), None)
        if places is None:
            return None
        found.append(places)
        at = places[-1][1][1]
    for number in range(len(stretches) - 2, -1, -1):
        found[number] = search.closer(stretches[number], found[number], found[number + 1][0][1][0])
    for places in found:
        for part, spot, own in places:
            spots[part], literal[part] = spot, own
    search.fill_edges(spots, literal)
    return Found(tuple(spots), tuple(literal))


def _stretches(pattern: Pattern) -> list[list[int]]:
    """The numbers of the parts that hold together, without the brackets at either end: of those
    nobody can tell what they replace."""
    stretches: list[list[int]] = [[]]
    for number, part in enumerate(pattern.parts):
        if isinstance(part, Joint) and part.does is Does.OMITS:
            stretches.append([])
        elif stretches[-1] or isinstance(part, Row) or part.does is Does.CHANGES:
            stretches[-1].append(number)
    for stretch in stretches:
        while stretch and isinstance(part := pattern.parts[stretch[-1]], Joint) and part.does is Does.INSERTS:
            stretch.pop()
    return stretches
