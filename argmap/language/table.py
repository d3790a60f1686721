"""The grammar as a ready parser: its table is worked out once and kept beside Python's own caches.

To work it out takes longer than to read a small map. It is kept where Python keeps this module's
bytecode, written in one step, and made anew when the grammar, Lark or Python changes; where nothing
can be kept there, it is worked out each time.
"""

import contextlib
import os
import pickle
import secrets
import sys
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import lark
from lark import Lark

from ..vocabulary import FIELDS_UNDER

GRAMMAR = Path(__file__).with_name("grammar.lark")
BOUND = frozenset(["postlex", "transformer"])
"""What a parser is given each time: our own objects, which are no part of the table."""


def grammar() -> str:
    """The grammar, with the names of the fields in it."""
    fields = dict.fromkeys(name for names in FIELDS_UNDER.values() for name in names if name != "card")
    return GRAMMAR.read_text(encoding="utf-8").replace("(FIELDS)", f"({'|'.join(fields)})")


def parser(**bound: Any) -> Lark:
    """A parser of the grammar, with a `postlex` and a `transformer` of its own."""
    key = sha256(f"{lark.__version__} {sys.version} {grammar()}".encode()).digest()
    kept = _kept(key)
    if kept is not None:
        try:
            return Lark.__new__(Lark)._load(kept, **bound)
        except Exception:
            pass
    made = build(**bound)
    _keep(key, made)
    return made


def build(**bound: Any) -> Lark:
    """The same parser, worked out from the grammar."""
    return Lark(grammar(), parser="lalr", lexer="contextual", **bound)


def _place() -> Path | None:
    try:
        return Path(cache_from_source(str(GRAMMAR.with_suffix(".py")))).with_suffix(".table")
    except NotImplementedError:  # a Python that keeps no caches
        return None


def _kept(key: bytes) -> Any:
    place = _place()
    try:
        raw = place.read_bytes() if place else b""
        return pickle.loads(raw[len(key) :]) if raw.startswith(key) else None
    except Exception:
        return None


def _keep(key: bytes, made: Lark) -> None:
    place = _place()
    if place is None or sys.dont_write_bytecode:
        return
    part = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    try:
        place.parent.mkdir(exist_ok=True)
        with part.open("wb") as file:
            file.write(key)
            made.save(file, BOUND)
        os.replace(part, place)  # noqa: PTH105 (the same, said with both names)
    except Exception:
        with contextlib.suppress(OSError):
            part.unlink()
