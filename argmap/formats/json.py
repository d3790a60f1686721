"""A map as JSON, in the shape that scripts rely on (`argmap.schema.json` beside this file)."""

import contextlib
import json
from pathlib import Path, PurePath
from typing import Any

from ..model import NONE_IN_SOURCE, ArgumentMap, Cite, Link, Source, Statement
from ..reading import resolved, shown
from ..source import SourceFile

VERSION = 1
SOURCE_WORDS = ("credentials", "date", "publisher", "url", "accessed", "pages", "text")


def schema() -> str:
    """The JSON Schema that every export obeys."""
    return Path(__file__).with_name("argmap.schema.json").read_text(encoding="utf-8")


def to_json(map: ArgumentMap) -> str:
    """The map as JSON text, ending in a line break; the same map gives the same bytes.

    A statement is named by its id, or by its label where it has none.
    """
    head = {
        "argmap": VERSION,
        "topic": _topic(map),
        "sides": [{"id": side.id, "name": side.name} for side in map.sides],
        "sources": [_source(source) for source in map.sources],
        "statements": [_statement(statement, map) for statement in map.statements],
    }
    tail = {
        "concessions": [
            {"side": concession.side.id, "statement": concession.statement.name} for concession in map.concessions
        ]
    }
    links = ",\n  ".join(_links(map))
    opened = _dump(head).removesuffix("\n}")
    closed = _dump(tail).removeprefix("{\n")
    return f'{opened},\n "links": [\n  {links}\n ],\n{closed}\n' if links else f'{opened},\n "links": [],\n{closed}\n'


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _topic(map: ArgumentMap) -> dict[str, Any] | None:
    topic = map.topic
    if topic is None:
        return None
    return {
        "text": topic.text,
        "format": topic.format,
        "date": topic.date,
        "author": topic.author,
        "rules": topic.rules,
        "first": topic.first.id if topic.first else None,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "author": list(source.authors),
        **{name: source.get(name) for name in SOURCE_WORDS},
        "none_in_source": [n for n, words in source.fields.items() if words.text == NONE_IN_SOURCE],
    }


def _statement(statement: Statement, map: ArgumentMap) -> dict[str, Any]:
    return {
        "id": statement.id,
        "label": statement.label,
        "kind": statement.kind,
        "mark": statement.mark,
        "analytic": statement.analytic,
        "side": statement.side.id if statement.side else None,
        "speech": statement.speech,
        "extended": list(statement.extended),
        "section": statement.section.title if statement.section else None,
        "text": statement.text,
        "cites": [_cite(cite) for cite in statement.cites],
        "tags": list(statement.tags),
        "card": statement.card.markup if statement.card else None,
        "note": statement.note,
        "weight": statement.weight,
        "file": _file(statement.file, map.file),
        "line": statement.span.line,
    }


def _cite(cite: Cite) -> dict[str, Any]:
    return {"source": cite.source.id, "locator": str(cite.locator) if cite.locator else None}


def _file(file: SourceFile, top: SourceFile) -> str:
    """A file's name as seen from the folder of the top file, so that it is the same everywhere."""
    if file.path is None:
        return file.name
    if top.path:
        with contextlib.suppress(ValueError):
            return shown(resolved(file.path).relative_to(resolved(top.path).parent))
    return PurePath(file.name).name


def _links(map: ArgumentMap) -> list[str]:
    """Each link as JSON text. A link onto a link holds that one's text, made before: links on links
    may go as deep as the author likes, so nothing here walks down a chain."""
    ends: dict[Link, str] = {}
    written: list[str] = []
    for link in map.links:
        names = _line([source.name for source in link.sources])
        onto = ends[link.target] if isinstance(link.target, Link) else _line(link.target.name)
        ends[link] = f'{{"from": {names}, "to": {onto}}}'
        written.append(f'{{"kind": "{link.kind}", "from": {names}, "to": {onto}}}')
    return written
