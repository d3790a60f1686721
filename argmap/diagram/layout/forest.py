"""The tree of a sketch, from above."""

from collections.abc import Mapping
from itertools import pairwise

from ..sketch.sketch import Sketch


def children(made: Sketch) -> Mapping[str | None, list[str]]:
    """What stands under each cell and joint (under None: the roots), in the order of reading."""
    under: dict[str | None, list[str]] = {None: []}
    for twig in made.tree:
        under[twig.key] = []
    for twig in made.tree:
        under[twig.above].append(twig.key)
    return under


def in_order(made: Sketch, across: Mapping[str, float]) -> bool:
    """Whether all that stands under one thing came out in its order, from the top (or the left) on."""
    for keys in children(made).values():
        places = [across[key] for key in keys]
        if any(one >= other for one, other in pairwise(places)):
            return False
    return True
