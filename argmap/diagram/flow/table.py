"""On top of a flow: its main claims, and how each has fared."""

from collections.abc import Mapping, Sequence

from ...english import counted
from ...graph.forest import Homes
from ...model import Link, LinkKind, Statement
from ...values import dataclass
from .. import typography as type_
from ..drawing import Block, Box, Jump, TextLine
from ..measure import ALLOWANCE, Run
from ..signs import Anchor, Shape
from ..text.blocks import chip_of, shortened, text_line
from ..text.sides import SideLooks
from ..typography import Tone, at_least
from ..xml import clean

ROW = 16.0
"""A row's height at the least, in points."""
WIDEST = 560.0
"""A column of the table is no wider than this, in points."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of main claims, and where they lead on paper."""

    boxes: tuple[Box, ...]
    jumps: tuple[Jump, ...]
    bottom: float


def shape(roots: int, wide: float) -> tuple[int, int]:
    """How many columns and rows the table of so many main claims has within a width."""
    columns = max(1, int((wide + 24) // (WIDEST * 0.62 + 24)))
    columns = min(columns, 3, max(1, -(-roots // 4)))
    return columns, -(-roots // columns)


def table(  # noqa: PLR0913, PLR0917 - what a table is made of
    homes: Homes,
    looks: SideLooks,
    verdicts: Mapping[Statement | Link, str],
    pages: Mapping[Statement, int],
    place: tuple[float, float],
    wide: float,
    least: float = 0.0,
) -> Table:
    """A row for each main claim from the point `place` on, in columns within a width, in no smaller type than
    `least`."""
    (left, top), high = place, row_height(least)
    columns, rows = shape(len(homes.roots), wide)
    column = min((wide + 24) / columns - 24, WIDEST)
    boxes, jumps = [], []
    for number, root in enumerate(homes.roots):
        x, y = left + (number // rows) * (column + 24), top + (number % rows) * high
        note = fared(homes, root, verdicts)
        if root in pages:
            note += f" · page {pages[root]}"
            jumps.append(Jump(x, y, column, high, pages[root]))
        boxes.append(_row(root, looks, note, (x, y), column, least))
    return Table(tuple(boxes), tuple(jumps), top + rows * high)


def row_height(least: float) -> float:
    """The height of a row in which no type is smaller than `least`."""
    return max(ROW, 2 * at_least(type_.ROW, least).size - 2)


def _row(  # noqa: PLR0913, PLR0917 - what a row is made of
    root: Statement, looks: SideLooks, note: str, place: tuple[float, float], wide: float, least: float
) -> Box:
    look = looks.of(root)
    chip, label = chip_of(root.label, look, 0, 2, least)
    left = chip.width + 6
    plain, bold = at_least(type_.ROW, least), at_least(type_.ROW_TEXT, least)
    said = text_line(wide, label.y, [(Run(note, plain), Tone.MUTED)], anchor=Anchor.END)
    words = shortened(clean(root.text), bold, wide - said.width * ALLOWANCE - 12 - left)
    lines: Sequence[TextLine] = (label, text_line(left, label.y, [(Run(words, bold), look.accent)]), said)
    spoken = clean(f"{root.label}: {root.text} ({note})")
    block = Block(wide, row_height(least), tuple(lines))
    return Box(f"row-{root.label}", Shape.ROW, *place, block, spoken, look.accent, None, chip, leads=root.label)


def fared(homes: Homes, root: Statement, verdicts: Mapping[Statement | Link, str]) -> str:
    """How a main claim has fared: `4 under it · 2 answers, 1 unanswered · stands`. Replies to its answers are
    none themselves; an answer of which a reason is answered is answered."""
    under = [each for each, _ in homes.walk(root)]
    against, met = {root: False}, set[Statement]()
    for each in under:
        for hung in homes.under.get(each, ()):
            against.update(dict.fromkeys(hung.home, against[each] ^ _rebuts(hung.link)))
    for each in reversed(under):
        if any(_rebuts(hung.link) or not met.isdisjoint(hung.home) for hung in homes.under.get(each, ())):
            met.add(each)
    answers = [each for each in under if against[each] and _rebuts(homes.links.get(each))]
    parts = [f"{len(under) - 1:,} under it"]
    if answers:
        alone = sum(each not in met for each in answers)
        parts.append(f"{counted(len(answers), 'answer')}, {alone:,} unanswered")
    if root in verdicts:
        parts.append(verdicts[root])
    return " · ".join(parts)


def _rebuts(link: Link | None) -> bool:
    return link is not None and link.kind is LinkKind.REBUTS
