"""The attributes of a DOT that a person reads or draws with Graphviz: words, shapes, colours.

Words are escaped so that Graphviz takes them for words: no `\\N` or `\\G`, no HTML-like label.
Fonts, colours and shapes come from closed tables.
"""

from ...model import ArgumentMap
from ..palette import LIGHT
from ..signs import Mark, Role, Shape
from ..sketch.sketch import Cell, Sketch, SketchBox, SketchJoint, Strand
from ..typography import Tone
from ..xml import clean

SHAPES: dict[Shape, dict[str, str]] = {
    Shape.TOPIC: {"style": "rounded,bold", "penwidth": "2.8"},
    Shape.CLAIM: {"style": "rounded,filled"},
    Shape.REBUTTAL: {"style": "rounded,filled,dashed"},
    Shape.LINK_REBUTTAL: {"style": "filled", "peripheries": "2"},
    Shape.EVIDENCE: {"shape": "note", "style": "filled", "fillcolor": LIGHT[Tone.NOTE_FILL]},
    Shape.WARRANT: {"style": "filled", "penwidth": "0.7"},
    Shape.ROW: {},
    Shape.STUB: {"style": "rounded", "penwidth": "0.5"},
}
LINES: dict[Role, dict[str, str]] = {
    Role.SUPPORT: {"color": LIGHT[Tone.SUPPORT], "penwidth": "1.5"},
    Role.REBUT: {"color": LIGHT[Tone.REBUT], "penwidth": "1.7", "style": "dashed", "arrowhead": "tee"},
    Role.REBUT_LINK: {
        "color": LIGHT[Tone.LINK_REBUT],
        "penwidth": "2",
        "style": "dotted",
        "arrowhead": "odiamond",
    },
    Role.WARRANT: {"color": LIGHT[Tone.SUPPORT], "arrowhead": "onormal"},
    Role.SPEAKS_FOR: {"color": LIGHT[Tone.SUPPORT], "penwidth": "0.8"},
    Role.SPEAKS_AGAINST: {
        "color": LIGHT[Tone.REBUT],
        "penwidth": "0.8",
        "style": "dashed",
        "arrowhead": "tee",
    },
    Role.BEARS: {"color": LIGHT[Tone.NOTE_LINE], "penwidth": "0.8"},
}


def source(made: Sketch, map: ArgumentMap) -> str:
    """The DOT of a sketch in which every link is a line; under it the names of the sides."""
    import graphviz

    graph = graphviz.Digraph("argmap")
    graph.attr("graph", rankdir="RL", ordering="in", nodesep="0.14", ranksep="0.5", fontname="Arial", fontsize="12")
    graph.attr("node", shape="box", fontname="Arial", fontsize="10", fillcolor=LIGHT[Tone.PAGE], margin="0.12,0.08")
    graph.attr("edge", arrowsize="0.7")
    if map.sides:
        graph.attr("graph", label=lines_label([f"{side.id.upper()}: {side.name}" for side in map.sides]), labeljust="l")
    for cell in made.cells.values():
        if cell.framed:
            with graph.subgraph(name=f"cluster_{cell.key}") as frame:
                frame.attr(**_frame(cell))
                for key in cell.boxes:
                    frame.node(key, **box(made.boxes[key]))
        else:
            for key in cell.boxes:
                graph.node(key, **box(made.boxes[key]))
    for spot in made.joints.values():
        graph.node(spot.key, **joint(spot))
    for each in made.strands:
        # A frame's one line comes from each that it holds: Graphviz knows no other way.
        for tail in made.cells[each.tail].boxes if each.tail in made.cells else (each.tail,):
            graph.edge(tail, each.head, **strand(each))
    return str(graph.source)


def _escaped(words: str) -> str:
    """Words that Graphviz shows as they are. The result is never taken for HTML."""
    import graphviz

    return str(graphviz.escape(clean(words).replace("&", "&amp;")))


def lines_label(lines: list[str]) -> str:
    """A label of lines set flush left. The first begins with a label of ours, so that no user's `<` comes first."""
    return "".join(f"{_escaped(line)}\\l" for line in lines)


def box(made: SketchBox) -> dict[str, str]:
    """A statement's words, broken as in the drawing, and its shape."""
    by_row: dict[float, list[str]] = {}
    for line in made.block.lines:
        by_row.setdefault(line.y, []).append(line.text)
    rows = ["  ".join(words) for words in by_row.values()]
    return {"label": lines_label(rows), **SHAPES[made.shape]}


def joint(made: SketchJoint) -> dict[str, str]:
    """The spot on a link that other links end on."""
    size = {"label": "", "fixedsize": "true", "width": "0.11", "height": "0.11", "shape": "circle"}
    filled = {"style": "filled", "fillcolor": LIGHT[Tone.SUPPORT]}
    return size if made.mark is Mark.CIRCLE else {**size, **filled}


def _frame(cell: Cell) -> dict[str, str]:
    """A frame's title and outline."""
    rows = [line.text for line in cell.title.lines] if cell.title else []
    return {"label": lines_label(rows), "labeljust": "l", "style": "rounded", "color": LIGHT[Tone.NOTE_LINE]}


def strand(made: Strand) -> dict[str, str]:
    """A line's colour, style and tip."""
    if made.back:
        return {**LINES[made.role], "dir": "both", "arrowtail": "tee"}
    return LINES[made.role] if made.tip else {**LINES[made.role], "dir": "none"}
