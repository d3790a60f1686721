"""The whole map in words: nested lists that say every statement and every link."""

from collections.abc import Iterator
from itertools import groupby

from ..diagram.text.told import Told
from ..diagram.xml import clean, tag, text
from ..graph.branches import Branch, branches
from ..model import ArgumentMap, Section
from .entry import Entries, citation

DEEPEST = 16
"""Deeper statements stand in one list, each saying what it bears on: a page nested without end could
not be read, nor taken by a browser."""


def outline(map: ArgumentMap, told: Told) -> str:
    """The outline and the sources, as HTML."""
    entries = Entries(map, told)
    parts: list[str] = []
    for section, group in groupby(_rooted(map), key=lambda pair: pair[0]):
        if section:
            parts.append(tag("h3", {"dir": "auto"}, text(clean(section.title))))
        parts.append("".join(_lists((branch for _, branch in group), entries)))
    if map.sources:
        items = "".join(tag("li", {}, citation(source)) for source in map.sources)
        parts.append(tag("h2", {}, "Sources") + tag("ol", {"class": "sources"}, items))
    return "".join(parts)


def _rooted(map: ArgumentMap) -> Iterator[tuple[Section | None, Branch]]:
    """Each branch with the section of the root that it grows from."""
    section: Section | None = None
    for branch in branches(map):
        if branch.depth == 0:
            section = branch.statement.section
        yield section, branch


def _lists(rows: Iterator[Branch], entries: Entries) -> Iterator[str]:
    """Nested lists, written without recursion: a list is opened or closed where the depth changes."""
    depth = -1
    for branch in rows:
        wanted = min(branch.depth, DEEPEST)
        if wanted > depth:
            yield '<ul class="tree">' * (wanted - depth)
        else:
            yield "</li>" + "</ul></li>" * (depth - wanted)
        depth = wanted
        yield "<li>"
        if branch.again:
            yield entries.again(branch.statement, branch.link)
        else:
            yield entries.full(branch.statement)
    yield "</li></ul>" * (depth + 1)
