"""From a placement to a finished drawing: lines, titles, key and footer put in their places."""

from collections.abc import Mapping
from dataclasses import replace
from math import hypot

from ..model import ArgumentMap, Link, Statement
from .drawing import Box, Drawing, Joint, Path, Point, TextLine, Tie, Trunk
from .routing.course import TIPS
from .routing.lines import Routed
from .routing.orientation import Ground, Orientation
from .routing.routes import routes
from .routing.scene import areas_of, boxes_of, headings_of, spine_rails, terrain_of
from .routing.trunks import Trunk as SharedTrunk
from .signs import Mark, Role, Standing
from .sketch.placement import Placement
from .sketch.sketch import Sketch, SketchJoint, Strand
from .text.captions import LEAST_WIDTH, MARGIN, Captions, file_name, footer_lines, heading_lines
from .text.key import Sample, key_entries, meanings
from .text.words import description, link_words
from .typography import Tone
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
    headings = headings_of(sketch, placement)
    flat_boxes = {key: ground.box(box) for key, box in boxes.items()}
    flat_areas = {key: ground.area(area) for key, area in areas.items()}
    terrain = terrain_of(sketch, placement, ground, flat_boxes, flat_areas, headings)
    found = routes(sketch.strands, terrain)
    picture = ground.back(found.stretch)
    lines = {key: picture.line(line) for key, line in found.lines.items()}
    right = MARGIN + placement.width if orientation.upright else picture.end
    bottom = (picture.end if orientation.upright else top + placement.height) + 22
    width = max(right, LEAST_WIDTH + MARGIN) + MARGIN
    explained = meanings(map, _used(sketch), falls=captions.falls) if captions.key else []
    entries, end = key_entries(explained, bottom, width, MARGIN, captions.least)
    footer = footer_lines(map, captions, width, end + 24)
    names = link_names(map)
    links = {strand.key: strand.link for strand in sketch.strands}
    return Drawing(
        width,
        footer[-1].y + 16,
        title or file_name(map) or "Argument map",
        description(map),
        heading,
        tuple(picture.area(flat_areas[key], area) for key, area in areas.items()),
        _ties(sketch, lines, names),
        tuple(_joint(joint, picture.joint(terrain.joints[key]), names) for key, joint in sketch.joints.items()),
        tuple(picture.box(flat_boxes[key], box) for key, box in boxes.items()),
        bottom if entries else end + 10,
        entries,
        footer,
        titles=tuple(
            _heading(line, boxes[key], picture.box(flat_boxes[key], boxes[key]))
            for key, said in headings.items()
            for line in said
        ),
        rails=tuple(spine_rails(terrain.spines, flat_boxes, picture.joint)),
        trunks=tuple(Trunk(each.role, picture.path(each.path), _on(each, links, names)) for each in found.trunks),
    )


def _on(trunk: SharedTrunk, links: Mapping[str, Link | None], names: Mapping[Link, str]) -> tuple[str, ...]:
    return tuple(names[link] for key in trunk.strands if (link := links[key]))


def _heading(line: TextLine, box: Box, moved: Box) -> TextLine:
    """A heading over a box that the routing of lines has moved."""
    return replace(line, x=line.x + moved.x - box.x, y=line.y + moved.y - box.y)


def struck(drawing: Drawing, map: ArgumentMap, verdicts: Mapping[Statement | Link, str]) -> Drawing:
    """A picture in which the links that fall say so."""
    fallen = {name for link, name in link_names(map).items() if verdicts.get(link) == Standing.FALLS}
    if not fallen:
        return drawing
    ties = (
        replace(tie, falls=True, words=f"{tie.words}, a link that falls") if tie.name in fallen else tie
        for tie in drawing.ties
    )
    return replace(drawing, ties=tuple(ties))


def link_names(map: ArgumentMap) -> Mapping[Link, str]:
    """What the parts of a picture that show a link are called: `link-3` for the third of a map."""
    return {link: f"link-{number}" for number, link in enumerate(map.links, 1)}


def _ties(sketch: Sketch, lines: Mapping[str, Routed], names: Mapping[Link, str]) -> tuple[Tie, ...]:
    """One tie for each link, of all its strands, and one for each line to the topic."""
    by_link: dict[Link | str, list[Strand]] = {}
    for strand in sketch.strands:
        by_link.setdefault(strand.link or strand.key, []).append(strand)
    ties = []
    for link, strands in by_link.items():
        # From the reason to the point: the stretch that ends in the tip comes last.
        drawn = sorted(strands, key=lambda strand: strand.tip)
        paths = [lines[strand.key].path for strand in drawn]
        last = lines[drawn[-1].key]
        role = drawn[-1].role
        words = link_words(link) if isinstance(link, Link) else _stance(sketch, drawn[0])
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


def _stance(sketch: Sketch, strand: Strand) -> str:
    how = {Role.SPEAKS_FOR: "speaks for", Role.SPEAKS_AGAINST: "speaks against"}.get(strand.role, "bears on")
    statement = sketch.boxes[strand.tail].statement
    return f"{statement.label if statement else ''} {how} the topic"


def _joint(joint: SketchJoint, at: Point, names: Mapping[Link, str]) -> Joint:
    tone = Tone.LINK_REBUT if joint.mark is Mark.CIRCLE else Tone.SUPPORT
    return Joint(*at, joint.mark, tone, names[joint.link])


def _used(sketch: Sketch) -> set[Sample]:
    """The signs that a map shows."""
    used: set[Sample] = {box.shape for box in sketch.boxes.values()}
    used |= {strand.role for strand in sketch.strands}
    used |= {joint.mark for joint in sketch.joints.values()}
    if any(cell.framed for cell in sketch.cells.values()):
        used.add(Tone.NOTE_LINE)
    return used
