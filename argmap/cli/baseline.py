"""`argmap check --baseline`: only what is new counts."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostic import Diagnostic
from ..english import counted, plural
from ..project import Survey
from ..reading import resolved
from .shared import talk
from .whole import write_whole

if TYPE_CHECKING:
    from collections import Counter

    from ..checks.baseline import Key


def against(
    path: Path, project: Survey, found: Sequence[Diagnostic], *, write: bool, prune: bool, quiet: bool
) -> tuple[Diagnostic, ...]:
    """The findings that the list at `path` does not have. With `write` the list is written first, so that
    none is left; with `prune` what is fixed is taken out of it. Raises click.UsageError where the list is
    missing or is none."""
    from ..checks.baseline import compare, keys

    folder = resolved(path).parent

    def name(diagnostic: Diagnostic) -> str:
        return _name(diagnostic.span.file.path if diagnostic.span else Path(diagnostic.file_name), folder)

    if write:
        if path.exists():
            _read(path)  # what is something else stays as it is
        known = keys(found, name)
        if not _write(path, known):
            raise click.exceptions.Exit(2)
        talk(f"{path}: {counted(known.total(), 'known fault')}", quiet=quiet)
        return ()
    members = (*project.maps, *project.parts)
    checked = [_name(file.path, folder) for member in members for file in member.reads.files] if prune else []
    compared = compare(found, _read(path), name, checked)
    if compared.known:
        talk(f"{counted(compared.known, 'known fault')} of {path} left out", quiet=quiet)
    if compared.fixed and _write(path, compared.left):
        are = plural(compared.fixed, "is", "are")
        talk(f"{counted(compared.fixed, 'known fault')} {are} fixed: {path} is shorter now", quiet=quiet)
    return compared.new


def _write(path: Path, known: "Counter[Key]") -> bool:
    """Write the list; False, and why is said, where that cannot be done."""
    from ..checks.baseline import written

    try:
        write_whole(path, written(known).encode("utf-8"))
    except OSError as error:
        talk(f"{path}: this cannot be written: {error.strerror or error}")
        return False
    return True


def _name(path: Path | None, folder: Path) -> str:
    """A file as the list names it: seen from the list's folder, so that it is the same everywhere."""
    if path is None:
        return "-"
    place = resolved(path)
    return place.relative_to(folder).as_posix() if place.is_relative_to(folder) else place.name


def _read(path: Path) -> "Counter[Key]":
    from ..checks.baseline import NoBaselineError, read

    try:
        return read(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise click.UsageError(f"there is no '{path}'; --write-baseline writes it.") from None
    except (OSError, UnicodeDecodeError, NoBaselineError) as fault:
        raise click.UsageError(f"'{path}' cannot be used: {fault}.") from fault
