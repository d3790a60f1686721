"""What of a map another tool's form has no place for, counted in words."""

from collections.abc import Collection

from ...english import counted, listed, plural
from ...model import ArgumentMap, Link, LinkKind, Mark
from ...values import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A map as the text of a file, and what its maker should know of what is not in it."""

    text: str
    notes: tuple[str, ...] = ()


def left_out(map: ArgumentMap, form: str, carried: Collection[str] = ()) -> tuple[str, ...]:
    """What a form leaves out of a map, in a line; nothing where it leaves out nothing.

    `carried` names what it does carry, of: side, section, speech, citation, card, note, weight, tag, kind
    of answer, concession, joint link, link on a link, support.
    """
    found = {what: many for what, many in _counts(map).items() if many and what not in carried}
    if not found:
        return ()
    told = listed(counted(many, what, SEVERAL.get(what)) for what, many in found.items())
    return (f"{told} {plural(sum(found.values()), 'is', 'are')} not in it: {form} has no place for them",)


SEVERAL = {"link on a link": "links on links", "kind of answer": "kinds of answer", "speech": "speeches"}


def _counts(map: ArgumentMap) -> dict[str, int]:
    statements, links = map.statements, map.links
    return {
        "side": len(map.sides),
        "section": len(map.sections),
        "speech": len({statement.speech for statement in statements if statement.speech}),
        "citation": sum(len(statement.cites) for statement in statements),
        "card": sum(statement.card is not None for statement in statements),
        "note": sum(statement.note is not None for statement in statements),
        "weight": sum(statement.weight is not None for statement in statements),
        "tag": sum(len(statement.tags) for statement in statements),
        "kind of answer": sum(s.mark not in (None, Mark.DENY, Mark.NO_LINK) for s in statements),
        "concession": len(map.concessions),
        "joint link": sum(link.joined for link in links),
        "link on a link": sum(isinstance(link.target, Link) for link in links),
        "support": sum(link.kind is LinkKind.SUPPORTS for link in links),
    }
