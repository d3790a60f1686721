"""The flow of a round, as a judge keeps it: what is due when, what came too late, what was let go.

One function, `flow_of`, says it; the checks and judging both take it from here, so that they never
disagree.

- An argument is due to be answered in the other side's first speech after it that answers anything. (In
  public forum the second rebuttal need not answer what was first said in the first one, unless a setting says
  so.) An answer after that comes too late; weighing (`outweigh`) never does.
- A side's last speech is no place for a new card, a new turn, or a new reason; answers, reasons for them, and
  sums of what was said before are none.
- Where the map says of anything that it is extended, what a side did not carry into its last speech is let go.
"""

from collections.abc import Iterable, Iterator, Mapping

from ..debate import Floor, Speech, floor_of
from ..model import ArgumentMap, Kind, Link, LinkKind, Mark, Node, Side, Statement
from ..values import dataclass
from .answering import side_hit


@dataclass(frozen=True, slots=True)
class Flow:
    """What the speeches of a map settle.

    `late`: answers that came after the speech in which they were due, each with that speech. `new`: what is
    new in its side's last speech. `let_go`: what its side did not carry into its last speech, which is named.
    `early`: rebuttals that are said before what they answer, each with that: one of the two speeches is a
    slip, and nothing follows from it. `reached`: how far each side has come, by `Floor.when`.
    """

    floor: Floor
    second_rebuttal: bool
    late: Mapping[Link, Speech]
    new: frozenset[Statement]
    let_go: Mapping[Statement, Speech]
    early: Mapping[Statement, Statement]
    reached: Mapping[Side, int]

    def due(self, when: int, side: Side) -> Speech | None:
        """The speech in which the other side has to answer what `side` said at a time; None where none is left."""
        return self.floor.due(when, side, second_rebuttal=self.second_rebuttal)


def flow_of(map: ArgumentMap, *, second_rebuttal: bool = False) -> Flow | None:
    """What a map's speeches settle; None where its format is not known or no statement names a speech.

    `second_rebuttal`: whether public forum's second rebuttal must answer the first one. Linear.
    """
    floor = floor_of(map)
    if floor is None or not any(statement.speech for statement in map.statements):
        return None
    early = said_before(map, floor)
    reached = _reached(map, floor)
    flow = Flow(floor, second_rebuttal, {}, frozenset(), {}, early, reached)
    return Flow(
        floor,
        second_rebuttal,
        dict(_late(map, flow)),
        frozenset(_new(map, floor)),
        dict(_let_go(map, flow)),
        early,
        reached,
    )


def said_before(map: ArgumentMap, floor: Floor) -> Mapping[Statement, Statement]:
    """The rebuttals that are given before what they answer is said, each with what it answers.

    Two rebuttals that contradict each other answer in both directions: of these the later is the answer.
    """
    answers = [
        (source, answered)
        for link in map.links
        if link.kind is LinkKind.REBUTS
        for source in link.sources
        if source.kind is Kind.REBUTTAL
        for answered in ((link.target,) if isinstance(link.target, Statement) else link.target.sources)
    ]
    pairs = set(answers)
    found: dict[Statement, Statement] = {}
    for source, answered in answers:
        said, heard = floor.when(source.speech), floor.when(answered.speech)
        if said is not None and heard is not None and said < heard and (answered, source) not in pairs:
            found.setdefault(source, answered)
    return found


def _reached(map: ArgumentMap, floor: Floor) -> Mapping[Side, int]:
    """How far each side has come: when the last speech is that it says, or extends, something in."""
    reached: dict[Side, int] = {}
    for statement in map.statements:
        for speech in (statement.speech, *statement.extended):
            at, speaker = floor.when(speech), floor.speaker(speech)
            if at is not None and speaker is not None:
                reached[speaker] = max(at, reached.get(speaker, -1))
    return reached


