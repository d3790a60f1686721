"""The lines of a whole picture, remembered: from one picture of a map to the next, words change more often than
places do, and what follows from the same places is the same."""

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache

from ...values import dataclass
from ..drawing import Box
from ..sketch.sketch import Strand
from .course import courses
from .lines import Routed, routed
from .terrain import Terrain
from .tracks import Stretch, assign
from .trunks import Trunk, shared


@dataclass(frozen=True, slots=True)
class Routes:
    """The lines by the keys of their strands, what several have in common, and how the ground gives way to them."""

    stretch: Stretch
    lines: Mapping[str, Routed]
    trunks: Sequence[Trunk]


def routes(strands: Sequence[Strand], terrain: Terrain) -> Routes:
    """The lines of some strands over a terrain."""
    return _routes(_Places(strands, terrain))


class _Places:
    """Everything that lines follow from, and nothing else: two with the same places are the same. Once the
    lines are found, only the places are kept, not the map that they belong to."""

    def __init__(self, strands: Sequence[Strand], terrain: Terrain) -> None:
        self.asked: tuple[Sequence[Strand], Terrain] | None = (strands, terrain)
        self._places = (
            tuple([(s.key, s.tail, s.head, s.role, s.tip, s.back is None) for s in strands]),
            _of_boxes(terrain.boxes),
            _of_boxes(terrain.spines),
            tuple(terrain.joints.items()),
            tuple(terrain.columns),
            tuple(terrain.ways.items()),
            tuple(terrain.radii.items()),
            tuple(terrain.borders),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Places) and self._places == other._places

    def __hash__(self) -> int:
        return hash(self._places)


def _of_boxes(boxes: Mapping[str, Box]) -> Hashable:
    return tuple([(key, b.x, b.y, b.block.width, b.block.height, b.name == "") for key, b in boxes.items()])


@lru_cache(maxsize=2)
def _routes(places: _Places) -> Routes:
    assert places.asked is not None
    strands, terrain = places.asked
    planned = courses(strands, terrain)
    tracks, stretch = assign(planned, terrain)
    lines, trunks = shared(planned, {course.strand.key: routed(course, tracks, stretch) for course in planned})
    places.asked = None
    return Routes(stretch, lines, trunks)
