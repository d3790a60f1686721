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

from collections.abc import Iterator, Mapping

from ...diagnostic import Label, Severity
from ...model import Link, LinkKind, Mark, Side, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject

Turner = tuple[Side, str | None]
"""Who turns, and in which speech."""


def check(subject: Subject) -> Iterator[Finding]:
    """Two turns by one side in one speech on two parts of one argument: statements that are joined,
    a statement and what it supports, a statement and the warrant of its link."""
    turns = _turns(subject)
    if not turns:
        return
    told: set[frozenset[Statement]] = set()
    for link in subject.map.links:
        if link.kind is not LinkKind.SUPPORTS:
            continue
        seen: dict[Turner, tuple[Statement, Statement]] = {}
        for part in _parts(subject, link):
            for turner, turn in turns.get(part, {}).items():
                other, first = seen.setdefault(turner, (part, turn))
                pair = frozenset((turn, first))
                if other is not part and turn is not first and pair not in told:
                    told.add(pair)
                    yield _finding(turner, (first, other), (turn, part))


def _turns(subject: Subject) -> Mapping[Statement, Mapping[Turner, Statement]]:
    """The turns of each statement, one for each side and speech."""
    found: dict[Statement, dict[Turner, Statement]] = {}
    for link in subject.map.links:
        for source in link.sources:
            if source.mark is Mark.TURN and source.side and isinstance(link.target, Statement):
                found.setdefault(link.target, {}).setdefault((source.side, source.speech), source)
    return found


def _parts(subject: Subject, link: Link) -> Iterator[Statement]:
    """The parts of one argument: what supports, why it does, and what is supported."""
    yield from link.sources
    for onto in subject.map.links_onto(link):
        if onto.kind is LinkKind.SUPPORTS:
            yield from onto.sources
    # Joined statements share their conclusion; turning one and it is not yet a double turn.
    if isinstance(link.target, Statement) and not link.joined:
        yield link.target


def _finding(turner: Turner, one: tuple[Statement, Statement], other: tuple[Statement, Statement]) -> Finding:
    side, speech = turner
    place = f" in the {speech}" if speech else ""
    return Finding(
        other[0].span,
        f"double turn: `{side.id}` turns both `{one[1].name}` and `{other[1].name}`{place}",
        "keep one of the two: together they grant the other side's point",
        (Label(one[0].span, f"this turns `{one[1].name}`"),),
    )


RULE = Rule("double-turn", Group.DEBATE, Severity.WARNING, check, __doc__)
