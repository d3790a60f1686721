"""Maps read together: which are maps and which are parts of others, the settings that hold for each,
what is wrong with them, and what that means for the exit status."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostic import Diagnostic, Severity
from ..faults import Fault
from ..files import DISK, Files, Remembered
from ..mishap import mishap
from ..model import ArgumentMap, Source
from ..pipeline import Loaded, load, load_bytes, unread
from ..reading import settings_speak_of, shown
from ..room import lacking
from ..values import dataclass
from .choosing import Choice
from .inputs import Input
from .parts import Sorted, parts

if TYPE_CHECKING:
    from ..checks import NoText, Settings, SourceText
    from ..checks.merge import Read


@dataclass(frozen=True)
class Member:
    """One of the files that were read. `choice` is what the call says on top of its settings file."""

    input: Input
    loaded: Loaded
    choice: Choice

    @property
    def map(self) -> ArgumentMap:
        """Its map, as far as it could be read."""
        return self.loaded.map

    @property
    def name(self) -> str:
        """What it is called where it was named: its path, or `standard input`."""
        return str(self.input.path or "standard input")

    @property
    def settings(self) -> "Settings":
        """The settings that hold for it."""
        return self._settings[0]

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the settings file that holds for it."""
        return self._settings[1]

    @cached_property
    def _settings(self) -> "tuple[Settings, tuple[Diagnostic, ...]]":
        from ..checks.configuration import find_settings

        path, files, outside = self.input.path, self.loaded.files, self.loaded.allow_outside
        folder = path.parent if path else None
        settings, faults = files.once(("settings", folder), lambda: find_settings(path, files, allow_outside=outside))
        return self.choice.over(settings), faults

    @property
    def folders(self) -> Sequence[Path]:
        """Where the words of its sources are looked for, beside the places that they name."""
        path, files = self.input.path, self.loaded.files
        folder = path.parent if path else None
        said = files.once(("sources in settings", folder), lambda: settings_speak_of("sources", path, files))
        return self.settings.sources if said else self.choice.folders

    @cached_property
    def texts(self) -> "Mapping[Source, SourceText | NoText]":
        """The words of its sources, as far as they are at hand."""
        from ..checks import read_texts

        folders, outside = self.settings.sources, self.loaded.allow_outside
        return read_texts(self.map, folders, self.loaded.files, allow_outside=outside)

    def check(self) -> tuple[Diagnostic, ...]:
        """Everything that is to be said about its map."""
        from ..checks import run

        try:
            return run(self.loaded, self.settings, self.texts)
        except Exception as error:
            return (*self.loaded.errors, mishap(error, "the check", self.map.file.name))

    @property
    def waiting(self) -> frozenset[str]:
        """The rules that are held back until its text has no errors."""
        from ..checks.rules import RULES
        from ..checks.run import waiting

        return waiting(RULES, self.loaded, self.settings)


class Project(Sorted[Member]):
    """What was read. `maps` are judged, drawn and printed; `parts` only belong to one of them (see
    `parts.parts`). Settings are read when they are first asked for."""

    @cached_property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is certainly wrong with the maps' texts, each thing once."""
        return tuple(merged([(member.map, member.loaded.errors) for member in self.maps]))

    @cached_property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What is wrong with settings files, each thing once."""
        return once(member.faults for member in (*self.maps, *self.parts))

    def check(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong, by file in the order of reading, each thing once."""
        return (*self.faults, *merged([(member.map, member.check()) for member in self.maps]))


def once(faults: Iterable[Sequence[Diagnostic]]) -> tuple[Diagnostic, ...]:
    """What is wrong with the settings files of several maps, each thing once."""
    return tuple({f"{fault.file_name} {fault.message}": fault for some in faults for fault in some}.values())


def merged(found: "Sequence[tuple[Read, Sequence[Diagnostic]]]") -> Sequence[Diagnostic]:
    """What was found in several maps, by file in the order of reading, each thing once."""
    if not any(diagnostics for _, diagnostics in found):
        return ()
    from ..checks.merge import merge

    return merge(found)


def open_project(
    inputs: Sequence[Input],
    choice: Choice = Choice(),  # noqa: B008 - an immutable value
    *,
    files: Files = DISK,
    allow_outside: bool = False,
) -> Project:
    """Read some maps, to be checked by their settings with a call's `choice` on top.

    Nothing is raised for what a file holds or lacks. What several maps share is read once.
    """
    held = Remembered(files)

    def read(item: Input) -> Loaded:
        path = item.path
        if path and item.strays and not allow_outside:
            said = "this is a link to a file outside the folder that was named"
            advice = "name it by itself, or allow it with --allow-outside"
            fault = Fault.INCLUDE_OUTSIDE.of_file(shown(path), said, advice)
            return unread(shown(path), fault, held)
        if path and (large := _too_large(path)):
            return unread(shown(path), large, held)
        raw = sys.stdin.buffer.read() if path is None else b""
        try:
            if path is None:
                return load_bytes(raw, files=held, allow_outside=allow_outside)
            return load(path, files=held, allow_outside=allow_outside)
        except Exception as error:
            name = shown(path) if path else "-"
            return unread(name, mishap(error, "reading it", name), held, allow_outside=allow_outside)

    members = [Member(item, read(item), choice) for item in inputs]
    inner = parts([member.loaded for member in members])
    return Project.by(members, inner)


def _too_large(path: Path) -> Diagnostic | None:
    """What to say of a map that cannot fit into the memory that this program may have."""
    try:
        short = lacking(path)
    except (OSError, ValueError):
        return None  # what is wrong with it is said where it is read
    if short is None:
        return None
    need, left = (f"{max(number >> 20, 1):,} MB" for number in short)
    message = f"there is not enough memory for this map: it takes {need} at least, and {left} are left"
    help = "split it, name fewer at once, or raise the limit (`ulimit -v`)"
    return replace(Fault.TOO_LARGE.of_file(shown(path), message, help), trace=("reading it: too large",))


def status(found: Sequence[Diagnostic], *, strict: bool = False) -> int:
    """The exit status that some findings make: 1 where one of them is an error (`strict`: or a warning), 2
    where argmap itself failed."""
    if any(fault.trace for fault in found):
        return 2
    worst = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(fault.severity in worst for fault in found))
