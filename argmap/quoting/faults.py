"""What a quoter did to words that are otherwise the source's: what changes them, and how much."""

from collections.abc import Iterator

from .bracketing import bracketed
from .fault import Fault, Way, Weight
from .pattern import Row
from .placed import Placed
from .unmarked import edges, unmarked

__all__ = ["Fault", "Way", "Weight", "faults"]


def faults(placed: Placed) -> Iterator[Fault]:
    """Everything that a quoter changed in a quotation that was found."""
    for number, part in enumerate(placed.pattern.parts):
        if isinstance(part, Row):
            yield from edges(placed, number, part)
        elif not placed.literal[number]:
            yield from bracketed(placed, number, part)
    yield from unmarked(placed)
