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

Fix: quote or read the sentence with its "not". The words looked for are English.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...quoting.negations import first_negation
from ...quoting.pattern import Does, Joint
from ...quoting.quoted import read_words
from ...quoting.verify import Verdict, Verified
from ...regex import regex
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .wording import label

CLAUSE_END = regex(r"[.!?;:,][\"”’')\]]*\s|\n\s*\n|\s[-–—]+\s|—")


def check(subject: Subject) -> Iterator[Finding]:
    """Negations in what an omission leaves out, and in clauses of a card that are read in part."""
    for verified in subject.quotations:
        if verified.verdict in (Verdict.FOUND, Verdict.ELSEWHERE):
            yield from _left_out(verified)
        if verified.quoted.body and verified.quoted.body.read:
            yield from _not_read(verified)


def _left_out(verified: Verified) -> Iterator[Finding]:
    placed, text = verified.placed, verified.text
    if placed is None or text is None:
        return
    for number, part in enumerate(verified.pattern.parts):
        if not isinstance(part, Joint) or part.does is not Does.OMITS:
            continue
        found = first_negation(placed.words.folded, range(*placed.passed_over(number)))
        if found is not None:
            yield Finding(
                verified.quoted.span(part.start, part.end),
                f"what is left out here holds a “{placed.words.show(found, found + 1)}”",
                "quote the sentence with it, or make sure that the sense is the same",
                (label(text, placed.words, found, found + 1, "here in the source"),),
            )


def _not_read(verified: Verified) -> Iterator[Finding]:
    """The first negation that is not read aloud though other words of its clause are."""
    words = verified.pattern.words
    read = read_words(verified.quoted, verified.pattern)
    start = 0
    ends = [m.end() for m in CLAUSE_END.finditer(words.text)]
    for end in [*ends, len(words.text)]:
        clause = range(*words.between(start, end))
        start = end
        if not any(number in read for number in clause):
            continue
        found = first_negation(words.folded, (number for number in clause if number not in read))
        if found is not None:
            yield Finding(
                verified.quoted.span(words.starts[found], words.ends[found]),
                f"“{words.show(found, found + 1)}” is not read aloud, though words beside it are",
                "underline or highlight it as well, or make sure that the sense is the same",
            )
            return


RULE = Rule("dropped-negation", Group.EVIDENCE, Severity.WARNING, check, __doc__)
