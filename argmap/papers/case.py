"""The file: each side's case and its answers to the other; or one of the two."""

from collections.abc import Iterator

from ..model import ArgumentMap, Kind, Link, LinkKind, Side, Statement
from .answering import hit_by, numbered
from .entries import Heading, Paper
from .telling import Passages, Teller, Way

LEVELS = " > "
"""What parts the levels in a section's title: pocket, hat, block."""
CASE, ANSWERS = "Case", "Answers"

Answer = tuple[Link, Statement]


def file_paper(map: ArgumentMap, passages: Passages | None = None, *, case: bool = True, answers: bool = True) -> Paper:
    """A map as a paper: a pocket for each side with its case (blocks under hats) and its answers (blocks
    `AT: ...`); what has no side comes last, under the topic."""
    writer = _File(Teller(map, passages), case=case, answers=answers)
    topic = map.topic.text if map.topic else map.file.name
    for side in map.sides:
        writer.pocket(side, f"{side.id.upper()}: {side.name}")
    if not map.sides or any(statement.side is None for statement in map.statements):
        writer.pocket(None, topic)
    return Paper(topic, tuple(writer.teller.entries), writer.teller.notes())


class _File:
    """Writes one pocket after another. `_open` are the headings that the next tag stands under."""

    def __init__(self, teller: Teller, *, case: bool, answers: bool) -> None:
        self.teller = teller
        self._map = teller.map
        self._case, self._answers = case, answers
        self._tops = set(self._map.tops)
        self._attacked = {hit_by(link) for link in self._map.links if link.kind is LinkKind.REBUTS}
        self._placed: set[Statement] = set()
        self._done: set[Statement] = set()
        self._open: dict[int, str] = {}

    def pocket(self, side: Side | None, name: str) -> None:
        """Write what a side says; no heading where that is nothing."""
        entries = self.teller.entries
        start = len(entries)
        self.teller.heading(1, name)
        self._open = {1: name}
        self._write_case(side)
        if self._answers:
            self._write_answers(side)
        if self._case and self._answers:
            self._write_rest(side)
        below = entries[start + 1 : start + 2]
        if not below or (isinstance(below[0], Heading) and below[0].level == 1):
            del entries[start]  # nothing stands under it, or a section that names its own pocket

    def _write_case(self, side: Side | None) -> None:
        self._placed = {statement for statement in self.teller.own if statement.side is side}
        seen: set[Statement] = set()
        answered = {} if self._map.sides else dict(self._answered(None))
        for statement in self.teller.mine:
            heads = statement in self.teller.own or (statement in self._tops and statement.kind is not Kind.REBUTTAL)
            if statement.side is not side or statement in seen or not heads:
                continue
            parts = statement.section.title.split(LEVELS) if statement.section else []
            mine = answered.get(statement)
            if mine and statement.analytic and not any(self.teller.supports(statement)):
                # Without sides, what is only answered names a block, in its section's place.
                seen.add(statement)
                self._done.add(statement)
                self.teller.told.add(statement)
                if self._answers:
                    self._place([*parts, f"AT: {statement.text}"], ANSWERS)
                    self._block(mine)
            elif self._case:
                self._place(parts or [CASE], CASE)
                self.teller.tell(statement, seen, self._decide(seen))
        self._placed = set()

    def _write_answers(self, side: Side | None) -> None:
        begun = False
        for statement, mine in self._answered(side):
            if statement in self._done:
                continue
            if not begun:
                self.teller.heading(2, ANSWERS)
                begun = True
            self.teller.heading(3, f"AT: {statement.text}")
            self._block(mine)

    def _write_rest(self, side: Side | None) -> None:
        """What bears only on what bears on it in turn: told last, so that nothing is lost."""
        rest = [s for s in self.teller.mine if s.side is side and s not in self.teller.told]
        seen: set[Statement] = set()
        for number, statement in enumerate(rest):
            if number == 0:
                self.teller.heading(2, "Also in the map")
            if statement not in self.teller.told:
                self.teller.tell(statement, seen, self._decide(seen))

    def _answered(self, side: Side | None) -> Iterator[tuple[Statement, list[Answer]]]:
        """Each statement that a side answers, the links from it too, with the answers in reading order."""
        for statement in self._map.statements:
            if statement not in self._attacked:
                continue
            ahead = (link for link in self._map.links_from(statement) if link.sources[0] is statement)
            onto = (*self._map.links_onto(statement), *(over for link in ahead for over in self._map.links_onto(link)))
            mine = [
                (link, source)
                for link in dict.fromkeys(onto)
                if link.kind is LinkKind.REBUTS
                for source in link.sources
                if source.side is side and source in self.teller.mine
            ]
            if mine:
                yield statement, mine

    def _block(self, answers: list[Answer]) -> None:
        seen: set[Statement] = set()
        for number, (link, statement) in enumerate(answers, 1):
            prefix = numbered(number, statement, link)
            if statement in self.teller.own and self._case:
                self.teller.name(statement, Way.CROSS_APPLIED, prefix)
            else:
                self.teller.tell(statement, seen, self._decide(seen), prefix)
            self.teller.tell_warrants(link, seen, self._decide(seen))

    def _decide(self, seen: set[Statement]) -> "_Decision":
        return _Decision(self.teller, self._placed, seen)

    def _place(self, parts: list[str], hat: str) -> None:
        """Open the headings of a place: the last part is a block, those before it hats (and, without
        sides, pockets)."""
        if self._map.sides:
            parts = [LEVELS.join(parts[:-1]) if len(parts) > 1 else hat, parts[-1]]
        if len(parts) > 3:
            parts = [parts[0], LEVELS.join(parts[1:-1]), parts[-1]]
        for level, words in enumerate(parts, 4 - len(parts)):
            if self._open.get(level) != words:
                self.teller.heading(level, words)
                self._open = {above: said for above, said in self._open.items() if above < level} | {level: words}


class _Decision:
    """How a statement is told where it supports another: evidence always in full, since a block must
    stand by itself; a claim with a place of its own is named."""

    def __init__(self, teller: Teller, placed: set[Statement], seen: set[Statement]) -> None:
        self._teller, self._placed, self._seen = teller, placed, seen

    def __call__(self, statement: Statement) -> Way:
        if statement.kind is Kind.EVIDENCE:
            return Way.IN_FULL
        if statement in self._placed:
            self._teller.links_untold.update(self._teller.map.links_from(statement))
            return Way.NOT_AT_ALL
        if statement in self._teller.own or statement in self._seen:
            return Way.CROSS_APPLIED
        return Way.IN_FULL
