"""A quotation with the right words, but another capital, comma or hyphen than the source.

Nobody loses a round over it; a careful team keeps the source's commas, and marks a changed
letter: `[T]he`. (And a man-eating shark is no man eating shark.) The very first letter of a
quotation, and a comma or full stop just inside its end, are free.

Source rain.txt:

    If the dam breaks, the school stands in the way.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The school should move.
        evidence way [rain]: "If the dam breaks the School stands in the way."

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The school should move.
        evidence way [rain]: "If the dam breaks, the school stands in the way."

Fix: copy the source's letters and marks.
"""

from collections.abc import Iterator
from itertools import zip_longest

from ...diagnostic import Severity
from ...quoting.faults import Way, Weight
from ...quoting.letters import exact
from ...quoting.passage import SourceText
from ...quoting.placed import Aligned, Placed
from ...quoting.verify import Verified
from ...quoting.words import Words
from ...regex import regex
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .changes import changes
from .wording import label, shown

PUNCTUATION = regex(r"[.,;:?!]")
DIVIDED = regex(r"[-‐\u00ad]\s")


def check(subject: Subject) -> Iterator[Finding]:
    """The first changed capital or punctuation mark of each quotation that was found, and every lost
    hyphen."""
    for verified in subject.quotations:
        yield from changes(verified, Weight.WARNING, Way.UNMARKED)
        if verified.placed and verified.text:
            changed = _changed(verified.placed)
            if changed is not None:
                yield _finding(verified, verified.text, verified.placed, changed)


def _changed(placed: Placed) -> Aligned | None:
    """The first word that is changed, or is followed by a changed mark."""
    words, source = placed.pattern.words, placed.words
    for word, after in zip_longest(placed.aligned, placed.aligned[1:]):
        if word.number and not _same_capitals(words, source, word):
            return word
        adjoin = after and not after.heads and after.number == word.number + 1 and after.first == word.last + 1
        if adjoin and _marks(words, word.number) != _marks(source, word.last):
            return word
    return None


def _same_capitals(words: Words, source: Words, word: Aligned) -> bool:
    number, there = word.number, word.first
    if word.first != word.last or len(words.folded[number]) != len(source.folded[there]):
        return True  # one of the two is divided at a line's end
    said = exact(words.text[words.starts[number] : words.ends[number]])
    stands = exact(source.text[source.starts[there] : source.ends[there]])
    if not said.isalpha() and DIVIDED.search(said + stands):
        return True
    # A heading in capitals is typography.
    return said == stands or said.casefold() != stands.casefold() or (len(stands) > 1 and stands.isupper())


def _marks(words: Words, number: int) -> list[str]:
    return PUNCTUATION.findall(words.text, words.ends[number], words.starts[number + 1])


def _finding(verified: Verified, text: SourceText, placed: Placed, changed: Aligned) -> Finding:
    words, there = verified.pattern.words, changed.first
    last = min(changed.number + 2, len(words))
    return Finding(
        verified.quoted.span(words.starts[changed.number], words.ends[last - 1]),
        f"the quotation has {shown(words, changed.number, last)}, the source has"
        f" {shown(placed.words, there, min(there + last - changed.number, len(placed.words)))}",
        "copy the source's capitals and punctuation; put a changed letter in square brackets",
        (label(text, placed.words, there, there + 1, "here in the source"),),
    )


RULE = Rule("retouched-quotation", Group.EVIDENCE, Severity.WARNING, check, __doc__)
