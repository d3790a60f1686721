"""Passages that stand apart in the source, joined as if they were one.

It makes the source say a sentence that it never wrote. Leaving words out is allowed where it is
marked.

Source rain.txt:

    The river rises fast in spring and falls back in May. Farmers on the upper fields fear the
    drought in summer more than the flood.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence fear [rain]: "The river rises fast in spring more than the flood."

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence fear [rain]: "The river rises fast in spring", and farmers fear
            "drought ... more than the flood".

Fix: put `...` where words are left out, or quote the passages one by one.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...quoting.compare import Spliced
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .wording import label, shown


def check(subject: Subject) -> Iterator[Finding]:
    """Quotations whose parts are in the source, but not side by side."""
    for verified in subject.quotations:
        text, row, spliced = verified.text, verified.row, verified.difference
        if text is None or row is None or not isinstance(spliced, Spliced):
            continue
        words = verified.pattern.words
        first, *rest = spliced.parts
        seam = row.first + first[1]
        after = shown(words, max(row.first + first[0], seam - 5), seam)
        yield Finding(
            verified.quoted.span(words.starts[seam - 1], words.ends[seam]),
            f"two passages are joined here: in the source, {shown(words, seam, row.first + rest[0][1])}"
            f" does not follow {after}",
            "put `...` where words are left out, or quote the passages one by one",
            tuple(
                label(text, text.words, at, at + last - start, "one passage" if number == 0 else "the next")
                for number, (start, last, at) in enumerate(spliced.parts)
            ),
        )


RULE = Rule("splice", Group.EVIDENCE, Severity.ERROR, check, __doc__)
