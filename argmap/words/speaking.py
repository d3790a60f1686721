"""What of a map is spoken: the words of tags, and those of cards that are read aloud."""

from collections.abc import Iterable

from ..model import Card, Kind, Source, Statement
from ..regex import regex
from ..values import dataclass
from .marking import HIGHLIGHTED, UNDERLINED, stretches
from .references import named_in_short

WORDS_A_MINUTE = 250
"""How fast a round is spoken, unless the call says otherwise."""

LONGEST_NAME = 120
"""No short citation is longer: most evidence need not be compared with one."""

_CENTURY = regex(r"\b(?:19|20)(\d\d)$")
_NO_DATE = regex(r" n\.d\.$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that are spoken. `tags`: of claims and other tags; `read`: of cards; `cites`: of short
    citations. `cards` counts the cards, `whole` those of which nothing is marked, so that all is read."""

    tags: int = 0
    read: int = 0
    cites: int = 0
    cards: int = 0
    whole: int = 0

    @property
    def words(self) -> int:
        """Tags and what is read of the cards."""
        return self.tags + self.read

    def seconds(self, words_a_minute: int = WORDS_A_MINUTE, *, cites: bool = False) -> float:
        """How long it takes to say; with `cites` the citations too."""
        return (self.words + (self.cites if cites else 0)) / words_a_minute * 60


def spoken(statements: Iterable[Statement]) -> Spoken:
    """What is spoken of some statements, each said once. An evidence that only lends its card to the
    claim above it is no tag."""
    tags = read = cites = cards = whole = 0
    for statement in statements:
        if not lends(statement):
            tags += _count(statement.text)
        cites += sum(_count(named_and_dated(cite.source)) for cite in statement.cites)
        if statement.card:
            aloud, marked = read_aloud(statement.card)
            read += aloud
            cards += 1
            whole += not marked
    return Spoken(tags, read, cites, cards, whole)


def read_aloud(card: Card) -> tuple[int, bool]:
    """How many words of a card are read aloud: what is highlighted, else what is underlined, else all
    of it. And whether anything is marked at all."""
    marked = any(part.marks & {HIGHLIGHTED, UNDERLINED} for part in stretches(card.markup))
    return _count(read_words(card)), marked


def read_words(card: Card) -> str:
    """The words of a card that are read aloud, a line for each stretch of them."""
    parts = list(stretches(card.markup))
    for mark in (HIGHLIGHTED, UNDERLINED):
        if any(mark in part.marks for part in parts):
            # Stretches that touch are one; a word cut in two by marks of another kind stays one word.
            return "".join(part.text if mark in part.marks else "\n" for part in parts)
    return "".join(part.text for part in parts)


def named_and_dated(source: Source) -> str:
    """`Hsu 2021`; `n.d.` where no date is known: what a debater says of a card's origin."""
    year = (source.get("date") or "").partition("-")[0] or "n.d."
    return f"{named_in_short(source)} {year}"


def lends(statement: Statement, name: str | None = None) -> bool:
    """Whether an evidence says no more than who it is (`Hsu 2021`, `Hsu 21`): it then lends its card
    to the tag that it stands under. `name`: what its first source is called in short, if that is known."""
    if statement.kind is not Kind.EVIDENCE or not statement.cites or len(statement.text) > LONGEST_NAME:
        return False
    named = name or named_and_dated(statement.cites[0].source)
    text = statement.text.rstrip(".")
    if text in (named, named.rstrip(".")):
        return True
    return text[:1] == named[:1] and text in (_CENTURY.sub(r"\1", named), _NO_DATE.sub(" ND", named))


def _count(words: str) -> int:
    return len(words.split())
