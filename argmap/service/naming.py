"""Names: where they are given, where they stand, and giving them another word, over all files."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..diagnostic import Edit
from ..language.syntax import Word
from ..reading import resolved
from ..regex import regex
from ..resolve.names import Name, Role
from ..resolve.words import check_id
from ..source import Span
from .view import Reading, View

TAG = regex(r"[^\s()\[\]:#@]+")


class RefusedError(ValueError):
    """A name cannot be changed, or not so; the words say why."""


def definition(view: View, offset: int) -> Span | None:
    """Where the name at an offset is given; None where nothing there has a name, or nobody gives it."""
    name = view.name_at(offset)
    return next((each.span for each in _places(view, name) if each.defines), None) if name else None


def references(view: View, offset: int, *, definition: bool = True) -> Sequence[Span]:
    """Every place of the name at an offset, in all maps that its file is read in; with or without that
    which gives it."""
    name = view.name_at(offset)
    return [each.span for each in _places(view, name) if definition or not each.defines] if name else []


def renaming(view: View, offset: int) -> Name:
    """The name at an offset, if it can be changed. Raises RefusedError."""
    name = view.name_at(offset)
    if name is None:
        raise RefusedError(
            "there is no id here: put the cursor on the id of a statement, a side or a source, or on a tag"
        )
    if name.role is Role.SPEECH:
        raise RefusedError("speeches are named by the topic's format, so they cannot be renamed")
    return name


def rename(view: View, offset: int, to: str) -> tuple[Edit, ...]:
    """The edits, over all files, that give the name at an offset another word. Raises RefusedError for a word
    that is none, or that something else has."""
    name = renaming(view, offset)
    to = to.strip().removeprefix("#") if name.role is Role.TAG else to.strip()
    places = _places(view, name)
    if to == name.text:
        return ()
    _check(view, name, to)
    return tuple(Edit(each.span, to) for each in places)


def _check(view: View, name: Name, to: str) -> None:
    if name.role is Role.TAG:
        if not TAG.fullmatch(to):
            raise RefusedError(f"`{to}` cannot be a tag: it is one word without brackets, `:`, `#` or `@`")
        return
    if not to:
        raise RefusedError("an id is a letter, then letters, digits, `-` or `_`")
    for fault in check_id(Word.at(name.span, to)):
        raise RefusedError(f"{fault.message}; {fault.help}" if fault.help else fault.message)
    if any(each.role is name.role and each.text == to for reading in _readings(view, name) for each in _names(reading)):
        raise RefusedError(f"there is a {name.role} `{to}` already; two cannot have the same id")


def _places(view: View, name: Name) -> Sequence[Name]:
    """Every place of a name, each once, in the order of files and lines."""
    found: dict[tuple[Path | str, int], Name] = {}
    for reading in _readings(view, name):
        for each in _names(reading):
            if each.role is name.role and each.text == name.text:
                file = each.span.file
                found.setdefault((resolved(file.path) if file.path else file.name, each.span.start), each)
    return list(found.values())


def _readings(view: View, name: Name) -> Sequence[Reading]:
    """The maps in which it is the same name: those that read the file which gives it. A tag is the same
    in all of them."""
    given = [
        each.span.file.path
        for each in view.reading.loaded.names
        if each.defines and each.role is name.role and each.text == name.text and each.span.file.path
    ]
    homes = {resolved(path) for path in given}
    return [view.reading, *(other for other in view.others if name.role is Role.TAG or homes & other.documents.keys())]


def _names(reading: Reading) -> Iterable[Name]:
    return reading.loaded.names


def by_file(edits: Iterable[Edit]) -> Mapping[Path, Sequence[Edit]]:
    """Edits by the file that they are in, each file's in the order of their places."""
    found: dict[Path, list[Edit]] = {}
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        if edit.span.file.path:
            found.setdefault(resolved(edit.span.file.path), []).append(edit)
    return found
