"""Where two ways of computing strengths put two claims the other way round."""

from bisect import insort
from collections.abc import Sequence

from ...model import Statement
from .strength import Strengths

Pair = tuple[Statement, Statement]
Known = tuple[int, int, Statement]
"""A claim with its strength in hundredths by one way and by the other."""


def reversals(claims: Sequence[Statement], one: Strengths, other: Strengths, most: int) -> tuple[list[Pair], int]:
    """The largest reversals, at most so many, and how many there are in all.

    Of each pair the first is stronger by `one` and the second by `other`, as far as two decimals tell. The
    largest are those whose two differences together are.
    """
    numbers = [(claim, one.of(claim), other.of(claim)) for claim in claims]
    known = [(round(100 * a), round(100 * b), claim) for claim, a, b in numbers if a is not None and b is not None]
    count = _count(known)
    return (_largest(known, most) if count else []), count


def _count(known: Sequence[Known]) -> int:
    """How many pairs are reversed: every claim against those that are weaker by the first way."""
    weaker, waiting, count = [0] * 101, list[Known](), 0
    for at in sorted(known, key=lambda each: each[0]):
        if waiting and waiting[0][0] != at[0]:
            for _, b, _ in waiting:
                weaker[b] += 1
            waiting = []
        count += sum(weaker[at[1] + 1 :])
        waiting.append(at)
    return count


def _largest(known: Sequence[Known], most: int) -> list[Pair]:
    falling = sorted(known, key=lambda each: each[1] - each[0])
    found: list[tuple[int, int, Pair]] = []
    for first in falling:
        for second in reversed(falling):
            gap = (first[0] - second[0]) + (second[1] - first[1])
            if gap <= 0 or (len(found) == most and gap <= -found[-1][0]):
                break
            if first[0] > second[0] and first[1] < second[1]:
                insort(found, (-gap, len(found), (first[2], second[2])), key=lambda each: each[:2])
                del found[most:]
    return [pair for _, _, pair in found]
