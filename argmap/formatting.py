"""The canonical form of a file: one way to indent, to order a head and to wrap a text.

Comments and meaning stay: what the formatted file says is what the file said.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from .language.canonical import declaration_head, relation_line, statement_head
from .language.cards import passage
from .language.continuing import reads_as_text
from .language.syntax import (
    Declaration,
    Document,
    ExtensionLine,
    Field,
    Item,
    Nested,
    ReferenceLine,
    RelationLine,
    StatementLine,
)
from .regex import regex
from .source import Prose, SourceFile, Span
from .vocabulary import STATEMENT_FIELDS, VERB_FORMS

WIDTH = 88
INDENT = 4
BREAK = regex(r"(?<=\S) (?=\S)")


def format_document(document: Document) -> str:
    """The canonical form of a file that was read without errors; ends in a line break.

    Formatting it again changes nothing. Lines end as the file's first line does.
    """
    writer = _Writer(document)
    writer.items(document.items)
    text = "".join(f"{line}\n" for line in writer.finish())
    return text.replace("\n", "\r\n") if _ends_in_crlf(document.file) else text


def _ends_in_crlf(file: SourceFile) -> bool:
    at = file.text.find("\n")
    return at > 0 and file.text[at - 1] == "\r"


class _Writer:
    """Writes items in the order of their lines, and each comment where it stood among them."""

    def __init__(self, document: Document) -> None:
        self.file = document.file
        self.comments = list(reversed(document.comments))
        self.lines: list[str] = []
        # The columns and depths of what was written last and of all that it stands under.
        self.columns: list[int] = []
        self.depths: list[int] = []

    def items(self, items: Iterable[Item]) -> None:
        """Write top-level items and all under them; nesting may go to any depth."""
        waiting: list[Iterator[tuple[int, Item | Field | Nested]]] = [_at(items, 0)]
        while waiting:
            depth, item = next(waiting[-1], (0, None))
            if item is None:
                waiting.pop()
                continue
            self._item(item, depth)
            if isinstance(item, Declaration):
                # What stands indented under a section moves to the margin.
                waiting.append(_at(sorted((*item.fields, *item.children), key=_start), 0 if item.children else 1))
            elif isinstance(item, StatementLine):
                waiting.append(_at(sorted((*item.fields, *item.children), key=_start), depth + 1))
            elif isinstance(item, ReferenceLine):
                waiting.append(_at(item.children, depth + 1))

    def finish(self) -> list[str]:
        self._flush(len(self.file.text) + 1, 0)
        return self.lines

    def _flush(self, before: int, depth: int) -> None:
        """Write the comments that stand before an offset, where something of some depth begins."""
        column = self._column(before)
        while self.comments and self.comments[-1].start < before:
            comment = self.comments.pop()
            self._blank(comment.start)
            at = self._column(comment.start)
            # One that stands deeper than what follows belongs to what came before it.
            self._put(comment.text.rstrip(), self._depth(at) if at > column else depth)

    def _depth(self, column: int) -> int:
        """How deep a comment of a column stands, among the items it may belong to."""
        index = bisect_left(self.columns, column)
        if index < len(self.columns) and self.columns[index] == column:
            return self.depths[index]
        return self.depths[index - 1] + 1 if index else 0

    def _column(self, offset: int) -> int:
        return self.file.line_column(offset)[1] if offset < len(self.file.text) else 1

    def _blank(self, offset: int) -> None:
        """A blank line where the file has some before the line of this offset, but not two."""
        line = self.file.line_column(offset)[0]
        if line > 1 and self.lines and self.lines[-1] and not self.file.line_text(line - 1).strip():
            self.lines.append("")

    def _item(self, item: Item | Field | Nested, depth: int) -> None:
        start = _start(item)
        self._flush(start, depth)
        self._blank(start)
        column = self._column(start)
        keep = bisect_left(self.columns, column)
        self.columns[keep:], self.depths[keep:] = [column], [depth]
        if isinstance(item, StatementLine):
            self._text(statement_head(item), item.text, depth, "statement")
        elif isinstance(item, ReferenceLine):
            plus = "+ " if item.joined else ""
            self._put(f"{plus}{item.kind.text} {item.id.text}", depth)
        elif isinstance(item, RelationLine):
            self._put(relation_line(item), depth)
        elif isinstance(item, ExtensionLine):
            named = ", ".join(word.text for word in item.statements)
            self._put(f"@{item.speech.text} {VERB_FORMS[item.verb.text]} {named}", depth)
        elif isinstance(item, Declaration):
            self._text(declaration_head(item), item.text, depth, item.word.text)
        elif isinstance(item, Field) and item.name.text == "card":
            self._card(item, depth)
        elif isinstance(item, Field):
            owner = "statement" if item.name.text in STATEMENT_FIELDS else "source"
            self._text(f"{item.name.text}:", item.value, depth, owner)

    def _put(self, words: str, depth: int) -> None:
        self.lines.append(" " * (INDENT * depth) + words)

    def _text(self, head: str, prose: Prose | None, depth: int, role: str) -> None:
        if prose is None:
            self._put(head, depth)
            return
        self._flush(prose.offset(0), depth)  # comments between a head and its words go before both
        first, before = True, ""
        for part, comment in self._parts(prose):
            if comment is not None:
                self.lines.append(" " * (INDENT * (depth + 1)) + comment.text.rstrip())
            whole = role in ("section", "include")
            lines = list(wrapped(head if first else "", part, depth, role, whole=whole, before=before))
            self.lines.extend(lines)
            before = lines[-1].strip(" ") if lines else before
            first = False

    def _parts(self, prose: Prose) -> Iterator[tuple[str, Span | None]]:
        """The stretches of a text between the comments amid it, each with the one before it."""
        last = prose.offset(max(len(prose.text) - 1, 0))
        at = 0
        before: Span | None = None
        while self.comments and self.comments[-1].start < last:
            comment = self.comments.pop()
            upto = prose.pieces[bisect_right(prose.pieces, comment.start, key=itemgetter(1))][0]
            # Two comments in a row: the second has no words before it.
            yield prose.text[at:upto].strip(" "), before
            at, before = upto, comment
        yield prose.text[at:].strip(" "), before

    def _card(self, item: Field, depth: int) -> None:
        if item.value:
            self._flush(item.value.offset(0), depth)
        self._put("card:", depth)
        self._put('"""', depth + 1)
        for _, line in passage(item.value) if item.value else ():
            self.lines.append((" " * (INDENT * (depth + 1)) + line).rstrip())
        self._put('"""', depth + 1)


