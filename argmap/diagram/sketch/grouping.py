"""Which statements stand together: sides, sections within them, and frames of joined statements."""

from collections.abc import Collection

from ...model import ArgumentMap, Kind, Link, Section, Side, Statement
from .. import typography as type_
from ..measure import Run
from ..text.blocks import title_block
from ..typography import SIDES, TINTS, Tone
from ..xml import clean
from .sketch import Group

TITLE_WIDTH = 330.0
SECTION_WIDTH = 152.0
FRAME_WIDTH = 152.0
LARGE = 80
"""With more statements than this, fewer sections are drawn."""

Place = tuple[Side | None, Section | None]


class Grouping:
    """Makes the groups of a map as they are asked for. Links in `loose` get no frame."""

    def __init__(self, map: ArgumentMap, loose: Collection[Link] = ()) -> None:
        self._loose = loose
        self.made: dict[str, Group] = {}
        self._sides = map.sides
        self._accents = {side: SIDES[i % len(SIDES)] for i, side in enumerate(map.sides)}
        self._homes: dict[Place, str | None] = {(None, None): None}
        self._framed: set[Statement] = set()
        self._shown = self._sections_shown(map)

    def accent(self, side: Side | None) -> Tone:
        """The colour of a side's words."""
        return self._accents.get(side, Tone.INK) if side else Tone.INK

    def side(self, statement: Statement) -> Side | None:
        """A statement's side, where it is one of the map's."""
        return statement.side if statement.side in self._accents else None

    def home(self, statement: Statement) -> str | None:
        """The key of the group that a statement stands in."""
        return self._home(self.side(statement), statement.section)

    def between(self, statement: Statement, other: Statement) -> str | None:
        """Where a joint stands between two statements: in the section of both, else the first one's side."""
        home = self.home(statement)
        if home is None or home == self.home(other):
            return home
        return self.made[home].parent or home

    def shows_section(self, statement: Statement) -> bool:
        """Whether a statement's section is drawn round it (or it has none)."""
        return statement.section is None or (self.side(statement), statement.section) in self._shown

    def frame(self, link: Link, members: tuple[str, ...]) -> bool:
        """Frame the statements that hold together, where they stand in one group and in no frame yet."""
        homes = {self.home(source) for source in link.sources}
        if link in self._loose or len(homes) > 1 or not self._framed.isdisjoint(link.sources):
            return False
        self._framed.update(link.sources)
        words = " + ".join(source.label for source in link.sources)
        title = title_block([Run(f"{words} hold together", type_.TOGETHER)], Tone.MUTED, FRAME_WIDTH, 1)
        spoken = f"{words} hold together: neither carries the point alone"
        key = f"g{len(self.made) + 1}"
        self.made[key] = Group(key, homes.pop(), 2, title, Tone.PAGE, Tone.NOTE_LINE, spoken, members)
        return True

    def _home(self, side: Side | None, section: Section | None) -> str | None:
        place = (side, section if (side, section) in self._shown else None)
        if place not in self._homes:
            parent = self._home(side, None) if place[1] else None
            key = f"g{len(self.made) + 1}"
            self._homes[place] = key
            if place[1]:
                self.made[key] = self._section(key, parent, side, place[1])
            elif side:
                self.made[key] = self._side(key, side)
        return self._homes[place]

    def _side(self, key: str, side: Side) -> Group:
        accent = self.accent(side)
        title = title_block(_side_title(side), accent, TITLE_WIDTH, 4)
        rank = self._sides.index(side)
        return Group(key, None, 0, title, _tint(accent), accent, f"Side: {side.name}", rank=rank)

    def _section(self, key: str, parent: str | None, side: Side | None, section: Section) -> Group:
        accent = self.accent(side)
        words = [Run(clean(section.title) or "…", type_.SECTION)]
        title = title_block(words, accent if side else Tone.MUTED, SECTION_WIDTH, 3)
        line = accent if side else Tone.NOTE_LINE
        return Group(key, parent, 1, title, _tint(accent), line, f"Section: {section.title}")

    def _sections_shown(self, map: ArgumentMap) -> set[Place]:
        """What a side says in a section is a group where it holds a claim and is no claim alone.

        Each group takes a band of the page's height; so in a large map it must hold a top claim, and
        on paper there is none: the boxes say their sections.
        """
        if map.part and map.part.pages is not None:
            return set()
        leading = set(map.tops) if len(map.statements) > LARGE else set(map.statements)
        sizes: dict[Place, int] = {}
        led: set[Place] = set()
        for statement in map.statements:
            place = (self.side(statement), statement.section)
            sizes[place] = sizes.get(place, 0) + 1
            if statement.section and statement.kind is Kind.CLAIM and statement in leading:
                led.add(place)
        return {place for place in led if sizes[place] > 1}


def _tint(accent: Tone) -> Tone:
    return TINTS[SIDES.index(accent)] if accent in SIDES else Tone.PLAIN_TINT


def _side_title(side: Side) -> list[Run]:
    shown, name = clean(side.id).upper(), clean(side.name)
    if not name or name.upper() == shown:
        return [Run(name or shown, type_.SIDE_ID)]
    return [Run(shown, type_.SIDE_ID), Run(f" – {name}", type_.SIDE_NAME)]
