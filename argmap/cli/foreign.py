"""Which files `argmap import` is to read, and where their maps go."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ..exchange.importers import IMPORTERS
from ..reading import resolved
from ..values import dataclass
from .outputs import is_folder

SUFFIX = ".argmap"
FORMS = {importer.name: importer for importer in IMPORTERS}
SUFFIXES = frozenset(suffix for importer in IMPORTERS for suffix in importer.suffixes)
LARGEST = 256 << 20


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file to import, None for standard input; `below` is its place under the folder that was named."""

    path: Path | None
    below: Path

    @property
    def name(self) -> str:
        """What it is called in talk."""
        return str(self.path) if self.path else "standard input"


def foreign_files(paths: Sequence[str], form: str | None) -> Iterator[Foreign]:
    """The files that a call names, each once; of a folder those whose endings some form has."""
    seen: set[Path] = set()
    suffixes = FORMS[form].suffixes if form else SUFFIXES
    for name in paths:
        if name == "-":
            yield Foreign(None, Path("standard-input"))
            continue
        if not name:
            raise click.UsageError("a FILE is empty; name a file or a folder.")
        path = Path(name)
        found = [Foreign(path, Path(path.name))]
        if os.path.isdir(path):  # noqa: PTH112 (never raises, whatever was typed)
            found = list(_within(path, suffixes))
            if not found:
                endings = ", ".join(sorted(suffixes))
                raise click.UsageError(f"there is no file in '{name}' that can be imported ({endings}).")
        for file in found:
            key = resolved(file.path) if file.path else Path("-")
            if key not in seen:
                seen.add(key)
                yield file


def _within(folder: Path, suffixes: Sequence[str] | frozenset[str]) -> Iterator[Foreign]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if path.suffix.casefold() in suffixes and not name.startswith((".", "~$")) and _meant(path):
                yield Foreign(path, path.relative_to(folder))


def _meant(path: Path) -> bool:
    """Whether a file come upon in a folder is one to import: a Word file always, any other by its content."""
    from ..exchange.importing import looks_like

    if path.suffix.casefold() in IMPORTERS[0].suffixes:
        return True
    try:
        with path.open("rb") as opened:
            return looks_like(opened.read(LARGEST), IMPORTERS) is not None
    except OSError:
        return False


def targets_of(files: Sequence[Foreign], where: str | None) -> list[Path | None]:
    """Where each map goes; None for standard output. Raises click.UsageError where two share a place."""
    if where == "-":
        if len(files) > 1:
            raise click.UsageError(f"there are {len(files)} files, and standard output takes only one map.")
        return [None]
    if where and where.endswith(SUFFIX) and not os.path.isdir(where):  # noqa: PTH112
        if len(files) > 1:
            raise click.UsageError(f"there are {len(files)} files: '{where}' must be a folder.")
        return [Path(where)]
    if where and Path(where).suffix and not is_folder(where):
        raise click.UsageError(
            f"'{where}' does not end in {SUFFIX}, as a map does. If it is to be a folder, write '{where}/'."
        )
    targets = [Path(where or ".") / file.below.with_suffix(SUFFIX) for file in files]
    taken: dict[Path, Foreign] = {}
    for target, file in zip(targets, files, strict=True):
        other = taken.setdefault(resolved(target), file)
        if other is not file:
            raise click.UsageError(f"'{other.name}' and '{file.name}' would both be written to '{target}'.")
    return list(targets)
