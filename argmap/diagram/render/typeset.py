"""Drawings as PDF and PNG, set by Typst: one library for both, with fonts found as they are needed.

The shapes go over as an SVG; the texts as strings, so that Typst shapes them (Arabic, Devanagari),
finds a font for every letter, and leaves them text that can be selected.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from importlib.resources import files
from typing import Any

from ...installing import how_to_get
from ...regex import regex
from ...values import dataclass
from ..drawing import Drawing, TextLine
from ..failure import PaperError
from ..measure import ALLOWANCE
from ..palette import Palette, Theme, palette
from ..signs import Anchor, Shape
from ..xml import clean
from .svg import render

FONTS = (
    *("Arial", "Liberation Sans", "Arimo", "Helvetica", "Noto Sans", "DejaVu Sans"),
    *("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Malgun Gothic"),
    *("Noto Sans Arabic", "Segoe UI", "Geeza Pro", "Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji"),
)
"""Fonts by wish. A letter that none of them has is taken from any font of the machine."""
LARGEST_SHEET = 14_400.0
"""A side of a PDF's page, in points, beyond which common readers fail (ISO 32000-1, annex C)."""
MISSING = regex(r'the text `"(.*?)"` could not be displayed')
ESCAPED = regex(r"\\u\{([0-9a-f]+)\}")
UNSUSPECTED = b"/Suspects false"
"""What every PDF is if it says nothing. Poppler takes it for a fault where it is said, so blanks stand there:
as many, since a PDF counts its bytes."""
DPI = (144.0, 96.0)
"""Dots to the inch: for a screen of today, and for a large picture at its natural size on any."""
MOST_DOTS = 80e6
"""A larger PNG takes more memory (about 14 bytes a dot were measured) than a school machine can spare."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What was made: a PDF's bytes, or one PNG's for each page; and the letters that no font has."""

    pages: tuple[bytes, ...]
    missing: tuple[str, ...]


@contextmanager
def _told() -> Iterator[None]:
    """Tell where Typst itself fails. A panic of it is no `Exception` of Python's, and would end the program."""
    try:
        yield
    except BaseException as fault:
        if type(fault).__name__ not in ("TypstError", "PanicException"):
            raise
        raise PaperError("the library Typst failed on this picture; svg and html do without it") from fault


@_told()
def to_pdf(drawings: Sequence[Drawing], *, theme: Theme = Theme.LIGHT, lang: str = "en") -> Paper:
    """One PDF with a page for each drawing: tagged, its texts selectable, its links live.

    The same drawings give the same bytes on one machine. Raises PaperError.
    """
    press = _press(drawings, theme, lang)
    made, missing = _accessible(press)
    pdf: bytes = made or press(format="pdf")
    return Paper((pdf.replace(UNSUSPECTED, b" " * len(UNSUSPECTED)),), missing)


@_told()
def to_png(
    drawings: Sequence[Drawing], *, theme: Theme = Theme.LIGHT, lang: str = "en", dpi: float | None = None
) -> Paper:
    """A PNG for each drawing, `dpi` dots to the inch; None takes the first of `DPI` that is not too large.

    Raises PaperError, also where a picture would be huge.
    """
    area = max(drawing.width * drawing.height * drawing.scale**2 for drawing in drawings) / 72**2
    dpi = next((each for each in (DPI if dpi is None else (dpi,)) if area * each**2 <= MOST_DOTS), None)
    if dpi is None:
        raise PaperError(
            f"as a PNG the picture would have {area * DPI[-1] ** 2 / 1e6:,.0f} million dots; "
            "take --page a4 for several pictures, or svg"
        )
    press = _press(drawings, theme, lang)
    made = press(format="png", ppi=dpi)
    known = all(line.exact for drawing in drawings for line in _lines(drawing))
    missing = () if known else _accessible(press)[1]
    return Paper(tuple(made) if isinstance(made, list) else (made,), missing)


Press = Callable[..., Any]
"""Typst's `compile` with the pages in it: wants a format, gives bytes, or a list of them."""


def _press(drawings: Sequence[Drawing], theme: Theme, lang: str) -> Press:
    try:
        import typst
    except ImportError as error:
        way_out = f"`{how_to_get('typst')}` gets it"
        raise PaperError(f"PDF and PNG need the library Typst, which is not installed: {way_out}") from error
    first = drawings[0]
    data = {
        "title": clean(first.title),
        "description": clean(first.description),
        "lang": lang,
        "fonts": [name.lower() for name in FONTS],
        "pages": [
            {**_page(drawing, theme, lang), "marks": marks}
            for drawing, marks in zip(drawings, _marks(drawings), strict=True)
        ],
    }
    program = files(__package__).joinpath("sheet.typ").read_bytes()
    return partial(typst.compile, program, sys_inputs={"pages": json.dumps(data)}, font_paths=typst.Fonts())


def _accessible(press: Press) -> tuple[bytes | None, tuple[str, ...]]:
    """A PDF that keeps to the standard for accessible ones (PDF/UA-1); or None, and the letters that
    no font has: the standard forbids those."""
    import typst

    try:
        return press(format="pdf", pdf_standards=["ua-1"]), ()
    except typst.TypstError as error:
        words = "".join(MISSING.findall(error.diagnostic))
        letters = tuple(dict.fromkeys(ESCAPED.sub(lambda code: chr(int(code[1], 16)), words)))
        if not letters:
            raise
        return None, letters


def _page(drawing: Drawing, theme: Theme, lang: str) -> dict[str, Any]:
    shapes = replace(drawing, scale=1.0)
    return {
        "width": drawing.width,
        "height": drawing.height,
        "scale": drawing.scale,
        "alt": drawing.description,
        "shapes": render(shapes, theme=theme, lang=lang, words=False),
        "lines": [_line(line, palette(theme)) for line in _lines(drawing)],
        "jumps": [{"x": j.x, "y": j.y, "width": j.width, "height": j.height, "page": j.page} for j in drawing.jumps],
    }


def _marks(drawings: Sequence[Drawing]) -> Iterator[list[dict[str, Any]]]:
    """The bookmarks of each page: its main claims where a table lists them, else its title, of several pages."""
    rows = [box for drawing in drawings for box in drawing.boxes if box.shape is Shape.ROW]
    claims = {row.leads: " ".join(line.text for line in row.block.lines[:2]) for row in rows}
    for drawing in drawings:
        here = [box for box in drawing.boxes if box.name in claims]
        if claims:
            yield [{"words": claims[box.name], "y": box.y} for box in here]
        else:
            yield [{"words": clean(drawing.title), "y": 0}] if len(drawings) > 1 else []


def _lines(drawing: Drawing) -> Iterator[TextLine]:
    """All texts in the order in which they are read."""
    yield from drawing.heading
    yield from drawing.titles
    for area in drawing.areas:
        yield from area.lines
    for box in drawing.boxes:
        for line in box.block.lines:
            yield replace(line, x=box.x + line.x, y=box.y + line.y)
    for entry in drawing.key:
        yield entry.line
    yield from drawing.footer


def _line(line: TextLine, colours: Palette) -> dict[str, Any]:
    return {
        "x": line.x,
        "y": line.y,
        "end": line.anchor is Anchor.END,
        "rtl": line.rtl,
        "room": line.width if line.exact else line.width * ALLOWANCE,
        "url": line.url,
        "runs": [
            {
                "text": run.text,
                "size": run.type.size,
                "bold": run.type.bold,
                "italic": run.type.italic,
                "colour": colours[tone],
            }
            for run, tone in line.runs
        ],
    }
