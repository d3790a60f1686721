"""Open texts over the disk, and what was made of them: made again only where something that it was made
of has changed."""

import os
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ..files import DISK
from ..project.inputs import SUFFIX
from ..reading import resolved

Made = TypeVar("Made")
Ask = tuple[str, Path]
"""What was looked at: a file's text (`read`), whether it is there (`is`), the names in a folder (`in`)."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """Something that was made, and what each thing was like that was looked at meanwhile."""

    value: Any
    seen: Mapping[Ask, object]


class Kept:
    """Files (see `argmap.files.Files`) for as long as an editor runs. `put` and `drop` say what is open.

    `flat` is a folder that has none in it, as where a browser keeps files: what lies in one of them by a map's
    words (`text: texts/river.txt`) is found by its own name. A map is not: it would be another one there.
    """

    MOST = 2048
    """How many things are kept: of those not asked for the longest time it lets go."""
    MOST_MEMORIES = 256
    """So many files are remembered block by block, as they were read the last time."""

    def __init__(self, flat: Path | None = None) -> None:
        self._flat = flat
        self._open: dict[Path, tuple[int, bytes]] = {}
        self._puts = 0
        self._made: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._memories: OrderedDict[Hashable, dict[Hashable, Any]] = OrderedDict()
        self._watching: list[dict[Ask, object]] = []

    @property
    def open(self) -> Sequence[Path]:
        """The files that are open, in the order of their opening."""
        return list(self._open)

    def put(self, path: Path, text: str) -> None:
        """A file is open and this is its text, whatever the disk says."""
        self._puts += 1
        self._open[resolved(path)] = (self._puts, text.encode("utf-8", "surrogatepass"))

    def drop(self, path: Path) -> None:
        """A file is open no more: the disk counts."""
        self._puts += 1
        self._open.pop(resolved(path), None)

    def read(self, path: Path, *, pipe: bool = False) -> bytes:
        """The bytes of a file (see `Files.read`)."""
        place = self._place(path)
        self._look(("read", place))
        held = self._open.get(place)
        return DISK.read(place if self._flat else path, pipe=pipe) if held is None else held[1]

    def is_file(self, path: Path) -> bool:
        """Whether there is a file."""
        place = self._place(path)
        self._look(("is", place))
        return place in self._open or DISK.is_file(place if self._flat else path)

    def names(self, folder: Path) -> Sequence[str]:
        """The names in a folder. Raises OSError or ValueError where it cannot be looked into."""
        place = resolved(folder)
        if self._inner(place):
            place = folder = self._flat or place
        self._look(("in", place))
        ours = {path.name for path in self._open if path.parent == place}
        try:
            return sorted({*ours, *DISK.names(folder)})
        except (OSError, ValueError):
            if not ours:
                raise
            return sorted(ours)

    def _inner(self, place: Path) -> bool:
        """Whether something lies below the flat folder without being there, or the folder that it lies in."""
        flat = self._flat
        return flat is not None and place.is_relative_to(flat) and place != flat and not place.exists()

    def _place(self, path: Path) -> Path:
        place = resolved(path)
        if self._flat is None or place.suffix == SUFFIX or place in self._open or not self._inner(place.parent):
            return place
        return self._flat / place.name

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives; made again where something that it looked at has changed since."""
        kept = self._made.get(key)
        if kept is None or any(self._state(ask) != state for ask, state in kept.seen.items()):
            kept = self._make(key, make)
        self._made.move_to_end(key)
        if self._watching:
            self._watching[-1].update(kept.seen)
        value: Made = kept.value
        return value

    def memory(self, key: Hashable) -> MutableMapping[Hashable, Any]:
        """What was put down the last time under a key (see `Files.memory`)."""
        found = self._memories.setdefault(key, {})
        self._memories.move_to_end(key)
        if len(self._memories) > self.MOST_MEMORIES:
            self._memories.popitem(last=False)
        return found

    def _make(self, key: Hashable, make: Callable[[], Made]) -> _Kept:
        self._watching.append({})
        try:
            value = make()
        finally:
            seen = self._watching.pop()
            if self._watching:
                self._watching[-1].update(seen)
        kept = self._made[key] = _Kept(value, seen)
        if len(self._made) > self.MOST:
            self._made.popitem(last=False)
        return kept

    def _look(self, ask: Ask) -> None:
        if self._watching:
            self._watching[-1].setdefault(ask, self._state(ask))

    def _state(self, ask: Ask) -> object:
        """Something that is another thing as soon as the answer may be."""
        what, path = ask
        if what == "in":
            return _stamp(path), tuple(each for each in self._open if each.parent == path)
        held = self._open.get(path)
        if what == "is":
            return held is not None or DISK.is_file(path)
        return held[0] if held else _stamp(path)


def _stamp(path: Path) -> tuple[int, ...] | None:
    try:
        there = os.stat(path)  # noqa: PTH116 (any path that can be had)
    except (OSError, ValueError):
        return None
    return there.st_mtime_ns, there.st_size, there.st_ino
