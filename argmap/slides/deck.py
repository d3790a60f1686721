"""What stands on which slide: each main claim with its answers, in the order of the flow.

Lengths are points. A slide has three columns: what is answered, the answers to it, the replies to those.
What no slide has room for goes on further ones, under the same claim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..diagram.flow.table import fared
from ..diagram.measure import ALLOWANCE, Run
from ..diagram.text.citation import brief_cite
from ..diagram.text.told import Told
from ..diagram.typography import Type
from ..diagram.wrapping import wrap
from ..diagram.xml import clean
from ..graph.forest import Homes, homes
from ..model import ArgumentMap, Link, LinkKind, Mark, Statement

WIDE, TALL = 960.0, 540.0
MARGIN = 36.0
COLUMN, GUTTER = 268.0, 42.0
TITLE = Type(26, 31, bold=True)
TITLE_TOP, NOTE, LOW = 32.0, 44.0, 502.0
"""Where a slide's title begins, the room for the note under it, and how far down boxes may stand."""
LONGEST_TITLE = 110
"""Letters of a claim in a title: no more than two lines."""
GAP = 12.0
PAD = 8.0
CHIP = (44.0, 21.0)
BODY = Type(14, 17.5)
SMALLEST = 14
"""No text of a slide is smaller, in points."""
BODIES = (Type(20, 25), Type(18, 22.5), Type(16, 20), BODY)
"""How boxes are set: as large as what stands about a claim leaves room for, without a slide more."""
LONGEST = 260
"""Letters of a statement on a slide: no box is taller than a slide."""


@dataclass(frozen=True, slots=True)
class Card:
    """A statement at its place: its column (0 to 2), its y and height. `answers`: the link that it makes to
    the box on its left, and that box's statement. `again`: it stood on a slide before."""

    statement: Statement
    column: int
    y: float
    height: float
    answers: tuple[Link, Statement] | None = None
    again: bool = False

    @property
    def x(self) -> float:
        """The x of its left side."""
        return MARGIN + self.column * (COLUMN + GUTTER)


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide about a main claim: its title of so many lines, what is said under it, and its boxes, set in `body`;
    `number` of `of` about it."""

    claim: Statement
    title: str
    lines: int
    note: str
    cards: tuple[Card, ...]
    number: int
    of: int
    body: Type


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides of a map, and what the first one lists: each main claim, and how it has fared."""

    claims: tuple[tuple[Statement, str], ...]
    slides: tuple[Slide, ...]


def deck(map: ArgumentMap, told: Told) -> Deck:
    """The slides of a map."""
    found = homes(map)
    claims = tuple((root, fared(found, root, told.verdicts)) for root in found.roots)
    return Deck(claims, tuple(slide for root, note in claims for slide in _slides(found, root, note)))


def words(statement: Statement, most: int = LONGEST) -> str:
    """What a box says; of more letters than that, the beginning."""
    said = clean(statement.text)
    return said if len(said) <= most else said[:most].rsplit(" ", 1)[0] + " …"


def mark(statement: Statement) -> str:
    """Which answer a rebuttal is: `TURN`; empty for a plain one."""
    return statement.mark.replace("-", " ").upper() if statement.mark and statement.mark is not Mark.DENY else ""


def cited(statement: Statement) -> str:
    """Its citations, in short."""
    return clean("; ".join(brief_cite(cite) for cite in statement.cites))


def _height(statement: Statement, body: Type) -> float:
    said = " ".join(part for part in (mark(statement), words(statement), cited(statement)) if part)
    lines = wrap([Run(said, body)], (COLUMN - CHIP[0] - 2 * PAD - 4) / ALLOWANCE)
    return max(len(lines), 1) * body.leading + 2 * PAD


Answer = tuple[Link, Statement]


def _answers(found: Homes, statement: Statement) -> list[Answer]:
    """What answers a statement or its links, each with the link by which it does."""
    hung = (each for each in found.under.get(statement, ()) if each.link.kind is LinkKind.REBUTS)
    return [(each.link, member) for each in hung for member in each.members]


Group = tuple[Statement, list[tuple[Answer, list[Answer]]]]


