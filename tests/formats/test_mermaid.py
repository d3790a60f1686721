"""The Mermaid flowchart: every statement and link, and no user's word read as a sign of Mermaid's."""

import html
import re
from pathlib import Path

import pytest

from argmap.formats.mermaid import to_mermaid
from argmap.model import ArgumentMap
from argmap.pipeline import load, load_text

HOSTILE = """
topic: "] end; click topic href "javascript:bad()" %% { } | ` # ; --> x
side pro: subgraph x["y"]
claim end (pro): `**bold**` <script>bad()</script> #quot; &lt; :::evil "quoted" end
    evidence x: a --> b; style s0 fill:#f00 %%{init: {"securityLevel": "loose"}}%%
        warrant: 👩‍👩‍👧 नगर के ضد
    rebuttal graph: y
        rebuttal no-link: z
end + x support sum
claim sum: Σ
"""
LINE = re.compile(
    r"  (topic|s\d+|j\d+) (-->|---|-\.-|-\.-x|-\. rebuts \.-x|-- says why --o) (topic|s\d+|j\d+)$"
    r"|  classDef \w+ [\w:#,. -]+$|  linkStyle [\d,]+ [\w:#,.-]+$|flowchart RL$|  end$"
    r"|  style side\d [\w:#,]+$|  subgraph side\d \[\"[^\"]*\"\]$"
    r"| +(topic|s\d+|j\d+)([\[(]+)\"[^\"]*\"([\])]+):::(topic|claim|evidence|warrant|rebuttal|nolink|joint)$"
)
SIGNS = re.compile(r"#(\d+);")


def labels(chart: str) -> list[str]:
    """What the boxes and frames say."""
    said = re.findall(r"\"([^\"]*)\"", chart)
    return [SIGNS.sub(lambda code: chr(int(code[1])), words.replace("<br>", " ")) for words in said]


def all_links_drawn(map: ArgumentMap, chart: str) -> None:
    lines = [line for line in chart.split("\n") if re.match(r"  [sj]\d+ -", line) and " topic" not in line]
    split = [link for link in map.links if link.joined or map.links_onto(link)]
    assert len(lines) == len(map.links) + sum(len(link.sources) for link in split)


@pytest.mark.parametrize("name", ["asian-nato", "camp-david", "in-short", "separate-alliances"])
def test_real_maps_are_told_whole(name: str, arguments: Path) -> None:
    map = load(arguments / f"{name}.argmap").map
    chart = to_mermaid(map)
    said = labels(chart)
    for statement in map.statements:
        assert any(words.startswith(f"{statement.label} ") and statement.text in words for words in said)
    all_links_drawn(map, chart)


def test_users_words_stay_words() -> None:
    map = load_text(HOSTILE).map
    chart = to_mermaid(map)
    for line in chart.rstrip("\n").split("\n"):
        assert LINE.match(line), line
    said = " ".join(labels(chart))
    assert '"] end; click topic href "javascript:bad()" %% { } | ` # ; --> x' in said
    assert '`**bold**` <script>bad()</script> #quot; &lt; :::evil "quoted" end' in said
    assert "👩‍👩‍👧 नगर के ضد" in said
    assert html.unescape(chart) == chart
    all_links_drawn(map, chart)


def test_a_title_and_no_topic() -> None:
    map = load_text("claim a: A.").map
    assert "topic" not in to_mermaid(map).replace("classDef topic", "")
    assert 'topic["My debate"]' in to_mermaid(map, title="My debate")
