"""A map as AIF, in the JSON of AIFdb: statements are I-nodes, links are RA- and CA-nodes."""

import json
from typing import Any

from ...model import ArgumentMap, LinkKind
from .leaving import Written, left_out

SCHEMES = {LinkKind.SUPPORTS: ("RA", "Default Inference", "72"), LinkKind.REBUTS: ("CA", "Default Conflict", "71")}
CARRIED = ("joint link", "link on a link", "support")


def to_aif(map: ArgumentMap) -> Written:
    """The AIF of a map. Deterministic: it names no time."""
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    ids: dict[object, str] = {}

    def node(of: object, **parts: str) -> None:
        ids[of] = str(len(nodes) + 1)
        nodes.append({"nodeID": ids[of], **parts, "timestamp": ""})

    def edge(source: object, target: object) -> None:
        number = str(len(edges) + 1)
        edges.append({"edgeID": number, "fromID": ids[source], "toID": ids[target], "formEdgeID": None})

    for statement in map.statements:
        node(statement, text=statement.text, type="I")
    for link in map.links:
        kind, scheme, number = SCHEMES[link.kind]
        node(link, text=scheme, type=kind, scheme=scheme, schemeID=number)
    for link in map.links:
        for source in link.sources:
            edge(source, link)
        edge(link, link.target)
    text = json.dumps({"nodes": nodes, "edges": edges, "locutions": []}, ensure_ascii=False, indent=1)
    return Written(f"{text}\n", left_out(map, "AIF", CARRIED))
