"""What a quoter did to words that are otherwise the source's: what changes them, and how much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from .changes import Change, change_of
from .negations import OPPOSED, first_negation, opposites
from .passage import Aligned, Placed
from .pattern import MARKER, Does, Joint, Row, is_aside
from .place import REPLACED_MOST
from .words import APART, DIVIDED, HYPHENATED, Words

FEW = 3
"""So many words may stand behind a bracket with no more than a remark."""
AHEAD = 4
"""So many words after a bracket that ends a quotation are looked at."""
CLAUSE_END = re.compile(r"[.,;:?!—]|\n\s*\n|\s[-–]\s")
SIGNED = re.compile(r"[≥≤<>±≈≠~−×÷$\u00a2-\u00a5\u20a0-\u20cf]")
COUNTED = ("%", "‰", "°")
DASH = re.compile(r"[-‐‑–—]")
ASKS = re.compile(r"[?!？！]")


class Weight(StrEnum):
    """How much a change weighs: the quotation is wrong; it needs a second look; it is worth knowing
    where brackets are not allowed."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


class Way(StrEnum):
    """In what way words were changed: by a bracket, or without a mark."""

    BRACKET = "bracket"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Fault:
    """One change: `start` and `end` are offsets in the quotation, `stands` the numbers of the words that
    the source has (first, one past the last)."""

    weight: Weight
    way: Way
    start: int
    end: int
    stands: tuple[int, int]
    message: str
    help: str


SOURCE_WORDS = "quote the source's own words, or say it in yours without quotation marks"
WHOLE_WORD = "quote the whole word as the source has it"


def faults(placed: Placed) -> Iterator[Fault]:
    """Everything that a quoter changed in a quotation that was found."""
    for number, part in enumerate(placed.pattern.parts):
        if isinstance(part, Row):
            yield from _edges(placed, number, part)
        elif not placed.literal[number]:
            if part.does is Does.CHANGES:
                yield from _changed(placed, number, part)
            elif part.does is Does.INSERTS:
                yield from _inserted(placed, number, part)
    yield from _unmarked(placed)


# Brackets.


def _changed(placed: Placed, number: int, joint: Joint) -> Iterator[Fault]:
    first, last = placed.numbers(number)
    if first == last:
        return
    word = placed.words.folded[first]
    change = change_of(joint, word, joint.lost(word) or "")
    shown, made = placed.words.show(first, last), placed.pattern.words.text[joint.start : joint.end]
    if change is Change.HIDES:
        message = f"the bracket of “{made}” hides letters: the source has “{shown}”"
        yield _fault(Weight.ERROR, joint, (first, last), message, WHOLE_WORD)
    elif change is Change.OTHER:
        message = f"“{made}” stands for “{shown}”, which may be another word"
        yield _fault(Weight.WARNING, joint, (first, last), message, WHOLE_WORD)
    elif change is Change.ENDING:
        message = f"“{made}” stands for “{shown}”"
        yield _fault(Weight.REMARK, joint, (first, last), message, WHOLE_WORD)


def _inserted(placed: Placed, number: int, joint: Joint) -> Iterator[Fault]:
    """Words in brackets, and the words of the source that they stand for."""
    words, quoted = placed.words, placed.pattern.words
    if is_aside(quoted.text, joint):
        return
    first, last = gone = placed.numbers(number)
    put = range(joint.first, joint.last)
    if placed.spots[number] is None and number and (after := _turned_after(placed, number, joint)):
        yield after
        return
    shown, made = words.show(first, last), quoted.text[joint.start : joint.end]
    own = _own_bracket(placed, number, joint)
    if own:
        yield _fault(Weight.ERROR, joint, gone, f"the quotation has “{made}”, the source has “{own}”", SOURCE_WORDS)
        return
    said, stood = first_negation(quoted.folded, put), first_negation(words.folded, range(first, last))
    turned = any(opposites(words.folded[one], quoted.folded[two]) for one in range(first, last) for two in put[:12])
    if said is None and stood is not None:
        lost = words.show(stood, stood + 1)
        message = f"“{made}” stands for “{shown}”: without its “{lost}” the sense is turned round"
        yield _fault(Weight.ERROR, joint, gone, message, SOURCE_WORDS)
    elif said is not None and stood is None:
        message = f"“{made}” puts a “{quoted.show(said, said + 1)}” into the quotation that the source does not have"
        yield _fault(Weight.ERROR, joint, gone, message, SOURCE_WORDS)
    elif _negations(quoted, put) != _negations(words, range(first, last)):
        message = f"“{made}” stands for “{shown}”: one denies more than the other"
        yield _fault(Weight.WARNING, joint, gone, message, SOURCE_WORDS)
    elif turned:
        yield _fault(Weight.ERROR, joint, gone, f"“{made}” stands for “{shown}”, its opposite", SOURCE_WORDS)
    else:
        yield _by_number(placed, joint, gone)


def _negations(words: Words, numbers: Sequence[int]) -> int:
    return sum(first_negation(words.folded, (number,)) is not None for number in numbers)


