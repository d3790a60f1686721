"""One passage is made to prove two different things.

Read one after the other, the two tags invite the question which of them the author meant. If the
passage proves both, it is one piece of evidence under two claims. The limit `same-passage` says
from how many words on a repeated quotation counts (6); two that overlap by so many count as well.

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

from collections import deque
from collections.abc import Iterator, Mapping

from ...diagnostic import Label, Severity
from ...model import Side, Source, Statement
from ...quoting.passage import SourceText
from ...quoting.quoted import Quoted
from ...quoting.verify import Verified
from ...values import dataclass
from ..rule import Finding, Group, Rule
from ..subject import Subject

NEIGHBOURS = 8
"""So many passages that begin before one are compared with it: those that begin far before share little."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where in a source's text a quotation's words stand."""

    start: int
    end: int
    verified: Verified


def check(subject: Subject) -> Iterator[Finding]:
    """Passages that two statements of one side quote under different words, for different statements
    that they support: the same one, or two that overlap. (What both sides quote is clash, no fault.)"""
    told: set[tuple[Statement, Statement]] = set()
    for stretches in _by_source(subject).values():
        before: deque[Stretch] = deque(maxlen=NEIGHBOURS)
        for stretch in sorted(stretches, key=lambda one: (one.start, -one.end)):
            for other in before:
                first, second = sorted((other, stretch), key=lambda one: one.verified.quoted.whole.start)
                pair = first.verified.quoted.statement, second.verified.quoted.statement
                if pair not in told and _share(subject, other, stretch) and _different(subject, *pair):
                    told.add(pair)
                    yield _finding(first.verified.quoted, second.verified, second.verified.cites[0].source)
                    break
            before.append(stretch)
    yield from _unplaced(subject)


def _by_source(subject: Subject) -> Mapping[tuple[SourceText, Side | None], list[Stretch]]:
    found: dict[tuple[SourceText, Side | None], list[Stretch]] = {}
    for verified in subject.quotations:
        placed, text = verified.placed, verified.text
        if placed is not None and text is not None:
            rows = (Stretch(placed.words.starts[a], placed.words.ends[b - 1], verified) for a, b in placed.rows)
            found.setdefault((text, verified.quoted.statement.side), []).extend(rows)
    return found


def _share(subject: Subject, one: Stretch, other: Stretch) -> bool:
    """Whether two stretches have so many words in common that they are one passage: half of the longer
    one at least. (A card may hold what another evidence quotes of it.)"""
    start, end = max(one.start, other.start), min(one.end, other.end)
    if (end - start) * 2 < max(one.end - one.start, other.end - other.start):
        return False
    text = one.verified.text
    if text is None or one.verified.quoted.statement is other.verified.quoted.statement:
        return False
    return len(text.file.text[start:end].split()) >= subject.limits.same_passage


def _unplaced(subject: Subject) -> Iterator[Finding]:
    """The same words quoted twice from a source whose text is not at hand."""
    first: dict[tuple[Source, Side | None, str], Quoted] = {}
    for verified in subject.quotations:
        quoted, words = verified.quoted, verified.pattern.words.folded
        if verified.placed or (not quoted.body and len(words) < subject.limits.same_passage):
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
