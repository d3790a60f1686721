"""What a map is about: the claims whose verdicts somebody asks for first."""

from ..model import ArgumentMap, Kind, LinkKind, Statement


def top_claims(map: ArgumentMap) -> tuple[Statement, ...]:
    """The claims that support nothing else, in reading order: they may rebut one another.

    Where there is no such claim, the statements that bear on nothing else; where everything bears
    on something, all claims.
    """
    claims = [statement for statement in map.statements if statement.kind is Kind.CLAIM]
    tops = [claim for claim in claims if not any(link.kind is LinkKind.SUPPORTS for link in map.links_from(claim))]
    return tuple(tops) or map.tops or tuple(claims)
