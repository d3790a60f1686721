"""A quotation that is not in its source word for word.

A judge may stop the round over it. Quotation marks say: these are the source's own words, in
order, none added, none left out, none replaced. Typography is no difference: quotation marks,
dashes, blanks, line breaks, ligatures. Brackets may not turn the sense round, hide letters or stand
for more than 12 words, and signs (`≥`, `−`, `%`, `₹`) belong to their numbers.

Source rain.txt:

    The river rises fast.

    In most years the lower fields are under water by March.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence wet [rain para 2]: In "all years the lower fields are under water" by March.

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence wet [rain para 2]: In "most years the lower fields are under water" by March.

Fix: copy the words from the source. Mark what you leave out with `...`, put what you add in
square brackets, or say it in your own words without quotation marks.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...quoting.compare import Differs, stands
from ...quoting.faults import Weight
from ...quoting.passage import SourceText
from ...quoting.pattern import Row
from ...quoting.verify import Verdict, Verified
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .changes import changes
from .wording import label, shown, sources

OWN_WORDS_MOST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Quotations that no cited source holds, with the first word that differs; and those in which a
    bracket, a sign or a question mark changes what the source says."""
    for verified in subject.quotations:
        if verified.verdict is Verdict.ABSENT:
            yield _absent(verified)
        elif isinstance(verified.difference, Differs) and verified.text and verified.row:
            yield _different(verified, verified.text, verified.row, verified.difference)
        else:
            yield from changes(verified, Weight.ERROR)


def _absent(verified: Verified) -> Finding:
    where = sources(verified.cites)
    help = "copy the words from the source, or say it in your own words without quotation marks"
    if _parts_are_there(verified):
        message = f"the parts of this quotation are in {where}, but not in this order"
    else:
        message = f"{'this card is' if verified.quoted.body else 'these words are'} not in {where}"
        if len(verified.pattern.words) <= OWN_WORDS_MOST and not verified.quoted.body:
            help = "if these are your own words, put single quotation marks round them; else copy the source's words"
    return Finding(verified.quoted.whole, message, help)


def _parts_are_there(verified: Verified) -> bool:
    text, pattern = verified.text, verified.pattern
    return text is not None and all(stands(pattern, row, text.words) for row in pattern.rows)


def _different(verified: Verified, text: SourceText, row: Row, difference: Differs) -> Finding:
    quoted, words = verified.quoted, verified.pattern.words
    first, last = row.first + difference.said[0], row.first + difference.said[1]
    said, there = shown(words, first, last), shown(text.words, *difference.stands)
    source = "the source" if len(verified.cites) == 1 else f"`{verified.cites[0].source.id}`"
    before = shown(words, first - 1, first) if first > row.first else ""
    if first == last:
        span = quoted.span(words.starts[max(first - 1, row.first)], words.ends[min(last, row.last - 1)])
        message = f"the quotation leaves out {there}" + (f" after {before}" if before else "")
    else:
        span = quoted.span(words.starts[first], words.ends[last - 1])
        empty = difference.stands[0] == difference.stands[1]
        message = f"the quotation has {said}, " + (f"which is not in {source}" if empty else f"{source} has {there}")
    return Finding(
        span,
        message,
        f"{source} reads: {shown(text.words, *difference.passage)}" + _own_words(verified),
        (label(text, text.words, *difference.stands, "here in the source"),),
    )


def _own_words(verified: Verified) -> str:
    if len(verified.pattern.words) > OWN_WORDS_MOST or verified.quoted.body:
        return ""
    return "; if these are your own words, put single quotation marks round them"


RULE = Rule("misquotation", Group.EVIDENCE, Severity.ERROR, check, __doc__)
