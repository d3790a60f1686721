"""The picture of a map, and what a reader may do with it: go to where a statement is written, and ask
what would happen if it were lost, granted or answered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..forms import form_named
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


def picture(
    view: View, look: Mapping[str, object], form: str = "svg", engine: "Engine | None" = None
) -> tuple[str | bytes, ...]:
    """The map that a file belongs to in one of the forms of `argmap export`: a file, or one for each sheet.

    Raises ValueError for a form or a word of the look that there is not, EngineError and PaperError where
    it cannot be drawn or set.
    """
    chosen = form_named(form)
    made = look_of(look)
    if said := chosen.refused(look):
        raise ValueError(said)
    files = chosen.write(view.map, made, engine).files
    return files if chosen.binary else tuple(file.decode("utf-8") for file in files)


def statements(view: View) -> Sequence[Written]:
    """The statements of the map and where they are written."""
    return [Written(s.label, s.name, s.kind.value, s.text, s.span) for s in view.map.statements]


def judged(view: View, moves: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    """What `argmap judge --format json` says of the map, once some statements are dropped, conceded or
    answered (`moves`: lists of names under `drop`, `concede` and `answer`; what the map has not is left
    out); and under `text` the same in words."""
    from ..judging.inquiry import Questions, inquire
    from ..judging.moves import Move, MoveKind, find
    from ..judging.words.data import to_json
    from ..judging.words.text import as_lines

    made = [
        Move(kind, node)
        for kind in MoveKind
        for name in moves.get(kind.value, ())
        if (node := find(view.map, name)) is not None
    ]
    findings = inquire(view.map, Questions(tuple(made)))
    return {**json.loads(to_json(findings)), "text": "\n".join(as_lines(findings, 76))}
