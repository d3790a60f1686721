"""One quotation looked for in one text: where its head stands, and what goes on from there.

Brackets may stand for the source's own, for words, or for letters of one word, so that what follows on a
part is one of several places; none is tried twice.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from .changes import Change, change_of
from .negations import first_negation, opposites
from .pattern import MARKER, Does, Joint, Pattern, Row
from .rows import Rows
from .words import Words

REPLACED_MOST = 12
"""At most so many words of the source may stand behind one bracket."""
LOOKED_AT = 40
"""So many are looked at where a quotation is not faithful, to say what is wrong with it."""
CLOSER_MOST = 40
"""So often a stretch is moved closer to the one after it."""
Spot = tuple[int, int]
"""Where a part stands in the stream of a text's letters: the first, and one past the last."""


class Strictness(IntEnum):
    """What of brackets is accepted: only the source's own; what a faithful quoter does; anything that
    brackets can be taken for."""

    LITERAL = 0
    FAITHFUL = 1
    ANY = 2


class Search:
    """One pattern looked for in one text, up to a place of its stream."""

    def __init__(self, pattern: Pattern, words: Words, end: int, strictness: Strictness) -> None:
        self.pattern, self.words, self.end, self.strictness = pattern, words, end, strictness
        self.failed: set[tuple[int, int]] = set()
        self.rows = Rows(pattern.words, words, end)

    def places(self, stretch: Sequence[int], at: int) -> Iterator[list[tuple[int, Spot, bool]]]:
        """The places of a stretch from a place on, each with the nearest words that go on from it."""
        head, rest = stretch[0], stretch[1:]
        for spot, own in self._heads(head, rest[0] if rest else None, at):
            tail = self._tail(rest, spot[1])
            if tail is not None:
                yield [(head, spot, own), *tail]

    def closer(
        self, stretch: Sequence[int], places: list[tuple[int, Spot, bool]], end: int
    ) -> list[tuple[int, Spot, bool]]:
        """The last place of a stretch that ends before a place of the stream."""
        for moves, later in enumerate(self.places(stretch, places[0][1][0] + 1)):
            if later[-1][1][1] > end or moves == CLOSER_MOST:
                break
            places = later
        return places

    def fill_edges(self, spots: list[Spot | None], literal: list[bool]) -> None:
        """Brackets at the ends of a stretch: the source's own, or words put in beside it."""
        parts = self.pattern.parts
        for number, part in enumerate(parts):
            if isinstance(part, Row) or part.does is not Does.INSERTS or spots[number]:
                continue
            before = spots[number - 1] if number else None
            after = spots[number + 1] if number + 1 < len(parts) else None
            own = self._own(part, before[1]) if before else None
            if own is None and after is not None:
                start = after[0] - (self.pattern.words.at[part.last] - self.pattern.words.at[part.first])
                own = self._own(part, start) if start >= 0 else None
            if own is not None:
                spots[number], literal[number] = own, True

    # The head of a stretch: wherever it stands.

    def _heads(self, number: int, following: int | None, at: int) -> Iterator[tuple[Spot, bool]]:
        part = self.pattern.parts[number]
        after = self.pattern.parts[following] if following is not None else None
        row = after if isinstance(after, Row) else None
        if isinstance(part, Row) or self.strictness is Strictness.LITERAL:
            own = not isinstance(part, Row)
            for start in self.rows.occurrences(part.first, row.last if row and own else part.last, at):
                yield (start, start + self.rows.length(part.first, part.last)), own
            return
        for word in self._before(row, at) if row and part.last == part.first + 1 else self._fitting(part):
            start = self.words.at[word]
            self.rows.spend(1)
            if at <= start < self.end and (fit := self._changed(part, word)) is not None:
                yield fit

    def _before(self, row: Row, at: int) -> Iterator[int]:
        """The words right before the places of a row: a few, where thousands begin or end like a word of
        which letters were changed."""
        for start in self.rows.occurrences(row.first, row.last, at):
            if start:
                yield self.words.word_at(start - 1)

    def _fitting(self, part: Joint) -> list[int]:
        """The words of which letters may have been changed."""
        fitting = [places for word, places in self.words.places.items() if part.lost(word) is not None]
        return sorted(place for places in fitting for place in places)

    # What follows on a head.

    def _tail(self, rest: Sequence[int], at: int) -> list[tuple[int, Spot, bool]] | None:
        """The parts that follow on one that ends at a place: the nearest of their places first, and
        none tried twice."""
        trail: list[tuple[int, Spot, bool]] = []
        open_: list[Iterator[tuple[Spot, bool]]] = []
        while True:
            if len(trail) == len(rest):
                return trail
            if len(open_) == len(trail):
                number = rest[len(trail)]
                known = (number, at) in self.failed
                open_.append(iter(()) if known else self._options(number, at))
            step = next(open_[-1], None)
            if step is None:
                self.failed.add((rest[len(trail)], at))
                open_.pop()
                if not trail:
                    return None
                at = self._start_of(trail.pop())
                continue
            spot, own = step
            self.rows.spend(1)
            trail.append((rest[len(trail)], spot, own))
            at = spot[1]

    @staticmethod
    def _start_of(placed: tuple[int, Spot, bool]) -> int:
        return placed[1][0]

    def _options(self, number: int, at: int) -> Iterator[tuple[Spot, bool]]:
        """Where a part may stand that begins at a place: a row there or not at all, a bracket over some
        words."""
        part = self.pattern.parts[number]
        if isinstance(part, Row):
            if self.rows.stands(part.first, part.last, at):
                yield (at, at + self.rows.length(part.first, part.last)), False
            return
        word = self.words.word_at(at)
        if part.does is Does.CHANGES:
            if word < len(self.words) and self.words.at[word] == at and at < self.end:
                fit = self._changed(part, word)
                if fit:
                    yield fit
            return
        own = self._own(part, at)
        if own is not None:
            yield own, True
        if self.strictness is Strictness.LITERAL:
            return
        yield from (((at, end), False) for end in self._replaced(part, at, word))

    def _replaced(self, part: Joint, at: int, word: int) -> Iterator[int]:
        """How far the words may reach that a bracket replaces, the fewest first."""
        words, quoted = self.words, self.pattern.words
        faithful = self.strictness is Strictness.FAITHFUL
        put = range(part.first, min(part.last, part.first + REPLACED_MOST))
        said = first_negation(quoted.folded, put) is not None
        stood = opposed = False
        first = word if words.at[word] == at else word + 1
        for count in range((REPLACED_MOST if faithful else LOOKED_AT) + 1):
            end = first + count
            if end > len(words) or words.at[end] > self.end:
                return
            self.rows.spend(1)
            if faithful and count:
                stood = stood or first_negation(words.folded, (end - 1,)) is not None
                opposed = opposed or any(opposites(words.folded[end - 1], quoted.folded[other]) for other in put)
                if opposed or (stood and not said):
                    return  # whatever reaches further has this in it, too
            if faithful and said and not stood:
                continue
            yield words.at[end]

    def _changed(self, part: Joint, word: int) -> tuple[Spot, bool] | None:
        """A word of the text as the one that was changed; None where it cannot be."""
        words = self.words
        lost = part.lost(words.folded[word])
        spot = words.at[word], words.at[word + 1]
        if self.rows.stands(part.first, part.last, spot[0]):
            return (spot[0], spot[0] + self.rows.length(part.first, part.last)), True
        if self.strictness is Strictness.LITERAL or lost is None:
            return None
        change = change_of(part, words.folded[word], lost)
        if self.strictness is Strictness.FAITHFUL and change is Change.HIDES:
            return None
        return spot, False

    def _own(self, part: Joint, at: int) -> Spot | None:
        """The place of a bracket that the source itself has, or of its words without brackets."""
        inside = self.pattern.words.text[part.start + 1 : part.end - 1]
        if MARKER.fullmatch(inside):
            word = self.words.word_at(at)
            before = word - 1 if word < len(self.words) and self.words.at[word] == at else word
            if "".join(inside.split()) in self.words.markers.get(before, ()):
                return at, at
        if part.first < part.last and self.rows.stands(part.first, part.last, at):
            return at, at + self.rows.length(part.first, part.last)
        return None
