"""How a side looks: the colour of its words, the tint behind its boxes, the plate of its labels."""

from collections.abc import Mapping

from ...model import ArgumentMap, Side, Statement
from ...values import dataclass
from ..signs import Plate
from ..typography import SIDES, TINTS, Tone

PLATES = (Plate.FILLED, Plate.OUTLINED, Plate.BARRED, Plate.DASHED)


@dataclass(frozen=True, slots=True)
class SideLook:
    """A side's colours and plate; `rank` counts the sides from 0, -1 for no side."""

    accent: Tone = Tone.INK
    tint: Tone = Tone.PAGE
    plate: Plate = Plate.PLAIN
    rank: int = -1

    @property
    def label(self) -> Tone:
        """The colour of a label on its plate."""
        return Tone.PAGE if self.plate is Plate.FILLED else self.accent


NO_SIDE = SideLook()


class SideLooks:
    """The look of each side of a map."""

    def __init__(self, map: ArgumentMap) -> None:
        self._looks: Mapping[Side, SideLook] = {
            side: SideLook(SIDES[n % 4], TINTS[n % 4], PLATES[n % 4], n) for n, side in enumerate(map.sides)
        }

    def of(self, statement: Statement) -> SideLook:
        """The look of a statement's side; of none where it has none of the map's."""
        return self.at(statement.side)

    def at(self, side: Side | None) -> SideLook:
        """The look of a side."""
        return self._looks.get(side, NO_SIDE) if side else NO_SIDE
