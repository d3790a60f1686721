"""What a map is about: the claims whose verdicts somebody asks for first."""

from ..model import ArgumentMap, Kind, Statement


def top_claims(map: ArgumentMap) -> tuple[Statement, ...]:
    """The claims among the map's tops, in reading order.

    Where there are none, whatever the tops are; where everything bears on something, all claims.
    """
    claims = tuple(top for top in map.tops if top.kind is Kind.CLAIM)
    return claims or map.tops or tuple(s for s in map.statements if s.kind is Kind.CLAIM)


def is_weighted(map: ArgumentMap) -> bool:
    """Whether the map says how far to credit any of its statements."""
    return any(statement.weight is not None for statement in map.statements)
