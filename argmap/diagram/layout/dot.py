"""A sketch as DOT, for an engine to lay out or for a person to read.

The DOT for an engine holds generated names and numbers only. `labelled=True` adds the words, with
everything that Graphviz would interpret in them escaped.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ...model import ArgumentMap
from ..routing.orientation import Orientation
from ..sketch.sketch import Group, Sketch, SketchJoint, Strand
from ..sketch.sketching import sketch
from . import labelled as readable

if TYPE_CHECKING:
    import graphviz

FAST_FROM = 400
"""From this many statements on, a layout takes the fast preset."""
SPARSE_FROM = 3000
"""From this many on, an engine hears of each statement's first link only; the lines of the others
find their own way between the boxes."""
POINTS = 72
GAP = "0.14"
PORTS: Mapping[Orientation, str] = {
    Orientation.LEFT: "we",
    Orientation.RIGHT: "ew",
    Orientation.TOP: "ns",
    Orientation.BOTTOM: "sn",
}
"""The side of a box that a line leaves by, and the one that it arrives at."""


def to_dot(
    map: ArgumentMap,
    drawing: Sketch | None = None,
    *,
    labelled: bool = False,
    orientation: Orientation = Orientation.LEFT,
) -> str:
    """The DOT of a map, or of a sketch of it that is at hand.

    With `labelled`, a person's DOT: texts, colours and shapes. Without, an engine's: sizes alone.
    """
    made = drawing or sketch(map)
    return _Writer(made, labelled, len(map.statements) >= FAST_FROM, orientation).source()


def upside_down(drawing: Sketch) -> str:
    """The engine's DOT of a sketch whose placement will be mirrored: what is first comes last."""
    turned = replace(drawing, boxes=drawing.boxes[::-1], groups=drawing.groups[::-1])
    return _Writer(turned, False, False, Orientation.LEFT, title_at="b").source()


class _Writer:
    def __init__(
        self, made: Sketch, labelled: bool, fast: bool, orientation: Orientation, *, title_at: str = "t"
    ) -> None:
        import graphviz

        self.sketch = made
        self.labelled = labelled
        self.title_at = title_at
        self.halves = bool(made.joints) and not fast
        self.graph = graphviz.Digraph("argmap")
        gap = 0.26 if self.halves else 0.5
        way = {"rankdir": orientation.rankdir, "newrank": "true", "splines": "true"}
        self.graph.attr("graph", nodesep=GAP, ranksep=str(gap), **way)
        if fast:
            self.graph.attr("graph", splines="line", nslimit=".5", nslimit1=".5", mclimit=".1")
        self.graph.attr("node", shape="box")
        if labelled:
            readable.defaults(self.graph)
        else:
            self.graph.attr("node", fixedsize="true", label="")
            self.graph.attr("edge", dir="none", tailport=PORTS[orientation][0], headport=PORTS[orientation][1])

    def source(self) -> str:
        framed = {member for group in self.sketch.groups for member in group.members}
        inside: dict[str | None, list[str]] = {}
        children: dict[str | None, list[Group]] = {}
        for group in self.sketch.groups:
            children.setdefault(group.parent, []).append(group)
            inside[group.key] = list(group.members)
        for box in self.sketch.boxes:
            if box.key not in framed:
                inside.setdefault(box.group, []).append(box.key)
        for joint in self.sketch.joints:
            inside.setdefault(joint.group, []).append(joint.key)
        self._nodes()
        for group in children.get(None, ()):
            self._cluster(self.graph, group, children, inside)
        self._edges()
        self._first_column()
        return str(self.graph.source)

    def _nodes(self) -> None:
        for box in self.sketch.boxes:
            if self.labelled:
                self.graph.node(box.key, **readable.box(box))
            else:
                size = {"width": _inches(box.block.width), "height": _inches(box.block.height)}
                self.graph.node(box.key, **size)
        for joint in self.sketch.joints:
            self._joint(joint)

    def _joint(self, joint: SketchJoint) -> None:
        if self.labelled:
            self.graph.node(joint.key, **readable.joint(joint))
        else:
            self.graph.node(joint.key, width="0.11", height="0.11")

    def _cluster(
        self,
        graph: "graphviz.Digraph",
        group: Group,
        children: dict[str | None, list[Group]],
        inside: dict[str | None, list[str]],
    ) -> None:
        with graph.subgraph(name=f"cluster_{group.key}") as cluster:
            if self.labelled:
                cluster.attr(**readable.cluster(group))
            else:
                cluster.attr(label=_space(group), labelloc=self.title_at, margin=str((12, 9, 7)[group.level]))
            # Graphviz tends to draw what comes last in a cluster first.
            for key in reversed(inside.get(group.key, ())):
                cluster.node(key)
            for child in reversed(children.get(group.key, ())):
                self._cluster(cluster, child, children, inside)

    def _first_column(self) -> None:
        """The topic stands on the far left, and the top claims in one column next to it."""
        if self.sketch.topic is None:
            return
        with self.graph.subgraph() as column:
            column.attr(rank="max")
            column.node(self.sketch.topic)
        with self.graph.subgraph() as column:
            column.attr(rank="same")
            for strand in self.sketch.strands:
                if strand.head == self.sketch.topic and strand.role:
                    column.node(strand.tail)

    def _edges(self) -> None:
        joints = {joint.key for joint in self.sketch.joints}
        for strand in self._told():
            rest: dict[str, str] = {"weight": str(strand.weight)} if strand.weight > 1 else {}
            if self.halves:
                rest["minlen"] = str(_ranks(strand.tail in joints, strand.head in joints))
            if strand.pull != 1 and (self.labelled or not strand.pull):
                rest["constraint"] = "false"
            if self.labelled:
                rest |= readable.strand(strand)
            else:
                rest["id"] = strand.key
            tail, head = strand.tail, strand.head
            if strand.pull < 0 and not self.labelled:
                tail, head = head, tail
            self.graph.edge(tail, head, **rest)

    def _told(self) -> Iterable[Strand]:
        """The strands that an engine has to hear of."""
        if self.labelled or len(self.sketch.boxes) < SPARSE_FROM:
            return self.sketch.strands
        first: dict[str, Strand] = {}
        for strand in self.sketch.strands:
            if strand.pull == 1 or strand.head == self.sketch.topic:
                first.setdefault(strand.tail, strand)
        return first.values()


def _ranks(from_joint: bool, to_joint: bool) -> int:
    """Boxes stand on even ranks and joints on odd ones, so that joints fall between the columns."""
    return 1 if from_joint is not to_joint else 2


def _inches(points: float) -> str:
    return f"{points / POINTS:.4f}"


def _space(group: Group) -> str:
    """A label without words that keeps the room for a group's title, whatever fonts an engine has."""
    size = f'width="{round(group.title.width)}" height="{round(group.title.height)}"'
    return f'<<table fixedsize="true" {size} border="0"><tr><td></td></tr></table>>'
