"""Who has the floor, as the rules on speeches ask it."""

from collections.abc import Mapping

from ...debate import Floor, floor_of
from ...model import ArgumentMap, Kind, LinkKind, Statement

__all__ = ["Floor", "floor_of", "said_before"]


def said_before(map: ArgumentMap, floor: Floor) -> Mapping[Statement, Statement]:
    """The rebuttals that are given before what they answer is said, each with what it answers.

    Two rebuttals that contradict each other answer in both directions: of these the later is the answer.
    """
    answers = [
        (source, answered)
        for link in map.links
        if link.kind is LinkKind.REBUTS
        for source in link.sources
        if source.kind is Kind.REBUTTAL
        for answered in ((link.target,) if isinstance(link.target, Statement) else link.target.sources)
    ]
    pairs = set(answers)
    found: dict[Statement, Statement] = {}
    for source, answered in answers:
        said, heard = floor.when(source.speech), floor.when(answered.speech)
        if said is not None and heard is not None and said < heard and (answered, source) not in pairs:
            found.setdefault(source, answered)
    return found
