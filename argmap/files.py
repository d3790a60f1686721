"""Where files are read from: the disk, open buffers over it, or memory alone.

Whatever reads a file is handed a `Files` and asks it, so that an editor's unsaved text wins over what
lies on the disk, and a browser needs no disk at all. Writing is not its business.
"""

import os
import stat
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

Made = TypeVar("Made")


class NotAFileError(OSError):
    """What was named is a device or a pipe that nobody asked for by name."""


class Files(Protocol):
    """A place where files are read from."""

    def read(self, path: Path, *, pipe: bool = False) -> bytes:
        """The bytes of a file. A pipe is read only where `pipe` says that somebody named it: to read one
        that nobody writes to would take for ever.

        Raises FileNotFoundError, IsADirectoryError, NotAFileError, another OSError, or ValueError for a
        path that the system cannot take.
        """

    def is_file(self, path: Path) -> bool:
        """Whether there is a file. Never raises."""

    def names(self, folder: Path) -> Sequence[str]:
        """The names in a folder. Raises OSError or ValueError where it cannot be looked into."""

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives; where this remembers, made once for each key."""

    def memory(self, key: Hashable) -> MutableMapping[Hashable, Any] | None:
        """Where files are read again and again: what was put down the last time under a key, for the next
        time. What stands in it follows from what it is put down under, whatever changes."""


class Disk:
    """The files of the machine, as they are whenever they are asked for."""

    def read(self, path: Path, *, pipe: bool = False) -> bytes:
        """The bytes of a file (see `Files.read`)."""
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            next(path.iterdir(), None)  # a folder that cannot be looked into says so
            raise IsADirectoryError(str(path))
        if not (stat.S_ISREG(mode) or (pipe and stat.S_ISFIFO(mode))):
            raise NotAFileError(str(path))
        return path.read_bytes()

    def is_file(self, path: Path) -> bool:
        """Whether there is a file."""
        return os.path.isfile(path)  # noqa: PTH113 (never raises, however odd the name)

    def names(self, folder: Path) -> Sequence[str]:
        """The names in a folder."""
        return os.listdir(folder)  # noqa: PTH208 (names alone)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:  # noqa: ARG002 (this remembers nothing)
        """What `make` gives, made each time."""
        return make()

    def memory(self, key: Hashable) -> MutableMapping[Hashable, Any] | None:  # noqa: ARG002 (this remembers nothing)
        """Nothing is kept for a next time."""
        return None


DISK = Disk()


class Buffers:
    """Texts that are open somewhere, each under the path that it has or will have, over other files."""

    def __init__(self, texts: Mapping[Path, str | bytes], below: Files = DISK) -> None:
        self._texts = {
            _place(path): text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
            for path, text in texts.items()
        }
        self._below = below

    def read(self, path: Path, *, pipe: bool = False) -> bytes:
        """The bytes of a buffer, or else of the file below."""
        open_text = self._texts.get(_place(path))
        return self._below.read(path, pipe=pipe) if open_text is None else open_text

    def is_file(self, path: Path) -> bool:
        """Whether there is a buffer or a file."""
        return _place(path) in self._texts or self._below.is_file(path)

    def names(self, folder: Path) -> Sequence[str]:
        """The names of the buffers and the files in a folder."""
        here = _place(folder)
        ours = [path.name for path in self._texts if path.parent == here]
        try:
            return sorted({*ours, *self._below.names(folder)})
        except (OSError, ValueError):
            if not ours:
                raise
            return ours

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:  # noqa: ARG002 (a buffer changes)
        """What `make` gives, made each time."""
        return make()

    def memory(self, key: Hashable) -> MutableMapping[Hashable, Any] | None:  # noqa: ARG002 (a buffer changes)
        """Nothing is kept for a next time."""
        return None


class _Nothing(Disk):
    """No files at all."""

    def read(self, path: Path, *, pipe: bool = False) -> bytes:  # noqa: ARG002 (there is nothing to read)
        raise FileNotFoundError(str(path))

    def is_file(self, path: Path) -> bool:  # noqa: ARG002
        return False

    def names(self, folder: Path) -> Sequence[str]:
        raise FileNotFoundError(str(folder))


def memory(texts: Mapping[Path, str | bytes]) -> Files:
    """Files that are nowhere but in memory."""
    return Buffers(texts, _Nothing())


class Remembered:
    """Other files, of which the same is read, and made of them, once: for the time of one call, in
    which they are taken not to change."""

    MOST = 512
    """How many things are remembered: of those not asked for the longest time it lets go."""

    def __init__(self, below: Files = DISK) -> None:
        self._below = below
        self._made: OrderedDict[Hashable, Any] = OrderedDict()

    def read(self, path: Path, *, pipe: bool = False) -> bytes:
        """The bytes of a file, read anew: what is made of them is remembered."""
        return self._below.read(path, pipe=pipe)

    def is_file(self, path: Path) -> bool:
        """Whether there is a file."""
        return self._below.is_file(path)

    def names(self, folder: Path) -> Sequence[str]:
        """The names in a folder."""
        return self._below.names(folder)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gave when it was asked first."""
        if key in self._made:
            self._made.move_to_end(key)
            found: Made = self._made[key]
            return found
        made = self._made[key] = self._below.once(key, make)
        if len(self._made) > self.MOST:
            self._made.popitem(last=False)
        return made

    def memory(self, key: Hashable) -> MutableMapping[Hashable, Any] | None:
        """What the files below keep for the next call."""
        return self._below.memory(key)


def _place(path: Path) -> Path:
    """One path for all ways to write it; links are followed where they can be."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()
