"""How much memory a program that was given a limit (`ulimit -v`) still has: what cannot fit is not begun.

Python 3.11 cannot always find its way out where the last byte is gone: it is better not to get there.
"""

import re
import sys
from pathlib import Path

STATEMENT = re.compile(rb"^[ \t]*(?:claim|evidence|warrant|rebuttal)\b", re.M)
OF_A_STATEMENT, OF_A_BYTE = 1200, 4
"""Bytes that a statement, and a byte of text, take at least, once they are read and checked."""


def lacking(path: Path) -> tuple[int, int] | None:
    """Where a map cannot fit: the bytes that it would take at least, and those that are left. Raises OSError
    where it cannot be read."""
    left = _left()
    if left is None or not path.is_file():
        return None
    if (size := path.stat().st_size) * OF_A_BYTE > left:
        return size * OF_A_BYTE, left
    data = path.read_bytes()
    need = sum(1 for _ in STATEMENT.finditer(data)) * OF_A_STATEMENT + size * OF_A_BYTE
    return (need, left) if need > left else None


def _left() -> int | None:
    """What is left of the limit; None where there is none, or none is known."""
    if sys.platform != "linux":
        return None
    import resource

    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    if most == resource.RLIM_INFINITY:
        return None
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return max(most - int(pages) * resource.getpagesize(), 0)
