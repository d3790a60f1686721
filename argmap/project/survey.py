"""Many files read and checked, on one core or several. Of each of several is kept what was found, and not its
map: so ten thousand take no more memory than what is wrong with them."""

import gc
from collections.abc import Sequence
from contextlib import closing
from functools import cached_property, partial

from ..diagnostic import Diagnostic
from ..files import Remembered
from ..keeping import collecting_nothing
from ..values import dataclass
from .choosing import Choice
from .cores import processes, spread
from .inputs import Input
from .parts import Reads, Sorted, among, reads
from .project import Member, merged, once, open_project

WORTH = 200_000
"""So many bytes of maps take longer to check than a process takes to start."""
LARGE = 2_000
"""So many statements are not looked through for garbage: they stay until they are checked."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was found in a file, by the rules that hold for it. `faults`: what is wrong with its settings file;
    `waiting`: the rules that are held back until its text has no errors. `member` is the file itself where it is
    the only one: to take a large map down at the end of a call would only cost time."""

    reads: Reads
    found: tuple[Diagnostic, ...]
    faults: tuple[Diagnostic, ...]
    waiting: frozenset[str]
    member: Member | None = None


class Survey(Sorted[Told]):
    """What was found in some files."""

    @cached_property
    def found(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong, by file in the order of reading, each thing once."""
        faults = once(told.faults for told in (*self.maps, *self.parts))
        return (*faults, *merged([(told.reads, told.found) for told in self.maps]))


def survey(items: Sequence[Input], choice: Choice, *, allow_outside: bool = False, jobs: int | None = 1) -> Survey:
    """Read and check some files, by their settings with a call's `choice` on top, in so many processes (None:
    as many as are worth their start). Nothing is raised for what a file holds or lacks."""
    work = partial(_told, choice=choice, alone=len(items) == 1, allow_outside=allow_outside)
    with closing(spread(work, items, processes(items, jobs, WORTH))) as shares:
        all = [told for share in shares for told in share]
    inner = among([told.reads for told in all])
    return Survey.by(all, inner)


def _told(items: Sequence[Input], *, choice: Choice, alone: bool, allow_outside: bool) -> list[Told]:
    held = Remembered()
    return [_tell(item, choice, held, alone=alone, allow_outside=allow_outside) for item in items]


def _tell(item: Input, choice: Choice, held: Remembered, *, alone: bool, allow_outside: bool) -> Told:
    with collecting_nothing():
        (member,) = open_project([item], choice, files=held, allow_outside=allow_outside).maps
        if len(member.map.statements) > LARGE:
            gc.freeze()
        found = member.check()
        what = reads(member.loaded, words=bool(found)), found, member.faults, member.waiting
        return Told(*what, member if alone else None)
