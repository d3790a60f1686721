"""The source says may, the claim says will.

An author who writes "could" or "risk" has left a door open; a tag with "will" or "inevitably"
shuts it, and the other team will read the difference aloud.

Source rain.txt:

    The dam could fail in a storm.

Bad:

    source rain: The river
        date: 2023
        text: rain.txt

    claim flood: The dam will inevitably fail.
        evidence weak [rain]: The engineers write that it "could fail in a storm".

Good:

    source rain: The river
        date: 2023
        text: rain.txt

    claim flood: The dam may fail in a storm.
        evidence weak [rain]: The engineers write that it "could fail in a storm".

Fix: claim what the source says, or add evidence that says more. The words looked for are English.
"""

import re
from collections.abc import Iterator, Sequence

from ...diagnostic import Label, Severity
from ...model import Kind, LinkKind, Statement
from ...quoting.verify import Quoted, Verdict
from ..rule import Finding, Group, Rule
from ..subject import Subject

# "May" with a capital inside a sentence is a month; "the will of the people" promises nothing.
MODEST = re.compile(
    r"\b(?:may|might|could|[Rr]isks?|[Pp]ossibl[ey]|[Pp]erhaps|[Pp]otential(?:ly)?|likely)\b|\A\W*May\b"
)
CERTAIN = re.compile(
    r"(?<!\bfree )(?<!\bthe )(?<!\bpolitical )(?<!\bgood )(?<!\bits )(?<!\btheir )\bwill\b(?! of\b)"
    r"|\b(?:inevitabl[ey]|certainly|undoubtedly|always|guarantees?d?|proves?)\b|\bbound to\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Claims that are certain of what all their quoted evidence calls possible; and evidence whose
    own words are certain of what its quotation calls possible."""
    quoted: dict[Statement, list[Quoted]] = {}
    for verified in subject.quotations:
        if verified.verdict in (Verdict.FOUND, Verdict.ELSEWHERE, Verdict.UNCHECKED):
            quoted.setdefault(verified.quoted.statement, []).append(verified.quoted)
    for statement in subject.map.statements:
        evidence = [statement] if statement in quoted else _evidence(subject, statement)
        passages = [passage for each in evidence for passage in quoted.get(each, ())]
        if not evidence or any(each not in quoted for each in evidence):
            continue
        yield from _overclaims(statement, passages)


def _evidence(subject: Subject, claim: Statement) -> list[Statement]:
    """What supports a claim; nothing, if some of it is more than evidence: that may carry the rest."""
    sources = [
        source for link in subject.map.links_onto(claim) if link.kind is LinkKind.SUPPORTS for source in link.sources
    ]
    return sources if all(source.kind is Kind.EVIDENCE for source in sources) else []


def _overclaims(statement: Statement, passages: Sequence[Quoted]) -> Iterator[Finding]:
    own = _own_words(statement, passages)
    certain = CERTAIN.search(own)
    modest = [MODEST.search(passage.text) for passage in passages]
    if not certain or MODEST.search(own) or any(CERTAIN.search(passage.text) for passage in passages):
        return
    if modest[0] is not None and None not in modest:
        first = modest[0]
        yield Finding(
            statement.prose.span(*certain.span()),
            f"`{statement.name}` says “{certain.group()}”, its source says “{first.group().strip()}”",
            "claim what the source says, or add evidence that says more",
            (Label(passages[0].span(*first.span()), "the source is less sure"),),
        )


def _own_words(statement: Statement, passages: Sequence[Quoted]) -> str:
    """A statement's text with its quotations blanked out, every other word at its place."""
    parts: list[str] = []
    at = 0
    for passage in passages:
        if passage.statement is statement and not passage.body:
            parts += [statement.text[at : passage.start], " " * len(passage.text)]
            at = passage.start + len(passage.text)
    return "".join([*parts, statement.text[at:]])


RULE = Rule("overclaim", Group.EVIDENCE, Severity.WARNING, check, __doc__)