def _groups(found: Homes, root: Statement) -> Iterator[Group]:
    """What is answered, in the order of the flow, with its answers and the replies to each. An answer whose
    replies stand beside it comes no second time for their sake."""
    replied: set[Statement] = set()
    for statement, _ in found.walk(root):
        if statement in replied:
            continue
        rows = []
        for answer in _answers(found, statement):
            at_home = found.links.get(answer[1]) is answer[0]
            rows.append((answer, _answers(found, answer[1]) if at_home else []))
            if at_home:
                replied.add(answer[1])
        if rows:
            yield statement, rows


def _slides(found: Homes, root: Statement, note: str) -> list[Slide]:
    """The slides about one main claim."""
    title, groups = words(root, LONGEST_TITLE), list(_groups(found, root))
    if not groups:
        note += " · nothing answers it"
    for numbered in ("", " (10 of 10)"):  # more than one slide are numbered, and their title is longer
        lines = min(2, len(wrap([Run(title + numbered, TITLE)], (WIDE - 2 * MARGIN - CHIP[0] - 8) / ALLOWANCE)))
        top = TITLE_TOP + lines * TITLE.leading + NOTE
        fewest = len(_filled(found, root, groups, top, BODY))
        if fewest == 1:
            break
    tried = ((body, _filled(found, root, groups, top, body)) for body in BODIES)
    body, pages = next(each for each in tried if len(each[1]) == fewest)
    return [
        Slide(root, title, lines, note, tuple(cards), number, len(pages), body) for number, cards in enumerate(pages, 1)
    ]


def _filled(found: Homes, root: Statement, groups: Sequence[Group], top: float, body: Type) -> list[list[Card]]:
    """The boxes of each slide about a main claim, set in that type."""
    filling = _Filling(top, body)
    for statement, rows in groups:
        filling.group(statement, rows)
    if not groups:
        filling.list([member for hung in found.under.get(root, ()) for member in hung.members])
    return filling.pages


class _Filling:
    """Fills slides from the top down. What does not fit goes to a next one, under what it answers."""

    def __init__(self, top: float, body: Type) -> None:
        self.body = body
        self.pages: list[list[Card]] = [[]]
        self.top = self.y = top

    def group(self, statement: Statement, rows: Sequence[tuple[Answer, list[Answer]]]) -> None:
        """What is answered, with its answers and their replies. Boxes side by side are equally tall, so that
        the lines between them run level."""
        low = self.y
        for number, (answer, replies) in enumerate(rows):
            height = _height(answer[1], self.body)
            if number == 0:
                height = max(height, _height(statement, self.body))
            if len(replies) == 1:
                height = max(height, _height(replies[0][1], self.body))
            if self.y + height > LOW and self.pages[-1]:
                self._next()
            if number == 0 or not self.pages[-1]:
                height = max(height, _height(statement, self.body))
                low = self._put(statement, 0, height, None, again=number > 0)
            self._put(answer[1], 1, height, (answer[0], statement))
            start = y = self.y
            for reply in replies:
                tall = height if len(replies) == 1 else _height(reply[1], self.body)
                if y + tall > LOW and y > self.top:
                    self._next()
                    low = self._put(statement, 0, height, None, again=True)
                    self._put(answer[1], 1, height, (answer[0], statement), again=True)
                    start = y = self.y
                self.pages[-1].append(Card(reply[1], 2, y, tall, (reply[0], answer[1])))
                y += tall + GAP
            self.y = max(start + height + GAP, y)
        self.y = max(self.y, low + GAP) + GAP

    def list(self, statements: Sequence[Statement]) -> None:
        """Statements alone, down one column after another."""
        column = 0
        for statement in statements:
            height = _height(statement, self.body)
            if self.y + height > LOW and self.y > self.top:
                column, self.y = column + 1, self.top
            if column > 2:
                self._next()
                column = 0
            self._put(statement, column, height, None)
            self.y += height + GAP

    def _put(
        self, statement: Statement, column: int, height: float, answers: Answer | None, *, again: bool = False
    ) -> float:
        """Put a box at the height of now; its lower side."""
        self.pages[-1].append(Card(statement, column, self.y, height, answers, again))
        return self.y + height

    def _next(self) -> None:
        self.pages.append([])
        self.y = self.top
