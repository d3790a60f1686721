"""Words that turn a sentence round. English."""

import re
from collections.abc import Iterable, Sequence

NEGATIONS = frozenset(
    (
        *("not", "no", "never", "none", "nor", "neither", "nothing", "nobody", "nowhere", "cannot", "noone"),
        *("without", "hardly", "scarcely", "barely", "rarely", "seldom", "unless", "unlikely", "aint", "lest"),
        *("deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing"),
        *("reject", "rejects", "rejected", "rejecting", "disprove", "disproved", "refute", "refutes", "refuted"),
    )
)
FAILING = frozenset(("fail", "fails", "failed", "failing"))
PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "anti")
OPPOSED = frozenset(("non", "un", "anti", "counter", "quasi", "pseudo", "semi", "half", "near", "ex", "so"))
"""What stands before a hyphen and takes the word after it back."""


def negates(word: str) -> bool:
    """Whether a word, as compared, is a negation."""
    return word in NEGATIONS or word.endswith("n't")


def first_negation(words: Sequence[str], numbers: Iterable[int]) -> int | None:
    """The number of the first of some words that is a negation (`fail` only before `to`)."""
    for number in numbers:
        word = words[number]
        if negates(word) or (word in FAILING and number + 1 < len(words) and words[number + 1] == "to"):
            return number
    return None


def opposites(one: str, other: str) -> bool:
    """Whether two words are one another's opposite by what they begin or end with."""
    short, long = sorted((one, other), key=len)
    if any(long == prefix + short for prefix in PREFIXES) and len(short) > 3:
        return True
    stems = {re.sub("(?:ful|less)$", "", word) for word in (one, other)}
    return len(stems) == 1 and one != other and {one[-3:], other[-3:]} == {"ful", "ess"}
