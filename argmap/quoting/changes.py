"""What a bracket inside a word did to it."""

from enum import IntEnum

from .negations import negates
from .pattern import Joint

ENDINGS = frozenset(("", "s", "es", "e", "ed", "d", "ing", "'s", "s'", "y", "ies", "ied"))
"""Letters that the same word has at its end in another sentence."""


class Change(IntEnum):
    """How much a bracket inside a word changes: nothing but a capital, an ending of the same word,
    an ending that may make another word of it, or it hides letters that turn the word round."""

    NOTHING = 0
    ENDING = 1
    OTHER = 2
    HIDES = 3


def change_of(joint: Joint, word: str, lost: str) -> Change:
    """What became of a source's word (as compared) in which `lost` gave way to the bracket."""
    if joint.put == lost:
        return Change.NOTHING
    made = joint.before + joint.put + joint.after
    if not joint.before or negates(word) != negates(made):
        return Change.HIDES
    if not joint.after and joint.put in ENDINGS and lost in ENDINGS:
        return Change.ENDING
    return Change.OTHER if joint.put else Change.HIDES
