"""What may be written where the cursor stands."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..debate import FORMATS, floor_of
from ..language.shapes import ID, IDS, head_end
from ..model import NONE_IN_SOURCE, Kind, Statement
from ..vocabulary import ANALYTIC, DECLARATIONS, FIELDS_UNDER, KINDS, MARKS, MEANINGS, VERBS
from .cursor import Cursor, cursor_at
from .view import View

if TYPE_CHECKING:
    from ..quoting.passage import SourceText

MOST_PARAGRAPHS = 400
SHOWN = 160
"""Letters of a paragraph, or of a statement, that a list shows."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word that may stand at the cursor, in place of what is written from `start` on.

    `what`: keyword, field, statement, source, side, speech, tag, value, locator or file; `detail` says
    more in a few words, `text` is what is written where that is not the word alone.
    """

    word: str
    what: str
    start: int
    detail: str = ""
    text: str = ""

    @property
    def written(self) -> str:
        """What is put into the text."""
        return self.text or self.word


@dataclass(frozen=True, slots=True)
class _Place:
    """What a context is told: the view, the cursor, and what matched before it."""

    view: View
    cursor: Cursor
    match: re.Match[str]

    @property
    def start(self) -> int:
        """The offset of the word that is being written."""
        return self.cursor.start + self.match.start("word")


Proposals = Iterator[Proposal]
WORD = r"(?P<word>[^\s()\[\]{}:;,+@#\"]*)$"
KIND = rf"(?:\+\s*)?(?P<kind>{'|'.join(KINDS)})(?![\w-])"
HEAD = rf"^{KIND}.*?"
CITE = rf"{HEAD}\[(?:[^\]]*;)?\s*"


def proposals(view: View, text: str, offset: int) -> tuple[Proposal, ...]:
    """What may stand at an offset of a text; `view` is of that text, or of what it was a moment ago."""
    cursor = cursor_at(text, offset)
    if cursor is None:
        return ()
    for pattern, propose in CONTEXTS:
        found = re.search(pattern, cursor.before)
        if found and (propose in IN_VALUES or head_end(cursor.before) < 0):
            return tuple(propose(_Place(view, cursor, found)))
    return ()


def _sources(at: _Place) -> Proposals:
    for source in at.view.map.sources:
        yield Proposal(source.id, "source", at.start, _short(source.title))


def _units(at: _Place) -> Proposals:
    """How a place in a source is named; where its words are at hand, its paragraphs themselves."""
    text = _text(at)
    for word in ("para", "page", "section", "time"):
        yield Proposal(word, "keyword", at.start, MEANINGS.get(word, ""), f"{word} ")
    for number, words in _paragraphs(text):
        yield Proposal(f"para {number}", "locator", at.start, words)


def _numbers(at: _Place) -> Proposals:
    for number, words in _paragraphs(_text(at)):
        yield Proposal(str(number), "locator", at.start, words)


def _text(at: _Place) -> "SourceText | None":
    from ..quoting.passage import SourceText

    id = at.match["source"]
    texts = at.view.reading.member.texts
    return next((text for s, text in texts.items() if s.id == id and isinstance(text, SourceText)), None)


def _paragraphs(text: "SourceText | None") -> Iterator[tuple[int, str]]:
    for number, (start, end) in enumerate((text.paragraphs if text else ())[:MOST_PARAGRAPHS], 1):
        yield number, _short(text.file.text[start:end]) if text else ""


def _sides(at: _Place) -> Proposals:
    for side in at.view.map.sides:
        yield Proposal(side.id, "side", at.start, side.name)


def _speeches(at: _Place) -> Proposals:
    map = at.view.map
    floor = floor_of(map)
    known = floor.speeches if floor else [each for format in FORMATS.values() for each in format.speeches]
    for name, called in {speech.name: speech.called for speech in known}.items():
        speaker = floor.speaker(name) if floor else None
        yield Proposal(name, "speech", at.start, f"{called}{f' of {speaker.name}' if speaker else ''}")


def _tags(at: _Place) -> Proposals:
    for tag in sorted({tag for statement in at.view.map.statements for tag in statement.tags}):
        yield Proposal(tag, "tag", at.start)


def _in_head(at: _Place) -> Proposals:
    """Marks and `analytic`; after the kind alone, inside something, what a reference may name."""
    kind = at.match["kind"]
    words = (*MARKS, ANALYTIC) if kind == Kind.REBUTTAL else (ANALYTIC,)
    given = at.cursor.before[: at.match.start("word")].removeprefix("+").split()
    for word in words:
        if word not in given and not (word in MARKS and any(mark in given for mark in MARKS)):
            yield Proposal(word, "keyword", at.start, MEANINGS.get(word, ""))
    if len(given) == 1 and not at.cursor.margin:
        yield from _statements(at, [each for each in at.view.map.statements if each.kind == kind])


def _verbs(at: _Place) -> Proposals:
    first = at.match["first"]
    sides = [side.id for side in at.view.map.sides]
    ids = {statement.id for statement in at.view.map.statements}
    for verb in VERBS:
        if verb == "extends" or (verb == "concedes" and first not in sides):
            continue
        if verb != "concedes" and first in sides and first not in ids:
            continue
        form = verb.removesuffix("s") if "+" in at.match["left"] else verb
        yield Proposal(form, "keyword", at.start, MEANINGS.get(verb, ""), f"{form} ")


def _targets(at: _Place) -> Proposals:
    """The statements that a relation may name; after an arrow, those that the one before it bears on."""
    map, written = at.view.map, at.cursor.before
    if "->" in written:
        inner = {word.strip() for word in re.split(r"\s(?:rebuts?)\s", written)[-1].split("->")[0].split("+")}
        sources = [statement for statement in map.statements if statement.id in inner]
        onto = [link.target for each in sources for link in map.links_from(each) if isinstance(link.target, Statement)]
        yield from _statements(at, onto or map.statements)
    else:
        named = set(re.findall(ID, written[: at.match.start("word")]))
        yield from _statements(at, [each for each in map.statements if each.id not in named])


def _extends(at: _Place) -> Proposals:
    yield Proposal("extends", "keyword", at.start, MEANINGS["extends"], "extends ")


def _statements(at: _Place, some: Iterable[Statement]) -> Proposals:
    for statement in dict.fromkeys(some):
        if statement.id:
            yield Proposal(statement.id, "statement", at.start, f"{statement.label}: {_short(statement.text)}")


def _formats(at: _Place) -> Proposals:
    for format in FORMATS.values():
        yield Proposal(format.name, "value", at.start, ", ".join(speech.name for speech in format.speeches))


def _rules(at: _Place) -> Proposals:
    from ..checks.profiles import PROFILES

    yield from (Proposal(name, "value", at.start) for name in PROFILES)


def _files(at: _Place) -> Proposals:
    """The files beside this one that an include or a source's text may name, a folder at a time."""
    suffixes = (".argmap",) if at.match["what"] == "include" else (".txt", ".md", ".html", ".docx", ".pdf")
    folder = at.view.path.parent / (at.match["folder"] or "")
    try:
        names = at.view.reading.loaded.files.names(folder)
    except (OSError, ValueError):
        return
    for name in names:
        if name.endswith(suffixes) and folder / name != at.view.path:
            yield Proposal(name, "file", at.start)


