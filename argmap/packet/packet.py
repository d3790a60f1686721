"""What a packet holds: for each source its passages, with what is quoted of them marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from ..model import ArgumentMap, Source, Statement
from ..quoting.passage import SourceText
from ..quoting.texts import NoText
from ..quoting.verify import Verdict, Verified, verify
from ..values import dataclass
from ..words.references import Part, full_citation

WHY = {
    Verdict.ALTERED: "changed by the quoter",
    Verdict.ELSEWHERE: "not where it is cited",
    Verdict.UNCHECKED: "the source's text is not at hand",
    Verdict.UNCLEAR: "repeats itself too often to be compared",
}
"""What is said of a quotation that is not simply found."""
NOT = "the source does not say this"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a page of a source: where it is, its words in pieces (marked are those that are
    quoted), and the statements that quote them."""

    where: str
    pieces: tuple[tuple[str, bool], ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A source: its id, its citation in parts, its passages in their order, and what is quoted from it
    that does not stand there, each with the reason."""

    id: str
    citation: tuple[Part, ...]
    passages: tuple[Passage, ...]
    missing: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Packet:
    """All that is quoted in a map. `title` is its topic."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class _Block:
    """A paragraph or a page, while its quotations are gathered."""

    start: int
    end: int
    marks: list[tuple[int, int]] = field(default_factory=list)
    statements: dict[str, None] = field(default_factory=dict)


def packet(map: ArgumentMap, texts: Mapping[Source, SourceText | NoText]) -> Packet:
    """The packet of a map: the sources that it quotes, in the order of their declaration."""
    found: dict[Source, list[Verified]] = {}
    for verified in verify(map, texts):
        found.setdefault(verified.cites[0].source, []).append(verified)
    title = map.topic.text if map.topic else map.file.name
    return Packet(title, tuple(_entry(source, found[source]) for source in map.sources if source in found))


def _entry(source: Source, quotations: Sequence[Verified]) -> Entry:
    blocks: dict[int, _Block] = {}
    texts = [verified.text for verified in quotations if verified.text is not None]
    for verified in quotations:
        if verified.placed and verified.text is texts[0]:
            _mark(blocks, verified, texts[0])
    passages = tuple(_passage(texts[0], block) for _, block in sorted(blocks.items())) if texts else ()
    missing = tuple(_missing(verified) for verified in quotations if verified.verdict is not Verdict.FOUND)
    return Entry(source.id, tuple(full_citation(source)), passages, missing)


def _missing(verified: Verified) -> tuple[str, str]:
    words = " ".join(verified.quoted.text.split())
    return f"{_named(verified.quoted.statement)}: “{words}”", WHY.get(verified.verdict, NOT)


def _mark(blocks: dict[int, _Block], verified: Verified, text: SourceText) -> None:
    """Note a quotation in each block that it reaches into."""
    placed = verified.placed
    assert placed is not None  # as `_entry` has it
    spans = text.pages.spans if text.labels else text.paragraphs
    for first, last in placed.rows:
        start, end = placed.words.starts[first], placed.words.ends[last - 1]
        for number in range(_holding(spans, start), _holding(spans, end - 1) + 1):
            block = blocks.setdefault(number, _Block(*spans[number]))
            block.marks.append((max(start, block.start), min(end, block.end)))
            block.statements[_named(verified.quoted.statement)] = None


def _holding(spans: Sequence[tuple[int, int]], offset: int) -> int:
    from bisect import bisect_right

    return max(bisect_right(spans, offset, key=lambda span: span[0]) - 1, 0)


def _passage(text: SourceText, block: _Block) -> Passage:
    where = f"page {text.page_at(block.start)}" if text.labels else f"paragraph {text.paragraph_at(block.start)}"
    return Passage(where, tuple(_pieces(text.passage, block)), tuple(block.statements))


def _pieces(words: str, block: _Block) -> Iterator[tuple[str, bool]]:
    at = block.start
    for start, end in sorted(block.marks):
        if end <= at:
            continue
        if start > at:
            yield _plain(words[at:start]), False
        yield _plain(words[max(start, at) : end]), True
        at = end
    if at < block.end:
        yield _plain(words[at : block.end]), False


def _plain(words: str) -> str:
    """Words on one line, with a blank at either end where the source has one."""
    inner = " ".join(words.split())
    return f"{' ' * words[:1].isspace()}{inner}{' ' * words[-1:].isspace()}" if inner else " "


def _named(statement: Statement) -> str:
    return f"{statement.label} {statement.id}" if statement.id else statement.label
