"""One passage is made to prove two different things.

Read one after the other, the two tags invite the question which of them the author meant. If the
passage proves both, it is one piece of evidence under two claims. The limit `same-passage` says
from how many words on a repeated quotation counts (6); a card counts always.

Source rain.txt:

    In most years the lower fields are under water by March.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim farm analytic: Farming there does not pay.
        evidence lost [rain]: Crops are lost: "the lower fields are under water by March".

    claim birds analytic: The fields are a home for birds.
        evidence wet [rain]: Birds find a marsh: "the lower fields are under water by March".

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim farm analytic: Farming there does not pay.
        evidence wet [rain]: A flood is normal: "the lower fields are under water by March".

    claim birds analytic: The fields are a home for birds.
        evidence wet

Fix: write it once, with a tag that fits both, and refer to it.
"""

from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ...model import Side, Source, Statement
from ...quoting.verify import Quoted, Verified
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Passages that two statements of one side quote alike under different words, for different
    statements that they support. (What both sides quote is clash, and no fault.)"""
    first: dict[tuple[Source, Side | None, str], Quoted] = {}
    for verified in subject.quotations:
        quoted = verified.quoted
        words = verified.pattern.words.folded
        if not quoted.body and len(words) < subject.limits.same_passage:
            continue
        for source in {cite.source for cite in quoted.statement.cites}:
            before = first.setdefault((source, quoted.statement.side, " ".join(words)), quoted)
            if before is not quoted and _different(subject, before.statement, quoted.statement):
                yield _finding(before, verified, source)
                break


def _different(subject: Subject, one: Statement, other: Statement) -> bool:
    if one is other or one.text.casefold() == other.text.casefold():
        return False
    proves = [{link.target for link in subject.map.links_from(each)} for each in (one, other)]
    return proves[0] != proves[1]


def _finding(before: Quoted, verified: Verified, source: Source) -> Finding:
    quoted = verified.quoted
    name = before.statement.name
    return Finding(
        quoted.whole,
        f"`{quoted.statement.name}` and `{name}` make one passage of `{source.id}` prove two things",
        "write it once, with words that fit both, and refer to it under the other:"
        f" `{before.statement.kind} {before.statement.id or 'ID'}`",
        (Label(before.whole, "the same passage"),),
    )


RULE = Rule("same-passage", Group.EVIDENCE, Severity.WARNING, check, __doc__)
