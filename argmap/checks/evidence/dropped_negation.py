"""What is left out of a quotation, or is not read aloud, holds a "not".

Leaving it out may turn the source round. If the sense is the same without it, keep the words all
the same: the other team will read them.

Source rain.txt:

    The dam will hold in a storm, but not for long, and the town knows it.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim stay analytic: The town is safe.
        evidence hold [rain]: "The dam will hold in a storm ... and the town knows it."

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim stay analytic: The town is safe for a while.
        evidence hold [rain]: "The dam will hold in a storm, but not for long".

Mend: quote or read the sentence with its "not". The words looked for are English.
"""

import re
from collections.abc import Iterator, Sequence

from ...diagnostic import Severity
from ...quoting.pattern import Does
from ...quoting.verify import Verdict, Verified, read_words, words_between
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .wording import label

NEGATIONS = frozenset(
    (
        *("not", "no", "never", "none", "nor", "neither", "nothing", "nobody", "nowhere", "cannot"),
        *("without", "hardly", "scarcely", "barely", "rarely", "seldom", "unless", "unlikely"),
    )
)
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s|\n\s*\n")


def check(subject: Subject) -> Iterator[Finding]:
    """Negations in what an omission leaves out, and in sentences of a card that are read in part."""
    for verified in subject.quotations:
        if verified.verdict in (Verdict.FOUND, Verdict.ELSEWHERE):
            yield from _left_out(verified)
        if verified.quoted.body and verified.quoted.body.read:
            yield from _not_read(verified)


def _negation(words: Sequence[str], numbers: Iterator[int] | range) -> int | None:
    return next((n for n in numbers if words[n] in NEGATIONS or words[n].endswith("n't")), None)


def _left_out(verified: Verified) -> Iterator[Finding]:
    placed, text, pattern = verified.placed, verified.text, verified.pattern
    if placed is None or text is None:
        return
    for number, row in enumerate(pattern.rows[1:]):
        joint = next((joint for joint in row.joints if joint.does is Does.OMITS), None)
        if joint is None:
            continue
        found = _negation(placed.words.folded, range(*words_between(placed, number)))
        if found is not None:
            yield Finding(
                verified.quoted.span(joint.start, joint.end),
                f"what is left out here holds a “{placed.words.show(found, found + 1)}”",
                "quote the sentence with it, or make sure that the sense is the same",
                (label(text, placed.words, found, found + 1, "here in the source"),),
            )


def _not_read(verified: Verified) -> Iterator[Finding]:
    words = verified.pattern.words
    read = read_words(verified.quoted, verified.pattern)
    start = 0
    ends = [m.end() for m in SENTENCE_END.finditer(words.text)]
    for end in [*ends, len(words.text)]:
        sentence = range(*words.between(start, end))
        start = end
        if not any(number in read for number in sentence):
            continue
        found = _negation(words.folded, (number for number in sentence if number not in read))
        if found is not None:
            yield Finding(
                verified.quoted.span(words.starts[found], words.ends[found]),
                f"“{words.show(found, found + 1)}” is not read aloud, though its sentence is",
                "underline or highlight it as well, or make sure that the sense is the same",
            )


RULE = Rule("dropped-negation", Group.EVIDENCE, Severity.WARNING, check, __doc__)
