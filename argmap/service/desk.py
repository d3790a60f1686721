"""The texts that are open, and the map that each of them belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..diagnostic import Diagnostic
from ..keeping import collecting_nothing, put_by
from ..language.parse import parse
from ..language.syntax import Declaration
from ..mishap import mishap
from ..project import Choice, Input, open_project
from ..project.inputs import SUFFIX
from ..project.parts import parts
from ..reading import read_file, resolved, shown
from ..source import SourceFile
from .kept import Kept
from .view import Reading, View

MOST_LOOKED_AT = 500
"""So many files of a folder are looked into for one that includes the one that is open."""

LOOKED_THROUGH = 64
"""After so many readings of maps, the collector of garbage looks at everything."""


class Desk:
    """What an editor has open. `folders` are those that it works in: a file may be a part of a map in
    its own folder or in one above it, up to these. `flat`: see `Kept`."""

    def __init__(
        self,
        folders: Iterable[Path] = (),
        choice: Choice | None = None,
        *,
        allow_outside: bool = False,
        flat: Path | None = None,
    ) -> None:
        self.folders = tuple(resolved(folder) for folder in folders)
        self.files = Kept(flat)
        self._choice = choice or Choice()
        self._readings = 0
        self._allow_outside = allow_outside

    def put(self, path: Path, text: str) -> None:
        """A file is open and this is its text, saved or not."""
        self.files.put(path, text)

    def drop(self, path: Path) -> None:
        """A file is open no more."""
        self.files.drop(path)

    def view(self, path: Path) -> View:
        """A file as it is now; never raises for what it holds or lacks."""
        path = resolved(path)
        outer = self._outer(path)
        home = self._home(path, outer)
        others = [self.reading(each) for each in (path, *outer) if each != home]
        return View(path, self.reading(home), tuple(each for each in others if path in each.documents))

    def reading(self, path: Path) -> Reading:
        """A map as it is now, by its top file."""
        return self.files.once(("map", path), lambda: self._read(path))

    def diagnostics(self) -> Mapping[Path, Sequence[Diagnostic]]:
        """All that is to be said about the open files and about what their maps include, by file."""
        found: dict[Path, Sequence[Diagnostic]] = {}
        for path in self.files.open:
            try:
                said = self.reading(self._home(path, self._outer(path))).by_file
            except Exception as error:  # the other files are told of all the same
                said = {path: (mishap(error, "reading what is open", shown(path)),)}
            for file, its in said.items():
                found.setdefault(file, its)
        return found

    def _read(self, path: Path) -> Reading:
        with collecting_nothing():
            item = Input(path, Path(path.name))
            project = open_project([item], self._choice, files=self.files, allow_outside=self._allow_outside)
            made = Reading(project.maps[0], project.check())
            self._readings += 1
            put_by(look_through=self._readings % LOOKED_THROUGH == 0)
        return made

    def _home(self, path: Path, outer: Sequence[Path]) -> Path:
        """The map that a file belongs to: one that includes it, where it is no map by itself."""
        if not outer:
            return path
        candidates = [path, *outer]
        inner = parts([self.reading(each).loaded for each in candidates])
        return path if 0 not in inner else next(each for at, each in enumerate(candidates) if at not in inner)

    def _outer(self, path: Path) -> list[Path]:
        """The maps near a file that include it, or include what does."""
        return self.files.once(("outer", path), lambda: [each for each in self._near(path) if self._leads(each, path)])

    def _near(self, path: Path) -> Iterable[Path]:
        """The maps that may include a file: those in its folder and in the ones above it."""
        tops = [folder for folder in self.folders if path.is_relative_to(folder)]
        last = min(tops, key=lambda folder: len(folder.parts), default=path.parent.parent)
        found: list[Path] = []
        for folder in (path.parent, *path.parent.parents):
            try:
                names = self.files.names(folder)
            except (OSError, ValueError):
                continue
            found.extend(folder / name for name in names if name.endswith(SUFFIX) and folder / name != path)
            if folder == last:
                break
        return found[:MOST_LOOKED_AT]

    def _leads(self, top: Path, path: Path) -> bool:
        """Whether a file includes another, or includes one that does."""
        waiting, seen = [top], {top}
        while waiting:
            for each in self._includes(waiting.pop()):
                if each == path:
                    return True
                if each not in seen:
                    seen.add(each)
                    waiting.append(each)
        return False

    def _includes(self, path: Path) -> Sequence[Path]:
        return self.files.once(("includes", path), lambda: _included(read_file(path, shown(path), self.files)))


def _included(read: object) -> Sequence[Path]:
    """The files that a file includes. One without the word is not parsed: there may be many."""
    if not isinstance(read, SourceFile) or read.path is None or "include" not in read.text:
        return ()
    document, _ = parse(read)
    return [
        resolved(read.path.parent / item.text.text)
        for item in document.items
        if isinstance(item, Declaration) and item.word.text == "include" and item.text
    ]
