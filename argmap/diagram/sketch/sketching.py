"""Measuring a map: from statements, links, sides and sections to a sketch."""

from collections import deque
from collections.abc import Mapping

from ...graph.ends import contradictions, pinned
from ...graph.forest import Homes, ground, homes
from ...model import ArgumentMap, Link, LinkKind, Section, Statement
from ...words.omissions import omissions
from .. import typography as type_
from ..drawing import Block
from ..measure import Run
from ..signs import Mark, Role, Shape, Standing
from ..text.badges import badged
from ..text.blocks import statement_block, stub_block, title_block, topic_block
from ..text.sides import SideLooks
from ..text.told import NOTHING, Told
from ..typography import Tone, at_least
from ..xml import clean
from .further import described
from .sections import Sections
from .sketch import Cell, Sketch, SketchBox, SketchJoint, Strand, Twig, role_of, shape_of

CHARACTER = 5.0
"""The mean width of a letter of a statement, in points: turns characters a line into points."""
FRAME_TITLE = 152.0

Spot = tuple[Statement | Link, str, str]
"""Where more may hang: a statement or link, the key that lines to it end at, and its place in the tree."""
Lines = Mapping[Link, Link | None]
"""The further links that are drawn as lines, with the link that the same line stands for, if any."""


def sketch(  # noqa: PLR0913 - what a sketch is made of
    map: ArgumentMap,
    *,
    wrap: int = 28,
    told: Told = NOTHING,
    lines: Lines | None = None,
    stubs: bool = True,
    upright: bool = False,
    least: float = 0.0,
) -> Sketch:
    """Measure a map. `wrap` is about how many letters a line of a claim has.

    Of what is `told` of them, remarks are shown on the boxes and verdicts on badges. `lines` are the
    further links that are drawn as lines; the others are stubs, or, without `stubs`, lines too. `upright`: the
    picture will be read up or down. No type is smaller than `least`.
    """
    return _Sketcher(map, wrap * CHARACTER, told, lines or {}, stubs, upright, least).done()


