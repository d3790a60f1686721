"""The words round a picture: its title above, its counts and its page below."""

from ...english import counted
from ...look import Look
from ...model import ArgumentMap, Link
from ...values import dataclass
from .. import typography as type_
from ..drawing import TextLine
from ..measure import Run
from ..signs import Anchor, Standing
from ..typography import Tone, at_least, least_type
from ..wrapping import wrap
from ..xml import clean
from .blocks import text_line
from .told import Told

MARGIN = 26.0
LEAST_WIDTH = 500.0


@dataclass(frozen=True, slots=True)
class Captions:
    """The words round a picture. `title` None takes the topic; `lead` is the first thing said under it;
    `subtitle` None says how to read it; `note` is said in the footer; `falls`: a line that is struck through is for
    the key to explain. No type of the whole picture is smaller than `least`, in points of the picture."""

    title: str | None = None
    subtitle: str | None = None
    note: str = ""
    key: bool = True
    page: str = "page 1 of 1"
    lead: str = ""
    falls: bool = False
    least: float = 0.0


def captions_of(look: Look, told: Told) -> Captions:
    """The words round a picture of that look."""
    falls = any(isinstance(node, Link) and verdict == Standing.FALLS for node, verdict in told.verdicts.items())
    return Captions(look.title, key=look.key, lead=told.lead, falls=falls, least=least_type(look.page))


def heading_lines(title: str, subtitle: str, width: float, lead: str = "") -> tuple[TextLine, ...]:
    """The title, what is said first under it, and the line under that (empty for none), within `width` points."""
    lines: list[TextLine] = []
    y = MARGIN - 4
    for runs in wrap([Run(title, type_.TITLE)], min(width, 900)):
        y += type_.TITLE.leading
        lines.append(text_line(MARGIN, y - 6, [(run, Tone.INK) for run in runs]))
    under = [(lead, Tone.INK)] if lead else []
    for words, tone in (*under, (subtitle, Tone.MUTED)):
        for runs in wrap([Run(words, type_.SUBTITLE)], min(width, 900)):
            y += type_.SUBTITLE.leading
            lines.append(text_line(MARGIN, y, [(run, tone) for run in runs]))
    return tuple(lines)


def file_name(map: ArgumentMap) -> str:
    """The last part of the file's name; empty for standard input."""
    name = clean(map.file.name).replace("\\", "/").rpartition("/")[2]
    return "" if name == "-" else name


def _of(number: int, all: int, what: str) -> str:
    """`12 statements`, or `3 of 12 statements`."""
    return counted(all, what) if number == all else f"{number:,} of {counted(all, what)}"


def footer_lines(map: ArgumentMap, captions: Captions, width: float, y: float) -> tuple[TextLine, ...]:
    """File, counts and page, from the baseline `y` on. No date: the same file gives the same bytes."""
    type = at_least(type_.FOOTER, captions.least)
    cited = {cite.source for statement in map.statements for cite in statement.cites}
    whole = map.part.whole if map.part else map
    counts = [
        _of(len(map.statements), len(whole.statements), "statement"),
        _of(len(map.links), len(whole.links), "link"),
        counted(len(cited), "source") if cited else "",
        f"shown: {clean(map.part.chosen)}" if map.part and map.part.chosen else "",
        captions.note,
    ]
    said = " · ".join(part for part in (file_name(map), *counts) if part)
    room = width - 2 * MARGIN - 80
    lines: list[TextLine] = []
    for number, runs in enumerate(wrap([Run(said, type)], room)):
        at = y + number * type.leading
        lines.append(text_line(MARGIN, at, [(run, Tone.MUTED) for run in runs]))
    page = [(Run(captions.page, type), Tone.MUTED)]
    return (text_line(width - MARGIN, y, page, anchor=Anchor.END), *lines)
