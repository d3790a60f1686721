"""Arguebuf's JSON and SADFace: atoms and schemes."""

from collections.abc import Mapping
from typing import Any

from .losses import Report
from .net import Net, Point
from .reading import items, json_of, mapping, words
from .schemes import ATTACK, OTHER, SUPPORT, Node, Scheme, net_of
from .unreadable import UnreadableError

SADFACE = {"support": SUPPORT, "conflict": ATTACK, "attack": ATTACK}


def looks_arguebuf(start: bytes) -> bool:
    """Whether a file begins like Arguebuf's JSON."""
    return b'"atom"' in start and b'"type"' not in start and start.lstrip().startswith(b"{")


def looks_sadface(start: bytes) -> bool:
    """Whether a file begins like SADFace."""
    return b'"source_id"' in start or b'"metadata"' in start or (b'"atom"' in start and b'"type"' in start)


def read_arguebuf(data: bytes) -> tuple[Net, Report]:
    """An Arguebuf file as a net."""
    report = Report()
    whole = mapping(json_of(data))
    found = whole.get("nodes")
    if not isinstance(found, dict):
        raise UnreadableError("it has no nodes by name, so it is not Arguebuf")
    nodes: dict[str, Node] = {}
    for id, each in found.items():
        node = mapping(each)
        if "atom" in node:
            nodes[id] = Point(words(mapping(node["atom"]).get("text"), report))
        elif "scheme" in node:
            nodes[id] = _scheme(mapping(node["scheme"]))
        else:
            report.left_out["node of an unknown kind"] += 1
    edges = [(str(e.get("source")), str(e.get("target"))) for e in map(mapping, items(whole.get("edges")))]
    report.left_out["source's text or participant"] += len(items(whole.get("resources")))
    return net_of(nodes, edges, report), report


def _scheme(scheme: Mapping[str, Any]) -> Scheme:
    for kind, does in (("support", SUPPORT), ("attack", ATTACK)):
        if kind in scheme:
            name = str(scheme[kind] or "")
            return Scheme(does, "" if name.endswith("_DEFAULT") else name)
    return Scheme(OTHER if scheme else SUPPORT)


def read_sadface(data: bytes) -> tuple[Net, Report]:
    """A SADFace file as a net; of version 0.1, whose title stands at the top, too."""
    report = Report()
    whole = mapping(json_of(data))
    if not isinstance(whole.get("nodes"), list):
        raise UnreadableError("it has no list of nodes, so it is not SADFace")
    nodes: dict[str, Node] = {}
    for each in map(mapping, whole["nodes"]):
        id = str(each.get("id"))
        if each.get("type") == "atom":
            nodes[id] = Point(words(each.get("text"), report))
        elif each.get("type") == "scheme":
            scheme = str(each.get("name", "support"))
            plain = scheme.casefold() in SADFACE
            nodes[id] = Scheme(SADFACE.get(scheme.casefold(), SUPPORT), "" if plain else scheme)
        else:
            report.left_out["node of an unknown kind"] += 1
    edges = [(str(e.get("source_id")), str(e.get("target_id"))) for e in map(mapping, items(whole.get("edges")))]
    core = mapping(mapping(whole.get("metadata")).get("core")) or whole
    report.left_out["source's text"] += len(items(whole.get("resources")))
    return net_of(nodes, edges, report, words(core.get("title"), report)), report
