"""Topics, sides and sources: what their lines mean, and what is wrong with their fields."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from ..diagnostic import Diagnostic, Edit, Label, Severity
from ..english import nearest
from ..language.syntax import Declaration, Document, Field, Word
from ..model import NONE_IN_SOURCE, Side, Source, Topic
from ..source import Prose, Span
from ..vocabulary import SPEECHES
from .words import check_id

DeclaredT = TypeVar("DeclaredT", Side, Source)

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

LIKE_A_DATE = re.compile(r"([0-9]{4})[-‐‑–—./]([0-9]{1,2})(?:[-‐‑–—./]([0-9]{1,2}))?")


@dataclass(slots=True)
class Declared:
    """The declarations of a map, by id, and what was found to be wrong with them."""

    topic: Topic | None = None
    sides: dict[str, Side] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)


def declare(items: Iterable[tuple[Document, Declaration]], top: Document) -> Declared:
    """The topic, sides and sources of a map. The top file's topic holds before an included one's;
    of two in one file, or two ids alike, the first holds and the second is a fault."""
    declared = Declared()
    topics: dict[int, Topic] = {}
    for document, item in items:
        word = item.word.text
        if word == "topic":
            topic = _topic(item, declared.found)
            first = topics.setdefault(id(document), topic)
            if first is not topic:
                declared.found.append(_twice("duplicate-topic", "a map has one topic", item.span, first.span))
        elif word == "side" and item.id:
            side = Side(item.id.text, item.text.text if item.text else "", item.span)
            _add(declared.sides, side, item.id, declared.found)
        elif word == "source" and item.id:
            title = item.text.text if item.text else ""
            fields = read_fields(item.fields, declared.found)
            _check_date(fields.get("date"), declared.found)
            source = Source(item.id.text, title, item.span, fields)
            _add(declared.sources, source, item.id, declared.found)
    declared.topic = topics.get(id(top)) or next(iter(topics.values()), None)
    return declared


def _twice(
    code: str, message: str, span: Span, first: Span, advice: str = "leave out one of them"
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, advice, (Label(first, "the first is here"),))


def _add(known: dict[str, DeclaredT], new: DeclaredT, word: Word, found: list[Diagnostic]) -> None:
    found.extend(check_id(word))
    first = known.setdefault(new.id, new)
    if first is not new:
        kind = "side" if isinstance(new, Side) else "source"
        message = f"there are two {kind}s `{new.id}`"
        found.append(_twice("duplicate-id", message, word.span, first.span, "give one of them another id"))


def read_fields(fields: Iterable[Field], found: list[Diagnostic]) -> dict[str, Prose]:
    """The words of each field by its name; a field given twice is a fault, and the first holds."""
    read: dict[str, Prose] = {}
    for item in fields:
        name = item.name.text
        if item.value is None:
            continue
        if name in read:
            found.append(
                _twice("duplicate-field", f"`{name}` is given twice", item.name.span, read[name].whole)
            )
        read.setdefault(name, item.value)
    return read


def _topic(item: Declaration, found: list[Diagnostic]) -> Topic:
    fields = read_fields(item.fields, found)
    _check_date(fields.get("date"), found)
    kind = fields.get("format")
    if kind is not None and kind.text not in SPEECHES:
        found.append(_unknown_format(kind))
    words = {name: value.text for name, value in fields.items()}
    return Topic(
        item.text.text if item.text else "",
        item.span,
        words.get("format"),
        words.get("date"),
        words.get("author"),
        words.get("rules"),
        fields,
    )


def _unknown_format(value: Prose) -> Diagnostic:
    meant = nearest(value.text, SPEECHES)
    known = ", ".join(f"`{name}`" for name in SPEECHES)
    return Diagnostic(
        "unknown-format",
        Severity.WARNING,
        f"`{value.text}` is no format that argmap knows" + (f"; did you mean `{meant}`?" if meant else ""),
        value.whole,
        f"the formats are {known}",
        edits=(Edit(value.whole, meant),) if meant else (),
    )


def _check_date(value: Prose | None, found: list[Diagnostic]) -> None:
    if value is None or value.text == NONE_IN_SOURCE:
        return
    message = _no_date(value.text)
    if message:
        advice = "write a year, a year and month, or a day: `2023`, `2023-09` or `2023-09-19`"
        meant = _plain_date(value.text)
        edits = (Edit(value.whole, meant),) if meant else ()
        advice = f"write `{meant}`" if meant else advice
        found.append(Diagnostic("bad-date", Severity.ERROR, message, value.whole, advice, edits=edits))


def _no_date(text: str) -> str | None:
    """Why a text is no date; None where it is one."""
    match = DATE.fullmatch(text)
    if not match:
        return f"`{text}` is no date that argmap can read"
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        part = "year" if year < 1 else "month" if not 1 <= month <= 12 else "day"
        return f"`{text}` is a {part} that does not exist"
    return None


def _plain_date(text: str) -> str | None:
    """The date that was meant by one with other dashes, or without its noughts."""
    match = LIKE_A_DATE.fullmatch(text)
    if not match:
        return None
    plain = "-".join(part.zfill(2) for part in match.groups() if part)
    return plain if _no_date(plain) is None else None
