"""What a map gives as its sources' own words: quotations and cards, and what of them is read aloud."""

from bisect import bisect_left
from collections.abc import Iterator

from ..model import Kind, Statement
from ..quotation import quotations
from ..source import Prose, Span
from ..values import dataclass
from .card import Body, body
from .pattern import Pattern


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a statement gives as those of its source: a quotation in its text, or its card.
    `later` are its words where it ends at a later mark that may be an apostrophe."""

    statement: Statement
    prose: Prose
    text: str
    start: int
    body: Body | None = None
    later: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The place in the author's file of `text[start:end]`."""
        if self.body:
            return self.prose.span(self.body.origin(start), self.body.origin(max(end - 1, 0)) + 1)
        return self.prose.span(self.start + start, self.start + end)

    @property
    def whole(self) -> Span:
        """The place of all its words."""
        return self.span(0, len(self.text))


def quoted_words(statement: Statement) -> Iterator[Quoted]:
    """What a statement gives as its source's own words: the quotations of evidence and of every
    statement that cites, and any card."""
    for quoted in everything_quoted(statement):
        if quoted.body or statement.cites or statement.kind is Kind.EVIDENCE:
            yield quoted


def everything_quoted(statement: Statement) -> Iterator[Quoted]:
    """What stands in quotation marks in a statement's text, and its card."""
    text = statement.text
    for found in quotations(text)[0]:
        later = tuple(text[found.start : end] for end in found.later)
        yield Quoted(statement, statement.prose, text[found.start : found.end], found.start, later=later)
    if statement.card:
        plain = body(statement.card.markup)
        yield Quoted(statement, statement.card.prose, plain.text, 0, plain)


def read_words(quoted: Quoted, pattern: Pattern) -> frozenset[int]:
    """The numbers of the quotation's words that are read aloud (all, where nothing is marked)."""
    if not quoted.body or not quoted.body.read:
        return frozenset(range(len(pattern.words)))
    starts = pattern.words.starts
    return frozenset(
        number
        for start, end in quoted.body.read
        for number in range(bisect_left(starts, start), bisect_left(starts, end))
    )
