"""What statements and links are called in the words of a judgement, and which were named."""

from collections.abc import Callable, Sequence, Set
from dataclasses import field

from ...english import listed
from ...model import Link, Side, Statement
from ...values import dataclass
from ..reason import Reason, Reasons

Namer = Callable[[Statement], str]
"""What to call a statement: its label, or its id."""

MOST_LISTED = 6
"""So many of the rebuttals that decide a verdict are worth showing one by one."""


def label(statement: Statement) -> str:
    """The label that a statement's box bears in every picture (C1, E3)."""
    return statement.label


def listing(names: Sequence[str], most: int = 5, last: str = "and") -> str:
    """Names as a coach says them: "R1, R2 and R3", or "R1, R2, R3, R4 and 7 more"."""
    return listed(names, last, most=most)


@dataclass(frozen=True, slots=True)
class Naming:
    """Names what reasons are about. `named` are the statements that were, in their order."""

    reasons: Reasons
    name: Namer = label
    named: dict[Statement, None] = field(default_factory=dict)
    _rings: dict[int, list[Statement]] = field(default_factory=dict)

    def say(self, statement: Statement) -> str:
        """What to call a statement, which is named herewith."""
        self.named.setdefault(self.meant(statement))
        return self.name(statement)

    def meant(self, statement: Statement) -> Statement:
        """What a stand-in stands in for."""
        meant = self.reasons.judgement.wiring.meant(statement)
        assert isinstance(meant, Statement)
        return meant

    def sides(self, sides: Set[Side]) -> list[str]:
        """Some sides, in the order of the map."""
        return [side.id for side in self.reasons.judgement.map.sides if side in sides]

    def makers(self, links: Sequence[Link]) -> str:
        """Who makes some rebuttals: up to three by name, of more two and how many others."""
        names = [self.say(link.sources[0]) for link in links[:MOST_LISTED]]
        return listing(names) if len(links) <= 3 else f"{names[0]}, {names[1]} and {len(links) - 2} others"

    def others(self, reason: Reason) -> tuple[list[Statement], str]:
        """The first other statements of a circle, and all of them in words: `it, C2 and 7 more`."""
        ring = self._rings.setdefault(id(reason.by), [])
        if not ring:
            ring += [node for node in reason.by if isinstance(node, Statement)]
        others = [node for node in ring[: MOST_LISTED + 1] if node is not reason.node][:MOST_LISTED]
        named = [self.say(other) for other in others]
        more = len(ring) - 1 - len(named)
        return others, listing(["it", *named, *([f"{more} more"] if more else [])], MOST_LISTED + 2)

    def sources(self, link: Link) -> str:
        """What a link comes from."""
        return listing([self.say(source) for source in link.sources])

    def bears(self, link: Link) -> str:
        """A link as what its denial denies: "E1 bears on C1"."""
        return f"{self.sources(link)} bear{'' if link.joined else 's'} on {self.aim(link)}"

    def aim(self, link: Link) -> str:
        """What a link points at; a link is named by what it comes from, never by all beneath it."""
        onto = link.target
        return self.say(onto) if isinstance(onto, Statement) else f"the link from {self.sources(onto)}"
