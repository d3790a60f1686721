"""What the page's script has to know of the graph, as a block of data."""

import json

from ..diagram.text.told import Told
from ..graph.forest import homes
from ..model import ArgumentMap, Link, LinkKind, Side


def graph_data(map: ArgumentMap, told: Told) -> str:
    """JSON that may stand in a script element: no `<` is in it.

    `statements`: each one's label and id (or null), its kind, the index of its side (or -1) and what becomes
    of it (empty where that was not asked). `homes`: the index of what each stands under, or -1. `tops`:
    indices of statements. `links`: the indices of the sources, that of the target, whether the target is a
    link, whether it rebuts; in the map's order, by which the picture names them (`link-1` ...).
    """
    places = {statement: index for index, statement in enumerate(map.statements)}
    ends = {link: index for index, link in enumerate(map.links)}
    sides: dict[Side | None, int] = {side: index for index, side in enumerate(map.sides)}
    found = homes(map)
    data = {
        "statements": [
            [each.label, each.id, each.kind.value, sides.get(each.side, -1), str(told.verdicts.get(each, ""))]
            for each in map.statements
        ],
        "homes": [-1 if (above := found.above(each)) is None else places[above] for each in map.statements],
        "tops": [places[top] for top in map.tops],
        "links": [
            [
                [places[source] for source in link.sources],
                ends[link.target] if isinstance(link.target, Link) else places[link.target],
                int(isinstance(link.target, Link)),
                int(link.kind is LinkKind.REBUTS),
            ]
            for link in map.links
        ],
    }
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
