"""Pieces of JSON as text: links on links may go so deep that no encoder could follow them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ...model import Link, Node, Statement


def as_object(members: Mapping[str, str]) -> str:
    """A JSON object from the texts of its values."""
    return "{\n" + ",\n".join(f"{text(key)}: {value}" for key, value in members.items()) + "\n}"


def as_array(values: Sequence[str]) -> str:
    """A JSON array from the texts of its values."""
    return "[\n  " + ",\n  ".join(values) + "\n]" if values else "[]"


def text(value: Any) -> str:
    """A plain value as JSON."""
    return json.dumps(value, ensure_ascii=False)


def link_ends(links: Sequence[Link]) -> dict[Link, str]:
    """What each link joins, as an object's text. A link onto a link holds that one's text, made
    before: links on links may go as deep as the author likes, so nothing walks down a chain."""
    ends: dict[Link, str] = {}
    for link in links:
        onto = ends[link.target] if isinstance(link.target, Link) else text(link.target.name)
        ends[link] = f'{{"from": {text([source.name for source in link.sources])}, "to": {onto}}}'
    return ends


def member(node: Node, ends: Mapping[Link, str]) -> str:
    """A statement by its name, or a link by its ends, as a member of an object."""
    if isinstance(node, Statement):
        return f'"statement": {text(node.name)}'
    return f'"link": {ends[node]}'
