"""Measuring a map: from statements, links, sides and sections to a sketch."""

from collections.abc import Mapping, Sequence

from ..model import ArgumentMap, Kind, Link, LinkKind, Section, Side, Statement
from . import typography as type_
from .blocks import statement_block, title_block, topic_block
from .drawing import Mark, Role, Shape
from .measure import Run
from .sketch import Group, Sketch, SketchBox, SketchJoint, Strand, role_of, shape_of
from .typography import SIDES, TINTS, Tone
from .xml import clean

TITLE_WIDTH = 330.0
SECTION_WIDTH = 152.0
LARGE = 80
"""With more statements than this, fewer sections are drawn."""
CHARACTER = 5.0
"""The mean width of a letter of a statement, in points: turns characters a line into points."""

Remarks = Mapping[Statement, Sequence[str]]
"""Small words to show on statements' boxes."""


def sketch(map: ArgumentMap, *, wrap: int = 28, remarks: Remarks | None = None) -> Sketch:
    """Measure a map. `wrap` is about how many letters a line of a claim has.

    `remarks` are further small words to show on a statement's box.
    """
    return _Sketcher(map, wrap * CHARACTER, remarks or {}).done()


class _Sketcher:
    """Gathers the parts of one sketch."""

    def __init__(self, map: ArgumentMap, text_width: float, remarks: Remarks) -> None:
        self.map = map
        self.text_width = text_width
        self.remarks = remarks
        self.accents = {side: SIDES[i % len(SIDES)] for i, side in enumerate(map.sides)}
        self.groups: dict[str, Group] = {}
        self.homes: dict[tuple[Side | None, Section | None], str | None] = {(None, None): None}
        self.boxes: list[SketchBox] = []
        self.joints: list[SketchJoint] = []
        self.strands: list[Strand] = []
        self.keys: dict[Statement | Link, str] = {}
        self.framed: dict[Statement, str] = {}
        self.shown = _sections_shown(map)
        self.pinned = {s for s in map.tops if s.kind is Kind.CLAIM} if map.topic else set()

    def done(self) -> Sketch:
        topic = "n0" if self.map.topic else None
        self._statements()
        self._links()
        self._to_topic(topic)
        return Sketch(
            tuple(self.boxes), tuple(self.joints), tuple(self.strands), tuple(self.groups.values()), topic
        )

    def accent(self, side: Side | None) -> Tone:
        return self.accents.get(side, Tone.INK) if side else Tone.INK

    def home(self, side: Side | None, section: Section | None) -> str | None:
        """The group of what a side says in a section, made when first asked for."""
        if (side, section) not in self.shown:
            section = None
        if (side, section) in self.homes:
            return self.homes[side, section]
        parent = self.home(side, None) if section else None
        key = f"g{len(self.groups) + 1}"
        accent = self.accent(side)
        tint = TINTS[SIDES.index(accent)] if accent in SIDES else Tone.PLAIN_TINT
        if section:
            level, words = 1, f"Section: {section.title}"
            parts = [Run(clean(section.title) or "…", type_.SECTION)]
            line = accent if side else Tone.NOTE_LINE
            title = title_block(parts, accent if side else Tone.MUTED, SECTION_WIDTH, 3)
        else:
            assert side is not None
            level, words, line = 0, f"Side: {side.name}", accent
            title = title_block(_side_title(side), accent, TITLE_WIDTH, 4)
        rank = self.map.sides.index(side) if side else 0
        self.groups[key] = Group(key, parent, level, title, tint, line, words, rank=rank)
        self.homes[side, section] = key
        return key

    def _statements(self) -> None:
        conceded: dict[Statement, list[tuple[str, Tone]]] = {}
        for concession in self.map.concessions:
            words = f"conceded by {concession.side.id.upper()}"
            conceded.setdefault(concession.statement, []).append((words, self.accent(concession.side)))
        for number, statement in enumerate(self.map.statements, 1):
            accent = self.accent(statement.side)
            notes = [
                *conceded.get(statement, ()),
                *((words, Tone.INK) for words in self.remarks.get(statement, ())),
            ]
            if self._needs_section(statement):
                notes.append((f"§ {statement.section.title}" if statement.section else "", Tone.MUTED))
            block = statement_block(statement, accent, notes, self.text_width)
            key = self.keys[statement] = f"n{number}"
            group = self._home_of(statement)
            said = tuple(words for words, _ in notes)
            self.boxes.append(SketchBox(key, statement, shape_of(statement), block, accent, group, said))

    def _needs_section(self, statement: Statement) -> bool:
        """Whether a statement's own box must say its section: none is drawn, and it bears on another."""
        if statement.section is None or (_side_of(statement, self.map), statement.section) in self.shown:
            return False
        for link in self.map.links_from(statement):
            target = link.target
            while isinstance(target, Link):
                target = target.target
            if target.section is statement.section:
                return False
        return True

    def _links(self) -> None:
        for number, link in enumerate(self.map.links, 1):
            if link.joined or self.map.links_onto(link):
                self.keys[link] = f"j{number}"
        for link in self.map.links:
            self._link(link)

    def _link(self, link: Link) -> None:
        role, head = role_of(link), self.keys[link.target]
        joint = self.keys.get(link)
        # Top claims have a column of their own, whatever else they contest.
        pull = 1 if link.sources[0] not in self.pinned else 0 if link.target in self.pinned else -1
        if joint is None:
            self._strand(self.keys[link.sources[0]], head, role, link, pull=pull)
            return
        framed = link.joined and self._frame(link)
        self.joints.append(SketchJoint(joint, self._mark(link, framed), link, self._joint_home(link)))
        for source in link.sources:
            self._strand(
                self.keys[source], joint, None if framed else role, link, tip=False, weight=6, pull=pull
            )
        self._strand(joint, head, role, link, pull=pull)

    def _mark(self, link: Link, framed: bool) -> Mark:
        onto = self.map.links_onto(link)
        if any(other.kind is LinkKind.REBUTS for other in onto):
            return Mark.CIRCLE
        if onto:
            return Mark.DOT
        return Mark.NONE if framed else Mark.JOIN

    def _joint_home(self, link: Link) -> str | None:
        """A joint stands with what it comes from: in the section where both ends do, else the side."""
        target = link.target
        while isinstance(target, Link):
            target = target.target
        home, other = self._home_of(link.sources[0]), self._home_of(target)
        return home if home is None or home == other else self.groups[home].parent or home

    def _frame(self, link: Link) -> bool:
        """Frame the statements that hold together, where they stand in one group and in no frame yet."""
        homes = {self._home_of(source) for source in link.sources}
        if len(homes) > 1 or any(source in self.framed for source in link.sources):
            return False
        key = f"g{len(self.groups) + 1}"
        words = " + ".join(source.label for source in link.sources)
        title = title_block(
            [Run(f"{words} hold together", type_.TOGETHER)], Tone.MUTED, self.text_width + 12, 1
        )
        members = tuple(self.keys[source] for source in link.sources)
        spoken = f"{words} hold together: neither carries the point alone"
        self.groups[key] = Group(key, homes.pop(), 2, title, Tone.PAGE, Tone.NOTE_LINE, spoken, members)
        for source in link.sources:
            self.framed[source] = key
        return True

    def _home_of(self, statement: Statement) -> str | None:
        return self.home(_side_of(statement, self.map), statement.section)

    def _strand(  # noqa: PLR0913 - the fields of a strand
        self,
        tail: str,
        head: str,
        role: Role | None,
        link: Link | None,
        *,
        tip: bool = True,
        weight: int = 1,
        pull: int = 1,
    ) -> None:
        key = f"e{len(self.strands) + 1}"
        self.strands.append(Strand(key, tail, head, role, link, tip and role is not None, weight, pull))

    def _to_topic(self, topic: str | None) -> None:
        """Join the top claims to the topic, and tether whatever else nothing would hold in place."""
        if topic is None or self.map.topic is None:
            return
        tops = [s for s in self.map.tops if s in self.pinned]
        block = topic_block(self.map.topic, self.text_width * 1.16, len(tops))
        self.boxes.insert(0, SketchBox(topic, None, Shape.TOPIC, block, Tone.INK, None))
        for statement in tops:
            self._strand(self.keys[statement], topic, self._stance(statement), None)
        for statement in _untethered(self.map, tops):
            self._strand(self.keys[statement], topic, None, None)

    def _stance(self, statement: Statement) -> Role:
        if statement.side not in self.accents:
            return Role.BEARS
        return Role.SPEAKS_FOR if statement.side is self.map.sides[0] else Role.SPEAKS_AGAINST


