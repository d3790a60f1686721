"""Measuring a map: from statements, links, sides and sections to a sketch."""

from collections.abc import Collection, Mapping, Sequence

from ...graph.conceding import conceded
from ...graph.ends import contradictions, ends, pinned, untethered
from ...model import ArgumentMap, Link, LinkKind, Statement
from ...words.omissions import omissions
from ..signs import Mark, Role, Shape, Standing
from ..text.badges import badged
from ..text.blocks import statement_block, topic_block
from ..typography import Tone
from .grouping import Grouping
from .sketch import Sketch, SketchBox, SketchJoint, Strand, role_of, shape_of

CHARACTER = 5.0
"""The mean width of a letter of a statement, in points: turns characters a line into points."""

Remarks = Mapping[Statement, Sequence[str]]
"""Small words to show on statements' boxes."""
Verdicts = Mapping[Statement, str]
"""What becomes of statements: a value of `drawing.Standing` for each."""


def sketch(
    map: ArgumentMap,
    *,
    wrap: int = 28,
    remarks: Remarks | None = None,
    verdicts: Verdicts | None = None,
    loose: Collection[Link] = (),
) -> Sketch:
    """Measure a map. `wrap` is about how many letters a line of a claim has.

    `remarks` are further small words to show on a statement's box, `verdicts` what its badge says.
    Statements that hold together by a link in `loose` get no frame.
    """
    return _Sketcher(map, wrap * CHARACTER, remarks or {}, verdicts or {}, Grouping(map, loose)).done()


class _Sketcher:
    """Gathers the parts of one sketch."""

    def __init__(
        self, map: ArgumentMap, text_width: float, remarks: Remarks, verdicts: Verdicts, grouping: Grouping
    ) -> None:
        self.map = map
        self.text_width = text_width
        self.remarks = remarks
        self.verdicts = verdicts
        self.grouping = grouping
        self.boxes: list[SketchBox] = []
        self.joints: list[SketchJoint] = []
        self.strands: list[Strand] = []
        self.keys: dict[Statement | Link, str] = {}
        self.ends = ends(map)
        self.pinned = pinned(map)
        self.omitted = omissions(map)

    def done(self) -> Sketch:
        # A part without a top claim has nothing that speaks to the topic: the title says it all.
        topic = "n0" if self.map.topic and (self.pinned or not self.map.part) else None
        self._statements()
        self._links()
        self._to_topic(topic)
        groups = tuple(self.grouping.made.values())
        return Sketch(tuple(self.boxes), tuple(self.joints), tuple(self.strands), groups, topic)

    def _statements(self) -> None:
        given_up = conceded(self.map)
        for number, statement in enumerate(self.map.statements, 1):
            accent = self.grouping.accent(statement.side)
            notes = [
                (f"conceded by {side.id.upper()}", self.grouping.accent(side)) for side in given_up.get(statement, ())
            ]
            notes += [(words, Tone.INK) for words in self.remarks.get(statement, ())]
            notes += [(lost.words, Tone.MUTED) for lost in self.omitted.get(statement, ())]
            if statement.section and self._needs_section(statement):
                notes.append((f"§ {statement.section.title}", Tone.MUTED))
            block = statement_block(statement, accent, notes, self.text_width)
            key = self.keys[statement] = f"n{number}"
            group = self.grouping.home(statement)
            said = [words for words, _ in notes]
            badge = None
            if statement in self.verdicts:
                said.append(self.verdicts[statement])
                block, badge = badged(block, Standing(self.verdicts[statement]))
            made = SketchBox(key, statement, shape_of(statement), block, accent, group, tuple(said), badge)
            self.boxes.append(made)

    def _needs_section(self, statement: Statement) -> bool:
        """Whether a statement's own box must say its section: none is drawn, and it bears on another."""
        if self.grouping.shows_section(statement):
            return False
        links = self.map.links_from(statement)
        return all(self.ends[link].section is not statement.section for link in links)

    def _links(self) -> None:
        for number, link in enumerate(self.map.links, 1):
            if link.joined or self.map.links_onto(link):
                self.keys[link] = f"j{number}"
        answers = contradictions(self.map)
        answering = set(answers.values())
        for link in self.map.links:
            if link not in answering:
                self._link(link, answers.get(link))

    def _link(self, link: Link, back: Link | None) -> None:
        role, head = role_of(link), self.keys[link.target]
        tails = tuple(self.keys[source] for source in link.sources)
        joint = self.keys.get(link)
        # Top claims have a column of their own, whatever else they contest.
        pull = 1 if link.sources[0] not in self.pinned else 0 if link.target in self.pinned else -1
        if joint is None:
            self._strand(tails[0], head, role, link, pull=pull, back=back)
            return
        framed = link.joined and self.grouping.frame(link, tails)
        group = self.grouping.between(link.sources[0], self.ends[link])
        self.joints.append(SketchJoint(joint, self._mark(link, framed), link, group))
        for tail in tails:
            self._strand(tail, joint, None if framed else role, link, tip=False, weight=6, pull=pull)
        self._strand(joint, head, role, link, pull=pull)

    def _mark(self, link: Link, framed: bool) -> Mark:
        onto = self.map.links_onto(link)
        if any(other.kind is LinkKind.REBUTS for other in onto):
            return Mark.CIRCLE
        if onto:
            return Mark.DOT
        return Mark.NONE if framed else Mark.JOIN

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
        back: Link | None = None,
    ) -> None:
        key = f"e{len(self.strands) + 1}"
        self.strands.append(Strand(key, tail, head, role, link, tip and role is not None, weight, pull, back))

    def _to_topic(self, topic: str | None) -> None:
        """Join the top claims to the topic, and tether whatever else nothing would hold in place."""
        if topic is None or self.map.topic is None:
            return
        tops = [s for s in self.map.tops if s in self.pinned]
        block = topic_block(self.map.topic, self.text_width * 1.16, len(tops))
        self.boxes.insert(0, SketchBox(topic, None, Shape.TOPIC, block, Tone.INK, None))
        for statement in tops:
            self._strand(self.keys[statement], topic, self._stance(statement), None)
        for statement in untethered(self.map, tops):
            self._strand(self.keys[statement], topic, None, None)

    def _stance(self, statement: Statement) -> Role:
        if self.grouping.side(statement) is None:
            return Role.BEARS
        return Role.SPEAKS_FOR if statement.side is self.map.sides[0] else Role.SPEAKS_AGAINST