def wrapped(  # noqa: PLR0913 - what decides how a line is read
    head: str, text: str, depth: int, role: str, *, whole: bool = False, before: str = ""
) -> Iterator[str]:
    """The lines of a text behind its head, at a depth; `whole` keeps it on one line.

    `role` is what the text belongs to (`statement`, `source`, `topic` ...). Without a head the lines go
    on with a text that was begun above, of which the last line is `before`.
    """
    indent = " " * (INDENT * depth if head else INDENT * (depth + 1))
    line = f"{indent}{head}" if head else ""
    for word in [text] if whole else BREAK.split(text) if text else []:
        if not line:
            line = f"{indent}{word}"
        elif len(line) + 1 + len(word) <= WIDTH or line == f"{indent}{head}":
            line = f"{line} {word}"
        else:
            yield _safe(line, role, before, first=bool(head))
            head, indent, before = "", " " * (INDENT * (depth + 1)), line
            line = f"{indent}{word}"
    if line:
        yield _safe(line, role, before, first=bool(head))


def _safe(line: str, role: str, before: str, *, first: bool) -> str:
    """A line of text that would be read as something else gets a bar before it."""
    words = line.lstrip(" ")
    if first or reads_as_text(words, role, before):
        return line
    return f"{line[: len(line) - len(words)]}| {words}"


def _at(items: Iterable[Item | Field | Nested], depth: int) -> Iterator[tuple[int, Item | Field | Nested]]:
    return ((depth, item) for item in items)


def _start(item: Item | Field | Nested) -> int:
    return item.name.span.start if isinstance(item, Field) else item.span.start
