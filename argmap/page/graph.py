"""What the page's script has to know of the graph, as a block of data."""

import json

from ..graph.forest import homes
from ..model import ArgumentMap, Link


def graph_data(map: ArgumentMap) -> str:
    """JSON that may stand in a script element: no `<` is in it.

    `statements`: each one's label and id (or null). `homes`: the index of what each
    stands under, or -1. `tops`: indices of statements. `links`: the indices
    of the sources, that of the target, whether the target is a link; in the map's order, by which the
    picture names them (`link-1` ...).
    """
    places = {statement: index for index, statement in enumerate(map.statements)}
    ends = {link: index for index, link in enumerate(map.links)}
    found = homes(map)
    data = {
        "statements": [[statement.label, statement.id] for statement in map.statements],
        "homes": [-1 if (above := found.above(each)) is None else places[above] for each in map.statements],
        "tops": [places[top] for top in map.tops],
        "links": [
            [
                [places[source] for source in link.sources],
                ends[link.target] if isinstance(link.target, Link) else places[link.target],
                int(isinstance(link.target, Link)),
            ]
            for link in map.links
        ],
    }
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
