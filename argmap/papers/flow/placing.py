"""Statements put into cells: answers beside what they answer, support below all of them, warrants last."""

from collections.abc import Generator, Sequence

from ...graph.homes import homes
from ...model import ArgumentMap, Kind, Link, LinkKind, Side, Statement
from ...words.speaking import lends, named_and_dated
from ..answering import announced
from ..telling import Teller
from .columns import CASE, Columns
from .sheets import Cell, Flow, Sheet, Spot

EXTENDED = "→ extend →"

Steps = Generator["Steps", int, int]
"""A placing that hands out the placings inside it and ends with its height: nesting may go to any depth."""


def flow(map: ArgumentMap) -> Flow:
    """The flow of a map. Every statement has a cell."""
    placing = _Placing(map)
    placing.place_all()
    return Flow(placing.columns.names, placing.columns.motion, tuple(placing.sheets))


class _Placing:
    """Fills sheets. `_at` is where each statement stands in full."""

    def __init__(self, map: ArgumentMap) -> None:
        self._teller = Teller(map)
        self._map = self._teller.map
        self._homes = homes(self._map)
        self._conceded = {each.statement for each in self._map.concessions}
        self._at: dict[Statement, Spot] = {}
        self.columns = Columns(self._map)
        self.sheets: list[Sheet] = []

    def place_all(self) -> None:
        """Each section and side that has claims of its own gets a sheet."""
        known: dict[tuple[str, Side | None], Sheet] = {}
        tops = set(self._map.tops)
        for statement in self._teller.mine:
            heads = statement in self._teller.own or (statement in tops and statement.kind is not Kind.REBUTTAL)
            if statement in self._at or not heads:
                continue
            key = (statement.section.title if statement.section else CASE, statement.side)
            if key not in known:
                known[key] = self._new_sheet(*key)
            self._append(known[key], statement)
        for statement in self._teller.mine:  # what bears on nothing that has a cell: circles, parts of a map
            if statement not in self._at:
                self._append(self.sheets[-1] if self.sheets else self._new_sheet(CASE, statement.side), statement)

    def _new_sheet(self, title: str, side: Side | None) -> Sheet:
        self.sheets.append(Sheet(title, side, self.columns.for_motion(side), self.columns.first(side)))
        return self.sheets[-1]

    def _append(self, sheet: Sheet, statement: Statement) -> None:
        spot = Spot(sheet, sheet.height, self.columns.of(statement, sheet.first))
        sheet.height += _run(self._place(spot, statement, None, None))

    def _place(self, spot: Spot, statement: Statement, answers: Cell | None, under: Cell | None) -> Steps:
        """Put a statement and all that bears on it; the height that this takes."""
        if statement in self._at:
            return self._again(spot, statement, answers, under)
        lent = self._lent(statement)
        cell = self._cell(statement, lent, answers, under)
        spot.put(cell)
        for each in (statement, *lent):
            self._at[each] = spot
        height = 0
        for link in self._rebuts(statement):
            for source in self._in_part(link):
                height += yield self._place_answer(spot.below(height), source, cell, link)
        height = max(1, height)
        for link in self._teller.supports(statement):
            for source in self._in_part(link):
                if source not in lent:
                    height += yield self._place_support(spot.below(height), source, cell, link)
            height += yield self._place_warrants(spot.below(height), link, cell)
        self._extend(spot, statement, cell)
        return height

    def _extend(self, spot: Spot, statement: Statement, cell: Cell) -> None:
        """Say in a statement's row which later speeches make it again, as far as nothing stands between: who
        goes on answering in its row makes it again with that."""
        cells = spot.sheet.cells
        for column in sorted(map(self.columns.of_speech, statement.extended)):
            between = [cells.get((spot.row, at)) for at in range(spot.column + 1, column + 1)]
            if between and all(each is None or each.text == EXTENDED for each in between):
                spot.below(0, column).put(Cell(EXTENDED, statement, extension=True, answers=cell))

    def _place_answer(self, spot: Spot, answer: Statement, cell: Cell, link: Link) -> Steps:
        here = spot.below(0, self.columns.of(answer, self.columns.after(spot.column, answer.side)))
        skipped = 0
        while not here.below(skipped).free:
            skipped += 1
        here = here.below(skipped)
        if answer in self._teller.own:
            here.put(Cell(f"→ {answer.text}", answer, extension=True, answers=cell))
            return skipped + 1
        if self._homes.get(answer, link) is not link and answer not in self._at:
            return skipped + self._again(here, answer, cell, None)
        return skipped + (yield self._place(here, answer, cell, None))

    def _place_support(self, spot: Spot, source: Statement, cell: Cell, link: Link) -> Steps:
        known = self._at.get(source)
        if known is not None and known.sheet is spot.sheet and known.column < spot.column:
            beside = known.below(0, spot.column)  # a later speech rests on it again
            if beside.free:
                beside.put(Cell(EXTENDED, source, extension=True))
            return 0
        if source in self._teller.own and known is None:
            return 0  # it has a row of its own
        if known is None and self._homes.get(source, link) is not link:
            return self._again(spot, source, None, cell)
        return (yield self._place(spot.below(0, self.columns.of(source, spot.column)), source, None, cell))

    def _place_warrants(self, spot: Spot, link: Link, cell: Cell) -> Steps:
        height = 0
        for over in self._map.links_onto(link):
            if over.kind is LinkKind.SUPPORTS:
                for warrant in self._in_part(over):
                    here = spot.below(height, self.columns.of(warrant, spot.column))
                    height += yield self._place(here, warrant, None, cell)
                height += yield self._place_warrants(spot.below(height), over, cell)
        return height

    def _again(self, spot: Spot, statement: Statement, answers: Cell | None, under: Cell | None) -> int:
        """Name a statement that has its row elsewhere: evidence in full, anything else by its words."""
        evidence = statement.kind is Kind.EVIDENCE
        cell = Cell(self._text(statement) if evidence else f"→ {statement.text}", statement)
        cell.evidence, cell.extension = evidence and bool(statement.cites), not evidence
        cell.answers, cell.under = answers, under
        spot.put(cell)
        return 1

    def _cell(self, statement: Statement, lent: Sequence[Statement], answers: Cell | None, under: Cell | None) -> Cell:
        names = "; ".join(named_and_dated(source.cites[0].source) for source in lent)
        return Cell(
            self._text(statement) + (f" ({names})" if names else ""),
            statement,
            evidence=bool(statement.cites or statement.card or lent),
            offence=bool(statement.mark and statement.mark.offence),
            conceded=statement in self._conceded,
            answers=answers,
            under=under,
        )

    def _text(self, statement: Statement) -> str:
        """`Turn: text (Hsu 2021)`."""
        names = "; ".join(dict.fromkeys(named_and_dated(cite.source) for cite in statement.cites))
        if lends(statement):
            return names
        return announced(statement) + statement.text + (f" ({names})" if names else "")

    def _lent(self, statement: Statement) -> list[Statement]:
        """Evidence that lends its cite to a claim's cell."""
        if statement.cites:
            return []
        alone = (link.sources[0] for link in self._teller.supports(statement) if not link.joined)
        return [each for each in alone if lends(each) and each not in self._at and each in self._teller.mine]

    def _rebuts(self, statement: Statement) -> list[Link]:
        ahead = (link for link in self._map.links_from(statement) if link.sources[0] is statement)
        onto = (*self._map.links_onto(statement), *(over for link in ahead for over in self._map.links_onto(link)))
        return [link for link in onto if link.kind is LinkKind.REBUTS]

    def _in_part(self, link: Link) -> list[Statement]:
        return [source for source in link.sources if source in self._teller.mine]


def _run(first: Steps) -> int:
    """Run a placing and all that it hands out, with a stack of our own."""
    waiting: list[Steps] = [first]
    height: int | None = None
    while waiting:
        try:
            inner = next(waiting[-1]) if height is None else waiting[-1].send(height)
        except StopIteration as done:
            waiting.pop()
            height = done.value
        else:
            waiting.append(inner)
            height = None
    return height or 0
