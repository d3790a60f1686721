"""A citation of a paragraph that its source does not have.

Nobody can find it. Paragraph 1 is the first block of the source's text that is set off by blank
lines, the title included.

Source rain.txt:

    The river rises fast.

    In most years the lower fields are under water by March.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence wet [rain para 12]: By March the lower fields are flooded.

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence wet [rain para 2]: By March the lower fields are flooded.

Fix: count again, or look whether the source's text is complete.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...english import counted
from ...quoting.passage import SourceText
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Citations whose paragraphs lie past the end of their source's text."""
    for statement in subject.map.statements:
        for cite in statement.cites:
            text = subject.texts.get(cite.source)
            locator = cite.locator
            if locator is None or locator.unit != "para" or not isinstance(text, SourceText):
                continue
            count = len(text.paragraphs)
            if locator.last > count:
                has = counted(count, "paragraph")
                yield Finding(
                    cite.span,
                    f"`{cite.source.id}` has {has}: there is no {locator}",
                    "count the blocks that blank lines set off; the title is paragraph 1",
                )


RULE = Rule("locator-beyond-source", Group.EVIDENCE, Severity.ERROR, check, __doc__)
