"""The consistent ways to judge what the verdict leaves open.

A reading is a preferred labelling (Dung, AIJ 77, 1995): it obeys every rule of `verdict.py` and
settles as much as can be settled at once. Support that only goes round in a circle is none in a
reading either. What the verdict has decided is cut away first, and a question about one
statement looks only at what bears on it. All clashes of a map together get a limit of time.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from time import monotonic

from ...model import Node, Statement
from ...values import dataclass
from ..verdict import OPEN, Judgement, Verdict
from .encoding import Encoding, encode
from .solver import Models, OutOfTimeError, models

LIMIT = 64
"""Where there are more readings than this, the rest is not looked for."""

SECONDS = 10.0
"""How long readings are looked for, in all clashes of a map together."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A part of the map that is open, cut off from whatever else is open.

    `statements` are its open ones in reading order; `readings` are the ways to judge it, each with
    a verdict for every open statement and link of the part; `complete` is False where there are
    more than were asked for, or, with `in_time` False, where time ran out.
    """

    statements: tuple[Statement, ...]
    readings: tuple[Mapping[Node, Verdict], ...]
    complete: bool
    in_time: bool = True


@dataclass(frozen=True, slots=True)
class Ways:
    """In how many readings of what bears on it an open statement stands, and in how many it falls.

    Where `complete` is False there are more readings than `total`: `stands` and `falls` then count
    those that were looked at, and each is at least 1 where any reading at all has that verdict.
    """

    total: int
    stands: int
    falls: int
    complete: bool


def clashes(judgement: Judgement, limit: int = LIMIT, *, seconds: float = SECONDS) -> tuple[Clash, ...]:
    """The open parts of a judged map with up to `limit` readings each; none where nothing is open.

    Raises NoSolverError. Readings may double with each further clash, hence the limits.
    """
    nodes = judgement.wiring.nodes
    end = monotonic() + seconds
    found = []
    for region in open_parts(judgement):
        readings, in_time = list[Mapping[int, Verdict]](), True
        try:
            with _finding(judgement, region, end) as finder:
                for reading in islice(finder.readings(), limit + 1):
                    readings.append(reading)  # one by one: what was found before time ran out is kept
        except OutOfTimeError:
            in_time = False
        shown = {n: nodes[n] for n in region if n not in judgement.wiring.originals}
        found.append(
            Clash(
                tuple(node for node in shown.values() if isinstance(node, Statement)),
                tuple({node: each[n] for n, node in shown.items()} for each in sorted(readings[:limit], key=_order)),
                in_time and len(readings) <= limit,
                in_time,
            )
        )
    return tuple(found)


def ways(judgement: Judgement, statement: Statement, limit: int = LIMIT, *, seconds: float = SECONDS) -> Ways | None:
    """In how many readings an open statement stands and falls; None where time runs out. Raises NoSolverError.

    Asks only what bears on the statement: readings of it that differ elsewhere are one.
    """
    number = judgement.wiring.numbers[statement]
    region = [n for n in judgement.wiring.below([number]) if judgement.states[n] == OPEN]
    try:
        with _finding(judgement, region, monotonic() + seconds) as finder:
            readings = [reading[number] for reading in islice(finder.readings(), limit + 1)]
            complete = len(readings) <= limit
            for verdict in (Verdict.STANDS, Verdict.FALLS):
                if not complete and verdict not in readings and finder.possible(number, verdict):
                    readings.append(verdict)
    except OutOfTimeError:
        return None
    return Ways(len(readings), readings.count(Verdict.STANDS), readings.count(Verdict.FALLS), complete)


def _order(reading: Mapping[int, Verdict]) -> list[int]:
    """A key that puts the reading first in which the earliest nodes stand."""
    return [(Verdict.STANDS, Verdict.FALLS, Verdict.OPEN).index(verdict) for verdict in reading.values()]


def open_parts(judgement: Judgement) -> list[list[int]]:
    """The open nodes by number, split into parts that have nothing to do with one another."""
    wiring, states = judgement.wiring, judgement.states
    parts, seen = [], set[int]()
    for start, state in enumerate(states):
        if state != OPEN or start in seen:
            continue
        seen.add(start)
        part = [start]
        for number in part:  # grows while it is walked
            for other in (*judgement.depends_on(number), *wiring.bears_on(number)):
                if states[other] == OPEN and other not in seen:
                    seen.add(other)
                    part.append(other)
        parts.append(sorted(part))
    return parts


@contextmanager
def _finding(judgement: Judgement, region: Sequence[int], end: float) -> Iterator["_Finder"]:
    encoding = encode(judgement, region)
    with models(encoding.formula.clauses, encoding.stands.values(), end) as found:
        yield _Finder(encoding, found)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the labellings of a region in which as much as can be stands; no other stands on more.
    (With support derived, what stands settles what falls, so the most that stands is the most
    that is settled.)"""

    encoding: Encoding
    models: Models

    def readings(self) -> Iterator[Mapping[int, Verdict]]:
        """Each reading once: a verdict for every number of the region."""
        while (model := self._model([])) is not None:
            model = self._grown(model)
            self.models.add(self._more_than(model))
            yield {number: self._verdict(number, model) for number in self.encoding.stands}

    def possible(self, number: int, verdict: Verdict) -> bool:
        """Whether some reading that has not come up yet gives a number this verdict."""
        literal = self.encoding.stands[number] if verdict is Verdict.STANDS else -self.encoding.may[number]
        return self._model([literal]) is not None

    def _model(self, assumptions: list[int]) -> frozenset[int] | None:
        """A labelling in which all support is derived."""
        while (model := self.models.model(assumptions)) is not None:
            clauses = self.encoding.formula.unfounded(model)
            if not clauses:
                return model
            for clause in clauses:
                self.models.add(clause)
        return None

    def _grown(self, model: frozenset[int]) -> frozenset[int]:
        """A labelling with as much standing as can be added to what stands in this one."""
        while True:
            kept = [variable for variable in self.encoding.stands.values() if variable in model]
            switch = self.encoding.formula.variable()
            self.models.add([-switch, *self._more_than(model)])
            larger = self._model([switch, *kept])
            self.models.add([-switch])
            if larger is None:
                return model
            model = larger

    def _more_than(self, model: frozenset[int]) -> list[int]:
        return [variable for variable in self.encoding.stands.values() if variable not in model]

    def _verdict(self, number: int, model: frozenset[int]) -> Verdict:
        if self.encoding.stands[number] in model:
            return Verdict.STANDS
        return Verdict.OPEN if self.encoding.may[number] in model else Verdict.FALLS
