"""Requests beside the protocol's own: the picture, the ballot, what is cited, the list of rules' pages.

A picture takes longer than a key: where there are threads it is drawn in one.
"""

import sys
import threading
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..diagram.failure import EngineError, PaperError
from ..diagram.layout.engine import Engine, start
from ..forms import FORMS
from ..service import View
from ..service.picture import WIDTH, Made, can_be_written, judged, picture, statements, words_of
from .asking import failed
from .changes import changed, lines_changed
from .places import range_of
from .server import Server

TIME_LIMIT = 30.0
"""Seconds that one layout may take while somebody types."""
HAS_THREADS = sys.platform != "emscripten"


Row = tuple[str, str, str, str, str, int, int, int, int]
"""A statement of a picture: its label, name, kind and text, and where it is written."""


@dataclass(frozen=True, slots=True)
class _Said:
    """The last picture that was told."""

    number: int
    lines: Sequence[str]
    rows: Sequence[Row]


class Drawing:
    """Draws for a server, with one engine that is kept. Each picture may be asked for in a thread of its own."""

    def __init__(self) -> None:
        self._engine: Engine | None = None
        self._one_by_one = threading.Lock()
        self._count = 0
        self._last: _Said | None = None

    def picture(self, server: Server, params: Any) -> Mapping[str, Any]:
        """`argmap/picture {uri, form?, look?, after?}`: `files` (those of a binary form in base64), `notes` on them,
        `title`, the `statements` with their places, and the answer's `number`. A client that keeps its picture says
        the number of the one it has (`after`; 0 for none yet): in the place of `files` and `statements` it is told
        what of them has `changed` (see `changes`), where nothing else was told with `after` meanwhile. Without
        `after`, as for a print, what that client has is left alone."""
        given = as_dict(params)
        view = server.view(given["uri"])
        made = self.made(view, given.get("look") or {}, given.get("form") or "svg")
        title = view.map.topic.text if view.map.topic else view.map.file.name
        return {**self._told(made, _rows(server, view), given.get("after")), "notes": list(made.notes), "title": title}

    def made(self, view: View, look: Mapping[str, Any], form: str) -> Made:
        """A map in some form. What cannot be drawn is answered to the one who asks."""
        with self._one_by_one:
            engine = self._engine = self._engine or start(time_limit=TIME_LIMIT)
        try:
            return picture(view, look, form, engine)
        except (ValueError, EngineError, PaperError, OSError) as why:
            raise failed(why) from why

    def _told(self, made: Made, rows: Sequence[Row], after: object) -> Mapping[str, Any]:
        """A picture whole, or what of it is another than in the last one."""
        files = [b64encode(f).decode("ascii") if isinstance(f, bytes) else f for f in made.files]
        with self._one_by_one:
            self._count += 1
            number, last = self._count, self._last
            if after is not None:
                self._last = _Said(number, files[0].split("\n"), rows) if len(files) == 1 else None
            now = self._last
        if after is not None and last and now and after == last.number:
            lines, said = lines_changed(last.lines, now.lines), changed(last.rows, rows)
            entries = [each if isinstance(each, list) else _entry(each) for each in said]
            return {"number": number, "changed": {"lines": lines, "statements": entries}}
        return {"number": number, "files": files, "statements": [_entry(row) for row in rows]}

    def close(self) -> None:
        """Stop the engine."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def _rows(server: Server, view: View) -> Sequence[Row]:
    uri = cache(server.uri)  # to look at the disk for each of a thousand statements takes a while
    here = uri(view.path)
    made = []
    for one in statements(view):
        at = range_of(one.span)
        where = uri(one.span.file.path) if one.span.file.path else here
        place = (at.start.line, at.start.character, at.end.line, at.end.character)
        made.append((one.label, one.name, one.kind, one.text, where, *place))
    return made


def _entry(row: Row) -> Mapping[str, Any]:
    label, name, kind, text, uri, line, character, last, end = row
    where = {"start": {"line": line, "character": character}, "end": {"line": last, "character": end}}
    return {"label": label, "name": name, "kind": kind, "text": text, "uri": uri, "range": where}


def judge(server: Server, params: Any) -> Mapping[str, Any]:
    """`argmap/judge {uri, drop?, concede?, answer?, width?, data?}`: what `argmap judge --format json` says, and
    `text` in lines of so many letters; that alone where `data` is false."""
    given = as_dict(params)
    moves = {kind: list(given.get(kind) or ()) for kind in ("drop", "concede", "answer")}
    width = given.get("width")
    width = width if isinstance(width, int) else WIDTH
    return judged(server.view(given["uri"]), moves, width, data=given.get("data") is not False)


def sources(server: Server, params: Any) -> list[Mapping[str, Any]]:
    """`argmap/sources {uri}`: each source with what is taken from it."""
    from ..checks.usage import source_uses
    from ..words.references import full_citation

    view = server.view(as_dict(params)["uri"])
    return [
        {
            "id": use.source.id,
            "citation": ", ".join(part.text for part in full_citation(use.source)),
            "cited": len(use.cites),
            "paragraphs": use.count,
            "verified": use.verified,
            "failed": use.failed,
            "unchecked": use.unchecked,
            "uri": server.uri(use.source.span.file.path) if use.source.span.file.path else None,
            "range": range_of(use.source.span),
        }
        for use in source_uses(view.map, view.reading.member.texts)
    ]


def forms(_: Server, __: Any) -> list[Mapping[str, Any]]:
    """`argmap/forms`: the forms that can be written here, with the ending of their files."""
    return [
        {"name": each.name, "words": words_of(each), "suffix": each.suffix, "ends": each.ends, "binary": each.binary}
        for each in FORMS
        if can_be_written(each)
    ]


def as_dict(params: Any) -> dict[str, Any]:
    """The parameters of a request that pygls knows no type of, as they were sent."""
    if isinstance(params, dict):
        return {name: as_dict(value) if name == "look" else value for name, value in params.items()}
    named: Callable[[], dict[str, Any]] | None = getattr(params, "_asdict", None)
    return as_dict(named()) if named else {}
