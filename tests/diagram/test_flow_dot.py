"""The flow as DOT: Graphviz draws it where the picture has it."""

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest
import sample_maps
from sample_maps import sample

from argmap.diagram.flow.dot import to_flow_dot
from argmap.diagram.flow.flow import canvas

# What `neato -n2` does is called nop2 in the library.
AS_DRAWN = """
import sys
from pygraphviz import AGraph
sys.stdout.buffer.write(AGraph(string=sys.stdin.read()).draw(format="json", prog="nop2"))
"""
pytestmark = pytest.mark.skipif(find_spec("pygraphviz") is None, reason="no wheel of pygraphviz for this platform")


@pytest.mark.parametrize("text", [sample_maps.SHAPES, sample_maps.LETTERS, sample_maps.HOSTILE])
def test_graphviz_draws_a_flow_where_it_stands(text: str) -> None:
    map = sample(text)
    drawing = canvas(map)
    dot = to_flow_dot(map)
    drawn = subprocess.run([sys.executable, "-c", AS_DRAWN], input=dot.encode(), capture_output=True, check=True)
    made = json.loads(drawn.stdout)
    nodes = {node["name"]: [float(each) for each in node["pos"].split(",")] for node in made["objects"]}
    first = drawing.boxes[0]
    right = nodes[first.name][0] - (first.x + first.block.width / 2)
    down = nodes[first.name][1] + (first.y + first.block.height / 2)
    for box in drawing.boxes:
        x, y = nodes[box.name]
        assert x - right == pytest.approx(box.x + box.block.width / 2, abs=0.1)
        assert down - y == pytest.approx(box.y + box.block.height / 2, abs=0.1)
    names = [node["name"] for node in made["objects"]]
    ends = {(names[edge["tail"]], names[edge["head"]]) for edge in made.get("edges", ())}
    assert len(made.get("edges", ())) == len(drawing.ties)
    assert all(tail in nodes and head in nodes and not tail.startswith("column-") for tail, head in ends)
    tips = {tuple(float(each) for each in edge["pos"].split()[0].split(",")[1:]) for edge in made.get("edges", ())}
    for tie in drawing.ties:
        x, y = tie.tip_end
        assert any(abs(a - right - x) < 0.1 and abs(down - b - y) < 0.1 for a, b in tips)


def test_a_users_words_are_words() -> None:
    dot = to_flow_dot(sample('claim a: <b>x</b> \\N " ]; node [shape=star]\nclaim b: <<table></table>>\n'))
    assert dot.count("shape=star") == 2  # in its row of the table, and in its box
    assert '\\" ]' in dot
    assert "label=<" not in dot
