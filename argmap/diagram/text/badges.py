"""What becomes of a statement, as a badge on its box: a word and a shape, so that colour says nothing alone."""

from dataclasses import replace
from functools import lru_cache

from .. import typography as type_
from ..drawing import Badge, Block
from ..measure import ALLOWANCE, Run
from ..signs import Standing
from ..typography import Tone, at_least
from .blocks import FOLD, SET, text_line

ICON = 9.0
"""The room that a badge's sign takes before its word, in points."""
PAD = 4.0


@lru_cache(maxsize=SET)
def badged(block: Block, standing: Standing, least: float = 0.0) -> tuple[Block, Badge]:
    """A box's words with the word of its badge, in no smaller type than `least`, and the badge, near the box's
    upper right corner."""
    type = at_least(type_.BADGE, least)
    tone = Tone.PAGE if standing is Standing.STANDS else Tone.INK
    word = text_line(0, type.size * 0.36, [(Run(standing.value, type), tone)])
    width = 2 * PAD + ICON + word.width * ALLOWANCE
    left = block.width - width - FOLD - 3
    placed = replace(word, x=left + PAD + ICON)
    return replace(block, lines=(*block.lines, placed)), Badge(left, width, type.size + 3.5, standing)
