"""From an outline to what it says, by the grammar: the short way, or where something is wrong, by Lark itself."""

import threading
from functools import cache
from typing import TYPE_CHECKING, Any

from ..diagnostic import Diagnostic
from .building import Builder
from .outline import Outline
from .syntax import Item
from .walk_table import walk_table
from .walking import Walk

if TYPE_CHECKING:
    from .recovering import Recovering


def parse_outline(outline: Outline) -> tuple[tuple[Item, ...], list[Diagnostic]]:
    """What an outline says, and the faults of its heads."""
    return _parser().parse(outline) if outline.text else ((), [])


@cache
def _parser() -> "_Parser":
    return _Parser()


class _Parser:
    """The grammar, ready to read one outline after another."""

    def __init__(self) -> None:
        self._builder = Builder()
        self._walk = Walk(walk_table(), self._builder, self._builder.line, ("KIND", "COLON", "_NL"))
        self._recovering: Recovering | None = None
        self._lock = threading.Lock()

    def parse(self, outline: Outline) -> tuple[tuple[Item, ...], list[Diagnostic]]:
        """What an outline says, and the faults of its heads."""
        if not outline.text:
            return (), []
        with self._lock:
            self._builder.outline = outline
            items: Any = self._walk.read(outline.text)
            read = self._by_lark(outline) if items is None else (items, [])
            del self._builder.outline
        return read

    def _by_lark(self, outline: Outline) -> tuple[tuple[Item, ...], list[Diagnostic]]:
        if self._recovering is None:
            from .recovering import Recovering  # most texts have no fault, and to load Lark takes a while

            self._recovering = Recovering(self._builder)
        return self._recovering.read(outline)
