"""Brackets in a quotation, and what of the source they stand for."""

from collections.abc import Iterator, Sequence

from ..regex import regex
from .changes import Change, change_of
from .fault import Fault, Way, Weight, numeric
from .negations import first_negation, opposites
from .pattern import MARKER, Does, Joint, is_aside
from .placed import Placed
from .search import REPLACED_MOST
from .words import Words

FEW = 3
"""So many words may stand behind a bracket with no more than a remark."""
AHEAD = 4
"""So many words after a bracket that ends a quotation are looked at."""
CLAUSE_END = regex(r"[.,;:?!—]|\n\s*\n|\s[-–]\s")
SOURCE_WORDS = "quote the source's own words, or say it in yours without quotation marks"
WHOLE_WORD = "quote the whole word as the source has it"


def bracketed(placed: Placed, number: int, joint: Joint) -> Iterator[Fault]:
    """What a bracket that is not the source's own changes: the part of a quotation with this number."""
    if joint.does is Does.CHANGES:
        yield from _changed(placed, number, joint)
    elif joint.does is Does.INSERTS:
        yield from _inserted(placed, number, joint)


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
    elif first == last and said is None and (denied := _denied(placed, number)):
        message = f"“{made}” may stand for “{words.show(*denied)}”, a denial"
        yield _fault(Weight.WARNING, joint, denied, message, SOURCE_WORDS)
    else:
        yield _by_number(placed, joint, gone)


def _denied(placed: Placed, number: int) -> tuple[int, int] | None:
    """The words with a denial that a bracket may stand for which else is for nothing."""
    first, last = placed.passed_over(number)
    few = last - first <= REPLACED_MOST
    return (first, last) if few and first_negation(placed.words.folded, range(first, last)) is not None else None


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
    numbers = [word for word in words.folded[gone[0] : gone[1]] if numeric(word)]
    numbers += [word for word in quoted.folded[joint.first : joint.last] if numeric(word)]
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


def _fault(weight: Weight, joint: Joint, stands: tuple[int, int], message: str, help: str) -> Fault:
    return Fault(weight, Way.BRACKET, joint.start, joint.end, stands, message, help)
