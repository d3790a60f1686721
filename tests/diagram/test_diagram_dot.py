"""DOT: for an engine without a user's words, for a person with them."""

import re
import subprocess
import sys
from importlib.util import find_spec
from xml.etree import ElementTree

import pytest
import sample_maps
from sample_maps import sample

from argmap.diagram.layout.dot import to_dot

OURS = """digraph argmap graph node edge rankdir RL ordering in splines false nodesep ranksep shape box
    fixedsize true label dir none tailport w headport e width height minlen weight"""
AS_SVG = """
import sys
from pygraphviz import AGraph
sys.stdout.buffer.write(AGraph(string=sys.stdin.read()).draw(format="svg", prog="dot"))
"""


def test_the_engine_sees_generated_names_and_numbers_only() -> None:
    dot = to_dot(sample(sample_maps.HOSTILE))
    ours = set(OURS.split())
    words = set(re.findall(r"[A-Za-z_][A-Za-z_]*", re.sub(r"\b(n|j|f|s|r)\d+\b", "", dot)))
    assert words <= ours
    assert dot.isascii()


@pytest.mark.skipif(find_spec("pygraphviz") is None, reason="no wheel of pygraphviz for this platform")
def test_words_for_people_are_shown_as_they_are() -> None:
    """As Graphviz itself draws them: no escape, entity or HTML-like label is interpreted."""
    dot = to_dot(sample(sample_maps.HOSTILE), labelled=True)
    drawn = subprocess.run([sys.executable, "-c", AS_SVG], input=dot.encode(), capture_output=True, check=True)
    texts = [
        "".join(element.itertext()).replace("\u00a0", " ")
        for element in ElementTree.fromstring(drawn.stdout).iter("{http://www.w3.org/2000/svg}text")
    ]
    shown = " ".join(texts)
    assert "\\N \\L \\G" in shown
    assert "<table><tr><td>&nbsp;</td></tr></table>" in shown.replace("</ ", "</")
    assert "subgraph cluster_0 { n0 -> n1 } “; } digraph { label=”" in shown
    assert "&lt;&#x202e;entity&#0;".replace("\u202e", "") in shown


def test_people_get_every_statement_and_link() -> None:
    argued = sample(sample_maps.SHAPES)
    dot = to_dot(argued, labelled=True)
    assert all(statement.label in dot for statement in argued.statements)
    assert dot.count("arrowhead=tee") + dot.count("dir=none") > 0


def test_an_engine_hears_of_a_very_large_map_only_what_places_it() -> None:
    crossed = [f"x{n} supports x{n - 2}" for n in range(2, 3200)]
    lines = [f"claim x{n}: A." for n in range(3200)] + [f"x{n} supports x{n - 1}" for n in range(1, 3200)]
    assert to_dot(sample("\n".join(lines + crossed))).count("->") == 3199 + 3198, "the tree with its stubs"
    assert to_dot(sample("\n".join(lines + crossed)), labelled=True).count("->") == 3199 + 3198
