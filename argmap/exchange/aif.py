"""AIF and what is built on it: AIFdb's JSON, xAIF, OVA's files."""

from collections.abc import Mapping
from typing import Any

from .losses import Report
from .net import Net, Point
from .reading import items, json_of, mapping, words
from .schemes import ATTACK, OTHER, SUPPORT, Node, Scheme, net_of
from .unreadable import UnreadableError

DOES = {"RA": SUPPORT, "CA": ATTACK, "MA": OTHER, "PA": OTHER}
TALK = {"L": "locution", "YA": "illocution", "TA": "transition"}
PLAIN_SCHEMES = ("", "RA", "CA", "MA", "PA", "Default Inference", "Default Conflict", "Default Rephrase")


def looks(start: bytes) -> bool:
    """Whether a file begins like AIF."""
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and (
        b'"nodeID"' in start or b'"AIF"' in start or b'"locutions"' in start or b'"fromID"' in start
    )


def read(data: bytes) -> tuple[Net, Report]:
    """An AIF file as a net."""
    report = Report()
    whole = mapping(json_of(data))
    graph = mapping(whole.get("AIF")) or whole
    if "nodes" not in graph:
        raise UnreadableError("it has no nodes, so it is not AIF")
    names = {
        str(each.get("nodeID")): str(each.get("schemeID", ""))
        for each in map(mapping, items(graph.get("schemefulfillments")))
    }
    nodes: dict[str, Node] = {}
    for each in map(mapping, items(graph["nodes"])):
        _node(each, names, nodes, report)
    edges = [_ends(mapping(each)) for each in items(graph.get("edges"))]
    dropped = {id for id, node in nodes.items() if isinstance(node, Scheme) and node.does in TALK.values()}
    edges = [edge for edge in edges if not dropped.intersection(edge)]
    kept = {id: node for id, node in nodes.items() if id not in dropped}
    if whole is not graph and whole.get("text"):
        report.left_out["text beside the map"] += 1
    return net_of(kept, edges, report), report


def _node(each: Mapping[str, Any], names: Mapping[str, str], nodes: dict[str, Node], report: Report) -> None:
    id = str(each.get("nodeID", each.get("id", "")))
    kind = str(each.get("type", ""))
    if kind == "I":
        nodes[id] = Point(words(each.get("text"), report))
    elif kind in TALK:
        report.left_out[TALK[kind]] += 1
        nodes[id] = Scheme(TALK[kind])
    elif kind in DOES:
        scheme = str(each.get("scheme") or each.get("text") or "").strip()
        scheme = "" if scheme in PLAIN_SCHEMES else scheme
        nodes[id] = Scheme(DOES[kind], scheme or names.get(id, ""))
    else:
        report.left_out["node of an unknown kind"] += 1


def _ends(edge: Mapping[str, Any]) -> tuple[str, str]:
    """Where an edge begins and ends: by ids, or (in OVA 2) with the whole nodes in it."""
    return _id(edge.get("fromID", edge.get("from"))), _id(edge.get("toID", edge.get("to")))


def _id(end: Any) -> str:
    return str(mapping(end).get("id", mapping(end).get("nodeID", ""))) if isinstance(end, dict) else str(end)
