"""Quotations that cannot be compared, because their source's words are not at hand.

One line for each source says how many. Nothing need be wrong, but nobody has looked.

Source rain.txt:

    The river rises fast.

Bad:

    source rain: The river
        date: 2023

    claim move analytic: The fields should be given up.
        evidence wet [rain]: It "rises fast".

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence wet [rain]: It "rises fast".

Fix: put the source's words into a text file and name it, `text: rain.txt`; or keep it in a folder
of its own, named after the source's id, and say `--sources FOLDER`.
"""

from collections import Counter
from collections.abc import Iterator

from ...diagnostic import Severity
from ...english import counted
from ...model import Source
from ...quoting.texts import NoText
from ...quoting.verify import Verdict
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """For each source without a text, how many quotations wait for it. A text that is named and
    cannot be read is another rule's fault."""
    waiting: Counter[Source] = Counter()
    for verified in subject.quotations:
        if verified.verdict is Verdict.UNCHECKED:
            waiting.update({cite.source for cite in verified.cites})
    for source, count in waiting.items():
        text = subject.texts.get(source)
        if isinstance(text, NoText) and text.fault:
            continue
        yield Finding(
            source.span,
            f"{counted(count, 'quotation')} from `{source.id}` not verified:"
            " its text is not at hand",
            f"name a file with its words, `text: {source.id}.txt`, or keep one in a --sources folder",
        )


RULE = Rule("unverified-quotation", Group.EVIDENCE, Severity.INFO, check, __doc__)
