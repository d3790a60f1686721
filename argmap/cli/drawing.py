"""What becomes of each map of a call: read, then written in a form, by this process or by several."""

import contextlib
import errno
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostic import Diagnostic
from ..files import Remembered
from ..forms import Output, form_named
from ..project import Input, Member, open_project, spread
from ..project.parts import Reads, among, reads
from ..values import dataclass
from .inputs import read
from .looking import look_for
from .outputs import belongs
from .shared import talk
from .viewing import View

if TYPE_CHECKING:
    from ..diagram.layout.engine import Engine
    from ..model import ArgumentMap

WORTH = 50_000
"""So many bytes of maps take longer to draw than a process takes to start."""


LARGE = 50_000
"""A map of more bytes has mostly more statements than an engine lays out: none is started before that is known."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a call wants of every map. `given` are the parts of a look that it names."""

    form: str
    given: Mapping[str, object]
    view: View
    engine: str | None
    time_limit: float | None
    allow_outside: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that was read. `belongs` are the files that belong to it; `lacks` says why it has not the part that
    is wanted; `part` is that, where this process draws it; `error` is what nobody expected on the way to it."""

    item: Input
    reads: Reads
    belongs: tuple[Path, ...]
    lacks: str = ""
    part: "ArgumentMap | None" = None
    error: Exception | None = None

    @property
    def name(self) -> str:
        """What the file is called where it was named."""
        return str(self.item.path or "standard input")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a map became, or why it did not; and what is wrong with the settings of its look."""

    output: Output | None
    faults: tuple[Diagnostic, ...] = ()
    error: Exception | None = None


def see(items: Sequence[Input], task: Task, count: int) -> tuple[list[Seen], list[Seen]]:
    """What was read: the maps, and those that are only parts of others, by so many processes."""
    if count == 1:
        project = read(items, allow_outside=task.allow_outside)
        whole, inner = ([_seen(member, task, kept=True) for member in some] for some in (project.maps, project.parts))
        return whole, inner
    with contextlib.closing(spread(partial(_see, task=task), items, count)) as shares:
        all = [seen for share in shares for seen in share]
    within = among([seen.reads for seen in all])
    return (
        [seen for index, seen in enumerate(all) if index not in within],
        [seen for index, seen in enumerate(all) if index in within],
    )


def fitting(maps: Sequence[Seen], *, quiet: bool) -> list[Seen]:
    """The maps that have the part that is wanted. One that lacks what was named is left out, and that is said.

    Raises click.UsageError where every map lacks it.
    """
    found = [seen for seen in maps if not seen.lacks]
    faults = [f"{seen.name}: {seen.lacks}" for seen in maps if seen.lacks]
    if faults and not found:
        raise click.UsageError(faults[0])
    for said in faults:
        talk(f"{said}; not written", quiet=quiet)
    return found


def draw(maps: Sequence[Seen], task: Task, count: int, engine: "Engine | None") -> Generator[Drawn, None, None]:
    """What each map becomes, in their order; `engine` lays out what this process draws."""
    if count > 1:
        with contextlib.closing(spread(partial(_draw, task=task), [seen.item for seen in maps], count)) as shares:
            for share in shares:
                yield from share
        return
    yield from (_drawn(seen, task, engine) for seen in maps)


@contextlib.contextmanager
def started(task: Task, items: Sequence[Input]) -> "Iterator[Engine | None]":
    """The engine that a form needs, started so that it loads while the maps are read."""
    if not form_named(task.form).laid_out or task.given.get("layout") == "flow":
        yield None
        return
    from ..diagram.layout import engine

    early = any(map(_small, items))
    with engine.start(task.engine, time_limit=task.time_limit or engine.TIME_LIMIT, early=early) as running:
        yield running


def _small(item: Input) -> bool:
    try:
        return item.path is None or item.path.stat().st_size <= LARGE
    except OSError:
        return False


def _members(items: Iterable[Input], task: Task) -> Iterator[Member]:
    held = Remembered()
    for item in items:
        yield from open_project([item], files=held, allow_outside=task.allow_outside).maps


def _see(items: Sequence[Input], *, task: Task) -> list[Seen]:
    return [_seen(member, task, kept=False) for member in _members(items, task)]


def _seen(member: Member, task: Task, *, kept: bool) -> Seen:
    part, lacks, wrong = None, "", None
    if member.loaded.sound:
        try:
            part = task.view.part(member.map)
        except ValueError as fault:
            lacks = str(fault)
        except Exception as error:
            wrong = error
    return Seen(member.input, reads(member.loaded), tuple(belongs(member)), lacks, part if kept else None, wrong)


def _draw(items: Sequence[Input], *, task: Task) -> list[Drawn]:
    with started(task, items) as engine:
        seen = (_seen(member, task, kept=True) for member in _members(items, task))
        return [_drawn(each, task, engine) for each in seen]


def _drawn(seen: Seen, task: Task, engine: "Engine | None") -> Drawn:
    form = form_named(task.form)
    faults: tuple[Diagnostic, ...] = ()
    try:
        look, faults = look_for(seen.item.path, form, task.given, allow_outside=task.allow_outside)
        if seen.part is None:
            return Drawn(None, faults, seen.error or OSError(errno.EAGAIN, "it was changed while it was read"))
        return Drawn(form.write(seen.part, look, engine), faults)
    except Exception as error:
        return Drawn(None, faults, error)
