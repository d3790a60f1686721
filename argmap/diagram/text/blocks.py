"""The words inside each box: what stands there, in which type, on which lines."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ...model import Kind, Statement, Topic
from ...quotation import quotations
from ...values import dataclass
from .. import typography as type_
from ..drawing import Block, Chip, TextLine
from ..measure import ALLOWANCE, Run, beginnings, exact, width
from ..signs import Anchor
from ..typography import Tone, Type, at_least
from ..wrapping import wrap
from ..xml import clean, safe_url
from .citation import cite_line
from .sides import SideLook
from .words import BETWEEN, named

SIDE_PAD = 9.0
TOP_PAD = 5.5
FOLD = 9.0
"""The folded corner of an evidence note, in points."""

LONG = 9
"""A text of more lines than this gets a box half as wide again."""
MOST_LINES = 48
"""A text of more lines than this is cut, and the box says how many words are left out."""

SET = 2048
"""So many boxes are remembered as they were set."""


def rtl(text: str) -> bool:
    """Whether a text's first letter with a direction runs from right to left (UAX 9, P2)."""
    if text.isascii():
        return False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def text_line(  # noqa: PLR0913 - the fields of a line
    x: float,
    y: float,
    runs: Iterable[tuple[Run, Tone]],
    *,
    anchor: Anchor = Anchor.START,
    rtl: bool = False,
    url: str | None = None,
) -> TextLine:
    """A line of text with its measure taken. `x` and `y` are where its baseline begins or ends."""
    kept = tuple(runs)
    wide = sum([width(run.text, run.type) for run, _ in kept])
    known = all(exact(run.text, run.type) for run, _ in kept)
    return TextLine(x, y, kept, wide, known, anchor, rtl, url)


@dataclass(slots=True)
class _Stack:
    """Lines set one under another, from the top of a box."""

    width: float
    y: float
    lines: list[TextLine]

    def add(self, runs: tuple[Run, ...], tone: Tone, *, turned: bool = False, url: str | None = None) -> None:
        leading = max([run.type.leading for run in runs])
        size = max([run.type.size for run in runs])
        self.y += leading
        baseline = self.y - (leading - size) / 2 - size * 0.2
        left, right = SIDE_PAD, self.width - SIDE_PAD
        self.lines.append(
            text_line(
                right if turned else left,
                baseline,
                [(run, tone) for run in runs],
                anchor=Anchor.END if turned else Anchor.START,
                rtl=turned,
                url=url,
            )
        )


def quoted_runs(text: str, plain: Type, quote: Type) -> list[Run]:
    """A text with its quotations set as quotations: curly marks, the quoted words in italics."""
    found, unclosed = quotations(text)
    if unclosed is not None:
        return [Run(text, plain)]
    runs: list[Run] = []
    at = 0
    for quotation in found:
        runs.append(Run(text[at : quotation.start - 1], plain))
        runs.append(Run(f"“{text[quotation.start : quotation.end]}”", quote))
        at = quotation.end + 1
    runs.append(Run(text[at:], plain))
    return [run for run in runs if run.text]


def _cut(lines: list[tuple[Run, ...]], plain: Type) -> list[tuple[Run, ...]]:
    if len(lines) <= MOST_LINES:
        return lines
    left_out = sum(len(run.text.split()) for line in lines[MOST_LINES - 1 :] for run in line)
    return [*lines[: MOST_LINES - 1], (Run(f"… {left_out:,} more words", plain),)]


def _fitted(runs: Sequence[Run], text_width: float) -> tuple[float, list[tuple[Run, ...]]]:
    """The width that a text is set to, and its lines."""
    lines = wrap(runs, text_width)
    if len(lines) > LONG:
        text_width *= 1.5
        lines = wrap(runs, text_width)
    return text_width, _cut(lines, runs[0].type)


def shortened(words: str, type: Type, room: float) -> str:
    """Words cut to a room, with an ellipsis where something is cut; empty where nothing sensible fits."""
    if width(words, type) * ALLOWANCE <= room:
        return words
    words = words[:160]  # no line holds more
    wide = beginnings(words, type, "…")
    while len(words) > 4 and wide[len(words)] * ALLOWANCE > room:
        words = words[:-1].rstrip()
    return words + "…" if wide[len(words)] * ALLOWANCE <= room else ""


