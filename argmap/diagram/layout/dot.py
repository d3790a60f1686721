"""A sketch as DOT, for an engine to lay out or for a person to read.

The DOT for an engine holds generated names and numbers only: the tree in which a map stands, each
thing under what it bears on, in the order of the file (`ordering=in` keeps it). `labelled=True` gives a
person's DOT instead: words, colours, every link; everything that Graphviz would interpret in them is
escaped.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...model import ArgumentMap
from ..routing.orientation import Orientation
from ..sketch.sketch import Sketch
from ..sketch.sketching import sketch
from . import labelled as readable
from .forest import children

if TYPE_CHECKING:
    import graphviz

POINTS = 72
GAP = "0.14"
ROOT = "r0"
"""What holds the trees of a map without a topic in their order; nothing is drawn of it."""
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

    With `labelled`, a person's DOT: texts, colours, shapes and every link. Without, an engine's: the
    tree and its sizes alone.
    """
    if labelled:
        return readable.source(drawing or sketch(map, stubs=False), map)
    made = drawing or sketch(map)
    return _engine_dot(made, orientation)


def _engine_dot(made: Sketch, orientation: Orientation) -> str:
    import graphviz

    graph = graphviz.Digraph("argmap")
    halves = bool(made.joints)
    tail, head = PORTS[orientation][0], PORTS[orientation][1]
    way = {"rankdir": orientation.rankdir, "ordering": "in", "splines": "false"}
    graph.attr("graph", nodesep=GAP, ranksep="0.26" if halves else "0.5", **way)
    graph.attr("node", shape="box", fixedsize="true", label="")
    graph.attr("edge", dir="none", tailport=tail, headport=head)
    under = children(made)
    roots = under[None]
    waiting: list[tuple[str, str | None]] = [(key, None) for key in reversed(roots)]
    if len(roots) > 1:
        _line(graph, ROOT, height="0.01", width="0.01")
        waiting = [(key, ROOT) for key in reversed(roots)]
    edges: list[tuple[str, str]] = []
    while waiting:
        key, above = waiting.pop()
        _node(graph, made, key)
        if above is not None:
            edges.append((key, above))
        waiting.extend((each, key) for each in reversed(under[key]))
    for low, high in edges:
        # Boxes stand on even ranks and joints on odd ones, so that joints fall between the columns.
        ranks = 1 if (low in made.joints) is not (high in made.joints) else 2
        rest = {"minlen": str(ranks)} if halves else {}
        if high in made.joints and under[high][0] == low:
            rest["weight"] = "6"  # a link that others end on runs on a level
        _line(graph, f"{low} -> {high}", **rest)
    return str(graph.source)


def _node(graph: "graphviz.Digraph", made: Sketch, key: str) -> None:
    if key in made.joints:
        _line(graph, key, height="0.11", width="0.11")
        return
    width, height = made.size(key)
    _line(graph, key, height=_inches(height), width=_inches(width))


def _line(graph: "graphviz.Digraph", what: str, **said: str) -> None:
    """A line of generated names and numbers alone, in which nothing needs a mark: the library would look at
    each of them, at every picture."""
    about = " ".join([f"{name}={value}" for name, value in said.items()])
    graph.body.append(f"\t{what} [{about}]\n" if about else f"\t{what}\n")


def _inches(points: float) -> str:
    return f"{points / POINTS:.4f}"
