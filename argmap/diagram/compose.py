"""From a placement to a finished drawing: lines, titles, key and footer put in their places."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import ArgumentMap, Link
from .captions import HINT, LEAST_WIDTH, MARGIN, Captions, file_name, footer_lines, heading_lines
from .citation import cite_line
from .columns import columns
from .course import RADIUS, TIPS, courses
from .drawing import Anchor, Area, Block, Box, Drawing, Joint, Mark, Path, Point, Role, Shape, Tie
from .key import MEANINGS, Sample, key_entries
from .lines import Routed, routed
from .placement import Placement, Rectangle
from .sketch import Group, Sketch, Strand, role_of
from .terrain import Terrain
from .tracks import Stretch, assign
from .typography import SIDES, Tone
from .words import description, link_words, statement_words
from .xml import clean

FRAME_END = 34.0
"""How much of a frame's end stands for it as a box, in points: past its margin, into its first column."""


def compose(map: ArgumentMap, sketch: Sketch, placement: Placement, captions: Captions) -> Drawing:
    """The finished picture of a sketched map that has been laid out."""
    title = clean(captions.title if captions.title is not None else map.topic.text if map.topic else "")
    subtitle = captions.subtitle if captions.subtitle is not None else HINT if map.links else ""
    heading = heading_lines(title, clean(subtitle), max(placement.width, LEAST_WIDTH))
    bottom = (heading[-1].y if heading else MARGIN - 10) + 20 + placement.height + 22
    placement = placement.moved(MARGIN, bottom - placement.height - 22)
    boxes, areas = _boxes(sketch, placement), _areas(sketch, placement)
    stems = _stems(sketch)
    terrain = _terrain(sketch, placement, boxes, areas, stems)
    planned = courses([*stems, *sketch.strands], terrain)
    tracks, stretch = assign(planned, terrain)
    lines = {course.strand.key: routed(course, tracks, stretch) for course in planned}
    areas = {key: _stretched(area, stretch) for key, area in areas.items()}
    width = max(stretch(MARGIN + placement.width), LEAST_WIDTH + MARGIN) + MARGIN
    meanings = _meanings(map, sketch) if captions.key else []
    entries, end = key_entries(meanings, bottom, width, MARGIN)
    footer = footer_lines(map, captions, width, end + 24)
    return Drawing(
        width,
        footer[-1].y + 16,
        title or file_name(map) or "Argument map",
        description(map),
        heading,
        tuple(areas.values()),
        _ties([*stems, *sketch.strands], sketch, lines),
        tuple(_joint(joint.mark, terrain.joints[joint.key], stretch) for joint in sketch.joints),
        tuple(replace(box, x=stretch(box.x)) for box in boxes.values()),
        bottom if entries else end + 10,
        entries,
        footer,
    )


def _stretched(area: Area, stretch: Stretch) -> Area:
    left = stretch(area.x)
    lines = tuple(replace(line, x=line.x + left - area.x) for line in area.lines)
    return replace(area, x=left, width=stretch(area.x + area.width) - left, lines=lines)


def _boxes(sketch: Sketch, placement: Placement) -> dict[str, Box]:
    boxes = {}
    for made in sketch.boxes:
        x, y = placement.centres[made.key]
        left, top = x - made.block.width / 2, y - made.block.height / 2
        name, words = "", "The topic"
        if made.statement:
            name = made.statement.label
            cites = tuple(clean(cite_line(cite)) for cite in made.statement.cites)
            words = clean(statement_words(made.statement, cites, made.remarks))
        boxes[made.key] = Box(name, made.shape, left, top, made.block, words, made.accent, made.badge)
    return boxes


def _areas(sketch: Sketch, placement: Placement) -> dict[str, Area]:
    areas = {}
    for group in sketch.groups:
        at = placement.groups.get(group.key)
        if at:
            areas[group.key] = _area(group, at)
    return areas


def _area(group: Group, at: Rectangle) -> Area:
    lines = tuple(replace(line, x=line.x + at.left, y=line.y + at.top) for line in group.title.lines)
    if any(line.anchor is Anchor.END for line in lines):
        lines = tuple(replace(line, x=at.right - 9) for line in lines)
    return Area(
        at.left,
        at.top,
        at.right - at.left,
        at.bottom - at.top,
        group.level,
        group.tint,
        group.line,
        lines,
        clean(group.words),
    )


