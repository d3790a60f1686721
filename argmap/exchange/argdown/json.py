"""The JSON that Argdown's command line writes."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..losses import Report
from ..net import Bond, Net
from ..reading import items, json_of, mapping, words
from ..unreadable import UnreadableError
from .marks import without_tags
from .things import Argument, Thing, Things

KINDS = {"support": "+", "entails": "+", "attack": "-", "contrary": "><", "contradictory": "><", "undercut": "_"}
TALK = re.compile(rb"\}[^{}\"]*Successfully export[^{}\"]*\Z")
"""What the command says behind the JSON, where both went to standard output."""


def looks(start: bytes) -> bool:
    """Whether a file begins like the JSON of Argdown's command line."""
    return start.lstrip().startswith(b"{") and (b'"arguments"' in start or b'"equivalenceClass' in start)


def read(data: bytes) -> tuple[Net, Report]:
    """The JSON that Argdown's command line exports as a net."""
    whole = mapping(json_of(TALK.sub(b"}", data)))
    things = Things(Report())
    for title, each in mapping(whole.get("statements")).items():
        for said in _wordings(mapping(each), things.report):
            things.statement(str(title), *said)
        things.statement(str(title))
    for title, each in mapping(whole.get("arguments")).items():
        argument = things.argument(str(title))
        for said in _wordings(mapping(each), things.report):
            things.argument(str(title), *said)
        _reconstruct(argument, mapping(each), things)
    if not things.net.points:
        raise UnreadableError("it holds no statements or arguments, so it is not JSON of Argdown")
    for relation in map(mapping, items(whole.get("relations"))):
        kind = str(relation.get("relationType", relation.get("type")))
        ends = [_end(relation, end, things) for end in ("from", "to")]
        if kind in KINDS and ends[0] is not None and ends[1] is not None:
            things.relate(KINDS[kind], ends[0], ends[1])
        else:
            things.report.left_out["link with an end that is not there"] += 1
    things.report.left_out["section's heading"] += len(items(whole.get("sections")))
    return things.finish()


Said = tuple[str, tuple[str, ...]]
"""Words and tags."""


def _said(text: Any, report: Report) -> Said:
    """The words and the tags of a text: in this JSON, tags and mentions stand in the words as they were written."""
    found, tags = without_tags(text if isinstance(text, str) else "")
    return words(found, report), tags


def _wordings(each: Mapping[str, Any], report: Report) -> Iterator[Said]:
    for member in map(mapping, items(each.get("members"))):
        if member.get("text"):
            yield _said(member["text"], report)


def _reconstruct(argument: Argument, each: Mapping[str, Any], things: Things) -> None:
    """An argument's premises and conclusions."""
    for step in map(mapping, items(each.get("pcs"))):
        point = things.statement(str(step.get("title", "")), *_said(step.get("text"), things.report))
        if step.get("role") == "premise":
            argument.premises.append(point)
        elif step.get("role") == "main-conclusion":
            argument.conclusion = point
        elif argument.premises:
            things.net.bonds.append(Bond(True, tuple(argument.premises), point))
            argument.premises = [point]


def _end(relation: Mapping[str, Any], end: str, things: Things) -> Thing | None:
    title = relation.get(end)
    title = title.get("title") if isinstance(title, dict) else title
    if relation.get(f"{end}Type") in ("argument", "inference"):
        return things.arguments.get(str(title))
    return things.statements.get(str(title)) or things.arguments.get(str(title))
