"""What a quoter changed without a mark: signs cut off, hyphens lost, questions made of statements."""

from collections.abc import Iterator
from itertools import pairwise

from ..regex import regex
from .fault import COUNTED, SIGNED, Fault, Way, Weight, numeric
from .negations import OPPOSED
from .pattern import Does, Joint, Row
from .placed import Aligned, Placed
from .words import APART, DIVIDED, HYPHENATED, Words

DASH = regex(r"[-‐‑–—]")
ASKS = regex(r"[?!？！]")


def edges(placed: Placed, number: int, row: Row) -> Iterator[Fault]:
    """Signs, and what a hyphen joins to a word, that are cut off at the ends of a row."""
    words, quoted, parts = placed.words, placed.pattern.words, placed.pattern.parts
    first, last = placed.numbers(number)
    spot = placed.spots[number]
    before, after = parts[number - 1] if number else None, parts[number + 1] if number + 1 < len(parts) else None
    if not spot:
        return
    if first and _is_cut(before) and words.ends[first - 1] == words.starts[first]:
        sign = words.folded[first - 1]
        if SIGNED.fullmatch(sign) and numeric(quoted.folded[row.first]):
            yield _cut(placed, row.first, first - 1, first + 1)
    if first and _is_cut(before) and words.before[spot[0]] == HYPHENATED and words.folded[first - 1] in OPPOSED:
        message = f"the quotation begins within “{words.text[words.starts[first - 1] : words.ends[first]]}”"
        span = quoted.starts[row.first], quoted.ends[row.first]
        yield Fault(Weight.WARNING, Way.UNMARKED, *span, (first - 1, first + 1), message, "quote the whole word")
    near = last < len(words) and words.starts[last] - words.ends[last - 1] < 2
    if near and _is_cut(after) and words.folded[last] in COUNTED and numeric(quoted.folded[row.last - 1]):
        yield _cut(placed, row.last - 1, last - 1, last + 1)


def _is_cut(part: Row | Joint | None) -> bool:
    return part is None or (isinstance(part, Joint) and part.does is Does.OMITS)


def _cut(placed: Placed, word: int, first: int, last: int) -> Fault:
    quoted = placed.pattern.words
    said, stands = quoted.show(word, word + 1), placed.words.show(first, last)
    message = f"the quotation has “{said}”, the source has “{stands}”"
    span = quoted.starts[word], quoted.ends[word]
    help = "a number and its sign go together: quote both"
    return Fault(Weight.ERROR, Way.UNMARKED, *span, (first, last), message, help)


def unmarked(placed: Placed) -> Iterator[Fault]:
    """Questions made of statements, and hyphens that were lost."""
    words, quoted = placed.words, placed.pattern.words
    if ASKS.search(quoted.text):
        for one, two in pairwise(placed.aligned):
            if two.number == one.number + 1 and two.first == one.last + 1:
                yield from _asks(quoted, one.number, two.number, words, one.last)
        if placed.aligned and placed.aligned[-1].number == len(quoted) - 1:
            yield from _asks(quoted, len(quoted) - 1, None, words, placed.aligned[-1].last)
    for word in placed.aligned:
        if quoted.markers:
            yield from _notes(quoted, words, word)
        joined = words.before[word.place]
        if not word.heads and joined in (HYPHENATED, DIVIDED) and _is_blank(quoted, word.number):
            first = word.first - (joined == HYPHENATED)
            stands = words.text[words.starts[first] : words.ends[word.first]]
            message = f"the quotation has “{quoted.show(word.number - 1, word.number + 1)}”, the source has “{stands}”"
            span = quoted.starts[word.number - 1], quoted.ends[word.number]
            help = "keep the source's hyphen"
            yield Fault(Weight.WARNING, Way.UNMARKED, *span, (first, word.first + 1), message, help)


def _is_blank(quoted: Words, number: int) -> bool:
    """Whether there is but a blank before a word, and no dash."""
    between = quoted.text[quoted.ends[number - 1] : quoted.starts[number]]
    return quoted.before[quoted.at[number]] == APART and not DASH.search(between)


def _notes(quoted: Words, words: Words, word: Aligned) -> Iterator[Fault]:
    """A raised figure after a word that is not the source's."""
    for figure in quoted.markers.get(word.number, ()):
        if figure not in words.markers.get(word.last, ()):
            message = f"the quotation has the footnote “{figure}” after “{quoted.show(word.number, word.number + 1)}”"
            there = words.markers.get(word.last, ())
            message += f", the source has “{there[0]}”" if there else ", the source has none"
            span = quoted.starts[word.number], quoted.ends[word.number]
            yield Fault(Weight.ERROR, Way.UNMARKED, *span, (word.last, word.last + 1), message, "leave the figure out")


def _asks(quoted: Words, number: int, after: int | None, words: Words, last: int) -> Iterator[Fault]:
    """A question or an exclamation mark after a word that the source does not have there."""
    end = quoted.starts[after] if after is not None else len(quoted.text)
    there = words.starts[last + 1] if last + 1 < len(words) else words.bounds[1]
    said = ASKS.search(quoted.text, quoted.ends[number], end)
    if said and said.group() not in words.text[words.ends[last] : there]:
        after_word = quoted.show(number, number + 1)
        message = f"the quotation has “{said.group()}” after “{after_word}”, the source has none there"
        span = quoted.starts[number], said.end()
        yield Fault(Weight.ERROR, Way.UNMARKED, *span, (last, last + 1), message, "keep the source's punctuation")