def _side_of(statement: Statement, map: ArgumentMap) -> Side | None:
    """A statement's side, where it is one of the map's."""
    return statement.side if statement.side in map.sides else None


def _sections_shown(map: ArgumentMap) -> set[tuple[Side | None, Section | None]]:
    """What a side says in a section is drawn as a group where it holds a claim and is no claim alone.

    Each group takes a band of the page's height; so in a large map it must hold a top claim.
    """
    leading = set(map.tops) if len(map.statements) > LARGE else set(map.statements)
    sizes: dict[tuple[Side | None, Section | None], int] = {}
    led: set[tuple[Side | None, Section | None]] = set()
    for statement in map.statements:
        place = (_side_of(statement, map), statement.section)
        sizes[place] = sizes.get(place, 0) + 1
        if statement.kind is Kind.CLAIM and statement in leading:
            led.add(place)
    return {place for place in led if sizes[place] > 1}


def _side_title(side: Side) -> list[Run]:
    shown, name = clean(side.id).upper(), clean(side.name)
    if not name or name.upper() == shown:
        return [Run(name or shown, type_.SIDE_ID)]
    return [Run(shown, type_.SIDE_ID), Run(f" – {name}", type_.SIDE_NAME)]


def _untethered(map: ArgumentMap, tops: Sequence[Statement]) -> list[Statement]:
    """One statement for each part of the map from which no top claim is reached."""
    seen: set[Statement | Link] = set()
    found: list[Statement] = []

    def reach(start: Statement) -> None:
        waiting: list[Statement | Link] = [start]
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            for link in map.links_onto(node):
                waiting.extend((link, *link.sources))

    for statement in tops:
        reach(statement)
    for statement in (*map.tops, *map.statements):
        if statement not in seen:
            found.append(statement)
            reach(statement)
    return found
