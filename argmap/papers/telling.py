"""Statements told with what supports them, in reading order: tags with their cards, analytics, names."""

from collections.abc import Callable, Iterator
from enum import Enum, auto

from ..graph.homes import homes
from ..model import ArgumentMap, Kind, Link, LinkKind, Source, Statement
from ..words.speaking import lends, named_and_dated
from .answering import PLAIN, Prefix
from .cards import Citing, paragraphs
from .entries import Entry, Heading, Line, Told

Passages = dict[Statement, tuple[Line, ...]]
"""Cards cut from sources' texts, for evidence that has none."""


class Way(Enum):
    """How a statement is told where it supports another."""

    IN_FULL = auto()
    CROSS_APPLIED = auto()
    EXTENDED = auto()
    NOT_AT_ALL = auto()


BY_NAME = {Way.CROSS_APPLIED: "Cross-apply", Way.EXTENDED: "Extend"}
Decide = Callable[[Statement], Way]


class Teller:
    """Gathers the entries of a paper. Of a part of a map it tells the part's statements alone, but what
    they answer is known from the whole; so are the statements `earlier`, which support them again."""

    def __init__(self, map: ArgumentMap, passages: Passages | None = None) -> None:
        self.map = map.part.whole if map.part else map
        self.mine = dict.fromkeys(map.statements)
        self.earlier: set[Statement] = set()
        self.entries: list[Entry] = []
        self.told: set[Statement] = set()
        self.links_untold: set[Link] = set()
        self._bare: set[Statement] = set()
        self._passages = passages or {}
        self._citing = Citing()
        self._named: dict[Source, str] = {}
        self._lending: dict[Statement, bool] = {}
        nested, tops = homes(self.map), set(self.map.tops)
        self.own = {s for s in self.mine if s.kind is Kind.CLAIM and (s not in nested or s in tops)}

    def heading(self, level: int, words: str) -> None:
        """Open a pocket (1), a hat (2) or a block (3)."""
        self.entries.append(Heading(level, words))

    def name(self, statement: Statement, way: Way, prefix: Prefix = PLAIN) -> None:
        """Name a statement that is told in full elsewhere: `2. Extend: Turn: ...`."""
        self.told.add(statement)
        self.entries.append(Told(f"{prefix.number}{BY_NAME[way]}: {prefix.kind}{statement.text}", statement))

    def tell(self, root: Statement, seen: set[Statement], decide: Decide, prefix: Prefix = PLAIN) -> None:
        """Tell a statement and, the first time, what supports it; takes any depth.

        `seen` are the statements that were told in full before, under the same heading or case.
        """
        if not self._tell_one(root, seen, prefix):
            return
        waiting = self._under(root)
        while waiting:
            step = waiting.pop()
            if isinstance(step, Link):
                waiting.extend(reversed(list(self._warrants(step))))
            elif step.kind is Kind.WARRANT and step in seen:
                continue
            elif (way := Way.IN_FULL if step.kind is Kind.WARRANT else decide(step)) is Way.IN_FULL:
                if self._tell_one(step, seen):
                    waiting.extend(self._under(step))
            elif way is not Way.NOT_AT_ALL:
                self.name(step, way)

    def tell_warrants(self, link: Link, seen: set[Statement], decide: Decide) -> None:
        """Tell why a link holds, where that is said."""
        waiting: list[Statement | Link] = [link]
        while waiting:
            step = waiting.pop()
            if isinstance(step, Link):
                waiting.extend(reversed(list(self._warrants(step))))
            elif step not in seen:
                self.tell(step, seen, decide)

    def _under(self, statement: Statement) -> list[Statement | Link]:
        """What supports a statement, the last first; each link after its statements, for its warrants."""
        steps: list[Statement | Link] = []
        lent = self._lent(statement)
        for link in self.supports(statement):
            known = (source for source in link.sources if source in self.mine or source in self.earlier)
            steps.extend(source for source in known if source is not lent)
            steps.append(link)
        return steps[::-1]

    def _warrants(self, link: Link) -> Iterator[Statement | Link]:
        for over in self.map.links_onto(link):
            if over.kind is LinkKind.SUPPORTS:
                yield from (source for source in over.sources if source in self.mine)
                yield over

    def supports(self, statement: Statement) -> list[Link]:
        """The links that support a statement."""
        return [link for link in self.map.links_onto(statement) if link.kind is LinkKind.SUPPORTS]

    def _lent(self, statement: Statement) -> Statement | None:
        """The evidence that lends its card to a tag."""
        if statement.cites or statement.card:
            return None
        for link in self.supports(statement):
            source = link.sources[0]
            if not link.joined and source in self.mine and self._lends(source):
                return source
        return None

    def _lends(self, statement: Statement) -> bool:
        if statement not in self._lending:
            source = statement.cites[0].source if statement.cites else None
            if source is not None and source not in self._named:
                self._named[source] = named_and_dated(source)
            self._lending[statement] = lends(statement, self._named.get(source) if source else None)
        return self._lending[statement]

    def _tell_one(self, statement: Statement, seen: set[Statement], prefix: Prefix = PLAIN) -> bool:
        """Tell a statement alone; whether it is the first time."""
        first = statement not in seen
        lent = self._lent(statement)
        card = lent or statement
        seen.update((statement, card))
        self.told.update((statement, card))
        body = paragraphs(card.card) if card.card else self._passages.get(card, ())
        if card.kind is Kind.EVIDENCE and not card.card and not body:
            self._bare.add(card)
        tag = f"{prefix.number}{prefix.kind}{statement.text}"
        self.entries.append(Told(tag, statement, self._citing.lines(card.cites), body))
        return first

    def notes(self) -> tuple[str, ...]:
        """What the paper's maker should know of what is not in it."""
        untold, conceded = len(self.links_untold), len(self.map.concessions)
        found = (
            (len(self._bare), "piece of evidence has", "pieces of evidence have", "no card (only a cite)"),
            (untold, "link between claims is", "links between claims are", "not told in a Word file"),
            (conceded, "concession is", "concessions are", "not told in a Word file"),
        )
        return tuple(f"{many:,} {one if many == 1 else more} {rest}" for many, one, more, rest in found if many)
