"""The door for other tools' files: which form a file has, and the map that it becomes."""

import os.path
from collections.abc import Callable
from dataclasses import dataclass

from ..model import Kind
from ..quotation import quotations
from .draft import Draft
from .losses import Remark, Report, placed
from .unreadable import UnreadableError
from .writing import one_line, write

SINGLE = str.maketrans({'"': "'", "“": "‘", "”": "’", "„": "‚", "«": "‹", "»": "›"})
START = 4096
"""Bytes of a file by which its form is known."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a call says about its imports: the `format` whose speeches headings name, and whether to keep
    the `initials` of who cut a card."""

    format: str | None = None
    initials: bool = False


Read = Callable[[bytes, str, Options], tuple[Draft, Report]]


@dataclass(frozen=True, slots=True)
class Importer:
    """A form that can be read: `what` it is in words, the endings of its files, whether a file looks
    like it by its first bytes, and how it is read (raising UnreadableError)."""

    name: str
    what: str
    suffixes: tuple[str, ...]
    looks: Callable[[bytes], bool]
    read: Read


@dataclass(frozen=True, slots=True)
class Imported:
    """A map's text, and what came of reading it."""

    text: str
    report: Report
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file could not be read."""

    why: str


def read_foreign(data: bytes, name: str, importer: Importer, options: Options = Options()) -> Imported | Refused:
    """A file of another tool as the text of a map, which loads without an error. Deterministic."""
    try:
        draft, report = importer.read(data, name, options)
    except UnreadableError as fault:
        return Refused(str(fault))
    except RecursionError:
        return Refused("it is nested too deeply")
    _finish(draft, report, name, options)
    written = write(draft)
    return Imported(written.text, report, tuple(placed(report, written.lines)))


def known_by(data: bytes, name: str, importers: tuple[Importer, ...]) -> Importer | None:
    """The importer of a file: the first that its content looks like; else by its name's ending, where one
    form alone has that."""
    by_name = _ending(name, importers)
    seen = looks_like(data, (*by_name, *importers))
    return seen or (by_name[0] if len(by_name) == 1 else None)


def looks_like(data: bytes, importers: tuple[Importer, ...]) -> Importer | None:
    """The importer of a file by its content alone: by how it begins, and a zip by how it ends, too."""
    start = data[:START] + (data[-START:] if data.startswith(b"PK") else b"")  # a zip lists its parts last
    return next((each for each in importers if each.looks(start)), None)


def _ending(name: str, importers: tuple[Importer, ...]) -> tuple[Importer, ...]:
    suffix = os.path.splitext(name)[1].casefold()  # noqa: PTH122 - a name, no path
    return tuple(each for each in importers if suffix in each.suffixes)


def _finish(draft: Draft, report: Report, name: str, options: Options) -> None:
    """What every import needs: a topic, and texts that the language can hold."""
    stem = os.path.splitext(name.replace("\\", "/").rpartition("/")[2])[0]  # noqa: PTH122
    draft.topic = one_line(draft.topic) or one_line(stem) or "An argument"
    if options.format and "format" not in draft.topic_fields:
        draft.topic_fields = {"format": options.format, **draft.topic_fields}
    for statement in draft.statements():
        if quotations(statement.text)[1] is not None and (statement.kind is Kind.EVIDENCE or statement.cites):
            statement.text = statement.text.translate(SINGLE)
            report.changed["text with a quotation mark that is never closed (now single ones)"] += 1
