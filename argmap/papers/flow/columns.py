"""The columns of a flow: which speech each is for, which side speaks in it, where a statement belongs."""

from collections import deque
from collections.abc import Mapping

from ...debate import floor_of
from ...model import ArgumentMap, LinkKind, Side, Statement

CASE = "Case"


class Columns:
    """The speeches of a map's format; without a format: Case, Answers, Replies, as many as it takes."""

    def __init__(self, map: ArgumentMap) -> None:
        self._sides = map.sides
        self._floor = floor_of(map)
        if self._floor:
            given = [speech for speech in self._floor.speeches if not speech.within]
            self.names = tuple(speech.name for speech in given)
            self.motion = tuple(speech.motion for speech in given)
        else:
            deepest = max(_answers_deep(map).values(), default=0)
            names = [CASE, "Answers", "Replies", *(f"Replies {number}" for number in range(2, deepest))]
            self.names = tuple(names[: max(deepest + 1, 2)])
            self.motion = tuple(at % 2 == 0 for at in range(len(self.names)))
        self._number = {name: at for at, name in enumerate(self.names)}

    def for_motion(self, side: Side | None) -> bool:
        """Whether a side speaks in the columns of the motion's side."""
        if self._floor and self._floor.sides:
            return side is not self._floor.sides[1]
        return side is None or side not in self._sides[1::2]

    def first(self, side: Side | None) -> int:
        """The first column in which a side speaks."""
        return self.motion.index(self.for_motion(side)) if self._sides else 0

    def of(self, statement: Statement, otherwise: int) -> int:
        """The column of the speech that a statement is made in."""
        return self.of_speech(statement.speech or "", otherwise)

    def of_speech(self, name: str, otherwise: int = 0) -> int:
        """The column of a speech."""
        speech = self._floor.by_name.get(name) if self._floor else None
        return self._number.get((speech.within or name) if speech else name, otherwise)

    def after(self, column: int, side: Side | None) -> int:
        """The next column in which a side speaks, or its last."""
        if not self._sides:
            return min(column + 1, len(self.names) - 1)
        motion = self.for_motion(side)
        mine = [at for at, whose in enumerate(self.motion) if whose is motion]
        return next((at for at in mine if at > column), mine[-1])


def _answers_deep(map: ArgumentMap) -> Mapping[Statement, int]:
    """How many answers deep each statement stands, at the least; none for what stands in a circle."""
    found = {statement: 0 for statement in map.statements if not map.links_from(statement)}
    waiting = deque(found)
    while waiting:
        statement = waiting.popleft()
        ahead = (over for link in map.links_from(statement) for over in map.links_onto(link))
        for link in (*map.links_onto(statement), *ahead):
            for source in link.sources:
                if source not in found:
                    found[source] = found[statement] + (link.kind is LinkKind.REBUTS)
                    waiting.append(source)
    return found
