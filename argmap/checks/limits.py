"""The measures that rules hold a map to, each with its default."""

from ..values import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`stale_years`: evidence older than this at the topic's date is stale (0: never).
    `single_source`: from how many pieces of evidence on, all from one source is worth a remark.
    `same_passage`: from how many words on, a passage quoted twice is worth a remark.
    `only_defence`: from how many answers on, a side that only defends is worth a remark.
    `words_per_minute`: how fast a round is spoken (0: no speech is timed).
    """

    stale_years: float = 10
    single_source: int = 4
    same_passage: int = 6
    only_defence: int = 3
    words_per_minute: int = 250
