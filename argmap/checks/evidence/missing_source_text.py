"""A source's `text` field names a file that cannot be read.

Then none of its quotations can be compared. The file's name is relative to the file that declares
the source, and it must lie inside the folder of the map: a text in UTF-8 (`.txt`, `.md`), a web page
(`.html`), a Word file (`.docx`) or a PDF.

Source rain.txt:

    The river rises fast.

Bad:

    source rain: The river
        date: 2023
        text: rains.txt

    claim move analytic: The fields should be given up.
        evidence wet [rain]: The water comes quickly.

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim move analytic: The fields should be given up.
        evidence wet [rain]: The water comes quickly.

Fix: correct the name, or take the field away.
"""

from collections import Counter
from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import Source
from ...quoting.passage import SourceText
from ...quoting.texts import NoText
from ...quoting.verify import Verdict
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Named texts that could not be read, with what keeps from it."""
    waiting: Counter[Source] = Counter(
        source
        for verified in subject.quotations
        if verified.verdict is Verdict.UNCHECKED
        for source in {cite.source for cite in verified.cites}
    )
    for source, text in subject.texts.items():
        if isinstance(text, NoText) and text.fault:
            count = waiting[source]
            so = f", so {count} of its quotations cannot be compared" if count else ""
            field = source.fields.get("text")
            yield Finding(
                field.whole if field else source.span,
                text.fault + so,
                "the name is relative to the file that declares the source",
            )
        elif isinstance(text, SourceText) and text.doubt:
            field = source.fields.get("text")
            yield Finding(
                field.whole if field else source.span,
                f"`{text.file.name}`: {text.doubt}",
                "look with `argmap text` what of it can be read",
            )


RULE = Rule("missing-source-text", Group.EVIDENCE, Severity.WARNING, check, __doc__)
