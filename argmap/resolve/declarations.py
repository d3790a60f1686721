"""Topics, sides and sources: what their lines mean, and what is wrong with their fields."""

from collections.abc import Iterable
from dataclasses import field
from typing import TypeVar

from ..diagnostic import Diagnostic
from ..faults import Fault
from ..language.syntax import Declaration, Document, Word
from ..model import Side, Source, Topic
from ..values import dataclass
from .dates import check_date
from .fields import given_twice, read_fields
from .topics import read_topic
from .words import check_id

DeclaredT = TypeVar("DeclaredT", Side, Source)


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
            topic = read_topic(item, declared.found)
            first = topics.setdefault(id(document), topic)
            if first is not topic:
                declared.found.append(given_twice(Fault.DUPLICATE_TOPIC, "a map has one topic", item.span, first.span))
        elif word == "side" and item.id:
            side = Side(item.id.text, item.text.text if item.text else "", item.span)
            _add(declared.sides, side, item.id, declared.found)
        elif word == "source" and item.id:
            title = item.text.text if item.text else ""
            fields = read_fields(item.fields, declared.found)
            check_date(fields.get("date"), declared.found)
            source = Source(item.id.text, title, item.span, fields)
            _add(declared.sources, source, item.id, declared.found)
    declared.topic = topics.get(id(top)) or next(iter(topics.values()), None)
    return declared


def _add(known: dict[str, DeclaredT], new: DeclaredT, word: Word, found: list[Diagnostic]) -> None:
    found.extend(check_id(word))
    first = known.setdefault(new.id, new)
    if first is not new:
        kind = "side" if isinstance(new, Side) else "source"
        message = f"there are two {kind}s `{new.id}`"
        found.append(given_twice(Fault.DUPLICATE_ID, message, word.span, first.span, "give one of them another id"))
