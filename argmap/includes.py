"""A file and all that it includes, each read once, in the order in which a reader meets them."""

import os.path
from collections.abc import Hashable, MutableMapping
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeGuard

from .diagnostic import Diagnostic, Label
from .faults import FAULTS, Fault
from .files import DISK, Files
from .language.parse import parse
from .language.syntax import Declaration, Document, Item
from .reading import read_file, resolved, shown
from .source import Prose, SourceFile
from .values import dataclass

LARGE = 1_000_000
"""Of a file of so many letters the lines are let go of once the graph is made, and read anew for who asks."""


@dataclass(slots=True)
class Reading:
    """What was read: every item with the document it stands in, an included file's in the place of
    its include. `documents` are in the order in which they were opened, the top one first.
    `incomplete` where a file that is included could not be read."""

    items: list[tuple[Document, Item]] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    incomplete: bool = False


@dataclass(slots=True)
class _Open:
    """A document that is being read, and how far."""

    document: Document
    path: Path | None
    folder: Path
    at: int = 0


def read_with_includes(file: SourceFile, files: Files = DISK, *, allow_outside: bool = False) -> Reading:
    """Read a top file and what it includes, which `files` has. Included files lie in the folder tree of
    the top file unless `allow_outside`; faults are values in the result, nothing is raised."""
    return _Includer(file, files, allow_outside).read()


Parsed = tuple[Document, tuple[Diagnostic, ...]]
"""A file's items, and what is wrong with its lines."""


class _Includer:
    def __init__(self, file: SourceFile, files: Files, allow_outside: bool) -> None:
        self.files = files
        self.file = file
        self.allow_outside = allow_outside
        self.known: dict[Path, Prose | None] = {}  # where each file was first included
        self.open: list[_Open] = []
        self.reading = Reading()

    @cached_property
    def root(self) -> Path:
        """The folder that all which is included lies in: asked where something is."""
        return resolved(self.file.path.parent) if self.file.path else resolved(Path())

    def read(self) -> Reading:
        """What the top file says, and what it includes."""
        reading = self._read()
        if len(self.file.text) > LARGE and _memory(self.file, self.files) is None:
            reading.documents[0].let_go(_anew)
        return reading

    def _read(self) -> Reading:
        parsed = _parsed(self.file, self.files)
        document, found = parsed
        if not any(map(_includes, document.items)):
            return Reading([(document, item) for item in document.items], [document], list(found))
        path = resolved(self.file.path) if self.file.path else None
        if path:
            self.known[path] = None
        self._start(parsed, path)
        while self.open:
            top = self.open[-1]
            if top.at == len(top.document.items):
                self.open.pop()
                continue
            item = top.document.items[top.at]
            top.at += 1
            if _includes(item):
                self._include(item, top)
            else:
                self.reading.items.append((top.document, item))
        return self.reading

    def _start(self, parsed: Parsed, path: Path | None) -> None:
        document, found = parsed
        self.reading.diagnostics.extend(found)
        self.reading.documents.append(document)
        folder = path.parent if path else self.root
        self.open.append(_Open(document, path, folder))

    def _include(self, item: Declaration, top: _Open) -> None:
        if item.text is None or item.faulty:
            self.reading.incomplete = True  # that is told already
            return
        written = item.text.text
        path = resolved(top.folder / written)
        if not self.allow_outside and not path.is_relative_to(self.root):
            advice = f"move it below `{self.root.name or self.root}`, or allow it with --allow-outside"
            self._unread(item.text, Fault.INCLUDE_OUTSIDE, "this file lies outside the folder of the map", advice)
        elif path in self.known:
            self._again(item.text, path, top)
        else:
            self.known[path] = item.text
            self._open_file(item.text, path, top)

    def _open_file(self, text: Prose, path: Path, top: _Open) -> None:
        written = text.text
        name = shown(Path(os.path.normpath(Path(top.document.file.name).parent / written))) if top.path else written
        read = self.files.once(("include", path, name), lambda: _read(path, name, self.files))
        if not isinstance(read, Diagnostic):
            self._start(read, path)
        elif read.span is None:
            back = read.code == Fault.MISSING_FILE.code and "\\" in written
            advice = "write the folders of an include with `/`" if back else read.help
            self._unread(text, FAULTS[read.code], f"`{written}`: {read.message}", advice)
        else:
            self.reading.incomplete = True
            self.reading.diagnostics.append(read)

    def _again(self, text: Prose, path: Path, top: _Open) -> None:
        circle = [entry for entry in self.open if entry.path == path]
        first = self.known[path]
        labels = (Label(first.whole, "it is included here"),) if first else ()
        if circle:
            message, labels = "a file cannot include itself", ()
            by = self.known.get(top.path) if top.path else None
            if circle[0] is not top and by:
                message = "these files include each other in a circle"
                labels = (Label(by.whole, "this file is included here"),)
            self._tell(text, Fault.INCLUDE_CIRCLE, message, "leave out one of the includes", *labels)
        elif first and first.file is text.file:
            self.reading.diagnostics.append(
                Fault.INCLUDED_TWICE.at(text.whole, "this file is included already", "leave out this line", *labels)
            )

    def _unread(self, text: Prose, fault: Fault, message: str, advice: str | None) -> None:
        self.reading.incomplete = True
        self._tell(text, fault, message, advice)

    def _tell(self, text: Prose, fault: Fault, message: str, advice: str | None, *labels: Label) -> None:
        self.reading.diagnostics.append(fault.at(text.whole, message, advice, *labels))


def _includes(item: Item) -> TypeGuard[Declaration]:
    return isinstance(item, Declaration) and item.word.text == "include"


def _read(path: Path, name: str, files: Files) -> Parsed | Diagnostic:
    read = read_file(path, name, files)
    return read if isinstance(read, Diagnostic) else _parsed(read, files)


def _parsed(file: SourceFile, files: Files) -> Parsed:
    """What a file says; what `files` remember of it is not read again."""
    memory = _memory(file, files)
    if memory is None:
        return parse(file)
    from .language.again import parse_again  # only where files are read again and again

    return parse_again(file, memory)


def _memory(file: SourceFile, files: Files) -> MutableMapping[Hashable, Any] | None:
    return files.memory(("text", file.path)) if file.path else None


def _anew(file: SourceFile) -> Document:
    return parse(file)[0]
