"""A citation of a paragraph or a page that its source does not have.

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
from ...model import Cite, Locator
from ...quoting.passage import SourceText
from ...quoting.verify import cited_places
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Citations whose paragraphs or pages lie past the end of their source's text."""
    for statement in subject.map.statements:
        for cite in statement.cites:
            text = subject.texts.get(cite.source)
            if isinstance(text, SourceText) and cite.locator and (found := _beyond(cite, cite.locator, text)):
                has, help = found
                yield Finding(cite.span, f"`{cite.source.id}` has {has}: there is no {cite.locator}", help)


def _beyond(cite: Cite, locator: Locator, text: SourceText) -> tuple[str, str] | None:
    """Of what a source has fewer than its citation says: how many, and how to count them."""
    if locator.unit == "para" and not text.labels and locator.last > len(text.paragraphs):
        help = "`argmap text FILE` numbers them: blocks that blank lines set off; the title is paragraph 1"
        return counted(len(text.paragraphs), "paragraph"), help
    if locator.unit == "page" and text.labels and not cited_places(cite, text):
        help = f"if they are numbered otherwise in print, say so under the source: `pages: {locator.first or 1}-...`"
        return counted(len(text.pages), "page"), help
    return None


RULE = Rule("locator-beyond-source", Group.EVIDENCE, Severity.ERROR, check, __doc__)
