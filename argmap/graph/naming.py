"""What a name that somebody typed means in a map: a statement, a side, a section, a tag, a speech.

A letter with an accent can be written in two ways that look alike (Unicode's forms NFC and NFD, as
on a Mac's file names): names are compared in one of them.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from ..english import no_such
from ..model import ArgumentMap, Section, Side, Statement
from ..normal import normal

Thing = TypeVar("Thing")


def composed(name: str) -> str:
    """A name in the form in which names are compared (NFC)."""
    return name if name.isascii() else normal("NFC", name)


def statement_called(map: ArgumentMap, name: str) -> Statement | None:
    """The statement whose id, or else whose label, this is."""
    name = composed(name.strip())
    return map.by_name.get(name) or next((s for s in map.statements if s.label == name), None)


def one_statement(map: ArgumentMap, name: str) -> Statement:
    """The same. Raises ValueError where there is none, with the id that was meant."""
    found = statement_called(map, name)
    if found is None:
        raise ValueError(no_such("statement", name, [s.id for s in map.statements if s.id]))
    return found


def one_side(map: ArgumentMap, name: str) -> Side:
    """The side with an id. Raises ValueError as `one_statement` does, and so do the others."""
    return _one("side", name, {side.id: side for side in map.sides})


def one_section(map: ArgumentMap, title: str) -> Section:
    """The section with a title."""
    return _one("section", title, {section.title: section for section in map.sections})


def one_tag(map: ArgumentMap, name: str) -> str:
    """A tag, written with its `#` or without."""
    return _one("tag", name.removeprefix("#"), {tag: tag for s in map.statements for tag in s.tags})


def one_speech(map: ArgumentMap, name: str) -> str:
    """A speech in which the map says something, written with its `@` or without."""
    said = {speech for s in map.statements for speech in (s.speech, *s.extended) if speech}
    return _one("speech in this map", name.removeprefix("@"), {speech: speech for speech in said})


def _one(what: str, name: str, known: Mapping[str, Thing]) -> Thing:
    found = {composed(each): thing for each, thing in known.items()}.get(composed(name))
    if found is None:
        raise ValueError(no_such(what, name, known))
    return found


def one_of(what: str, name: str, known: Iterable[Thing]) -> Thing:
    """Which of some words of the language a name is. Raises ValueError."""
    return _one(what, name, {str(each): each for each in known})
