"""Regular expressions that are compiled when they are first needed.

The language has a hundred, and most of them only tell what is wrong with a line: to compile them all at
the start would take a third of the time of a small run.
"""

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; what it is asked for once, it has from then on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, found)
        return found


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, put off until it is used."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
