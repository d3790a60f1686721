"""The forms that a map is written in: one list, read by `argmap export` and by the Python API.

A form is a function here and a line in `FORMS`, which says what of a look it takes.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from .english import listed, meant
from .look import CHOICES, PAPERS, Look
from .values import dataclass

if TYPE_CHECKING:
    from .diagram.drawing import Drawing
    from .diagram.layout.engine import Engine
    from .diagram.palette import Theme
    from .diagram.render.typeset import Paper
    from .diagram.text.told import Told
    from .exchange.out.leaving import Written
    from .model import ArgumentMap, Link, Statement

PICTURE = frozenset({"title", "layout", "links", "columns", "theme", "key", "orientation", "width", "verdicts"})
"""What every picture takes of a look."""
PAGED = PICTURE | {"page"}
TITLED = frozenset({"title"})
WORD = frozenset({"paper", "passages", "sources", "highlight"})


@dataclass(frozen=True, slots=True)
class Output:
    """The files that a map becomes (one, or one for each page), and what the user should know of them."""

    files: tuple[bytes, ...]
    notes: tuple[str, ...] = ()


Write = Callable[["ArgumentMap", Look, "Engine | None"], Output]


@dataclass(frozen=True, slots=True)
class Form:
    """A form to write: its name, the ending of its files, what of a look it `takes`, how it is made. `papers`:
    which papers it can be; `ends`: what is put behind a map's name for its file."""

    name: str
    suffix: str
    write: Write
    takes: Collection[str] = frozenset()
    binary: bool = False
    papers: Collection[str] = ()
    ends: str = ""

    @property
    def laid_out(self) -> bool:
        """Whether an engine lays it out."""
        return "orientation" in self.takes

    def added(self, given: Mapping[str, object], speech: str | None) -> str:
        """What is put behind a map's name for this form's file, since Verbatim finds speeches and flows by
        their names: `NAME speech 1AC.docx`, `NAME flow.xlsx`, `NAME cites.md`."""
        if speech and self.papers:
            return f" speech {speech.removeprefix('@')}"
        paper = str(given.get("paper", "file"))
        return f" {paper}" if paper != "file" and self.papers else self.ends

    def refused(self, given: Mapping[str, object]) -> str:
        """What to say of the first part of a look that was asked for and that this form does not take;
        empty where it takes them all."""
        for choice in CHOICES:
            if choice.name in given and choice.name not in self.takes:
                return f"{choice.option} is for {_either(choice.name)}, not for {self.name}"
        if given.get("paper", "file") not in ("file", *self.papers):
            return f"--paper for {self.name} is {listed(self.papers, 'or')}"
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
    from .diagram.picture import pictures

    return pictures(map, look, engine=engine, told=_told(map, look))


def _told(map: "ArgumentMap", look: Look) -> "Told":
    """What a look has said of a map beside its own words: with verdicts, what becomes of each statement and
    link, and who wins by it (empty where it has not two sides); of a part, as the whole is drawn."""
    from .diagram.text.told import Told

    if not look.verdicts:
        return Told()
    from .checks.configuration import find_settings
    from .judging.ballot import ballot
    from .judging.verdict import judge, said_of_statements
    from .judging.words.deciding import ballot_words

    whole = map.part.whole if map.part else map
    settings, _ = find_settings(whole.file.path)
    judgement = judge(whole, second_rebuttal=settings.second_rebuttal)
    said = said_of_statements(judgement)
    presumption = next((side for side in whole.sides if side.id == settings.presumption), None)
    found = ballot(judgement, presumption)
    judged: dict[Statement | Link, str] = {statement: said[statement] for statement in map.statements}
    judged |= {link: str(judgement.verdict(link)) for link in map.links}
    return Told(verdicts=judged, lead=ballot_words(judgement, found) if found else "")


def _set(paper: "Paper", notes: Sequence[str] = ()) -> Output:
    said = list(notes)
    if paper.missing:
        shown = [each if each.isprintable() else f"U+{ord(each):04X}" for each in paper.missing]
        letters = " ".join(shown[:12]) + (" ..." if len(paper.missing) > 12 else "")
        said.append(f"no font on this machine has {letters}: they come out as empty boxes; the Noto fonts have them")
    return Output(paper.pages, tuple(said))


def _html(map: "ArgumentMap", look: Look, engine: "Engine | None") -> Output:
    from .page.html import to_html

    return _text(to_html(map, look, engine=engine, told=_told(map, look)))


def _mermaid(map: "ArgumentMap", look: Look, _engine: "Engine | None") -> Output:
    from .formats.mermaid import beyond, to_mermaid

    written = to_mermaid(map, title=look.title)
    said = beyond(written)
    return Output((written.encode("utf-8"),), (said,) if said else ())


