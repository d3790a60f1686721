"""A quotation with the right words, but with a capital or a comma that the source does not have.

Nobody loses a round over it; a careful team keeps the source's commas, and marks a changed
letter: `[T]he`. The very first letter of a quotation, and a comma or full stop just inside its
end, are free.

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

Mend: copy the source's letters and marks.
"""

import re
from collections.abc import Iterator

from ...diagnostic import Severity
from ...quoting.passage import Placed, SourceText
from ...quoting.pattern import Row
from ...quoting.verify import Verified
from ...quoting.words import Words, exact
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .wording import label, shown

PUNCTUATION = re.compile(r"[.,;:?!]")


def check(subject: Subject) -> Iterator[Finding]:
    """The first changed capital or punctuation mark of each quotation that was found."""
    for verified in subject.quotations:
        if verified.placed and verified.text:
            for row, (at, _) in zip(verified.pattern.rows, verified.placed.rows, strict=True):
                changed = _changed(verified.pattern.words, row, verified.placed.words, at)
                if changed is not None:
                    there = at + changed - row.first
                    yield _finding(verified, verified.text, verified.placed, changed, there)
                    break


def _changed(words: Words, row: Row, source: Words, at: int) -> int | None:
    """The number of the first word of a row that is changed, or is followed by a changed mark."""
    for number in range(row.first, row.last):
        there = at + number - row.first
        if number and not _same_capitals(words, number, source, there):
            return number
        if number + 1 < row.last and _marks(words, number) != _marks(source, there):
            return number
    return None


def _same_capitals(words: Words, number: int, source: Words, there: int) -> bool:
    said = exact(words.text[words.starts[number] : words.ends[number]])
    stands = exact(source.text[source.starts[there] : source.ends[there]])
    # A heading in capitals is typography, and so is a word that was broken over two lines.
    return said == stands or "\n" in stands or (len(stands) > 1 and stands.isupper())


def _marks(words: Words, number: int) -> list[str]:
    return PUNCTUATION.findall(words.text, words.ends[number], words.starts[number + 1])


def _finding(verified: Verified, text: SourceText, placed: Placed, changed: int, there: int) -> Finding:
    words = verified.pattern.words
    last = min(changed + 2, len(words))
    return Finding(
        verified.quoted.span(words.starts[changed], words.ends[last - 1]),
        f"the quotation has {shown(words, changed, last)}, the source has"
        f" {shown(placed.words, there, min(there + last - changed, len(placed.words)))}",
        "copy the source's capitals and punctuation; put a changed letter in square brackets",
        (label(text, placed.words, there, there + 1, "here in the source"),),
    )


RULE = Rule("retouched-quotation", Group.EVIDENCE, Severity.WARNING, check, __doc__)
