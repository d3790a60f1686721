"""The grammar's table as plain values, taken from Lark once and kept (see `kept`): to walk it, no Lark is needed."""

import marshal
from typing import Any

from .kept import keep, kept
from .walking import WalkTable

NAME = "grammar_walk"


def walk_table() -> WalkTable:
    """The table that was kept, or else is taken from Lark."""
    raw = kept(NAME)
    if raw is not None:
        try:
            return WalkTable(*marshal.loads(raw))
        except Exception:
            pass
    from .taking import taken  # loads Lark

    made = taken()
    parts: Any = (made.start, made.end, made.ignored, made.lexers, made.rules, made.states)
    keep(NAME, marshal.dumps(parts))
    return made
