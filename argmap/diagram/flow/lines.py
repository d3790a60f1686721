"""The lines of a strip: reasons on trunks at their left, answers on tracks in the gutters.

Lines of one kind that follow one another share a trunk with one tip. A later trunk of a gutter lies
further to the left than those that are still running: so none crosses another.
"""

from collections.abc import Iterable, Mapping, Sequence

from ...model import Link
from ...values import dataclass
from ..drawing import Path, Point, Rail, Tie, Trunk
from ..routing.course import TIPS
from ..signs import Role
from ..text.words import link_words
from ..typography import Tone
from .strip import Branch, Spot, Strip

CORNER = 4.0
LEVEL = 10.0
"""How far below a box's top lines leave and arrive, in points."""
STEP = 5.0
"""Between two ports on one box, and between two tracks of one gutter. Points."""
NEAR = 11.0
"""From an answer's column to the nearest track, in points."""
TRUNKS = {Role.WARRANT: 10.0, Role.SUPPORT: 5.0}
"""How far to the right of its box's left side a trunk of reasons stands, in points."""
BRACKET = 6.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines of a strip, at its place."""

    ties: tuple[Tie, ...]
    trunks: tuple[Trunk, ...]
    rails: tuple[Rail, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Branches that follow one another and say the same of one thing: they share a trunk."""

    branches: tuple[Branch, ...]
    port: int

    @property
    def above(self) -> Spot:
        """What they bear on."""
        return self.branches[0].above

    @property
    def role(self) -> Role:
        """What they say of it."""
        return self.branches[0].role

    @property
    def top(self) -> float:
        """Where its trunk leaves its target."""
        return self.above.y + LEVEL + self.port * STEP

    @property
    def bottom(self) -> float:
        """Where the last of them arrives at it."""
        return max(branch.spots[0].y for branch in self.branches) + LEVEL


def tracks_needed(strip: Strip) -> int:
    """How many tracks the fullest gutter of a strip has."""
    return max(_tracks(_across(strip)).values(), default=-1) + 1


def ports_needed(strip: Strip) -> dict[Spot, int]:
    """How many ports each box of a strip has on its right side."""
    needed: dict[Spot, int] = {}
    for run in _across(strip):
        needed[run.above] = max(needed.get(run.above, 0), run.port + 1)
    return needed


