"""The forms that `argmap export` writes, and how each is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..diagram.drawing import Drawing
    from ..diagram.layout.engine import Engine
    from ..diagram.palette import Theme
    from ..diagram.render.typeset import Paper
    from ..model import ArgumentMap, Statement

ON_SCREEN, ON_PAPER = 28, 25
"""Letters in a line of a claim, if the call does not say: three columns of the latter fit an A4 sheet."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a call says about the look of its pictures. `page` None: one page, as large as it must be."""

    theme: str
    title: str | None
    key: bool
    wrap: int
    page: str | None = None
    verdicts: bool = False
    orientation: str = "left"


@dataclass(frozen=True, slots=True)
class Output:
    """The files that a map becomes (one, or one for each page), and what the user should know of them."""

    files: tuple[bytes, ...]
    notes: tuple[str, ...] = ()


Write = Callable[["ArgumentMap", Picture, "Engine | None"], Output]


@dataclass(frozen=True, slots=True)
class Format:
    """A form to write: the ending of its files, whether it is laid out and has pages, how it is made."""

    suffix: str
    write: Write
    laid_out: bool = False
    paged: bool = False


def _text(words: str) -> Output:
    return Output((words.encode("utf-8"),))


def _svg(map: "ArgumentMap", picture: Picture, engine: "Engine | None") -> Output:
    from ..diagram.render.svg import render

    theme = _theme(picture)
    return Output(tuple(render(page, theme=theme).encode("utf-8") for page in _drawings(map, picture, engine)))


def _pdf(map: "ArgumentMap", picture: Picture, engine: "Engine | None") -> Output:
    from ..diagram.render.typeset import LARGEST_SHEET, to_pdf

    drawings, notes = _drawings(map, picture, engine), list[str]()
    if any(max(drawing.width, drawing.height) * drawing.scale > LARGEST_SHEET for drawing in drawings):
        drawings = _drawings(map, replace(picture, page="a4"), engine)
        notes.append("too large for one sheet of a PDF (200 inches), so written as A4 pages")
    return _set(to_pdf(drawings, theme=_theme(picture)), notes)


def _png(map: "ArgumentMap", picture: Picture, engine: "Engine | None") -> Output:
    from ..diagram.render.typeset import to_png

    return _set(to_png(_drawings(map, picture, engine), theme=_theme(picture)))


def _theme(picture: Picture) -> "Theme":
    from ..diagram.palette import Theme

    return Theme(picture.theme)


def _drawings(map: "ArgumentMap", picture: Picture, engine: "Engine | None") -> "Sequence[Drawing]":
    """The picture of a map, or its pages."""
    from ..diagram.draw import draw
    from ..diagram.pages.pages import paginate
    from ..diagram.routing.orientation import Orientation
    from ..diagram.text.captions import Captions

    verdicts = _verdicts(map) if picture.verdicts else None

    def drawn(map: "ArgumentMap", captions: Captions) -> "Drawing":
        return draw(
            map,
            engine=engine,
            captions=captions,
            wrap=picture.wrap,
            verdicts=verdicts,
            orientation=Orientation(picture.orientation),
        )

    captions = Captions(picture.title, key=picture.key)
    return paginate(map, picture.page, drawn, captions) if picture.page else (drawn(map, captions),)


def _verdicts(map: "ArgumentMap") -> "Mapping[Statement, str]":
    """What becomes of each statement of a map; of a part too, as the whole is drawn."""
    from ..judging.verdict import judge

    judgement = judge(map.part.whole if map.part else map)
    return {statement: judgement.verdict(statement) for statement in map.statements}


def _set(paper: "Paper", notes: Sequence[str] = ()) -> Output:
    said = list(notes)
    if paper.missing:
        shown = [each if each.isprintable() else f"U+{ord(each):04X}" for each in paper.missing]
        letters = " ".join(shown[:12]) + (" ..." if len(paper.missing) > 12 else "")
        said.append(f"no font on this machine has {letters}: they come out as empty boxes; the Noto fonts have them")
    return Output(paper.pages, tuple(said))


def _html(map: "ArgumentMap", picture: Picture, engine: "Engine | None") -> Output:
    from ..diagram.routing.orientation import Orientation
    from ..page.html import to_html

    return _text(
        to_html(
            map,
            engine=engine,
            theme=_theme(picture),
            title=picture.title,
            key=picture.key,
            wrap=picture.wrap,
            verdicts=_verdicts(map) if picture.verdicts else None,
            orientation=Orientation(picture.orientation),
        )
    )


def _mermaid(map: "ArgumentMap", picture: Picture, engine: "Engine | None") -> Output:
    from ..formats.mermaid import to_mermaid

    return _text(to_mermaid(map, title=picture.title))


def _markdown(map: "ArgumentMap", picture: Picture, engine: "Engine | None") -> Output:
    from ..formats.markdown import to_markdown

    return _text(to_markdown(map, title=picture.title))


def _dot(map: "ArgumentMap", picture: Picture, engine: "Engine | None") -> Output:
    from ..diagram.layout.dot import to_dot

    return _text(to_dot(map, labelled=True))


def _json(map: "ArgumentMap", picture: Picture, engine: "Engine | None") -> Output:
    from ..formats.json import to_json

    return _text(to_json(map))


FORMATS: Mapping[str, Format] = {
    "svg": Format(".svg", _svg, laid_out=True, paged=True),
    "html": Format(".html", _html, laid_out=True),
    "pdf": Format(".pdf", _pdf, laid_out=True, paged=True),
    "png": Format(".png", _png, laid_out=True, paged=True),
    "dot": Format(".dot", _dot),
    "json": Format(".json", _json),
    "mermaid": Format(".mmd", _mermaid),
    "markdown": Format(".md", _markdown),
}
