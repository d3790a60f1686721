"""A map as an outline in words, for a terminal: each claim with what bears on it below it."""

import textwrap
from collections.abc import Iterator, Mapping

from ..graph.branches import Branch, branches
from ..graph.conceding import conceded
from ..model import ArgumentMap, Kind, Link, LinkKind, Mark, Statement
from ..words.particulars import Field, particulars

SIGNS = {Field.SIDE: "for {}", Field.SPEECH: "@{}", Field.EXTENDED: "({})", Field.CONCEDED: "- {}"}
"""How a particular of a statement is set; any other stands as it is."""
MOST_INDENT = 40
"""Deeper nesting is drawn no further to the right, so that words always have room."""


def as_outline(map: ArgumentMap, *, width: int = 80, remarks: Mapping[Statement, str] | None = None) -> str:
    """The whole map in words, `width` columns wide: every statement once with its text, and again by
    its label where it bears on more than one thing. `remarks` are words to add to statements."""
    writer = _Outline(map, width, remarks or {})
    return "\n".join(writer.write()) + "\n"


class _Outline:
    def __init__(self, map: ArgumentMap, width: int, remarks: Mapping[Statement, str]) -> None:
        self.map = map
        self.width = max(width, 30)
        self.remarks = remarks
        self.shown: set[Statement] = set()
        self.conceded = conceded(map)

    def write(self) -> Iterator[str]:
        topic = self.map.topic
        if topic:
            yield from textwrap.wrap(topic.text, self.width)
        for side in self.map.sides:
            yield f"{side.id}: {side.name}"
        section = None
        tops = set(self.map.tops)
        circles = False
        for branch in branches(self.map):
            statement = branch.statement
            if branch.link is None:
                if statement not in tops and not circles:
                    circles = True
                    yield from ("", "These bear on one another in a circle:")
                elif not circles and statement.section is not section:
                    section = statement.section
                    yield from ("", f"== {section.title} ==" if section else "==")
                yield ""
            yield from self._entry(branch)

    def _entry(self, branch: Branch) -> Iterator[str]:
        statement, link = branch.statement, branch.link
        indent = " " * min(2 * branch.depth, MOST_INDENT)
        head = f"{statement.label} {self._what(statement)}"
        how = f"{_how(statement, link)} " if link else ""
        if branch.again:
            yield f"{indent}{how}{head} (see {'above' if statement in self.shown else 'below'})"
            return
        self.shown.add(statement)
        yield f"{indent}{how}{head}"
        room = max(self.width - len(indent) - 4, 24)
        for line in textwrap.wrap(statement.text, room, break_on_hyphens=False) or [""]:
            yield f"{indent}    {line}"
        for cite in statement.cites:
            place = f"{cite.source.id}{f' {cite.locator}' if cite.locator else ''}"
            yield f"{indent}    [{place}]"

    def _what(self, statement: Statement) -> str:
        words = [statement.kind.value]
        if statement.mark and statement.mark is not Mark.DENY:
            words.append(f"({statement.mark})")
        if statement.analytic:
            words.append("(analytic)")
        if statement.id:
            words.append(f"`{statement.id}`")
        words += [
            SIGNS.get(each.field, "{}").format(each.words)
            for each in particulars(statement, self.conceded)
            if each.field is not Field.ID
        ]
        if statement in self.remarks:
            words.append(f"- {self.remarks[statement]}")
        return " ".join(words)


def _how(statement: Statement, link: Link) -> str:
    """How a statement bears on what it stands under, in one word or a few."""
    together = ""
    if link.joined:
        others = ", ".join(source.label for source in link.sources if source is not statement)
        together = f" with {others}"
    if isinstance(link.target, Link):
        names = " + ".join(source.label for source in link.target.sources)
        if link.kind is LinkKind.REBUTS:
            return f"x- says that {names} does not bear on this:"
        because = "why" if statement.kind is Kind.WARRANT else "supports that"
        return f"~ {because} {names} bears on this:"
    return f"x rebuts{together}:" if link.kind is LinkKind.REBUTS else f"+ supports{together}:"
