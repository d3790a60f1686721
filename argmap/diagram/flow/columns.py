"""Which column of the flow a statement stands in."""

from collections.abc import Mapping

from ...debate import FORMATS, floor_of
from ...model import ArgumentMap, Statement

STEPS = ("Case", "Answers", "Replies", "Answers to replies", "Further replies")


class Columns:
    """By steps of answering: reasons stand with what they are reasons for, answers in the next column.
    By speeches: where a statement says its speech, in that one's column."""

    def __init__(self, map: ArgumentMap, *, by_speech: bool = False) -> None:
        self._map = map
        used = {statement.speech for statement in map.statements if statement.speech} if by_speech else set()
        order = [name for name in _order(map) if name in used]
        order += sorted(name for name in used if name not in order)
        self.speeches: tuple[str, ...] = tuple(order)
        self._numbers: Mapping[str, int] = {name: number for number, name in enumerate(order)}

    def of(self, statement: Statement, above: int | None, *, answers: bool) -> int:
        """The column of a statement under one in the column `above`, which it `answers` or explains."""
        least = 0 if above is None else above + (1 if answers else 0)
        said = self._numbers.get(statement.speech or "")
        return least if said is None else max(said, least)

    def tells(self, statement: Statement, above: Statement | None, *, answers: bool) -> bool:
        """Whether the head of a statement's column names its speech: so it does but where something is said
        before what it is said to."""
        said = self._numbers.get(statement.speech or "")
        if said is None or above is None:
            return said is not None
        least = self._numbers.get(above.speech or "")
        return least is not None and said >= least + (1 if answers else 0)

    def name(self, column: int) -> str:
        """What stands over a column."""
        if self.speeches:
            return self.speeches[column] if column < len(self.speeches) else "Later"
        return STEPS[min(column, len(STEPS) - 1)]


def _order(map: ArgumentMap) -> list[str]:
    """The speeches of a map's format as they are given; of all formats where it names none."""
    floor = floor_of(map)
    given = [floor.speeches] if floor else [format.speeches for format in FORMATS.values()]
    return [speech.name for speeches in given for speech in speeches]
