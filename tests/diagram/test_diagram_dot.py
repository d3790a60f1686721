"""DOT: for an engine without a user's words, for a person with them."""

import json
import re

import sample_maps
from sample_maps import chain, sample

from argmap.diagram import engine
from argmap.diagram.dot import to_dot


def test_the_engine_sees_generated_names_and_numbers_only() -> None:
    dot = to_dot(sample(sample_maps.HOSTILE))
    ours = set(
        ["digraph", "argmap", "graph", "node", "edge", "subgraph", "rankdir", "RL", "newrank", "true", "splines", "nodesep", "ranksep", "shape", "box", "fixedsize", "label", "dir", "none", "tailport", "w", "headport", "e", "width", "height", "margin", "labelloc", "t", "table", "border", "tr", "td", "rank", "same", "max", "minlen", "weight", "id", "constraint", "false"]
    )
    words = set(re.findall(r"[A-Za-z_][A-Za-z_]*", re.sub(r"\b(cluster_g|n|j|e|g)\d+\b", "", dot)))
    assert words <= ours
    assert dot.isascii()


def test_words_for_people_are_shown_as_they_are(laying_out: engine.Engine) -> None:
    """Graphviz itself reads the labels back: no escape, entity or HTML-like label was interpreted."""
    given = sample(sample_maps.HOSTILE)
    answer = json.loads(laying_out.layout(to_dot(given, labelled=True)))
    labels = [thing.get("label", "") for thing in answer["objects"]]
    raw = "".join(labels).replace("\\l", " ").replace("\\\\", "\\").replace("&amp;", "&")
    assert "\\N \\L \\G" in raw
    assert "<table><tr><td>&nbsp;</td></tr></table>" in raw.replace("</ ", "</")
    assert len(answer["objects"]) == len(json.loads(laying_out.layout(to_dot(given)))["objects"])


def test_people_get_every_statement_and_link() -> None:
    given = sample(sample_maps.SHAPES)
    dot = to_dot(given, labelled=True)
    assert all(statement.label in dot for statement in given.statements)
    assert dot.count("arrowhead=tee") + dot.count("dir=none") > 0


def test_the_fast_preset_comes_with_size() -> None:
    assert "nslimit" not in to_dot(chain(999))
    assert "nslimit" in to_dot(chain(1000))
