"""Who no longer contests what."""

from collections.abc import Mapping

from ..model import ArgumentMap, Side, Statement


def conceded(map: ArgumentMap) -> Mapping[Statement, tuple[Side, ...]]:
    """For each statement that somebody concedes, the sides that do, in the order of the file."""
    found: dict[Statement, dict[Side, None]] = {}
    for concession in map.concessions:
        found.setdefault(concession.statement, {})[concession.side] = None
    return {statement: tuple(sides) for statement, sides in found.items()}
