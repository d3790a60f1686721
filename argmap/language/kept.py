"""What is worked out from the grammar and kept beside Python's own caches.

To work it out takes longer than to read a small map. It is kept where Python keeps this package's
bytecode, written in one step, and made anew when the grammar, Lark or Python changes; where nothing
can be kept there, it is worked out each time.
"""

import contextlib
import os
import sys
from functools import cache
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from typing import Any

from ..vocabulary import FIELDS_UNDER

MAKERS = 2230501188
"""A number of the code that works out what is kept and reads it: another one may mean another thing by it. A test
says what it is to be; the code itself is not looked at, as it may be there only compiled."""
GRAMMAR = Path(__file__).with_name("grammar.lark")


@cache
def grammar() -> str:
    """The grammar, with the names of the fields in it."""
    fields = dict.fromkeys(name for names in FIELDS_UNDER.values() for name in names if name != "card")
    return GRAMMAR.read_text(encoding="utf-8").replace("(FIELDS)", f"({'|'.join(fields)})")


def kept(name: str) -> bytes | None:
    """What was kept under a name for this grammar, this Lark and this Python; None where nothing is."""
    place, key = _place(name), _key()
    try:
        raw = place.read_bytes() if place else b""
    except OSError:
        return None
    return raw[len(key) :] if raw.startswith(key) else None


def keep(name: str, data: bytes) -> None:
    """Keep something for the next run, if that can be."""
    place = _place(name)
    if place is None or sys.dont_write_bytecode:
        return
    part = place.with_name(f"{place.name}.{os.urandom(4).hex()}")
    try:
        place.parent.mkdir(exist_ok=True)
        part.write_bytes(_key() + data)
        os.replace(part, place)  # noqa: PTH105 (the same, said with both names)
    except Exception:
        with contextlib.suppress(OSError):
            part.unlink()


@cache
def _key() -> bytes:
    """What all that is kept follows from."""
    return f"{MAKERS} {_lark()} {sys.version} {grammar()}".encode()


def _lark() -> str:
    """Which Lark this is. It is not loaded for that: its first file names its version, whether it is there as it
    was written or compiled."""
    spec = find_spec("lark")
    loader: Any = spec and spec.loader
    code = loader.get_code("lark")
    return " ".join(value for value in code.co_consts if isinstance(value, str))


def _place(name: str) -> Path | None:
    try:
        return Path(cache_from_source(str(GRAMMAR.with_name(f"{name}.py")))).with_suffix(".table")
    except NotImplementedError:  # a Python that keeps no caches
        return None
