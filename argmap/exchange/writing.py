"""A draft as the text of a map, in the canonical form, and the line on which each part of it stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..formatting import INDENT, wrapped
from .draft import Draft, DraftLine, DraftSection, DraftSource, DraftStatement, Item

ODD = re.compile("[\ufeff\u2028\u2029\x85\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
BLANKS = "\ufeff\u2028\u2029\x85\x0b\x0c"


@dataclass(slots=True)
class Written:
    """A map's text; `lines` has the line (from 1) of each draft, by its `id()`."""

    text: str
    lines: Mapping[int, int]


def write(draft: Draft) -> Written:
    """The text of a map. Takes any depth."""
    writer = _Writer()
    if draft.topic:
        writer.declare("topic:", draft.topic, draft.topic_fields, "topic")
    for id, name in draft.sides:
        if writer.lines and not writer.lines[-1].startswith("side "):
            writer.lines.append("")
        writer.put(f"side {id}:", name, 0, "side")
    for source in draft.sources:
        writer.source(source)
    above: Item | None = None
    for item in draft.items:
        if not (isinstance(item, DraftLine) and isinstance(above, DraftLine)):
            writer.gap()
        writer.item(item)
        above = item
    return Written("".join(f"{line}\n" for line in writer.lines), writer.places)


def one_line(words: str) -> str:
    """Words on one line, without characters that a map cannot hold."""
    if ODD.search(words):
        words = ODD.sub(lambda found: " " if found[0] in BLANKS else "", words)
    return " ".join(words.split())


@dataclass(slots=True)
class _Writer:
    lines: list[str] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def put(self, head: str, words: str, depth: int, role: str, *, whole: bool = False) -> None:
        words = one_line(words)
        self.lines.extend(wrapped(head, words, depth, role, whole=whole))

    def declare(self, head: str, words: str, fields: Mapping[str, str], role: str) -> None:
        self.put(head, words, 0, role)
        for name, value in fields.items():
            if one_line(value):
                self.put(f"{name}:", value, 1, "source")

    def source(self, source: DraftSource) -> None:
        self.gap()
        self._comment(source.comment, 0)
        self.places[id(source)] = len(self.lines) + 1
        self.declare(f"source {source.id}:", one_line(source.title) or source.id, source.fields, "source")

    def item(self, item: Item) -> None:
        self.places[id(item)] = len(self.lines) + 1
        if isinstance(item, DraftSection):
            self.put("section:", item.title, 0, "section", whole=True)
        elif isinstance(item, DraftLine):
            self.lines.append(one_line(item.text))
        else:
            waiting: list[tuple[DraftStatement, int]] = [(item, 0)]
            while waiting:
                statement, depth = waiting.pop()
                self._statement(statement, depth)
                waiting.extend((under, depth + 1) for under in reversed(statement.under))

    def _statement(self, statement: DraftStatement, depth: int) -> None:
        self._comment(statement.comment, depth)
        self.places[id(statement)] = len(self.lines) + 1
        head = " ".join(_head(statement))
        if statement.refers:
            self.lines.append(" " * (INDENT * depth) + head)
            return
        self.put(f"{head}:", statement.text, depth, "statement")
        if statement.card:
            self._card(statement.card, depth + 1)
        if one_line(statement.note):
            self.put("note:", statement.note, depth + 1, "statement")
        if statement.weight is not None:
            self.put("weight:", f"{statement.weight:g}", depth + 1, "statement")

    def _card(self, lines: tuple[str, ...], depth: int) -> None:
        indent, inner = " " * (INDENT * depth), " " * (INDENT * (depth + 1))
        self.lines += [f"{indent}card:", f'{inner}"""']
        self.lines += [f"{inner}{line}" if line else "" for line in lines]
        self.lines.append(f'{inner}"""')

    def _comment(self, words: str, depth: int) -> None:
        if words:
            self.lines.append(f"{' ' * (INDENT * depth)}# {one_line(words)}")


def _head(statement: DraftStatement) -> Iterator[str]:
    if statement.together:
        yield "+"
    yield statement.kind.value
    if statement.id:
        yield statement.id
    if statement.refers:
        return
    if statement.mark:
        yield statement.mark.value
    if statement.analytic:
        yield "analytic"
    if statement.side:
        yield f"({statement.side})"
    yield from (f"@{speech}" for speech in statement.speeches)
    if statement.cites:
        yield f"[{'; '.join(statement.cites)}]"
    yield from (f"#{tag}" for tag in statement.tags)