def _terrain(
    sketch: Sketch,
    placement: Placement,
    boxes: Mapping[str, Box],
    areas: Mapping[str, Area],
    stems: Sequence[Strand],
) -> Terrain:
    titles = [
        Rectangle(line.x, line.y - 10, line.x + line.width, line.y + 3)
        for area in areas.values()
        for line in area.lines
    ]
    joints = {joint.key: placement.centres[joint.key] for joint in sketch.joints}
    frames = {stem.tail: _frame_side(areas[stem.tail], joints[stem.head]) for stem in stems}
    return Terrain(
        {**boxes, **frames},
        joints,
        columns(boxes, titles),
        placement.ways,
        {joint.key: 0.0 if joint.mark is Mark.NONE else RADIUS for joint in sketch.joints},
    )


def _stems(sketch: Sketch) -> list[Strand]:
    """The one line that comes from each frame, in place of one from each statement in it."""
    frames = {group.members: group.key for group in sketch.groups if group.members}
    by_joint: dict[str, list[Strand]] = {}
    for strand in sketch.strands:
        if strand.link and not strand.role:
            by_joint.setdefault(strand.head, []).append(strand)
    stems = []
    for joint, strands in by_joint.items():
        link, members = strands[0].link, tuple(strand.tail for strand in strands)
        if link:
            stems.append(Strand(f"{joint}-stem", frames[members], joint, role_of(link), link, tip=False))
    return stems


def _frame_side(area: Area, joint: Point) -> Box:
    """The end of a frame that faces its joint, for the line to leave from."""
    x = area.x if joint[0] < area.x + area.width / 2 else area.x + area.width - FRAME_END
    return Box("", Shape.CLAIM, x, area.y, Block(FRAME_END, area.height, ()), "", area.line)


def _ties(strands: Sequence[Strand], sketch: Sketch, routed: Mapping[str, Routed]) -> tuple[Tie, ...]:
    """One tie for each link, of all its strands, and one for each line to the topic."""
    by_link: dict[Link | str, list[Strand]] = {}
    for strand in strands:
        if strand.role:
            by_link.setdefault(strand.link or strand.key, []).append(strand)
    labels = {box.key: box.statement.label for box in sketch.boxes if box.statement}
    ties = []
    for link, drawn in by_link.items():
        paths = [routed[strand.key].path for strand in drawn]
        last = routed[next(strand.key for strand in drawn if strand.tip)]
        role = drawn[-1].role
        assert role is not None
        words = link_words(link) if isinstance(link, Link) else _stance(labels[drawn[0].tail], role)
        ties.append(Tie(role, tuple(paths), last.tip_from, last.tip_end, words))
        if drawn[0].back:
            ties.append(_answering(drawn[0].back, role, paths[0]))
    return tuple(ties)


def _answering(link: Link, role: Role, path: Path) -> Tie:
    """The other end of a line that stands for two links: its tip alone."""
    (x, y), (toward, _) = path.start, path.steps[0][0]
    back = (x + (TIPS[role] if toward > x else -TIPS[role]), y)
    return Tie(role, (), back, path.start, link_words(link))


def _stance(label: str, role: Role) -> str:
    how = {Role.SPEAKS_FOR: "speaks for", Role.SPEAKS_AGAINST: "speaks against"}.get(role, "bears on")
    return f"{label} {how} the topic"


def _joint(mark: Mark, at: Point, stretch: Stretch) -> Joint:
    return Joint(stretch(at[0]), at[1], mark, Tone.LINK_REBUT if mark is Mark.CIRCLE else Tone.SUPPORT)


def _meanings(map: ArgumentMap, sketch: Sketch) -> list[tuple[Sample, str]]:
    """What the key has to explain: no more than this map shows."""
    used: set[Sample] = {box.shape for box in sketch.boxes}
    used |= {strand.role for strand in sketch.strands if strand.role}
    used |= {joint.mark for joint in sketch.joints}
    if any(group.level == 2 for group in sketch.groups):
        used.add(Tone.NOTE_LINE)
    found = [(sample, meaning) for sample, meaning in MEANINGS if sample in used]
    if not any(group.level == 0 for group in sketch.groups):
        found += [(tone, clean(side.name)) for side, tone in zip(map.sides, SIDES, strict=False)]
    return found
