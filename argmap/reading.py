"""From bytes to text: what can be wrong with a file before a word of it is read."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from .diagnostic import Diagnostic
from .english import meant
from .faults import Fault
from .files import DISK, Files, NotAFileError
from .source import SourceFile, Span

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SAVE_AS_TEXT = "save it as plain text in the encoding UTF-8 (a Word file, a PDF or a text in UTF-16 is not plain text)"


def read_file(path: Path, name: str, files: Files = DISK, *, pipe: bool = False) -> SourceFile | Diagnostic:
    """The text of a file, called `name` in messages; or why it cannot be had. Never raises.

    `pipe`: see `Files.read`.
    """
    raw = read_bytes(path, name, files, pipe=pipe)
    return raw if isinstance(raw, Diagnostic) else decode(raw, name, path)


def read_bytes(path: Path, name: str, files: Files = DISK, *, pipe: bool = False) -> bytes | Diagnostic:
    """The bytes of a file, or why they cannot be had. Never raises."""
    try:
        return files.read(path, pipe=pipe)
    except FileNotFoundError:
        if os.path.islink(path):  # noqa: PTH114 (never raises)
            return Fault.MISSING_FILE.of_file(name, "this is a link to a file that is not there", None)
        return Fault.MISSING_FILE.of_file(name, "there is no such file", _near_name(path, files))
    except IsADirectoryError:
        return Fault.IS_A_FOLDER.of_file(name, "this is a folder, not a file", "name a file in it")
    except NotAFileError:
        return Fault.UNREADABLE_FILE.of_file(name, "this is a device or a pipe, not a file")
    except (OSError, ValueError) as error:
        return Fault.UNREADABLE_FILE.of_file(name, f"this cannot be read: {_reason(error)}")


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _near_name(path: Path, files: Files) -> str | None:
    try:
        names = files.names(path.parent)
    except (OSError, ValueError):
        return f"there is no folder `{path.parent}` either"
    # The endings are alike in any case: only what stands before them tells.
    stems = {Path(name).stem: name for name in names if Path(name).suffix == path.suffix}
    near = meant(path.stem, stems)
    return f"did you mean `{stems[near]}`?" if near is not None else None


def decode(raw: bytes, name: str, path: Path | None = None) -> SourceFile | Diagnostic:
    """The text of some bytes, or why they are none. A byte order mark at the start is no text."""
    mark = len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0
    try:
        text = raw[mark:].decode("utf-8")
    except UnicodeDecodeError as error:
        read = SourceFile(name, raw[mark : mark + error.start].decode("utf-8"), path)
        place = mark + error.start
        message = f"this file is not written in UTF-8: its byte {place + 1} (0x{raw[place]:02X}) cannot be read"
        span = Span(read, len(read.text), len(read.text))
        return Fault.NOT_UTF8.at(span, message, SAVE_AS_TEXT)
    file = SourceFile(name, text, path)
    if "\0" in text:
        at = text.index("\0")
        message = "this file contains a NUL character, so it is not plain text"
        return Fault.NUL_CHARACTER.at(Span(file, at, at + 1), message, SAVE_AS_TEXT)
    if "\r" in text and "\n" not in text:
        at = text.index("\r")
        message = "the lines of this file end as on very old Macs, so that it reads as a single line"
        advice = "save it with the line endings of Unix (LF) or Windows (CRLF)"
        return Fault.LINE_ENDS.at(Span(file, at, at + 1), message, advice)
    if not any(letter.isprintable() and letter != " " for letter in text):  # nor marks that nobody sees
        return Fault.EMPTY_FILE.of_file(name, "this file is empty", "`argmap new` writes one to start from")
    return file


def settings_files(path: Path | None, files: Files = DISK) -> Iterator[Path]:
    """The files that may hold settings for a map, the nearest first: in its folder (the current one where
    the path is None) and in those above it."""
    here = resolved(path).parent if path else Path.cwd()
    for folder in (here, *here.parents):
        for name in ("argmap.toml", "pyproject.toml"):
            if files.is_file(folder / name):
                yield folder / name


def settings_speak_of(word: str, path: Path | None, files: Files = DISK) -> bool:
    """Whether a word stands in any of the files that may hold settings for a map. What reads settings knows
    every rule and takes long to load: where they say nothing of a matter, a call does without."""
    return any(_holds(file, word, files) for file in settings_files(path, files))


def _holds(path: Path, word: str, files: Files) -> bool:
    try:
        raw = files.read(path)
    except OSError:
        return False
    return word.encode() in raw or b"\0" in raw  # with zeros: letters of two bytes each


def shown(path: Path) -> str:
    """A path as a message shows it, with `/` between its folders: relative to the current folder
    where it lies below it. What of it is no text becomes a sign."""
    with contextlib.suppress(ValueError, OSError):
        path = path.relative_to(Path.cwd())
    return path.as_posix().encode("utf-8", "replace").decode("utf-8")


def resolved(path: Path) -> Path:
    """The absolute path that a path leads to; its own where its links lead nowhere."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return Path(os.path.normpath(path)) if os.path.isabs(path) else path  # noqa: PTH117 (never raises)
