"""Which further links are drawn as lines, and which as stubs."""

from collections.abc import Mapping

from ...graph.ends import contradictions
from ...graph.forest import Homes
from ...model import ArgumentMap, Link, LinkKind, Statement


def candidates(map: ArgumentMap, homes: Homes) -> Mapping[Link, Link | None]:
    """The further links that a line could show, with the one that answers each from the other end (one
    line stands for both).

    One statement's link to another, or to a link, on which no link ends in turn; what holds together
    with others, and what others end on, is always a stub, so that all of it stands in one place.
    """
    answers = contradictions(map)
    answering = set(answers.values())
    further = {link for link in homes.further if len(link.sources) == 1 and not map.links_onto(link)}
    found: dict[Link, Link | None] = {}
    for link in homes.further:
        back = answers.get(link)
        if link not in further or link in answering or link.target in link.sources:
            continue
        if isinstance(link.target, Link) and link.target in further:
            continue
        # Where one of two that answer each other is a home link, the other is a line of its own.
        found[link] = back if back in further else None
    for back in answering & further:
        first = next(link for link, other in answers.items() if other is back)
        if first not in further and back.target not in back.sources:
            found[back] = None
    return found


def described(link: Link) -> str:
    """What a further link does, in a few words for a box: `also supports R17`, `also rebuts E1 → C1`."""
    verb = "supports" if link.kind is LinkKind.SUPPORTS else "rebuts"
    if isinstance(link.target, Statement):
        return f"also {verb} {link.target.label}"
    verb = "says why" if link.kind is LinkKind.SUPPORTS else verb
    end = link.target
    ends = " + ".join(source.label for source in end.sources)
    to = end.target.label if isinstance(end.target, Statement) else "a link"
    return f"also {verb} {ends} → {to}"
