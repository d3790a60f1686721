"""The source denies what is quoted: the quotation starts right after a "not" or a "denied that".

Quoted from there on, the words are the source's and the sense is the opposite of it.

Source rain.txt:

    The mayor denied that the dam will hold in a storm.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim stay analytic: The town is safe.
        evidence hold [rain]: The mayor spoke of it: "the dam will hold in a storm".

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim leave analytic: The town is not safe.
        evidence hold [rain]: The mayor "denied that the dam will hold in a storm".

Fix: begin the quotation before the denial, or say in your own words that it is denied. The words
looked for are English.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...quoting.negations import first_negation
from ...quoting.placed import Placed
from ...quoting.verify import Verdict, Verified
from ...quoting.words import Words
from ...regex import regex
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .wording import label, shown

REACH = 6
"""So many words before a quotation may hold the denial of it."""
CLAUSE_END = regex(r"[.,;:?!—]|\n\s*\n|\s[-–]\s")
OTHER_CLAUSE = frozenset(("but", "yet", "only", "because", "although", "though", "while", "and", "or", "than"))


def check(subject: Subject) -> Iterator[Finding]:
    """Quotations that a denial governs of which the statement's own words know nothing."""
    for verified in subject.quotations:
        placed, text = verified.placed, verified.text
        if verified.verdict not in (Verdict.FOUND, Verdict.ELSEWHERE) or placed is None or text is None:
            continue
        denial = _denial(placed)
        if denial is None or _knows(verified):
            continue
        first = placed.numbers(0)[0] if placed.spots[0] else denial + 1
        yield Finding(
            verified.quoted.span(0, min(1, len(verified.quoted.text))),
            f"the source denies what is quoted here: it has {shown(placed.words, denial, first)} before it",
            "begin the quotation with the denial, or say in your own words that it is denied",
            (label(text, placed.words, denial, denial + 1, "here in the source"),),
        )


def _denial(placed: Placed) -> int | None:
    """The number of the last negation in the clause before the quotation's first word."""
    words = placed.words
    first, _ = words.between(placed.start, placed.end)
    start = first
    while start > max(first - REACH, 0) and not _parted(words, start):
        start -= 1
    found = [n for n in range(start, first) if first_negation(words.folded, (n,)) is not None]
    return found[-1] if found else None


def _parted(words: Words, number: int) -> bool:
    """Whether another clause begins with a word."""
    between = words.text[words.ends[number - 1] : words.starts[number]]
    return CLAUSE_END.search(between) is not None or words.folded[number - 1] in OTHER_CLAUSE


def _knows(verified: Verified) -> bool:
    """Whether the quotation or the statement's own words hold a negation."""
    statement, quoted = verified.quoted.statement, verified.quoted
    own = statement.text if quoted.body else statement.text[: quoted.start] + statement.text[quoted.start :]
    words = Words(own).folded
    return first_negation(words, range(len(words))) is not None


RULE = Rule("denied-quotation", Group.EVIDENCE, Severity.WARNING, check, __doc__)