def _markdown(map: "ArgumentMap", look: Look, _engine: "Engine | None") -> Output:
    if look.paper == "cites":
        from .papers.papers import to_cites

        made = to_cites(map)
        return Output((made.data,), made.notes)
    from .formats.markdown import to_markdown

    return _text(to_markdown(map, title=look.title))


def _outline(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .formats.outline import as_outline

    return _text(as_outline(map))


def _dot(map: "ArgumentMap", look: Look, _engine: "Engine | None") -> Output:
    if look.layout == "flow":
        from .diagram.flow.dot import to_flow_dot

        return _text(to_flow_dot(map, look))
    from .diagram.layout.dot import to_dot

    return _text(to_dot(map, labelled=True))


def _pptx(map: "ArgumentMap", look: Look, _engine: "Engine | None") -> Output:
    from .slides.pptx import to_pptx

    return Output((to_pptx(map, title=look.title, told=_told(map, look), theme=_theme(look)),))


def _json(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .formats.json import to_json

    return _text(to_json(map))


NOTHING_CUT = (
    "--passages cut no card: nothing quoted was found in a source's text (a source's `text:`, or --sources DIR)"
)


def _docx(map: "ArgumentMap", look: Look, _engine: "Engine | None") -> Output:
    from .papers.papers import to_docx

    cut = None
    if look.passages:
        from pathlib import Path

        from .papers.passages import passages
        from .quoting.texts import read_texts

        cut = passages(map, read_texts(map, tuple(Path(folder) for folder in look.sources)))
    made = to_docx(map, look.paper, highlight=look.highlight, passages=cut)
    return Output((made.data,), made.notes if cut or not look.passages else (NOTHING_CUT, *made.notes))


def _xlsx(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .diagram.failure import PaperError
    from .papers.flow.placing import flow
    from .papers.flow.workbook import WorkbookError, to_xlsx

    try:
        return Output((to_xlsx(map, flow(map)),))
    except WorkbookError as error:
        raise PaperError(str(error)) from error


def _flow(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .papers.flow.app import to_flow_json
    from .papers.flow.placing import flow

    return _text(to_flow_json(flow(map)))


def _aif(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .exchange.out.aif import to_aif

    return _written(to_aif(map))


def _argdown(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .exchange.out.argdown import to_argdown

    return _written(to_argdown(map))


def _graphml(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .exchange.out.graphs import to_graphml

    return _written(to_graphml(map))


def _tgf(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .exchange.out.graphs import to_tgf

    return _written(to_tgf(map))


def _apx(map: "ArgumentMap", _look: Look, _engine: "Engine | None") -> Output:
    from .exchange.out.graphs import to_apx

    return _written(to_apx(map))


def _written(made: "Written") -> Output:
    return Output((made.text.encode("utf-8"),), made.notes)


FORMS: tuple[Form, ...] = (
    Form("svg", ".svg", _svg, PAGED),
    Form("html", ".html", _html, PICTURE),
    Form("pdf", ".pdf", _pdf, PAGED, binary=True),
    Form("png", ".png", _png, PAGED, binary=True),
    Form("pptx", ".pptx", _pptx, TITLED | {"theme", "verdicts"}, binary=True),
    Form("dot", ".dot", _dot, TITLED | {"layout", "columns"}),
    Form("json", ".json", _json),
    Form("mermaid", ".mmd", _mermaid, TITLED),
    Form("markdown", ".md", _markdown, TITLED | {"paper"}, papers=("cites",)),
    Form("docx", ".docx", _docx, WORD, binary=True, papers=PAPERS),
    Form("xlsx", ".xlsx", _xlsx, binary=True, ends=" flow"),
    Form("flow", ".flow.json", _flow),
    Form("aif", ".aif.json", _aif),
    Form("argdown", ".argdown", _argdown),
    Form("graphml", ".graphml", _graphml),
    Form("tgf", ".tgf", _tgf),
    Form("apx", ".apx", _apx),
    Form("outline", ".txt", _outline),
)
TextForm = Literal[
    "svg", "html", "dot", "json", "mermaid", "markdown", "flow", "aif", "argdown", "graphml", "tgf", "apx", "outline"
]  # fmt: skip
BytesForm = Literal["pdf", "png", "pptx", "docx", "xlsx"]
"""The same names for a type checker, by what comes of them."""


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
    ends_so = [form for form in FORMS if name.casefold().endswith(form.suffix)]
    if ends_so:
        return max(ends_so, key=lambda form: len(form.suffix))
    raise ValueError(f"no form ends in `{PurePath(name).suffix}`; {_known()}")


def _known() -> str:
    return "there is " + ", ".join(f"{form.name} ({form.suffix})" for form in FORMS)


def _either(part: str) -> str:
    return listed(form.name for form in FORMS if part in form.takes)
