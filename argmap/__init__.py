"""argmap: write arguments as plain text, check them, draw them, judge them.

    >>> import argmap
    >>> loaded = argmap.load("arguments/in-short.argmap")
    >>> loaded.map.by_name["hallmarks"].text
    'The pact bears the hallmarks of an Asian NATO.'
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .pipeline import Loaded, load, load_text

__all__ = ["Loaded", "__version__", "load", "load_text"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Read the parser only when somebody loads a map."""
    if name in ("Loaded", "load", "load_text"):
        from . import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'argmap' has no attribute {name!r}")