CHIP_PAD = 4.0


def chip_width(label: str, least: float = 0.0) -> float:
    """The width of a label's plate, in points; the label is set in no smaller type than `least`."""
    return width(label, at_least(type_.LABEL, least)) * ALLOWANCE + 2 * CHIP_PAD


def chip_of(label: str, look: SideLook, x: float, y: float, least: float = 0.0) -> tuple[Chip, TextLine]:
    """A label on its side's plate, whose upper left corner is at (x, y)."""
    type = at_least(type_.LABEL, least)
    high = type.size + 4
    words = text_line(x + CHIP_PAD, y + high / 2 + type.size * 0.3625, [(Run(label, type), look.label)])
    return Chip(x, y, chip_width(label, least), high, look.plate), words


class _Said(NamedTuple):
    """What stands in a statement's box, apart from its side and from remarks."""

    evidence: bool
    label: str
    named: str
    id: str
    text: str
    cites: tuple[tuple[str, str | None], ...]


def _label(  # noqa: PLR0913, PLR0917 - what a head is made of
    said: _Said, kinds: Sequence[str], look: SideLook, box_width: float, corner: float, least: float
) -> tuple[Chip, tuple[TextLine, ...]]:
    """The head of a box: `R2` on its plate, `REBUTTAL · TURN`, and the id at the right end of its first line where
    it fits."""
    plain, named_by = at_least(type_.LABEL, least), at_least(type_.ID, least)
    chip, label = chip_of(said.label, look, SIDE_PAD - 3, TOP_PAD + 0.3, least)
    y = label.y
    left = chip.x + chip.width + 5
    room = box_width - SIDE_PAD - corner - left
    lines = [
        text_line(left, y + number * plain.leading, [(Run(shortened(kind, plain, room), plain), look.accent)])
        for number, kind in enumerate(kinds)
    ]
    shown = shortened(said.id, named_by, room - lines[0].width * ALLOWANCE - 8)
    if shown:
        at = box_width - SIDE_PAD - corner
        lines.append(text_line(at, y, [(Run(shown, named_by), Tone.MUTED)], anchor=Anchor.END))
    return chip, (label, *lines)


def _kinds(named: str, type: Type, room: float) -> list[str]:
    """`REBUTTAL · NO LINK · ANALYTIC` in lines that fit a room: boxes of one column are equally wide."""
    lines: list[str] = []
    for part in named.split(BETWEEN):
        longer = f"{lines[-1]}{BETWEEN}{part}" if lines else part
        if lines and width(longer, type) * ALLOWANCE > room:
            lines.append(part)
        else:
            lines[-1:] = [longer]
    return lines


def statement_block(
    statement: Statement, look: SideLook, remarks: Sequence[tuple[str, Tone]], text_width: float, least: float = 0.0
) -> tuple[Block, Chip]:
    """The words of a statement's box and the box's size, and the plate of its label. `remarks` are small
    words under the text. No type is smaller than `least`."""
    cites = tuple([(clean(cite_line(cite)), safe_url(cite.source.get("url"))) for cite in statement.cites])
    said = _Said(
        statement.kind is Kind.EVIDENCE,
        statement.label,
        clean(named(statement)),
        clean(statement.id or ""),
        clean(statement.text),
        cites,
    )
    return _set(said, look, tuple(remarks), text_width, least)


