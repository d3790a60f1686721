"""From bytes to text: what can be wrong with a file before a word of it is read."""

import os
import stat
from pathlib import Path

from .diagnostic import Diagnostic, Severity
from .source import SourceFile, Span


def read_file(path: Path, name: str) -> SourceFile | Diagnostic:
    """The text of a file, called `name` in messages; or why it cannot be had. Never raises."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return _failure("is-a-folder", name, "this is a folder, not a file")
        if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
            return _failure("unreadable-file", name, "this is a device, not a file")
        raw = path.read_bytes()
    except FileNotFoundError:
        return _failure("missing-file", name, "there is no such file", _near_name(path))
    except (OSError, ValueError) as error:
        return _failure("unreadable-file", name, f"this file cannot be read: {_reason(error)}")
    return decode(raw, name, path)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _near_name(path: Path) -> str | None:
    from difflib import get_close_matches

    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except (OSError, ValueError):
        return f"there is no folder `{path.parent}` either"
    near = get_close_matches(path.name, names, 1)
    return f"did you mean `{near[0]}`?" if near else None


def _failure(code: str, name: str, message: str, help: str | None = None) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, None, help, file=name)


def decode(raw: bytes, name: str, path: Path | None = None) -> SourceFile | Diagnostic:
    """The text of some bytes, or why they are none. A byte order mark at the start is no text."""
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        read = SourceFile(name, raw[: error.start].decode("utf-8"), path)
        span = Span(read, len(read.text), len(read.text))
        return Diagnostic(
            "not-utf8",
            Severity.ERROR,
            f"this file is not written in UTF-8: byte {error.start + 1} (0x{raw[error.start]:02X}) is no letter",
            span,
            "save it as plain text in the encoding UTF-8 (a Word file or a PDF is not plain text)",
        )
    at = text.find("\0")
    file = SourceFile(name, text, path)
    if at >= 0:
        return Diagnostic(
            "nul-character",
            Severity.ERROR,
            "this file holds a NUL character, so it is not plain text",
            Span(file, at, at + 1),
            "save it as plain text in the encoding UTF-8",
        )
    if not text.strip():
        return _failure("empty-file", name, "this file is empty", "`argmap new` writes one to start from")
    return file


def shown(path: Path) -> str:
    """A path as a message shows it: relative to the current folder where it lies below it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return os.fspath(path)