def _late(map: ArgumentMap, flow: Flow) -> Iterator[tuple[Link, Speech]]:
    """The answers that came after the speech in which they were due."""
    made: dict[Node, int | None] = {s: flow.floor.when(s.speech) for s in map.statements}
    for link in map.links:  # a link comes after the link it points at
        times = [at for node in (*link.sources, link.target) if (at := made[node]) is not None]
        made[link] = max(times, default=None)
        source = link.sources[0]
        said, heard, side = made[source], made[link.target], side_hit(link)
        if link.kind is not LinkKind.REBUTS or said is None or heard is None or side is None:
            continue
        if source.side in (None, side) or source in flow.early or source.mark is Mark.OUTWEIGH:
            continue
        due = flow.due(heard, side)
        if due is not None and said > (flow.floor.when(due.name) or 0):
            yield link, due


def _new(map: ArgumentMap, floor: Floor) -> Iterator[Statement]:
    """What is first said in its side's last speech, and could have been said before."""
    last = {s for s in map.statements if (speech := floor.by_name.get(s.speech or "")) and speech.last}
    last -= {s for s in last if s.side is not None and floor.speaker(s.speech) not in (None, s.side)}
    if not last:
        return
    allowed = {s for s in last if _answers(map, s)}
    waiting = [s for s in map.statements if s in last and s not in allowed and s.kind in (Kind.CLAIM, Kind.WARRANT)]
    while True:
        fresh = [s for s in waiting if _sums_up(map, s, last, allowed) or _explains(map, s, last, allowed)]
        if not fresh:
            break
        allowed.update(fresh)
        waiting = [s for s in waiting if s not in allowed]
    yield from (s for s in map.statements if s in last and s not in allowed)


def _answers(map: ArgumentMap, statement: Statement) -> bool:
    """Whether a statement is an answer, and gains no new ground by it (weighing does not)."""
    if statement.kind is Kind.REBUTTAL:
        return statement.mark is not Mark.TURN
    return statement.kind is Kind.CLAIM and any(link.kind is LinkKind.REBUTS for link in map.links_from(statement))


def _sums_up(map: ArgumentMap, statement: Statement, last: set[Statement], allowed: set[Statement]) -> bool:
    """Whether what was said before supports a statement."""
    supports = (link for link in map.links_onto(statement) if link.kind is LinkKind.SUPPORTS)
    return any(all(source not in last or source in allowed for source in link.sources) for link in supports)


def _explains(map: ArgumentMap, statement: Statement, last: set[Statement], allowed: set[Statement]) -> bool:
    """Whether a statement only says why of what may be said in that speech."""
    bears_on: list[Node] = [link.target for link in map.links_from(statement)]
    return bool(bears_on) and all(
        (node in last and node in allowed) if isinstance(node, Statement) else any(s in last for s in node.sources)
        for node in bears_on
    )


def _let_go(map: ArgumentMap, flow: Flow) -> Iterator[tuple[Statement, Speech]]:
    """What its side did not carry into its last speech, where the map extends anything and reaches that."""
    floor = flow.floor
    if not any(statement.extended for statement in map.statements) or floor.sides is None:
        return
    last = {side: speech for side in floor.sides if (speech := _last(floor, side, flow.reached)) is not None}
    for statement in map.statements:
        speech = last.get(statement.side) if statement.side else None
        said = [at for name in _speeches(statement) if (at := floor.when(name)) is not None]
        if speech is not None and said and floor.when(speech.name) not in said:
            yield statement, speech


def _speeches(statement: Statement) -> Iterable[str]:
    return ((statement.speech, *statement.extended)) if statement.speech else statement.extended


def _last(floor: Floor, side: Side, reached: Mapping[Side, int]) -> Speech | None:
    """A side's last speech, where the map has reached it."""
    for speech in floor.speeches:
        if speech.last and floor.speaker(speech.name) is side and floor.when(speech.name) == reached.get(side):
            return speech
    return None