@lru_cache(maxsize=SET)
def _set(
    said: _Said, look: SideLook, remarks: Sequence[tuple[str, Tone]], text_width: float, least: float
) -> tuple[Block, Chip]:
    """The same, remembered: from one picture of a map to the next, nearly all boxes are what they were."""
    plain = at_least(type_.EVIDENCE if said.evidence else type_.STATEMENT, least)
    quote = at_least(type_.EVIDENCE_QUOTE if said.evidence else type_.STATEMENT_QUOTE, least)
    heading, remarked = at_least(type_.LABEL, least), at_least(type_.REMARK, least)
    runs = quoted_runs(said.text, plain, quote) or [Run("…", plain)]
    set_to, lines = _fitted(runs, text_width)
    corner = FOLD if said.evidence else 0.0
    beside = chip_width(said.label, least) + 5 + corner
    kinds = _kinds(said.named, heading, set_to - beside)
    needed = beside + max(width(kind, heading) for kind in kinds) * ALLOWANCE
    set_to = max(set_to, min(needed, text_width * 2))
    head_height = max(heading.leading, heading.size + 4) + (len(kinds) - 1) * heading.leading
    stack = _Stack(set_to + 2 * SIDE_PAD, TOP_PAD + head_height + 2.5, [])
    turned = rtl(said.text)
    for line in lines:
        stack.add(line, Tone.INK, turned=turned)
    _citations(stack, said.cites, set_to, at_least(type_.CITATION, least))
    for remark, tone in remarks:
        stack.y += 1.5
        for line in wrap([Run(clean(remark), remarked)], set_to):
            stack.add(line, tone)
    chip, head = _label(said, kinds, look, stack.width, corner, least)
    return Block(stack.width, stack.y + TOP_PAD + 1.5, (*head, *stack.lines)), chip


STUB_HEIGHT = 17.0


def stub_block(
    statement: Statement, look: SideLook, note: str, box_width: float, least: float = 0.0
) -> tuple[Block, Chip]:
    """One line that names a statement which stands elsewhere: its label, how it begins, and where it is.
    No type of it is smaller than `least`."""
    chip, label = chip_of(statement.label, look, 4, 0, least)
    down = (STUB_HEIGHT - chip.height) / 2
    chip, label = replace(chip, y=down), replace(label, y=label.y + down)
    said, noted = at_least(type_.STUB, least), at_least(type_.STUB_NOTE, least)
    y = STUB_HEIGHT / 2 + 3
    right = box_width - 7
    where = text_line(right, y, [(Run(note, noted), Tone.MUTED)], anchor=Anchor.END)
    left = chip.x + chip.width + 5
    words = shortened(clean(statement.text), said, right - where.width * ALLOWANCE - 6 - left)
    lines = [label, where]
    if words:
        turned = rtl(words)
        at = right - where.width * ALLOWANCE - 6 if turned else left
        anchor = Anchor.END if turned else Anchor.START
        lines.insert(1, text_line(at, y, [(Run(words, said), Tone.MUTED)], anchor=anchor, rtl=turned))
    return Block(box_width, STUB_HEIGHT, tuple(lines)), chip


def _citations(stack: _Stack, cites: Sequence[tuple[str, str | None]], set_to: float, type: Type) -> None:
    if cites:
        stack.y += 2
    for words, url in cites:
        for line in wrap([Run(words, type)], set_to):
            stack.add(line, Tone.MUTED, turned=rtl(words), url=url)


def topic_block(topic: Topic, text_width: float, arrivals: int, least: float = 0.0) -> Block:
    """The words of the topic's box; it grows with the number of lines that arrive at it. No type is
    smaller than `least`."""
    text = clean(topic.text)
    set_to, lines = _fitted([Run(text, type_.TOPIC)], text_width)
    needed = type_.LABEL.leading + len(lines) * type_.TOPIC.leading + 26
    height = max(needed, 64.0, min(arrivals * 12.0 + 20, 140.0))
    stack = _Stack(set_to + 2 * SIDE_PAD + 6, (height - needed) / 2 + 11, [])
    stack.add((Run("TOPIC", at_least(type_.LABEL, least)),), Tone.MUTED)
    for line in lines:
        stack.add(line, Tone.INK, turned=rtl(text))
    return Block(stack.width, height, tuple(stack.lines))


def title_block(parts: Sequence[Run], tone: Tone, limit: float, pad: float) -> Block:
    """The name of a side or a section, broken to `limit` points."""
    stack = _Stack(limit + 2 * SIDE_PAD, pad, [])
    turned = rtl("".join(part.text for part in parts))
    for line in wrap(parts, limit):
        stack.add(line, tone, turned=turned)
    widest = max((line.width for line in stack.lines), default=0.0)
    return Block(widest * ALLOWANCE + 2 * SIDE_PAD, stack.y + 3, tuple(stack.lines))
