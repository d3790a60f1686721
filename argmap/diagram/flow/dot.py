"""A flow as DOT in which everything has its place: `neato -n2` draws it as it stands here.

Graphviz counts from the bottom left corner, and its lines are B-splines of 3n + 1 points (the page on
`splineType` in its documentation).
"""

from collections.abc import Iterator, Mapping
from math import hypot

from ...look import PLAIN, Look
from ...model import ArgumentMap, Link
from ..drawing import Area, Box, Drawing, Path, Point, Tie, Trunk
from ..layout.labelled import LINES, SHAPES, lines_label
from ..palette import LIGHT
from ..signs import Shape
from ..typography import Tone
from .flow import canvas

INCH = 72.0
SMALLER = 0.9
"""Words are set a little smaller than in the picture, for fonts that are wider than the one measured."""


def to_flow_dot(map: ArgumentMap, look: Look = PLAIN) -> str:
    """The DOT of a map's flow: heads, boxes and lines, each at its place."""
    import graphviz

    drawing = canvas(map, look)
    graph = graphviz.Digraph("argmap", engine="neato")
    title = lines_label([drawing.title])
    graph.attr("graph", label=title, labelloc="t", labeljust="l", fontname="Arial", fontsize="20")
    graph.attr("node", shape="box", fontname="Arial", fixedsize="true", fillcolor=LIGHT[Tone.PAGE], margin="0.05")
    graph.attr("edge", arrowsize="0.6")
    for number, area in enumerate(drawing.areas):
        graph.node(f"column-{number}", **_column(area, drawing.height))
    for box in drawing.boxes:
        graph.node(box.name, **_box(box, drawing.height))
    ends = _Ends(map, drawing)
    for tie in drawing.ties:
        tail, head = ends.of(tie)
        graph.edge(tail, head, pos=_spline(tie, ends.trunk(tie), drawing.height), **LINES[tie.role])
    return str(graph.source)


def _place(x: float, y: float, width: float, height: float, tall: float) -> dict[str, str]:
    middle = f"{x + width / 2:.2f},{tall - y - height / 2:.2f}"
    return {"pos": middle, "width": f"{width / INCH:.4f}", "height": f"{height / INCH:.4f}"}


def _column(area: Area, tall: float) -> dict[str, str]:
    """A column's tint and its head."""
    place = _place(area.x, area.y, area.width, area.height, tall)
    look = {"style": "filled", "penwidth": "0", "fillcolor": LIGHT[area.tint], "labelloc": "t", "fontsize": "8.6"}
    return {**place, **look, "label": lines_label([area.words])}


def _box(box: Box, tall: float) -> dict[str, str]:
    """A box with its words, a line of the picture in a line here."""
    label_line, *lines = box.block.lines
    by_row: dict[float, list[str]] = {}
    for line in lines:
        by_row.setdefault(round(line.y), []).append(line.text)
    sizes = [run.type.size for line in box.block.lines for run, _ in line.runs]
    # What is written on a node has one size.
    size = (min(sizes) if box.shape in (Shape.STUB, Shape.ROW) else max(sizes)) * SMALLER
    rows = ["  ".join(words) for _, words in sorted(by_row.items())]
    label = lines_label([f"{label_line.text}  {rows[0]}" if rows else label_line.text, *rows[1:]])
    bare = {"penwidth": "0"} if box.shape is Shape.ROW else {}
    place = _place(box.x, box.y, box.block.width, box.block.height, tall)
    return {**SHAPES[box.shape], **place, **bare, "label": label, "fontsize": f"{size:g}"}


class _Ends:
    """Which boxes each line joins, and which trunk it runs on."""

    def __init__(self, map: ArgumentMap, drawing: Drawing) -> None:
        self.links: Mapping[str, Link] = {f"link-{number}": link for number, link in enumerate(map.links, 1)}
        self.boxes: dict[str, list[Box]] = {}
        for box in drawing.boxes:
            if box.shape is not Shape.ROW:
                self.boxes.setdefault(box.leads or box.name, []).append(box)
        self.trunks: dict[str, list[Trunk]] = {}
        for trunk in drawing.trunks:
            for name in trunk.names:
                self.trunks.setdefault(name, []).append(trunk)

    def of(self, tie: Tie) -> tuple[str, str]:
        """The names of the boxes where a line starts and ends: of those of its statements the nearest."""
        link = self.links[tie.name]
        end = link.target
        while isinstance(end, Link):
            end = end.sources[0]
        labels = [source.label for source in link.sources]
        return self._nearest(labels, tie.paths[0].start), self._nearest([end.label, *labels], tie.tip_end)

    def _nearest(self, labels: list[str], at: Point) -> str:
        boxes = [box for label in labels for box in self.boxes.get(label, ())]
        return min(boxes, key=lambda box: _off(box, at)).name

    def trunk(self, tie: Tie) -> Trunk | None:
        """The trunk that a line runs on to its end; None where it goes there by itself."""
        return next((each for each in self.trunks.get(tie.name, ()) if each.path.end == tie.tip_from), None)


def _off(box: Box, at: Point) -> float:
    """How far a point is from a box."""
    across = max(box.x - at[0], at[0] - box.right, 0.0)
    return hypot(across, max(box.y - at[1], at[1] - box.bottom, 0.0))


def _spline(tie: Tie, trunk: Trunk | None, tall: float) -> str:
    """A line's whole way, to the tip of its arrow."""
    steps = [*tie.paths[0].steps, *(trunk.path.steps if trunk else ())]
    points = [tie.paths[0].start, *_curves(Path(tie.paths[0].start, tuple(steps)))]
    if points[-1] != tie.tip_from:
        points += _line(points[-1], tie.tip_from)
    return f"e,{_at(tie.tip_end, tall)} " + " ".join(_at(point, tall) for point in points)


def _curves(path: Path) -> Iterator[Point]:
    """The steps of a path, each as the three points of a cubic curve."""
    here = path.start
    for step in path.steps:
        yield from step if len(step) == 3 else _line(here, step[0])
        here = step[-1]


def _line(start: Point, end: Point) -> list[Point]:
    def between(share: float) -> Point:
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    return [between(1 / 3), between(2 / 3), end]


def _at(point: Point, tall: float) -> str:
    return f"{point[0]:.2f},{tall - point[1]:.2f}"