def _absent(at: _Place) -> Proposals:
    yield Proposal(NONE_IN_SOURCE, "value", at.start, MEANINGS[NONE_IN_SOURCE])


def _start(at: _Place) -> Proposals:
    """What a line may begin with."""
    under = at.cursor.under
    if at.cursor.margin:
        yield from _openers(at, DECLARATIONS)
        yield from _openers(at, KINDS)
        yield from _statements(at, at.view.map.statements)
        yield from _sides(at)
        return
    if under in ("statement", "reference", "section"):
        yield from _openers(at, KINDS)
    for field in FIELDS_UNDER.get(under, ()):
        yield Proposal(field, "field", at.start, MEANINGS.get(field, ""), "card:" if field == "card" else f"{field}: ")


def _openers(at: _Place, words: Sequence[str]) -> Proposals:
    for word in words:
        alone = word in ("topic", "section", "include")
        yield Proposal(word, "keyword", at.start, MEANINGS.get(word, ""), f"{word}: " if alone else f"{word} ")


def _nothing(_: _Place) -> Proposals:
    return iter(())


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"


RELATION = rf"^(?P<left>(?P<first>{ID})(?:\s*\+\s*{ID})*)\s+"
CONTEXTS: tuple[tuple[str, Callable[[_Place], Proposals]], ...] = (
    (rf"^format:\s*{WORD}", _formats),
    (rf"^first:\s*{WORD}", _sides),
    (rf"^rules:\s*{WORD}", _rules),
    (r"^(?P<what>include|text):\s*(?P<folder>(?:[^/]*/)*)(?P<word>[^/]*)$", _files),
    (rf"^(?:author|credentials|publisher|url|accessed|date|pages):\s*{WORD}", _absent),
    (rf"{CITE}(?P<source>{ID})\s+(?:para\s+|¶+\s*)(?:\d+\s*[-–]\s*)?(?P<word>\d*)$", _numbers),
    (rf"{CITE}(?P<source>{ID})\s+{WORD}", _units),
    (rf"{CITE}{WORD}", _sources),
    (rf"{HEAD}\[[^\]]*$", _nothing),
    (rf"{HEAD}\(\s*{WORD}", _sides),
    (rf"{HEAD}@{WORD}", _speeches),
    (rf"{HEAD}#{WORD}", _tags),
    (rf"{HEAD}\s{WORD}", _in_head),
    (rf"^section\b.*\(\s*{WORD}", _sides),
    (rf"^section\b.*@{WORD}", _speeches),
    (rf"^@{WORD}", _speeches),
    (rf"^@\S+\s+{WORD}", _extends),
    (rf"^@\S+\s+extends?\s+(?:{ID}\s*,\s*)*{WORD}", _targets),
    (rf"^(?:{'|'.join(DECLARATIONS)})\b.*\s{WORD}", _nothing),
    (rf"{RELATION}(?:supports?|rebuts?|contradicts?|concedes?)\s+(?:{ID}\s*(?:\+|,|->)\s*)*{WORD}", _targets),
    (rf"{RELATION}{WORD}", _verbs),
    (rf"^{IDS}\s*\+\s*{WORD}", _targets),
    (rf"^(?:\+\s*)?{WORD}", _start),
)
"""What may stand where, by what is written before it on its line: the first that fits holds."""
IN_VALUES = (_formats, _sides, _rules, _files, _absent)
"""These stand after the colon of a field; everything else stands in a head."""
