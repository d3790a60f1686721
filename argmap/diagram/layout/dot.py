"""A sketch as DOT, for an engine to lay out or for a person to read.

The DOT for an engine holds generated names and numbers only: the tree in which a map stands, each
thing under what it bears on, in the order of the file (`ordering=in` keeps it). `labelled=True` gives a
person's DOT instead: words, colours, every link; everything that Graphviz would interpret in them is
escaped.
"""

from collections.abc import Mapping

from ...model import ArgumentMap
from ..routing.orientation import Orientation
from ..sketch.sketch import Sketch
from ..sketch.sketching import sketch
from .forest import children

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
        from . import labelled as readable

        return readable.source(drawing or sketch(map, stubs=False), map)
    made = drawing or sketch(map)
    return _engine_dot(made, orientation)


def _engine_dot(made: Sketch, orientation: Orientation) -> str:
    halves = bool(made.joints)
    tail, head = PORTS[orientation][0], PORTS[orientation][1]
    gaps = f"nodesep={GAP} ordering=in rankdir={orientation.rankdir} ranksep={'0.26' if halves else '0.5'}"
    lines = [
        "digraph argmap {",
        f"\tgraph [{gaps} splines=false]",
        '\tnode [fixedsize=true label="" shape=box]',
        f"\tedge [dir=none headport={head} tailport={tail}]",
    ]
    under = children(made)
    roots = under[None]
    waiting: list[tuple[str, str | None]] = [(key, None) for key in reversed(roots)]
    if len(roots) > 1:
        lines.append(_line(ROOT, height="0.01", width="0.01"))
        waiting = [(key, ROOT) for key in reversed(roots)]
    edges: list[tuple[str, str]] = []
    while waiting:
        key, above = waiting.pop()
        lines.append(_node(made, key))
        if above is not None:
            edges.append((key, above))
        waiting.extend((each, key) for each in reversed(under[key]))
    for low, high in edges:
        # Boxes stand on even ranks and joints on odd ones, so that joints fall between the columns.
        ranks = 1 if (low in made.joints) is not (high in made.joints) else 2
        rest = {"minlen": str(ranks)} if halves else {}
        if high in made.joints and under[high][0] == low:
            rest["weight"] = "6"  # a link that others end on runs on a level
        lines.append(_line(f"{low} -> {high}", **rest))
    return "\n".join([*lines, "}\n"])


def _node(made: Sketch, key: str) -> str:
    if key in made.joints:
        return _line(key, height="0.11", width="0.11")
    width, height = made.size(key)
    return _line(key, height=_inches(height), width=_inches(width))


def _line(what: str, **said: str) -> str:
    """A line of generated names and numbers alone, in which nothing needs a mark: the library that writes DOT
    for people would look at each of them, and take longer to load than a small picture to lay out."""
    about = " ".join([f"{name}={value}" for name, value in said.items()])
    return f"\t{what} [{about}]" if about else f"\t{what}"


def _inches(points: float) -> str:
    return f"{points / POINTS:.4f}"
