"""What need not be made at every start: the methods of the protocol's classes.

`attrs` and `dataclasses` write the methods of their classes as a text and compile it; for the six hundred classes
of the protocol that is a third of the start of an editor's server. What they compiled is kept by its text, where
Python keeps this package's bytecode (the page that needs no server is built with it); for another Python, or where
nothing can be kept, it is compiled again.
"""

import contextlib
import dataclasses
import marshal
import os
import sys
from collections.abc import Iterator
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any


@contextlib.contextmanager
def sooner() -> Iterator[None]:
    """Within this, classes are made of what was kept; what was compiled besides is kept for the next time."""
    kept = _read()
    before = len(kept)
    _lend(kept)
    try:
        yield
    finally:
        _take_back()
        if len(kept) > before:
            _write(kept)


def begin() -> None:
    """From now on classes are made of what was kept; nothing more is."""
    _lend(_read())


def _read() -> dict[str, CodeType]:
    place = _place()
    try:
        raw = place.read_bytes() if place else b""
        found = marshal.loads(raw[len(MAGIC_NUMBER) :]) if raw.startswith(MAGIC_NUMBER) else {}
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(kept: dict[str, CodeType]) -> None:
    place = _place()
    if place is None or sys.dont_write_bytecode:
        return
    part = place.with_name(f"{place.name}.{os.urandom(4).hex()}")
    try:
        place.parent.mkdir(exist_ok=True)
        part.write_bytes(MAGIC_NUMBER + marshal.dumps(kept))
        os.replace(part, place)  # noqa: PTH105 (the same, said with both names)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()


def _place() -> Path | None:
    try:
        return Path(cache_from_source(__file__)).with_suffix(".compiled")
    except NotImplementedError:  # a Python that keeps no caches
        return None


def _lend(kept: dict[str, CodeType]) -> None:
    from attr import _make

    def compiled(text: Any, name: Any, mode: str, *more: Any, **most: Any) -> CodeType:
        if more or most or mode != "exec" or not isinstance(text, str):
            made: CodeType = compile(text, name, mode, *more, **most)
            return made
        if text not in kept:
            kept[text] = compile(text, name, mode)
        return kept[text]

    def run(text: Any, *names: dict[str, Any]) -> None:
        exec(compiled(text, "<string>", "exec") if isinstance(text, str) else text, *names)

    # Each module finds these before Python's own.
    vars(_make)["compile"] = compiled
    vars(dataclasses)["exec"] = run


def _take_back() -> None:
    from attr import _make

    vars(_make).pop("compile", None)
    vars(dataclasses).pop("exec", None)
