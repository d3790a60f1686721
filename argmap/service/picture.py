"""The picture of a map, and what a reader may do with it: go to where a statement is written, and ask
what would happen if it were lost, granted or answered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ..forms import Form, form_named
from ..keeping import collecting_nothing
from ..look import look_of
from ..source import Span
from .view import View

if TYPE_CHECKING:
    from ..diagram.layout.engine import Engine


@dataclass(frozen=True, slots=True)
class Written:
    """Where a statement of the picture is written."""

    label: str
    name: str
    kind: str
    text: str
    span: Span


WIDTH, NARROWEST = 76, 24
"""Letters in a line of a ballot, if nobody says; fewer than the latter leave it no room."""
NEEDS = {"pdf": "typst", "png": "typst", "pptx": "pptx", "xlsx": "xlsxwriter"}
"""The package that a form is written with, beside argmap itself."""
WORDS = {
    "svg": "picture (svg)",
    "html": "page to open (html)",
    "pdf": "picture (pdf)",
    "png": "picture (png)",
    "pptx": "slides (pptx)",
    "docx": "Word file (docx)",
    "xlsx": "flow sheet (xlsx)",
    "outline": "outline (txt)",
}


@dataclass(frozen=True, slots=True)
class Made:
    """A map in some form: a file, or one for each sheet (text, or bytes of a binary form), with what the
    reader should know of them."""

    files: tuple[str | bytes, ...]
    notes: tuple[str, ...] = ()


def can_be_written(form: Form) -> bool:
    """Whether what a form is written with is here."""
    return form.name not in NEEDS or find_spec(NEEDS[form.name]) is not None


def words_of(form: Form) -> str:
    """What a form is, for someone who chooses among them."""
    return WORDS.get(form.name, form.name)


def picture(view: View, look: Mapping[str, object], form: str = "svg", engine: "Engine | None" = None) -> Made:
    """The map that a file belongs to in one of the forms of `argmap export`.

    Raises ValueError for a form or a word of the look that there is not, EngineError and PaperError where
    it cannot be drawn or set.
    """
    chosen = form_named(form)
    made = look_of(look)
    if said := chosen.refused(look):
        raise ValueError(said)
    with collecting_nothing():
        output = chosen.write(view.map, made, engine)
    files = output.files if chosen.binary else tuple(file.decode("utf-8") for file in output.files)
    return Made(files, output.notes)


def statements(view: View) -> Sequence[Written]:
    """The statements of the map and where they are written."""
    return [Written(s.label, s.name, s.kind.value, s.text, s.span) for s in view.map.statements]


def judged(
    view: View, moves: Mapping[str, Sequence[str]], width: int = WIDTH, *, data: bool = True
) -> Mapping[str, Any]:
    """What `argmap judge --format json` says of the map, once some statements are dropped, conceded or
    answered (`moves`: lists of names under `drop`, `concede` and `answer`; what the map has not is left
    out); and under `text` the same in words, in lines of so many letters, after a line that says so where
    the map has errors. Without `data`, the words alone."""
    from ..judging.inquiry import Questions, inquire
    from ..judging.moves import Move, MoveKind, find
    from ..judging.words.data import to_json
    from ..judging.words.text import FAULTY, as_lines

    made = [
        Move(kind, node)
        for kind in MoveKind
        for name in moves.get(kind.value, ())
        if (node := find(view.map, name)) is not None
    ]
    findings = inquire(view.map, Questions(tuple(made)))
    faulty = [FAULTY, ""] if view.reading.loaded.errors else []
    words = {"text": "\n".join([*faulty, *as_lines(findings, max(NARROWEST, width))])}
    return {**json.loads(to_json(findings)), **words} if data else words
