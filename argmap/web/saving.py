"""A map on the disk as a page knows it: it is read with what its bytes are known by, and only bytes that a page
knows are written over, so that what another program wrote meanwhile is not lost."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..diagnostic import Diagnostic
from ..reading import BYTE_ORDER_MARK, decode, read_bytes
from ..source import SourceFile

Save = Callable[[Path, bytes], None]
"""Writes a file whole or raises OSError."""
NOTHING = ""
"""What a file that is not there is known by."""


@dataclass(frozen=True, slots=True)
class There:
    """A map as it lies on the disk: its text, or why there is none, and what its bytes are known by."""

    text: str
    known: str
    error: str = ""


def there(path: Path) -> There:
    """A map as it is now. Never raises."""
    return _there(path, read_bytes(path, path.name))


def _there(path: Path, raw: bytes | Diagnostic) -> There:
    if isinstance(raw, Diagnostic):
        known = NOTHING if raw.code == "missing-file" else "what cannot be read"
        return There("", known, f"{path.name}: {raw.message}")
    read = decode(raw, path.name, path)
    if isinstance(read, SourceFile):
        return There(read.text, _known(raw))
    return There("", _known(raw), "" if read.code == "empty-file" else f"{path.name}: {read.message}")


def _known(data: bytes) -> str:
    return sha256(data).hexdigest()


def saved(save: Save, path: Path, text: str, known: str) -> tuple[bool, There]:
    """Save a map if what lies there is what a page knows, if nothing lies there, or if it would be the same:
    whether that was so, and what lies there then. A byte order mark stays: a page does not see one. Raises OSError."""
    raw = read_bytes(path, path.name)
    now = _there(path, raw)
    data = text.encode("utf-8")
    if isinstance(raw, bytes) and raw.startswith(BYTE_ORDER_MARK):
        data = BYTE_ORDER_MARK + data
    if now.known not in (NOTHING, known, _known(data)):
        return False, now
    save(path, data)
    return True, There(text, _known(data))
