"""Where each statement is written: under which other one, if under any."""

from collections.abc import Mapping

from ..model import ArgumentMap, Link, Statement


def homes(map: ArgumentMap) -> Mapping[Statement, Link]:
    """The link that each nested statement makes at the place where it is written; a statement at the
    margin has none."""
    found: dict[Statement, Link] = {}
    for link in map.links:
        for span in link.nested:
            for source in link.sources:
                if span.start == source.span.start and span.file is source.file:
                    found.setdefault(source, link)
    return found
