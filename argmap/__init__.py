"""argmap: write arguments as plain text, check them, draw them, judge them.

    >>> import argmap
    >>> loaded = argmap.load("arguments/in-short.argmap")
    >>> [found.message for found in argmap.check(loaded) if found.severity == "error"]
    []
    >>> branch = argmap.select(loaded.map, focus="hallmarks")
    >>> argmap.render(branch, "html").startswith("<!DOCTYPE html>")
    True

In a notebook a map shows itself.
"""

TYPE_CHECKING = False  # as in `typing`, which takes longer to read than all of this
if TYPE_CHECKING:
    from typing import Any

    from .graph.selecting import select
    from .pipeline import Loaded, load, load_text
    from .workbench import check, render, sheets

__all__ = ["Loaded", "__version__", "check", "load", "load_text", "render", "select", "sheets"]
__version__ = "0.1.0"
_PLACES = {
    "Loaded": "pipeline",
    "check": "workbench",
    "load": "pipeline",
    "load_text": "pipeline",
    "render": "workbench",
    "select": "graph.selecting",
    "sheets": "workbench",
}


def __getattr__(name: str) -> "Any":
    """Read what a name needs only when somebody uses it."""
    if name in _PLACES:
        from importlib import import_module

        return getattr(import_module(f".{_PLACES[name]}", __name__), name)
    raise AttributeError(f"module 'argmap' has no attribute {name!r}")
