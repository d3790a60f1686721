"""Quotations that cannot be compared, because their source's words are not at hand.

It is said once for a map: how many, and from which sources. Nothing need be wrong, but nobody has looked.
In a PDF argmap knows the pages and not the paragraphs: where `para 6` of one is cited, the words are looked
for in all of it, which is said once as well.

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

from ...diagnostic import Label, Severity
from ...english import counted, listed, plural
from ...model import Cite, Source
from ...quoting.passage import SourceText
from ...quoting.texts import NoText
from ...quoting.verify import Verdict
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .wording import place

MOST = 5
"""Of how many further sources the places are shown."""


def check(subject: Subject) -> Iterator[Finding]:
    """How many quotations wait for the texts of their sources, said once. A text that is named and
    cannot be read is another rule's fault."""
    yield from _unclear(subject)
    yield from _paragraphs(subject)
    waiting: Counter[Source] = Counter()
    for verified in subject.quotations:
        if verified.verdict is Verdict.UNCHECKED:
            waiting.update({cite.source for cite in verified.cites})
    absent = [source for source in waiting if not _told_elsewhere(subject.texts.get(source))]
    if not absent:
        return
    first, *others = absent
    count = sum(waiting[source] for source in absent)
    whose = listed((f"`{source.id}`" for source in absent), most=4)
    yield Finding(
        first.span,
        f"{counted(count, 'quotation')} from {whose} not verified:"
        f" {plural(len(absent), 'its text is', 'their texts are')} not at hand",
        f"name a file with the source's words, `text: {first.id}.txt`, or keep one in a --sources folder",
        tuple(Label(source.span, f"{counted(waiting[source], 'quotation')} from this") for source in others[:MOST]),
    )


def _paragraphs(subject: Subject) -> Iterator[Finding]:
    """Citations of a PDF by paragraph, which nobody can hold to: said once."""
    cites = [
        cite
        for statement in subject.map.statements
        for cite in statement.cites
        if cite.locator and cite.locator.unit == "para" and _is_paged(subject.texts.get(cite.source))
    ]
    if not cites:
        return
    first, more = cites[0], len(cites) - 1
    others = (
        f", and neither {plural(more, 'is', 'are')} {counted(more, 'further citation')} of this kind" if more else ""
    )
    page = next(_pages(subject, first), None)
    yield Finding(
        first.span,
        f"argmap knows the pages of a PDF and not its paragraphs, so `{first.locator}` is not checked{others}",
        f"cite the page, `{first.source.id} {page or 'page 2'}`; or save the words as plain text,"
        " where blank lines set off the paragraphs",
    )


def _is_paged(text: SourceText | NoText | None) -> bool:
    return isinstance(text, SourceText) and bool(text.labels)


def _pages(subject: Subject, cite: Cite) -> Iterator[str]:
    """Where what is quoted with a citation does stand."""
    for verified in subject.quotations:
        if cite in verified.cites and verified.text and verified.placed:
            yield place(verified.text, verified.placed)


def _told_elsewhere(text: SourceText | NoText | None) -> bool:
    return isinstance(text, NoText) and bool(text.fault)


def _unclear(subject: Subject) -> Iterator[Finding]:
    """Quotations that repeat themselves so often that comparing them would take too long."""
    for verified in subject.quotations:
        if verified.verdict is Verdict.UNCLEAR:
            yield Finding(
                verified.quoted.whole,
                "this quotation repeats itself so often that it cannot be compared with its source",
                "quote less of it, or with fewer brackets",
            )


RULE = Rule("unverified-quotation", Group.EVIDENCE, Severity.INFO, check, __doc__)