class Lines:
    """Draws the lines of a strip. `left` gives the x of a box; `names` the links' names; `step` is how far
    two tracks of a gutter are apart."""

    def __init__(
        self, strip: Strip, left: Mapping[Spot, float], down: float, names: Mapping[Link, str], step: float = STEP
    ) -> None:
        self.strip, self.left, self.down, self.names, self.step = strip, left, down, names, step
        self.ties: list[Tie] = []
        self.trunks: list[Trunk] = []
        self.rails: list[Rail] = []

    def drawn(self) -> Drawn:
        """All the lines of the strip."""
        across = _across(self.strip)
        tracks = _tracks(across)
        for run in across:
            self._answers(run, tracks[run])
        for run in _along(self.strip):
            self._reasons(run)
        return Drawn(tuple(self.ties), tuple(self.trunks), tuple(self.rails))

    def _tie(self, branch: Branch, role: Role, paths: Sequence[Path], back: Point, tip: Point) -> None:
        words = link_words(branch.link)
        said = words if branch.first else f"{words}, continued"
        name = self.names[branch.link]
        self.ties.append(Tie(role, tuple(paths), back, tip, said, name, goes_on=not branch.first))

    def _begin(self, branch: Branch) -> Point:
        """Where a branch's line starts: at its box, or at the bracket round what holds together."""
        spot = branch.spots[0]
        x, y = self.left[spot], spot.y + LEVEL + self.down
        if spot.crumb or (len(branch.spots) == 1 and not branch.link.joined):
            return x, y
        x -= BRACKET
        last = branch.spots[-1].y + LEVEL + self.down
        ends = ((x, y - 6), (x, last + 6))
        steps = (((x, ends[0][1]),), ((x, ends[1][1]),), ((x + BRACKET - 1.5, ends[1][1]),))
        names = tuple(each.statement.label for each in branch.spots)
        self.rails.append(Rail(Path((x + BRACKET - 1.5, ends[0][1]), steps), 1.8, Tone.SUPPORT, names=names))
        return x, y

    def _reasons(self, run: Run) -> None:
        """Reasons under what they are reasons for: branches to a trunk that runs up to it."""
        above = run.above
        x = self.left[above] + TRUNKS.get(run.role, TRUNKS[Role.SUPPORT])
        tip = (x, above.bottom + self.down + 0.6)
        back = (x, tip[1] + TIPS[run.role] * 0.9)
        for branch in run.branches:
            start = self._begin(branch)
            low = max(start[1] - CORNER, back[1])
            bend = ((x, start[1]), (x, start[1]), (x, low))
            self._tie(branch, run.role, [Path(start, (((x + CORNER, start[1]),), bend))], back, tip)
        last = run.bottom + self.down - CORNER
        if last > back[1] + 0.1:
            self._trunk(run, Path((x, last), ((back,),)))

    def _answers(self, run: Run, track: int) -> None:
        """Answers to what stands beside them: branches to a track in the gutter, and from there."""
        above = run.above
        edge = self.left[above] + above.block.width
        y = run.top + self.down
        starts = [self._begin(branch) for branch in run.branches]
        x = min(start[0] for start in starts) - NEAR - track * self.step
        tip, back = (edge + 0.8, y), (edge + 0.8 + TIPS[run.role], y)
        lowest = None
        bends = any(abs(start[1] - y) >= 0.5 for start in starts)
        for branch, start in zip(run.branches, starts, strict=True):
            if abs(start[1] - y) < 0.5:
                end = (x, y) if bends else back  # from there on the trunk runs
                self._tie(branch, run.role, [Path(start, ((end,),))], back, tip)
                continue
            down = 1.0 if start[1] > y else -1.0
            bend = ((x, start[1]), (x, start[1]), (x, start[1] - down * CORNER))
            self._tie(branch, run.role, [Path(start, (((x + CORNER, start[1]),), bend))], back, tip)
            if lowest is None or abs(start[1] - y) > abs(lowest - y):
                lowest = start[1]
        if lowest is not None:
            down = 1.0 if lowest > y else -1.0
            corner = min(CORNER, abs(lowest - y) / 2, max(x - back[0], 0.1))
            steps = (((x, y + down * corner),), ((x, y), (x, y), (x - corner, y)), (back,))
            self._trunk(run, Path((x, lowest - down * CORNER), steps))

    def _trunk(self, run: Run, path: Path) -> None:
        names = tuple(self.names[branch.link] for branch in run.branches)
        self.trunks.append(Trunk(run.role, path, names))


def _runs(branches: Iterable[Branch]) -> list[Run]:
    """Branches in runs, each with its port: those of one target, in their order, that say the same."""
    targets: dict[Spot, list[list[Branch]]] = {}
    for branch in branches:
        runs = targets.setdefault(branch.above, [])
        if runs and runs[-1][-1].role is branch.role:
            runs[-1].append(branch)
        else:
            runs.append([branch])
    return [Run(tuple(run), port) for runs in targets.values() for port, run in enumerate(runs)]


def _across(strip: Strip) -> list[Run]:
    """The runs that come from another column, in the order in which they were placed."""
    return _runs(branch for branch in strip.branches if branch.spots[0].column != branch.above.column)


def _along(strip: Strip) -> list[Run]:
    return _runs(branch for branch in strip.branches if branch.spots[0].column == branch.above.column)


def _tracks(runs: Sequence[Run]) -> dict[Run, int]:
    """The track of each run, counted from the right of its gutter."""
    found: dict[Run, int] = {}
    gutters: dict[int, list[Run]] = {}
    for run in sorted(runs, key=lambda run: (run.above.y, run.port)):
        gutters.setdefault(run.above.column, []).append(run)
    for gutter in gutters.values():
        running: list[Run] = []
        for run in gutter:
            running = [each for each in running if each.bottom + 2 > run.top]
            found[run] = max((found[each] + 1 for each in running), default=0)
            running.append(run)
    return found
