"""A file's outline, and what of it can be folded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..language.syntax import (
    Declaration,
    Document,
    ExtensionLine,
    Item,
    ReferenceLine,
    RelationLine,
    StatementLine,
)
from ..source import SourceFile, Span

LONGEST = 80


@dataclass(slots=True)
class Entry:
    """One line of an outline: what it is called, what it is (a kind or a declaration's word), the place
    that it takes with all under it, and the word to go to."""

    name: str
    what: str
    span: Span
    word: Span
    under: "list[Entry]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines that can be shown as one: the first and the last, from 1. `comment` where they are comments."""

    first: int
    last: int
    comment: bool = False


def items(top: Sequence[Item]) -> Iterator[Item]:
    """Items and all that is nested under them, to any depth, in the order of their lines."""
    for item, _ in _walk(top):
        yield item


def outline(document: Document) -> Sequence[Entry]:
    """The statements and declarations of a file, nested as they stand; what follows a section is under it."""
    file, lines = document.file, [*_walk(document.items)]
    ends = _ends(document, lines)
    top: list[Entry] = []
    open_entries: list[tuple[int, Entry]] = []
    for (item, depth), end in zip(lines, ends, strict=True):
        level = 0 if _is_section(item) else depth + 1
        while open_entries and open_entries[-1][0] >= level:
            open_entries.pop()
        if entry := _entry(file, item, end):
            (open_entries[-1][1].under if open_entries else top).append(entry)
            open_entries.append((level, entry))
    for entry in top:
        _stretch(entry)
    return top


def folds(document: Document) -> Sequence[Fold]:
    """What can be folded: every statement and declaration with what is under it, and rows of comments."""
    file, lines = document.file, [*_walk(document.items)]
    found: list[Fold] = []
    for (item, _), end in zip(lines, _ends(document, lines), strict=True):
        first, last = item.span.line, _line(file, end)
        if last > first:
            found.append(Fold(first, last))
    sections = [entry for entry in outline(document) if entry.what == "section"]
    found += [Fold(each.span.line, last) for each in sections if (last := _line(file, each.span.end)) > each.span.line]
    found += _comments(document)
    return sorted(set(found), key=lambda fold: (fold.first, -fold.last))


def _walk(top: Sequence[Item]) -> Iterator[tuple[Item, int]]:
    waiting: list[Iterator[Item]] = [iter(top)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
            continue
        yield item, len(waiting) - 1
        if not isinstance(item, RelationLine | ExtensionLine):
            waiting.append(iter(item.children))


def _ends(document: Document, lines: Sequence[tuple[Item, int]]) -> Sequence[int]:
    """Where each item ends with all under it: before the next that is not deeper, blank lines and
    comments before that one left out."""
    text = document.file.text
    comments = {comment.start: comment for comment in document.comments}
    starts = [_line_begin(text, item.span.start) for item, _ in lines]
    ends = [0] * len(lines)
    open_items: list[int] = []
    for at, (_, depth) in enumerate(lines):
        while open_items and lines[open_items[-1]][1] >= depth:
            ends[open_items.pop()] = starts[at]
        open_items.append(at)
    for at in open_items:
        ends[at] = len(text)
    return [_trimmed(text, item.span.end, end, comments) for (item, _), end in zip(lines, ends, strict=True)]


def _trimmed(text: str, start: int, end: int, comments: dict[int, Span]) -> int:
    """The end of the last line before `end` that is neither blank nor a comment."""
    while end > start:
        stop = len(text[start:end].rstrip()) + start
        begin = _line_begin(text, stop)
        words = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())
        if words not in comments or begin <= start:
            return max(stop, start)
        end = begin
    return start


def _line_begin(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _is_section(item: Item) -> bool:
    return isinstance(item, Declaration) and item.word.text == "section"


def _entry(file: SourceFile, item: Item, end: int) -> Entry | None:
    whole = Span(file, item.span.start, max(end, item.span.end))
    if isinstance(item, StatementLine):
        said = item.text.text if item.text else ""
        name = f"{item.id.text}: {said}" if item.id else said
        return Entry(_short(name) or item.kind.text, item.kind.text, whole, (item.id or item.kind).span)
    if isinstance(item, ReferenceLine):
        return Entry(item.id.text, item.kind.text, whole, item.id.span)
    if isinstance(item, Declaration):
        said = item.text.text if item.text else ""
        name = f"{item.id.text}: {said}" if item.id else said
        return Entry(_short(name) or item.word.text, item.word.text, whole, (item.id or item.word).span)
    return None


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _stretch(entry: Entry) -> int:
    """Let each place hold those of what is under it."""
    waiting, order = [entry], []
    while waiting:
        order.append(waiting.pop())
        waiting.extend(order[-1].under)
    for each in reversed(order):
        end = max([each.span.end, *(inner.span.end for inner in each.under)])
        each.span = Span(each.span.file, each.span.start, end)
    return entry.span.end


def _line(file: SourceFile, offset: int) -> int:
    return file.line_column(offset)[0]


def _comments(document: Document) -> Iterator[Fold]:
    rows: list[list[int]] = []
    for line in sorted({comment.line for comment in document.comments}):
        if rows and rows[-1][-1] == line - 1:
            rows[-1].append(line)
        else:
            rows.append([line])
    yield from (Fold(row[0], row[-1], comment=True) for row in rows if len(row) > 1)
