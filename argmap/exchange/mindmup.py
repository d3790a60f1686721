"""MindMup's maps: a tree of ideas, groups of reasons among them."""

from collections.abc import Mapping
from typing import Any

from .losses import Report
from .net import Bond, Net, Point
from .reading import items, json_of, mapping, words
from .unreadable import UnreadableError


def looks(start: bytes) -> bool:
    """Whether a file begins like a map of MindMup."""
    return b'"ideas"' in start or b'"formatVersion"' in start


def read(data: bytes) -> tuple[Net, Report]:
    """A MindMup file as a net: a group of reasons is one joint support or, opposing, so many answers."""
    report = Report()
    whole = mapping(json_of(data))
    if "ideas" not in whole and "title" not in whole:
        raise UnreadableError("it has no ideas, so it is not a map of MindMup")
    # Since version 3 the root is a container without words of its own.
    rooted = whole.get("formatVersion") in (3, "3") or str(whole.get("id")) == "root"
    net = Net(words(whole.get("title"), report) if rooted else "")
    tops = _ranked(whole) if rooted else [whole]
    waiting: list[tuple[Mapping[str, Any], Point | None]] = [(idea, None) for idea in reversed(tops)]
    while waiting:
        idea, above = waiting.pop()
        waiting.extend(reversed(_take(idea, above, net, report)))
    report.left_out["link that is drawn across"] += len(items(whole.get("links")))
    report.read["idea"] += len(net.points)
    return net, report


def _take(
    idea: Mapping[str, Any], above: Point | None, net: Net, report: Report
) -> list[tuple[Mapping[str, Any], Point | None]]:
    """Take an idea, or a group with the ideas in it; what comes next, with what it stands under."""
    group = mapping(idea.get("attr")).get("group")
    if group is None:
        point = _point(idea, net, report)
        if above is not None:
            net.bonds.append(Bond(True, (point,), above))
        return [(child, point) for child in _ranked(idea)]
    members = [(child, _point(child, net, report)) for child in _ranked(idea)]
    if members and above is not None:
        supports = group != "opposing"
        net.bonds.append(Bond(supports, tuple(point for _, point in members), above))
    elif members:
        report.left_out["group that stands under nothing"] += 1
    return [(grandchild, point) for child, point in members for grandchild in _ranked(child)]


def _point(idea: Mapping[str, Any], net: Net, report: Report) -> Point:
    attributes = mapping(idea.get("attr"))
    note = mapping(attributes.get("note")).get("text") or mapping(attributes.get("attachment")).get("content")
    point = Point(words(idea.get("title"), report), note=words(note, report))
    net.points.append(point)
    return point


def _ranked(idea: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """An idea's children by rank, which may be negative or a fraction; what stands to the left has a
    negative one."""
    found = mapping(idea.get("ideas"))

    def rank(key: str) -> tuple[bool, float]:
        try:
            number = float(key)
        except ValueError:
            number = 0.0
        return number < 0, abs(number)

    return [mapping(found[key]) for key in sorted(found, key=rank)]
