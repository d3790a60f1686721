"""A quotation that stands in another paragraph, or on another page, than the one cited.

Whoever looks it up will not find it, and will ask whether it is there at all. Paragraph 1 is the
first block of the source's text that is set off by blank lines, the title included
(`argmap text FILE` numbers them); pages are those of a PDF.

Source rain.txt:

    The river rises fast.

    In most years the lower fields are under water by March.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence wet [rain para 1]: By March they are "under water".

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence wet [rain para 2]: By March they are "under water".

Fix: cite the paragraph that is named. A quotation that runs on needs a range: `para 2-3`.
"""

from collections.abc import Iterator

from ...diagnostic import Edit, Label, Severity
from ...model import Locator
from ...quoting.verify import Verdict
from ...regex import regex
from ...source import Span
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .wording import place

PARAGRAPHS = regex(r"para ([0-9]+)-([0-9]+)")


def check(subject: Subject) -> Iterator[Finding]:
    """Quotations found in a cited source, but not where the citation says."""
    for verified in subject.quotations:
        text, placed = verified.text, verified.placed
        if verified.verdict is not Verdict.ELSEWHERE or text is None or placed is None:
            continue
        cite = verified.cites[0]
        where = place(text, placed)
        there = Span(text.file, placed.start, placed.end)
        on = "on" if text.labels else "in"
        what = "this card" if verified.quoted.body else "this quotation"
        yield Finding(
            cite.span,
            f"{what} stands {on} {where} of `{cite.source.id}`, not {on} {cite.locator}",
            f"write `{cite.source.id} {where}`",
            (Label(verified.quoted.whole, "these words"), Label(there, "here in the source")),
            (Edit(cite.span, f"{cite.source.id} {where}"),) if _runs_on(cite.locator, where) else (),
        )


def _runs_on(cited: Locator | None, where: str) -> bool:
    """Whether the words only run on over the paragraphs next to the cited ones: there is one mend then."""
    found = PARAGRAPHS.fullmatch(where)
    if found is None or cited is None or cited.unit != "para":
        return False
    return int(found[1]) <= cited.first and cited.last <= int(found[2])


RULE = Rule("quotation-elsewhere", Group.EVIDENCE, Severity.ERROR, check, __doc__)
