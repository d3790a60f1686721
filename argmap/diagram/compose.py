"""From a placement to a finished drawing: lines, titles, key and footer put in their places."""

from collections.abc import Mapping, Sequence
from math import hypot

from ..model import ArgumentMap, Link
from .drawing import Drawing, Joint, Path, Point, Tie
from .routing.course import TIPS, courses
from .routing.lines import Routed, routed
from .routing.orientation import Ground, Orientation
from .routing.scene import areas_of, boxes_of, terrain_of
from .routing.tracks import assign
from .signs import Mark, Role
from .sketch.placement import Placement
from .sketch.sketch import Sketch, SketchJoint, Strand, role_of
from .text.captions import LEAST_WIDTH, MARGIN, Captions, file_name, footer_lines, heading_lines
from .text.key import MEANINGS, Sample, key_entries
from .text.words import description, link_words
from .typography import SIDES, Tone
from .xml import clean


def compose(
    map: ArgumentMap,
    sketch: Sketch,
    placement: Placement,
    captions: Captions,
    orientation: Orientation = Orientation.LEFT,
) -> Drawing:
    """The finished picture of a sketched map that has been laid out so that it reads that way."""
    title = clean(captions.title if captions.title is not None else map.topic.text if map.topic else "")
    subtitle = captions.subtitle if captions.subtitle is not None else orientation.hint if map.links else ""
    heading = heading_lines(title, clean(subtitle), max(placement.width, LEAST_WIDTH), clean(captions.lead))
    top = (heading[-1].y if heading else MARGIN - 10) + 20
    placement = placement.moved(MARGIN, top)
    start, extent = (top, placement.height) if orientation.upright else (MARGIN, placement.width)
    ground = Ground(orientation, start, start + extent)
    boxes, areas = boxes_of(sketch, placement), areas_of(sketch, placement)
    flat_boxes = {key: ground.box(box) for key, box in boxes.items()}
    flat_areas = {key: ground.area(area) for key, area in areas.items()}
    stems = _stems(sketch)
    terrain = terrain_of(sketch, placement, ground, flat_boxes, flat_areas, stems)
    planned = courses([*stems, *sketch.strands], terrain)
    tracks, stretch = assign(planned, terrain)
    picture = ground.back(stretch)
    lines = {course.strand.key: picture.line(routed(course, tracks, stretch)) for course in planned}
    right = MARGIN + placement.width if orientation.upright else picture.end
    bottom = (picture.end if orientation.upright else top + placement.height) + 22
    width = max(right, LEAST_WIDTH + MARGIN) + MARGIN
    meanings = _meanings(map, sketch) if captions.key else []
    entries, end = key_entries(meanings, bottom, width, MARGIN)
    footer = footer_lines(map, captions, width, end + 24)
    names = link_names(map)
    return Drawing(
        width,
        footer[-1].y + 16,
        title or file_name(map) or "Argument map",
        description(map),
        heading,
        tuple(picture.area(flat_areas[key], area) for key, area in areas.items()),
        _ties([*stems, *sketch.strands], sketch, lines, names),
        tuple(_joint(joint, picture.joint(terrain.joints[joint.key]), names) for joint in sketch.joints),
        tuple(picture.box(flat_boxes[key], box) for key, box in boxes.items()),
        bottom if entries else end + 10,
        entries,
        footer,
    )


def link_names(map: ArgumentMap) -> Mapping[Link, str]:
    """What the parts of a picture that show a link are called: `link-3` for the third of a map."""
    return {link: f"link-{number}" for number, link in enumerate(map.links, 1)}


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


def _ties(
    strands: Sequence[Strand], sketch: Sketch, routed: Mapping[str, Routed], names: Mapping[Link, str]
) -> tuple[Tie, ...]:
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
        name = names[link] if isinstance(link, Link) else ""
        ties.append(Tie(role, tuple(paths), last.tip_from, last.tip_end, words, name))
        if drawn[0].back:
            ties.append(_answering(drawn[0].back, role, paths[0], names))
    return tuple(ties)


def _answering(link: Link, role: Role, path: Path, names: Mapping[Link, str]) -> Tie:
    """The other end of a line that stands for two links: its tip alone."""
    (x, y), (x1, y1) = path.start, path.steps[0][0]
    length = TIPS[role] / (hypot(x1 - x, y1 - y) or 1.0)
    back = (x + (x1 - x) * length, y + (y1 - y) * length)
    return Tie(role, (), back, path.start, link_words(link), names[link])


def _stance(label: str, role: Role) -> str:
    how = {Role.SPEAKS_FOR: "speaks for", Role.SPEAKS_AGAINST: "speaks against"}.get(role, "bears on")
    return f"{label} {how} the topic"


def _joint(joint: SketchJoint, at: Point, names: Mapping[Link, str]) -> Joint:
    tone = Tone.LINK_REBUT if joint.mark is Mark.CIRCLE else Tone.SUPPORT
    return Joint(*at, joint.mark, tone, names[joint.link])


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