def _turned_after(placed: Placed, number: int, joint: Joint) -> Fault | None:
    """A bracket that ends a quotation, where the source goes on with a denial or with its opposite: the
    bracket may stand for that."""
    words, quoted = placed.words, placed.pattern.words
    first = placed.numbers(number - 1)[1]
    if not placed.spots[number - 1] or first >= len(words):
        return None
    last = first
    limit = min(first + AHEAD, len(words))
    while last < limit and not CLAUSE_END.search(words.text, words.ends[last - 1], words.starts[last]):
        last += 1
    put = range(joint.first, joint.last)
    stood = first_negation(words.folded, range(first, last))
    opposed = last > first and any(opposites(words.folded[first], quoted.folded[other]) for other in put[:12])
    if not opposed and (stood is None or first_negation(quoted.folded, put) is not None):
        return None
    gone = (first, first + 1) if opposed or stood is None else (first, stood + 1)
    message = f"“{quoted.text[joint.start : joint.end]}” stands where the source goes on “{words.show(*gone)}”"
    weight = Weight.ERROR if opposed or stood == first else Weight.WARNING
    return _fault(weight, joint, gone, message, SOURCE_WORDS)


def _by_number(placed: Placed, joint: Joint, gone: tuple[int, int]) -> Fault:
    words, quoted = placed.words, placed.pattern.words
    count = gone[1] - gone[0]
    shown, made = words.show(*gone), quoted.text[joint.start : joint.end]
    numbers = [word for word in words.folded[gone[0] : gone[1]] if _numeric(word)]
    numbers += [word for word in quoted.folded[joint.first : joint.last] if _numeric(word)]
    if count > REPLACED_MOST:
        message = f"“{made}” stands for {count} words of the source, more than a bracket can"
        return _fault(Weight.ERROR, joint, gone, message, "quote the words, or leave them out with `...`")
    if count > FEW:
        message = f"“{made}” stands for {count} words of the source: “{shown}”"
        return _fault(Weight.WARNING, joint, gone, message, "quote more of the source's words")
    if numbers:
        message = f"“{made}” stands for “{shown}”" if count else f"“{made}” puts a number into the quotation"
        return _fault(Weight.WARNING, joint, gone, message, "leave the source's numbers as they are")
    message = f"“{made}” stands for “{shown}”" if count else f"“{made}” is put into the quotation"
    return _fault(Weight.REMARK, joint, gone, message, "quote without it, or have the original at hand")


def _own_bracket(placed: Placed, number: int, joint: Joint) -> str | None:
    """The brackets that the source itself has just where the quotation has others; None if none."""
    words, inside = placed.words, placed.pattern.words.text[joint.start + 1 : joint.end - 1]
    first, last = placed.numbers(number)
    if first == last and MARKER.fullmatch(inside):
        before = next((placed.numbers(n)[1] for n in range(number - 1, -1, -1) if placed.spots[n]), None)
        marks = words.markers.get(before - 1, ()) if before else ()
        return f"[{marks[0]}]" if marks else None
    if first == last:
        return None
    before_text = words.text[max(words.starts[first] - 3, 0) : words.starts[first]].rstrip()
    after_text = words.text[words.ends[last - 1] : words.ends[last - 1] + 3].lstrip()
    if before_text.endswith("[") and after_text.startswith("]"):
        return f"[{words.show(first, last)}]"
    return None


def _numeric(word: str) -> bool:
    return word[:1].isdigit() or SIGNED.fullmatch(word) is not None or word in COUNTED


def _fault(weight: Weight, joint: Joint, stands: tuple[int, int], message: str, help: str) -> Fault:
    return Fault(weight, Way.BRACKET, joint.start, joint.end, stands, message, help)


# Changes without a mark.


def _edges(placed: Placed, number: int, row: Row) -> Iterator[Fault]:
    """Signs, and what a hyphen joins to a word, that are cut off at the ends of a row."""
    words, quoted, parts = placed.words, placed.pattern.words, placed.pattern.parts
    first, last = placed.numbers(number)
    spot = placed.spots[number]
    before, after = parts[number - 1] if number else None, parts[number + 1] if number + 1 < len(parts) else None
    if not spot:
        return
    if first and _is_cut(before) and words.ends[first - 1] == words.starts[first]:
        sign = words.folded[first - 1]
        if SIGNED.fullmatch(sign) and _numeric(quoted.folded[row.first]):
            yield _cut(placed, row.first, first - 1, first + 1)
    if first and _is_cut(before) and words.before[spot[0]] == HYPHENATED and words.folded[first - 1] in OPPOSED:
        message = f"the quotation begins within “{words.text[words.starts[first - 1] : words.ends[first]]}”"
        span = quoted.starts[row.first], quoted.ends[row.first]
        yield Fault(Weight.WARNING, Way.UNMARKED, *span, (first - 1, first + 1), message, "quote the whole word")
    near = last < len(words) and words.starts[last] - words.ends[last - 1] < 2
    if near and _is_cut(after) and words.folded[last] in COUNTED and _numeric(quoted.folded[row.last - 1]):
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


def _unmarked(placed: Placed) -> Iterator[Fault]:
    """Questions made of statements, and hyphens that were lost."""
    words, quoted = placed.words, placed.pattern.words
    for one, two in pairwise(placed.aligned):
        if two.number == one.number + 1 and two.first == one.last + 1:
            yield from _asks(quoted, one.number, two.number, words, one.last)
    if placed.aligned and placed.aligned[-1].number == len(quoted) - 1:
        yield from _asks(quoted, len(quoted) - 1, None, words, placed.aligned[-1].last)
    for word in placed.aligned:
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
