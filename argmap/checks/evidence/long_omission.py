"""An omission in a quotation reaches over three paragraphs of its source or more.

The two ends may well speak of different things. The other team will read what is between them, so
know what it is.

Source rain.txt:

    The river rises fast.

    The town has two schools.

    A dam was built in 1950.

    There is little time when the water comes.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The town should move.
        evidence fast [rain]: "The river rises fast ... when the water comes".

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The town should move.
        evidence fast [rain]: "The river rises fast", and "There is little time".

Fix: make two quotations of it, each with its paragraph. (Of a PDF the paragraphs are not known: there 300
words are taken for far.)
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...quoting.passage import SourceText
from ...quoting.pattern import Does, Joint
from ...quoting.verify import Verdict, Verified
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .wording import label

FAR = 3
FAR_WORDS = 300
"""About three paragraphs, of a source whose paragraphs are not known."""


def check(subject: Subject) -> Iterator[Finding]:
    """Omissions whose two ends stand three paragraphs apart or more."""
    for verified in subject.quotations:
        if verified.verdict in (Verdict.FOUND, Verdict.ELSEWHERE):
            yield from _far(verified)


def _far(verified: Verified) -> Iterator[Finding]:
    placed, text = verified.placed, verified.text
    if placed is None or text is None:
        return
    for number, part in enumerate(verified.pattern.parts):
        first, last = placed.between(number)
        if not isinstance(part, Joint) or part.does is not Does.OMITS or not first:
            continue
        starts = placed.words.starts[first - 1], placed.words.starts[last]
        if far := _distance(text, *starts, last - first):
            yield Finding(
                verified.quoted.span(part.start, part.end),
                f"{last - first} words are left out here, from {far}",
                "make two quotations of it, each with its paragraph",
                (
                    label(text, placed.words, first - 1, first, "from here in the source"),
                    label(text, placed.words, last, last + 1, "to here"),
                ),
            )


def _distance(text: SourceText, before: int, after: int, words: int) -> str | None:
    """`para 2 to para 6`: from where to where an omission reaches; None where that is not far."""
    if text.labels:
        return f"page {text.page_at(before)} to page {text.page_at(after)}" if words >= FAR_WORDS else None
    first, last = text.paragraph_at(before), text.paragraph_at(after)
    return f"para {first} to para {last}" if last - first >= FAR else None


RULE = Rule("long-omission", Group.EVIDENCE, Severity.INFO, check, __doc__)
