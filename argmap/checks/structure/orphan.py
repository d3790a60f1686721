"""A statement that bears on no claim.

Whatever leads to no claim cannot help to win one. It is usually a line with the wrong
indentation, or evidence that is waiting for its place.

Bad:

    source talk: Town meeting
        date: 2023

    claim road analytic: The road should be closed to cars.
    evidence noise [talk]: Half of those who live there cannot sleep.

Good:

    source talk: Town meeting
        date: 2023

    claim road analytic: The road should be closed to cars.
        evidence noise [talk]: Half of those who live there cannot sleep.

Fix: indent it under the statement that it bears on, or write a line such as
`noise supports road`.
"""

from collections.abc import Iterator, Sequence

from ...diagnostic import Severity
from ...model import Kind, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """The statements from which no claim can be reached: of each group that hangs together, those
    that bear on nothing. A map without a claim is another rule's fault, and so is a warrant that
    stands under nothing."""
    map = subject.map
    lost = _lost(subject)
    if len(lost) == len(map.statements):
        return
    for group in _groups(subject, lost):
        ends = [statement for statement in group if not map.links_from(statement)] or group[:1]
        for statement in ends:
            if statement.kind is not Kind.WARRANT:
                yield _finding(statement)


def _finding(statement: Statement) -> Finding:
    way_out = "indent it under what it bears on"
    if statement.id:
        verb = "rebuts" if statement.kind is Kind.REBUTTAL else "supports"
        way_out += f", or add a line that says so (`{statement.id} {verb} ...`)"
    return Finding(statement.span, f"`{statement.name}` bears on no claim", way_out)


def _lost(subject: Subject) -> dict[Statement, None]:
    """The statements that lead to no claim, in reading order."""
    map, landing = subject.map, subject.landing
    sure = {statement for statement in map.statements if statement.kind is Kind.CLAIM}
    for link in map.links:  # what stands above comes first, as nearly always
        if landing[link] in sure:
            sure.update(link.sources)
    if len(sure) == len(map.statements):
        return {}
    onto: dict[Statement, list[Statement]] = {}
    for link in map.links:
        onto.setdefault(landing[link], []).extend(link.sources)
    reached = [statement for statement in map.statements if statement.kind is Kind.CLAIM]
    known = set(reached)
    for statement in reached:
        for source in onto.get(statement, ()):
            if source not in known:
                known.add(source)
                reached.append(source)
    return dict.fromkeys(statement for statement in map.statements if statement not in known)


def _groups(subject: Subject, lost: dict[Statement, None]) -> Iterator[Sequence[Statement]]:
    """The lost statements in groups that hang together, each in reading order."""
    beside: dict[Statement, list[Statement]] = {statement: [] for statement in lost}
    for link in subject.map.links:
        end = subject.landing[link]
        for source in link.sources:
            if source in lost and end in lost:
                beside[source].append(end)
                beside[end].append(source)
    order = {statement: number for number, statement in enumerate(lost)}
    while beside:
        group = [next(iter(beside))]
        neighbours = beside.pop(group[0])
        while neighbours:
            statement = neighbours.pop()
            if statement in beside:
                group.append(statement)
                neighbours += beside.pop(statement)
        yield sorted(group, key=order.__getitem__)


RULE = Rule("orphan", Group.STRUCTURE, Severity.WARNING, check, __doc__, judges_gaps=True)
