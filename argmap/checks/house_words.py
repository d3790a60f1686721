"""Words that a team has rules of its own for: a word or phrase, what is said of it, what to write instead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from ..diagnostic import Severity
from ..regex import regex
from ..values import dataclass

WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class HouseWord:
    """One rule of the house. `message` and `instead` may be None; `severity` is the rule's own if None."""

    phrase: str
    message: str | None = None
    instead: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class HouseWords:
    """The words of a house by their first word, so that thousands cost no more than one."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], HouseWord]]] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Sequence[HouseWord]) -> "HouseWords":
        """The words in an order in which the longest of those that begin alike comes first."""
        found: dict[str, list[tuple[tuple[str, ...], HouseWord]]] = {}
        for word in words:
            first, *rest = plain(word.phrase)
            found.setdefault(first, []).append((tuple(rest), word))
        for alike in found.values():
            alike.sort(key=lambda one: -len(one[0]))
        return cls(found)

    def search(self, text: str) -> Iterator[tuple[int, int, HouseWord]]:
        """Where words of the house stand in a text: start, end, and which."""
        if not self.by_first:
            return
        spots = [(m.start(), m.end(), _folded(m.group())) for m in WORD.finditer(text)]
        past = 0
        for number, (start, end, word) in enumerate(spots):
            for rest, rule in self.by_first.get(word, ()) if number >= past else ():
                follow = spots[number + 1 : number + 1 + len(rest)]
                if tuple(one[2] for one in follow) == rest:
                    yield start, follow[-1][1] if follow else end, rule
                    past = number + 1 + len(rest)
                    break


NO_WORDS = HouseWords()


def plain(phrase: str) -> list[str]:
    """The words of a phrase as they are compared: capitals and the style of apostrophes apart."""
    return [_folded(word) for word in WORD.findall(phrase)]


def _folded(word: str) -> str:
    return word.replace("’", "'").casefold()
