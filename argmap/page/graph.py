"""What the page's script has to know of the graph, as a block of data."""

import json

from ..diagram.text.words import link_words
from ..model import ArgumentMap, Link


def graph_data(map: ArgumentMap) -> str:
    """JSON that may stand in a script element: no `<` is in it.

    `statements`: each one's label and id (or null). `tops`: indices of statements. `links`: the indices
    of the sources, that of the target, whether the target is a link, and the link in the words by which
    the picture names it.
    """
    places = {statement: index for index, statement in enumerate(map.statements)}
    ends = {link: index for index, link in enumerate(map.links)}
    data = {
        "statements": [[statement.label, statement.id] for statement in map.statements],
        "tops": [places[top] for top in map.tops],
        "links": [
            [
                [places[source] for source in link.sources],
                ends[link.target] if isinstance(link.target, Link) else places[link.target],
                int(isinstance(link.target, Link)),
                link_words(link),
            ]
            for link in map.links
        ],
    }
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
