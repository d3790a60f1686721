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
from ...quoting.quoted import Quoted
from ...quoting.verify import Verdict
from ...regex import regex
from ...source import Span
from ...values import dataclass
from ..rule import Finding, Group, Rule
from ..subject import Subject

MODEST = regex(
    r"\b(?:may|might|could|[Rr]isks?|[Pp]ossibl[ey]|[Pp]erhaps|[Pp]otential(?:ly)?|likely)\b"
    r"|\A\W*May\b(?!\s+(?:of|this|last|next|and|was|is)\b|,?\s+\d)"
)
"""Words that leave a door open. (`May` with a capital inside a sentence is a month.)"""
PIECES = ("ay", "might", "could", "isk", "ossibl", "erhaps", "otential", "likely")
"""Each of them has one of these, which is far cheaper to see."""
HEDGE = regex(
    r"\b(?:can|would|should|probabl[ey]|maybe|tends?|suggests?|seems?|appears?|arguably|chance|danger|threatens?|if|unless"
    r"|some|sometimes|often|almost|unlikely|fears?|expected|expects?|hopes?|aims?|believes?|thinks?|warns?|said|says?)\b",
    re.IGNORECASE,
)
"""Words with which a claim is no more certain than its source, beside those of `MODEST`."""
CERTAIN = regex(
    r"(?<!\bfree )(?<!\bthe )(?<!\bpolitical )(?<!\bgood )(?<!\bits )(?<!\btheir )\bwill\b(?! of\b)"
    r"|\b(?:inevitabl[ey]|certainly|undoubtedly|always|guarantees?d?|proves?)\b|\bbound to\b",
    re.IGNORECASE,
)
MODAL = regex(r"\b(?:may|might|could)\s+(?:(?:well|also|soon|then|even|still|not|[a-z]+ly)\s+)*([a-z]{3,})")
"""What may happen: `could escalate`."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a source says, in its own words or in the author's: the words, and where they stand."""

    statement: Statement
    text: str
    start: int
    quoted: Quoted | None = None

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`."""
        return self.quoted.span(start, end) if self.quoted else self.statement.prose.span(start, end)


def check(subject: Subject) -> Iterator[Finding]:
    """Claims that are certain of what all their evidence calls possible; and evidence whose own words
    are certain of what its quotation calls possible."""
    quoted: dict[Statement, list[Passage]] = {}
    wrong: set[Statement] = set()
    for verified in subject.quotations:
        one = verified.quoted
        quoted.setdefault(one.statement, []).append(Passage(one.statement, one.text, one.start, one))
        if verified.verdict not in (Verdict.FOUND, Verdict.ELSEWHERE, Verdict.UNCHECKED):
            wrong.add(one.statement)
    for statement in subject.map.statements:
        evidence = [statement] if statement in quoted else _evidence(subject, statement)
        if evidence and wrong.isdisjoint(evidence):
            yield from _overclaims(statement, [one for each in evidence for one in quoted.get(each) or [_told(each)]])


def _told(evidence: Statement) -> Passage:
    """What an evidence tells of its source in its own words."""
    return Passage(evidence, evidence.text, 0)


def _evidence(subject: Subject, claim: Statement) -> list[Statement]:
    """What supports a claim; nothing, if some of it is more than evidence: that may carry the rest."""
    sources = [
        source for link in subject.map.links_onto(claim) if link.kind is LinkKind.SUPPORTS for source in link.sources
    ]
    return sources if all(source.kind is Kind.EVIDENCE for source in sources) else []


def _overclaims(statement: Statement, passages: Sequence[Passage]) -> Iterator[Finding]:
    first = _modest(passages[0].text)
    if first is None or not all(_modest(passage.text) for passage in passages[1:]):
        return
    own = _own_words(statement, passages)
    if _modest(own) or HEDGE.search(own):
        return
    if any(CERTAIN.search(passage.text) for passage in passages):
        return
    certain = CERTAIN.search(own) or _as_fact(own, passages)
    if certain:
        yield Finding(
            statement.prose.span(*certain.span()),
            f"`{statement.name}` says “{certain.group()}”, its source says “{first.group().strip()}”",
            "claim what the source says, or add evidence that says more",
            (Label(passages[0].span(*first.span()), "the source is less sure"),),
        )


def _modest(text: str) -> re.Match[str] | None:
    return MODEST.search(text) if any(piece in text for piece in PIECES) else None


def _as_fact(own: str, passages: Sequence[Passage]) -> re.Match[str] | None:
    """A verb told as a fact of which the source says that it could be: `escalates`."""
    verbs = {verb for passage in passages for verb in MODAL.findall(passage.text)}
    forms = {form for verb in verbs for form in _forms(verb)}
    return next((word for word in re.finditer(r"[a-z]+", own) if word.group() in forms), None)


def _forms(verb: str) -> Iterator[str]:
    yield f"{verb}s"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield f"{verb}es"
    if verb.endswith("y"):
        yield f"{verb[:-1]}ies"


def _own_words(statement: Statement, passages: Sequence[Passage]) -> str:
    """A statement's text with its quotations blanked out, every other word at its place."""
    parts: list[str] = []
    at = 0
    for passage in passages:
        if passage.statement is statement and passage.quoted and not passage.quoted.body:
            parts += [statement.text[at : passage.start], " " * len(passage.text)]
            at = passage.start + len(passage.text)
    return "".join([*parts, statement.text[at:]])


RULE = Rule("overclaim", Group.EVIDENCE, Severity.WARNING, check, __doc__)
