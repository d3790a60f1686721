"""A picture on a sheet of paper: how large it may be, and never so small that it cannot be read."""

from collections.abc import Mapping
from dataclasses import replace

from ..drawing import Drawing
from ..signs import Anchor

Size = tuple[float, float]

PAPERS: Mapping[str, tuple[Size, ...]] = {
    "a4": ((595.28, 841.89), (841.89, 595.28)),
    "a3": ((841.89, 1190.55), (1190.55, 841.89)),
    "letter": ((612.0, 792.0), (792.0, 612.0)),
    "slide": ((960.0, 540.0),),
}
"""Width and height in points, the ways that a sheet may be turned."""
READABLE = 7.0
"""No text is set smaller than this, in points."""
ON_SLIDES = 14.0
"""Nor on slides smaller than this, in points."""
MOST_SCALE = 1.25
"""A small picture is enlarged up to this, for those in the last row."""


def least_scale(paper: str, smallest: float) -> float:
    """How small a picture whose smallest text is of that size may be drawn on a paper."""
    return (ON_SLIDES if paper == "slide" else READABLE) / smallest


def better(drawing: Drawing, paper: str) -> Size:
    """The way to turn a sheet on which a drawing comes out larger."""
    return max(PAPERS[paper], key=lambda size: scale_on(drawing, size))


def on_sheet(drawing: Drawing, size: Size, least: float) -> Drawing:
    """A drawing fitted to a sheet, with its key and footer at the sheet's lower end.

    One that would be drawn smaller there than `least` gets a larger sheet of the same shape.
    """
    width, height = size
    scale = min(max(scale_on(drawing, size), least), max(MOST_SCALE, least))
    wide, high = max(width / scale, drawing.width), max(height / scale, drawing.height)
    down, right = high - drawing.height, wide - drawing.width
    return replace(
        drawing,
        width=wide,
        height=high,
        scale=scale,
        key_top=drawing.key_top + down,
        key=tuple(replace(e, y=e.y + down, line=replace(e.line, y=e.line.y + down)) for e in drawing.key),
        footer=tuple(
            replace(line, y=line.y + down, x=line.x + (right if line.anchor is Anchor.END else 0))
            for line in drawing.footer
        ),
    )


def scale_on(drawing: Drawing, size: Size) -> float:
    """How large a drawing may be on a sheet."""
    return min(size[0] / drawing.width, size[1] / drawing.height)
