"""A bracket in a quotation stands for so much that the reader should see the original.

Brackets may explain a word or two. Where one stands for four words or more, for a number, or makes
another word of the source's (`harm[ful]` for `harmless`), nobody can tell from the quotation what
the source says.

Source rain.txt:

    The river rises fast, and the board of the town has asked for 20 pumps.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The town needs pumps.
        evidence pumps [rain]: "[They have] asked for 20 pumps", and
            "the board of the town has asked for [many] pumps".

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The town needs pumps.
        evidence pumps [rain]: The town "has asked for 20 pumps".

Fix: quote more of the source's own words, and keep its numbers.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...quoting.faults import Way, Weight
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .changes import changes


def check(subject: Subject) -> Iterator[Finding]:
    """Brackets that stand for many words, for a number, or for another word."""
    for verified in subject.quotations:
        yield from changes(verified, Weight.WARNING, Way.BRACKET)


RULE = Rule("altered-quotation", Group.EVIDENCE, Severity.WARNING, check, __doc__)
