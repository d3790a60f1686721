"""A double turn: one side turns a link and its impact in the same speech.

"It does not cause more traffic, it causes less" and "more traffic is good" each win a point;
together they lose both, for now the plan causes less of something good.

Bad:

    topic: The road should be built.
        format: public-forum

    side pro: For the road
    side con: Against the road

    claim harm (con) analytic @NC: The road makes the town a worse place.
    claim traffic (con) analytic @NC: It brings more traffic.
    claim noise (con) analytic @NC: More traffic is bad for the town.

    traffic + noise support harm

    rebuttal less (pro) turn @AR: It brings less, as lorries go round the town.
    rebuttal shops (pro) turn @AR: More traffic is good: the shops live on it.

    less rebuts traffic
    shops rebuts noise

Good:

    topic: The road should be built.
        format: public-forum

    side pro: For the road
    side con: Against the road

    claim harm (con) analytic @NC: The road makes the town a worse place.
    claim traffic (con) analytic @NC: It brings more traffic.
    claim noise (con) analytic @NC: More traffic is bad for the town.

    traffic + noise support harm

    rebuttal less (pro) turn @AR: It brings less, as lorries go round the town.

    less rebuts traffic

Fix: keep one of the two turns in a speech.
"""

from collections.abc import Iterator

from ...diagnostic import Label, Severity
from ...model import Kind, Link, LinkKind, Mark, Side, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject

Turner = tuple[Side, str | None]
"""Who turns, and in which speech."""

FARTHEST = 100
"""So many steps upward are looked at."""


def check(subject: Subject) -> Iterator[Finding]:
    """Two turns by one side in one speech on two parts of one argument: a statement and what it
    supports, through others too, statements that are joined or stand side by side under one claim, a
    statement and the warrant of its link."""
    for turner, turned in _turns(subject).items():
        told: set[frozenset[Statement]] = set()
        for part, turn in turned.items():
            for other in _fellows(subject, part):
                pair = frozenset((part, other))
                if other in turned and turned[other] is not turn and pair not in told:
                    told.add(pair)
                    yield _finding(subject, turner, (turned[other], other), (turn, part))


def _turns(subject: Subject) -> dict[Turner, dict[Statement, Statement]]:
    """What each side turns in each speech, with the turn."""
    found: dict[Turner, dict[Statement, Statement]] = {}
    for link in subject.map.links:
        for source in link.sources:
            if source.mark is Mark.TURN and source.side and isinstance(link.target, Statement):
                found.setdefault((source.side, source.speech), {}).setdefault(link.target, source)
    return found


def _fellows(subject: Subject, part: Statement) -> Iterator[Statement]:
    """The other parts of the argument that a statement is a part of."""
    seen = {part}
    waiting = [part]
    for statement in waiting:  # grows while it is walked
        for link in subject.map.links_from(statement):
            if link.kind is not LinkKind.SUPPORTS or len(waiting) > FARTHEST:
                continue
            beside = _beside(subject, link, part) if statement is part else ()
            yield from (other for other in beside if other is not part)
            above = subject.landing[link]
            # Turning a part of what is joined, and its conclusion, is not yet a double turn.
            if not link.joined and above not in seen:
                seen.add(above)
                waiting.append(above)
                yield above


def _beside(subject: Subject, link: Link, part: Statement) -> Iterator[Statement]:
    """What stands beside a part: what is joined with it, the warrants of its link or what it warrants, and
    the other simple claims under the same claim."""
    yield from link.sources
    for onto in subject.map.links_onto(link):
        if onto.kind is LinkKind.SUPPORTS:
            yield from onto.sources
    if isinstance(link.target, Link):
        yield from link.target.sources
        return
    for other in subject.map.links_onto(link.target):
        if other.kind is LinkKind.SUPPORTS and _simple(subject, part):
            yield from (source for source in other.sources if _simple(subject, source))


def _simple(subject: Subject, statement: Statement) -> bool:
    """Whether a claim is a step of an argument, and no contention with reasons of its own."""
    return statement.kind is Kind.CLAIM and not any(
        link.kind is LinkKind.SUPPORTS and any(source.kind is Kind.CLAIM for source in link.sources)
        for link in subject.map.links_onto(statement)
    )


def _finding(
    subject: Subject, turner: Turner, one: tuple[Statement, Statement], other: tuple[Statement, Statement]
) -> Finding:
    side, speech = turner
    order = subject.map.statements.index
    one, other = sorted((one, other), key=lambda turn: order(turn[0]))
    place = f" in the {speech}" if speech else ""
    return Finding(
        other[0].span,
        f"double turn: `{side.id}` turns both `{one[1].name}` and `{other[1].name}`{place}",
        "keep one of the two: together they grant the other side's point",
        (Label(one[0].span, f"this turns `{one[1].name}`"),),
    )


RULE = Rule("double-turn", Group.DEBATE, Severity.WARNING, check, __doc__)