class _Sketcher:
    """Gathers the parts of one sketch."""

    def __init__(  # noqa: PLR0913, PLR0917 - as `sketch`
        self, map: ArgumentMap, text_width: float, told: Told, lines: Lines, stubs: bool, upright: bool, least: float
    ) -> None:
        self.map = map
        self.text_width = text_width
        self.told = told
        self.least = least
        self.lines = dict(lines)
        self.stubs = stubs
        self.homes: Homes = homes(map)
        self.looks = SideLooks(map)
        self.upright = upright
        # In rows, a heading would push a box out of its row.
        self.sections = Sections(self.homes, headings=not upright)
        self.boxes: dict[str, SketchBox] = {}
        self.joints: dict[str, SketchJoint] = {}
        self.cells: dict[str, Cell] = {}
        self.tree: list[Twig] = []
        self.strands: list[Strand] = []
        self.cell_of: dict[str, str] = {}
        self.cut: set[Statement] = set()
        self.stubbed = 0
        self.keys = {statement: f"n{number}" for number, statement in enumerate(map.statements, 1)}
        self.numbers = {link: number for number, link in enumerate(map.links, 1)}
        self.place = {statement: number for number, statement in enumerate(map.statements)}
        self.pinned = pinned(map)
        self.omitted = omissions(map)

    def done(self) -> Sketch:
        # A part without a top claim has nothing that speaks to the topic: the title says it all.
        topic = "n0" if self.map.topic and (self.pinned or not self.map.part) else None
        self._all_lines()
        self._statements()
        self._topic(topic)
        for root in self.homes.roots:
            self._root(root, topic)
        lines = self._further([*self.lines])
        for statement in self.map.statements:
            if self.keys[statement] not in self.cell_of:
                self._root(self._cut(statement), topic)
                lines = self._further(lines)
        return Sketch(self.boxes, self.joints, self.cells, tuple(self.tree), tuple(self.strands), topic, self.upright)

    def _cut(self, statement: Statement) -> Statement:
        """Of the circle that a statement hangs from the first in the file, which is to hang from nothing: what
        denies a link stands where that is drawn, and this may be under what denies it."""
        circle: dict[Statement, None] = {}
        while statement not in circle:
            circle[statement] = None
            statement = ground(self.homes.links[statement])
        first, above = statement, ground(self.homes.links[statement])
        while above is not statement:
            first, above = min(first, above, key=self.place.__getitem__), ground(self.homes.links[above])
        self.cut.add(first)
        return first

    def _all_lines(self) -> None:
        """Without stubs, every further link is a line; of two that answer each other one is for both."""
        if self.stubs:
            return
        answers = contradictions(self.map)
        further = set(self.homes.further)
        stand_for = {other for link, other in answers.items() if link in further and other in further}
        for link in self.homes.further:
            if link not in stand_for:
                self.lines[link] = answers[link] if answers.get(link) in stand_for else None

    # Boxes

    def _statements(self) -> None:
        conceded: dict[Statement, list[tuple[str, Tone]]] = {}
        for concession in self.map.concessions:
            note = (f"conceded by {concession.side.id.upper()}", self.looks.at(concession.side).accent)
            conceded.setdefault(concession.statement, []).append(note)
        also = self._also()
        for statement, key in self.keys.items():
            look = self.looks.of(statement)
            notes = [*conceded.get(statement, ())]
            notes += [(words, Tone.INK) for words in self.told.remarks.get(statement, ())]
            notes += also.get(statement, ())
            notes += [(lost.words, Tone.MUTED) for lost in self.omitted.get(statement, ())]
            if section := self.sections.noted(statement):
                notes.append((f"§ {section.title}", Tone.MUTED))
            block, chip = statement_block(statement, look, notes, self.text_width, self.least)
            said = [words for words, _ in notes]
            badge = None
            if statement in self.told.verdicts:
                said.append(self.told.verdicts[statement])
                block, badge = badged(block, Standing(self.told.verdicts[statement]), self.least)
            shape = shape_of(statement)
            fill = None if shape is Shape.EVIDENCE else look.tint
            self.boxes[key] = SketchBox(key, statement, shape, block, look.accent, tuple(said), badge, chip, fill)

    def _also(self) -> Mapping[Statement, list[tuple[str, Tone]]]:
        """What each statement does by further links that are no lines."""
        drawn = {*self.lines, *self.lines.values()}
        found: dict[Statement, list[tuple[str, Tone]]] = {}
        for link in self.homes.further:
            if link in drawn:
                continue
            tone = Tone.SUPPORT if link.kind is LinkKind.SUPPORTS else Tone.REBUT
            for source in link.sources:
                if self.homes.links.get(source) is not link:
                    found.setdefault(source, []).append((described(link), tone))
        return found

    def _stub(self, statement: Statement, link: Link) -> str:
        """A new stub of a statement, for one of its links; its key."""
        self.stubbed += 1
        key = f"s{self.stubbed}"
        above = None if statement in self.cut else self.homes.above(statement)
        note = f"under {above.label}" if above else "a main claim" if statement in self.pinned else "on its own"
        look = self.looks.of(statement)
        block, chip = stub_block(statement, look, note, self.text_width + 18, self.least)
        number = self.numbers[link]
        self.boxes[key] = SketchBox(key, statement, Shape.STUB, block, look.accent, (note,), None, chip, link=number)
        return key

    # The tree

    def _topic(self, topic: str | None) -> None:
        if topic is None or self.map.topic is None:
            return
        tops = [s for s in self.map.tops if s in self.pinned]
        block = topic_block(self.map.topic, self.text_width * 1.16, len(tops), self.least)
        self.boxes = {topic: SketchBox(topic, None, Shape.TOPIC, block, Tone.INK), **self.boxes}
        self._cell(Cell(topic, (topic,)), None)

    def _cell(self, cell: Cell, above: str | None) -> str:
        self.cells[cell.key] = cell
        self.cell_of.update(dict.fromkeys(cell.boxes, cell.key))
        self.tree.append(Twig(cell.key, above))
        return cell.key

    def _root(self, root: Statement, topic: str | None) -> None:
        """A statement that stands under nothing, and all that stands under it."""
        key = self.keys[root]
        section = self.sections.heading(root)
        title = self._heading(section) if section else None
        self._cell(Cell(key, (key,), title, words=section.title if section else ""), topic)
        if topic and root in self.pinned:
            self._strand(key, topic, self._stance(root), None)
        self._grow(root, key)

    def _grow(self, root: Statement | Link, at: str) -> None:
        """All that stands under a statement or a link, which is at its place."""
        waiting: deque[Spot] = deque([(root, at, at)])
        while waiting:
            node, head, above = waiting.popleft()  # what one frame holds hangs its reasons under it in turn
            for link in self._drawn_at(node):
                waiting += self._hang(link, head, above)

    def _drawn_at(self, node: Statement | Link) -> list[Link]:
        """The links onto a statement or link that are not lines from elsewhere, in the file's order."""
        if isinstance(node, Link):
            onto = list(self.map.links_onto(node))
        else:
            onto = [each.link for each in self.homes.under.get(node, ()) if each.link.target is node]
        away = {*self.lines, *self.lines.values()}
        return [link for link in onto if link not in away or any(self._at_home(link, s) for s in link.sources)]

    def _at_home(self, link: Link, source: Statement) -> bool:
        return self.homes.links.get(source) is link and source not in self.cut

    def _hang(self, link: Link, head: str, above: str) -> list[Spot]:
        """What a link joins to its head, in the tree under `above`; and where more hangs from there."""
        loose = link.joined and link in self.lines  # some come from elsewhere: they meet at a dot
        joint = None
        if loose or self.map.links_onto(link):
            joint = self._joint(link, Mark.JOIN if loose else Mark.NONE, above)
            self._strand(joint, head, role_of(link), link)
            above = joint
        end, more = joint or head, [] if joint is None else [(link, joint, joint)]
        spots: list[Spot] = []
        for member, key in self._members(link, framed=link.joined and not loose, above=above):
            if key is not None and self._at_home(link, member):
                spots.append((member, self.keys[member], key))
            if loose or not link.joined:
                tail = key or self.keys[member]
                self._strand(tail, end, role_of(link), link, tip=joint is None)
        if link.joined and not loose:
            self._strand(f"f{self.numbers[link]}", end, role_of(link), link, tip=joint is None)
        return [*spots, *more]

    def _members(self, link: Link, *, framed: bool, above: str) -> list[tuple[Statement, str | None]]:
        """The sources of a link with the cells that they stand in; None where one stands elsewhere and a
        line comes from there."""
        order = sorted(link.sources, key=self.place.__getitem__)
        if not framed:
            cells: list[tuple[Statement, str | None]] = []
            for member in order:
                key = None
                if self._at_home(link, member):
                    key = self._cell(Cell(self.keys[member], (self.keys[member],)), above)
                elif link not in self.lines:
                    stub = self._stub(member, link)
                    key = self._cell(Cell(stub, (stub,)), above)
                cells.append((member, key))
            return cells
        boxes = tuple(self.keys[each] if self._at_home(link, each) else self._stub(each, link) for each in order)
        names = " + ".join(each.label for each in order)
        small = at_least(type_.TOGETHER, self.least)
        title = title_block([Run(f"{names} hold together", small)], Tone.MUTED, FRAME_TITLE, 1)
        spoken = f"{names} hold together: neither carries the point alone"
        frame = self._cell(Cell(f"f{self.numbers[link]}", boxes, title, framed=True, words=spoken), above)
        return [(member, frame) for member in order]

    def _joint(self, link: Link, least: Mark, above: str | None) -> str:
        onto = self.map.links_onto(link)
        mark = Mark.DOT if onto else least
        if any(other.kind is LinkKind.REBUTS for other in onto):
            mark = Mark.CIRCLE
        key = f"j{self.numbers[link]}"
        self.joints[key] = SketchJoint(key, mark, link)
        self.tree.append(Twig(key, above))
        return key

    def _further(self, later: list[Link]) -> list[Link]:
        """The lines of further links, from where their sources stand; those that are not drawn yet."""
        waiting: list[Link] = []
        while len(waiting) != len(later):
            waiting, later = later, []
            for link in waiting:
                onto = link.target
                head = self.keys[onto] if isinstance(onto, Statement) else f"j{self.numbers[onto]}"
                there = head in self.cell_of or head in self.joints
                if there and not any(self._at_home(link, source) for source in link.sources):
                    self._line(link, head)
                else:
                    later.append(link)
        return later

    def _line(self, link: Link, head: str) -> None:
        if link.joined or self.map.links_onto(link):
            joint = self._joint(link, Mark.JOIN, self.cell_of.get(head, head))
            self._strand(joint, head, role_of(link), link)
            self._grow(link, joint)
            head = joint
        for source in link.sources:
            tip = not head.endswith(f"j{self.numbers[link]}")
            self._strand(self.keys[source], head, role_of(link), link, tip=tip, back=self.lines[link])

    def _strand(  # noqa: PLR0913 - the fields of a strand
        self, tail: str, head: str, role: Role, link: Link | None, *, tip: bool = True, back: Link | None = None
    ) -> None:
        self.strands.append(Strand(f"e{len(self.strands) + 1}", tail, head, role, link, tip, back))

    def _heading(self, section: Section) -> Block:
        words = [Run(clean(section.title) or "…", type_.SECTION)]
        return title_block(words, Tone.MUTED, self.text_width + 20, 6)

    def _stance(self, statement: Statement) -> Role:
        rank = self.looks.of(statement).rank
        return (Role.BEARS, Role.SPEAKS_FOR)[rank == 0] if rank < 1 else Role.SPEAKS_AGAINST
