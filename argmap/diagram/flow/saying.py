"""What the boxes of a flow say: a statement's words, the notes under them, stubs that name it elsewhere."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ...graph.forest import Homes
from ...model import ArgumentMap, Link, LinkKind, Statement
from ..compose import link_names
from ..drawing import Block, Box, Chip
from ..signs import Shape, Standing
from ..sketch.further import described
from ..sketch.sketch import shape_of
from ..text.badges import badged
from ..text.blocks import stub_block
from ..text.citation import cite_line
from ..text.sides import SideLooks
from ..text.told import Told
from ..text.words import statement_words
from ..typography import Tone
from ..xml import clean
from .columns import Columns
from .strip import Spot
from .words import Note, flow_block


class Saying:
    """Writes the boxes of one map, in no smaller type than `least`. `pages` are where statements stand on paper;
    none on a canvas."""

    def __init__(  # noqa: PLR0913, PLR0917 - what boxes say comes from all of these
        self,
        map: ArgumentMap,
        homes: Homes,
        columns: Columns,
        told: Told,
        pages: Mapping[Statement, int],
        least: float,
    ) -> None:
        self.homes = homes
        self.columns = columns
        self.told = told
        self.pages = pages
        self.least = least
        self.looks = SideLooks(map)
        self.numbers = link_names(map)
        self.also = _also(homes)
        self.conceded: dict[Statement, list[Note]] = {}
        for each in map.concessions:
            note = Note(f"conceded by {each.side.id.upper()}", self.looks.at(each.side).accent)
            self.conceded.setdefault(each.statement, []).append(note)
        self.words = cache(self._words)
        self.stub = cache(self._stub)

    def notes(self, statement: Statement, far: bool) -> list[Note]:
        """The small lines under a statement's words; of one whose answers are `far`, where those are."""
        said = [*self.conceded.get(statement, ())]
        said += [Note(words, Tone.INK) for words in self.told.remarks.get(statement, ())]
        for link, tone in self.also.get(statement, ()):
            said.append(Note(f"▸ {described(link)}{self._page_of(link)}", tone))
        above = self.homes.above(statement)
        if statement.section and (above is None or above.section is not statement.section):
            said.append(Note(f"§ {statement.section.title}", Tone.MUTED))
        if far:
            hung = (each for each in self.homes.under[statement] if each.link.kind is LinkKind.REBUTS)
            for member in (member for each in hung for member in each.members):
                said.append(Note(f"▸ answered by {member.label}{self._page(member)}", Tone.REBUT))
        return said

    def _page_of(self, link: Link) -> str:
        end = link.target
        while isinstance(end, Link):
            end = end.target
        return self._page(end)

    def _page(self, statement: Statement) -> str:
        """Where a statement stands on paper; a line never ends within that."""
        return f", page\u00a0{self.pages[statement]}" if statement in self.pages else ""

    def _words(self, statement: Statement, width: float, main: bool, far: bool) -> tuple[Block, Chip]:
        look, notes = self.looks.of(statement), self.notes(statement, far)
        badge, speech = self._badged(statement), self._speech(statement)
        return flow_block(statement, look, notes, width, main=main, badge=badge, speech=speech, least=self.least)

    def _speech(self, statement: Statement) -> str:
        """The speech that a box names: none that what it stands under, or the head of its column, names already."""
        above, link = self.homes.above(statement), self.homes.links.get(statement)
        answers = link is not None and link.kind is LinkKind.REBUTS
        same = above is not None and above.speech == statement.speech
        told = same or self.columns.tells(statement, above, answers=answers)
        return "" if told else statement.speech or ""

    def _badged(self, statement: Statement) -> bool:
        """Whether a box has a badge: what simply stands needs none."""
        return self.told.verdicts.get(statement, Standing.STANDS) != Standing.STANDS

    def _stub(self, statement: Statement, width: float, crumb: bool) -> tuple[Block, Chip]:
        above = self.homes.above(statement)
        note = "continued" if crumb else f"under {above.label}" if above else "a main claim"
        if not crumb:
            note += self._page(statement)
        return stub_block(statement, self.looks.of(statement), note, width, self.least)

    def rewritten(self, spot: Spot) -> None:
        """Write a spot's words anew, with the pages of now; its box keeps its size."""
        if spot.stub:
            block, chip = self.stub(spot.statement, spot.block.width, spot.crumb)
        else:
            block, chip = self.words(spot.statement, spot.block.width, spot.main, spot.far)
        spot.block, spot.chip = replace(block, height=spot.block.height), chip

    def box(self, spot: Spot, x: float, y: float, number: int) -> Box:
        """A spot as a box of the drawing; `number` tells stubs apart."""
        statement, look = spot.statement, self.looks.of(spot.statement)
        if spot.stub:
            words = clean(f"{statement.label}, {spot.block.lines[-1].text}: {statement.text}")
            link = self.numbers[spot.link] if spot.link and not spot.crumb else ""
            return Box(f"stub-{number}", Shape.STUB, x, y, spot.block, words, look.accent, None, spot.chip, None,
                       statement.label, link)  # fmt: skip
        block, badge, remarks = spot.block, None, [note.words for note in self.notes(statement, spot.far)]
        verdict = self.told.verdicts.get(statement)
        if verdict is not None:
            remarks.append(verdict)
            if self._badged(statement):
                block, badge = badged(block, Standing(verdict), self.least)
        cites = tuple(clean(cite_line(cite)) for cite in statement.cites)
        words = clean(statement_words(statement, cites, tuple(remarks)))
        return Box(statement.label, shape_of(statement), x, y, block, words, look.accent, badge, spot.chip)


def _also(homes: Homes) -> Mapping[Statement, list[tuple[Link, Tone]]]:
    """What each statement does elsewhere."""
    found: dict[Statement, list[tuple[Link, Tone]]] = {}
    for link in homes.further:
        tone = Tone.SUPPORT if link.kind is LinkKind.SUPPORTS else Tone.REBUT
        for source in link.sources:
            if homes.links.get(source) is not link:
                found.setdefault(source, []).append((link, tone))
    return found
