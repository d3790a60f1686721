"""The forms that a map is written in: one list, read by `argmap export` and by the Python API.

A form is a function here and a line in `FORMS`, which says what of a look it takes.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from .english import listed, meant
from .look import CHOICES, Look

if TYPE_CHECKING:
    from .diagram.drawing import Drawing
    from .diagram.layout.engine import Engine
    from .diagram.palette import Theme
    from .diagram.render.typeset import Paper
    from .model import ArgumentMap, Statement

PICTURE = frozenset({"title", "theme", "key", "orientation", "width", "verdicts"})
"""What every picture takes of a look."""
PAGED = PICTURE | {"page"}
TITLED = frozenset({"title"})


@dataclass(frozen=True, slots=True)
class Output:
    """The files that a map becomes (one, or one for each page), and what the user should know of them."""

    files: tuple[bytes, ...]
    notes: tuple[str, ...] = ()


Write = Callable[["ArgumentMap", Look, "Engine | None"], Output]


@dataclass(frozen=True, slots=True)
class Form:
    """A form to write: its name, the ending of its files, what of a look it `takes`, how it is made."""

    name: str
    suffix: str
    write: Write
    takes: Collection[str] = frozenset()
    binary: bool = False

    @property
    def laid_out(self) -> bool:
        """Whether an engine lays it out."""
        return "orientation" in self.takes

    def refused(self, given: Collection[str]) -> str:
        """What to say of the first part of a look that was asked for and that this form does not take;
        empty where it takes them all."""
        for choice in CHOICES:
            if choice.name in given and choice.name not in self.takes:
                return f"{choice.option} is for {_either(choice.name)}, not for {self.name}"
        return ""


def _text(words: str) -> Output:
    return Output((words.encode("utf-8"),))


def _svg(map: "ArgumentMap", look: Look, engine: "Engine | None") -> Output:
    from .diagram.render.svg import render

    theme = _theme(look)
    return Output(tuple(render(page, theme=theme).encode("utf-8") for page in _drawings(map, look, engine)))


def _pdf(map: "ArgumentMap", look: Look, engine: "Engine | None") -> Output:
    from .diagram.render.typeset import LARGEST_SHEET, to_pdf

    drawings, notes = _drawings(map, look, engine), list[str]()
    if any(max(drawing.width, drawing.height) * drawing.scale > LARGEST_SHEET for drawing in drawings):
        drawings = _drawings(map, replace(look, page="a4"), engine)
        notes.append("too large for one sheet of a PDF (200 inches), so written as A4 pages")
    return _set(to_pdf(drawings, theme=_theme(look)), notes)


def _png(map: "ArgumentMap", look: Look, engine: "Engine | None") -> Output:
    from .diagram.render.typeset import to_png

    return _set(to_png(_drawings(map, look, engine), theme=_theme(look)))


def _theme(look: Look) -> "Theme":
    from .diagram.palette import Theme

    return Theme(look.theme)


def _drawings(map: "ArgumentMap", look: Look, engine: "Engine | None") -> "Sequence[Drawing]":
    """The picture of a map, or its pages."""
    from .diagram.draw import draw
    from .diagram.pages.pages import paginate
    from .diagram.routing.orientation import Orientation
    from .diagram.text.captions import Captions

    verdicts = _verdicts(map) if look.verdicts else None

    def drawn(map: "ArgumentMap", captions: Captions) -> "Drawing":
        return draw(
            map,
            engine=engine,
            captions=captions,
            wrap=look.wrap,
            verdicts=verdicts,
            orientation=Orientation(look.orientation),
        )

    captions = Captions(look.title, key=look.key)
    return paginate(map, look.page, drawn, captions) if look.page else (drawn(map, captions),)


def _verdicts(map: "ArgumentMap") -> "Mapping[Statement, str]":
    """What becomes of each statement of a map; of a part too, as the whole is drawn."""
    from .judging.verdict import judge, said_of_statements

    said = said_of_statements(judge(map.part.whole if map.part else map))
    return {statement: said[statement] for statement in map.statements}


def _set(paper: "Paper", notes: Sequence[str] = ()) -> Output:
    said = list(notes)
    if paper.missing:
        shown = [each if each.isprintable() else f"U+{ord(each):04X}" for each in paper.missing]
        letters = " ".join(shown[:12]) + (" ..." if len(paper.missing) > 12 else "")
        said.append(f"no font on this machine has {letters}: they come out as empty boxes; the Noto fonts have them")
    return Output(paper.pages, tuple(said))


def _html(map: "ArgumentMap", look: Look, engine: "Engine | None") -> Output:
    from .diagram.routing.orientation import Orientation
    from .page.html import to_html

    return _text(
        to_html(
            map,
            engine=engine,
            theme=_theme(look),
            title=look.title,
            key=look.key,
            wrap=look.wrap,
            verdicts=_verdicts(map) if look.verdicts else None,
            orientation=Orientation(look.orientation),
        )
    )


def _mermaid(map: "ArgumentMap", look: Look, _engine: "Engine | None") -> Output:
    from .formats.mermaid import to_mermaid

    return _text(to_mermaid(map, title=look.title))


def _markdown(map: "ArgumentMap", look: Look, _engine: "Engine | None") -> Output:
    from .formats.markdown import to_markdown

    return _text(to_markdown(map, title=look.title))


def _outline(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .formats.outline import as_outline

    return _text(as_outline(map))


def _dot(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .diagram.layout.dot import to_dot

    return _text(to_dot(map, labelled=True))


def _json(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .formats.json import to_json

    return _text(to_json(map))


FORMS: tuple[Form, ...] = (
    Form("svg", ".svg", _svg, PAGED),
    Form("html", ".html", _html, PICTURE),
    Form("pdf", ".pdf", _pdf, PAGED, binary=True),
    Form("png", ".png", _png, PAGED, binary=True),
    Form("dot", ".dot", _dot),
    Form("json", ".json", _json),
    Form("mermaid", ".mmd", _mermaid, TITLED),
    Form("markdown", ".md", _markdown, TITLED),
    Form("outline", ".txt", _outline),
)


def form_named(name: str) -> Form:
    """The form of a name. Raises ValueError for one that there is not, with the nearest."""
    names = {form.name: form for form in FORMS}
    if name in names:
        return names[name]
    near = meant(name, names)
    raise ValueError(f"there is no form `{name}`; " + (f"did you mean `{near}`?" if near else _known()))


def form_of_file(name: str) -> Form | None:
    """The form that a file's name chooses by its ending, in any case of letters; None where it has none.

    Raises ValueError for an ending that is no form's.
    """
    suffix = PurePath(name).suffix.casefold()
    if not suffix:
        return None
    for form in FORMS:
        if form.suffix == suffix:
            return form
    raise ValueError(f"no form ends in `{PurePath(name).suffix}`; {_known()}")


def _known() -> str:
    return "there is " + ", ".join(f"{form.name} ({form.suffix})" for form in FORMS)


def _either(part: str) -> str:
    return listed(form.name for form in FORMS if part in form.takes)
