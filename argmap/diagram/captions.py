"""The words round a picture: its title above, its counts and its page below."""

from dataclasses import dataclass

from ..model import ArgumentMap
from . import typography as type_
from .blocks import text_line
from .drawing import Anchor, TextLine
from .measure import Run, wrap
from .typography import Tone
from .words import counted
from .xml import clean

MARGIN = 26.0
LEAST_WIDTH = 500.0
HINT = "Read from right to left: each line runs from a reason to the point it bears on."


@dataclass(frozen=True, slots=True)
class Captions:
    """The words round a picture. `title` None takes the topic; `note` is said in the footer."""

    title: str | None = None
    note: str = ""
    key: bool = True
    page: str = "page 1 of 1"


def heading_lines(title: str, width: float, hint: bool) -> tuple[TextLine, ...]:
    """The title, and with `hint` how to read the picture, within `width` points."""
    lines: list[TextLine] = []
    y = MARGIN - 4
    for runs in wrap([Run(title, type_.TITLE)], min(width, 900)):
        y += type_.TITLE.leading
        lines.append(text_line(MARGIN, y - 6, [(run, Tone.INK) for run in runs]))
    if hint:
        y += type_.SUBTITLE.leading
        lines.append(text_line(MARGIN, y, [(Run(HINT, type_.SUBTITLE), Tone.MUTED)]))
    return tuple(lines)


def file_name(map: ArgumentMap) -> str:
    """The last part of the file's name; empty for standard input."""
    name = clean(map.file.name).replace("\\", "/").rpartition("/")[2]
    return "" if name == "-" else name


def footer_lines(map: ArgumentMap, captions: Captions, width: float, y: float) -> tuple[TextLine, ...]:
    """File, counts and page, from the baseline `y` on. No date: the same file gives the same bytes."""
    cited = {cite.source for statement in map.statements for cite in statement.cites}
    counts = [
        counted(len(map.statements), "statement"),
        counted(len(map.links), "link"),
        counted(len(cited), "source") if cited else "",
        captions.note,
    ]
    said = " · ".join(part for part in (file_name(map), *counts) if part)
    room = width - 2 * MARGIN - 80
    lines: list[TextLine] = []
    for number, runs in enumerate(wrap([Run(said, type_.FOOTER)], room)):
        at = y + number * type_.FOOTER.leading
        lines.append(text_line(MARGIN, at, [(run, Tone.MUTED) for run in runs]))
    page = [(Run(captions.page, type_.FOOTER), Tone.MUTED)]
    return (text_line(width - MARGIN, y, page, anchor=Anchor.END), *lines)
