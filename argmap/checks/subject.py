"""What a rule is given: a map, the words of its sources, the measures to hold it to."""

from collections.abc import Mapping
from functools import cached_property

from ..graph.dropping import Dropped, dropped
from ..graph.ends import ends
from ..graph.flow import Flow, flow_of
from ..model import ArgumentMap, Link, LinkKind, Source, Statement
from ..quoting.passage import SourceText
from ..quoting.texts import NoText
from ..quoting.verify import Verified, verify
from ..values import dataclass
from .house_words import NO_WORDS, HouseWords
from .limits import Limits


@dataclass(frozen=True)
class Subject:
    """A map and what is needed to judge it. What several rules need is worked out once."""

    map: ArgumentMap
    limits: Limits
    texts: Mapping[Source, SourceText | NoText]
    words: HouseWords = NO_WORDS
    second_rebuttal: bool = False

    @cached_property
    def flow(self) -> Flow | None:
        """What the map's speeches settle, as `judge` has it too."""
        return flow_of(self.map, second_rebuttal=self.second_rebuttal)

    @cached_property
    def dropped(self) -> tuple[Dropped, ...]:
        """What was not answered when it was due."""
        return tuple(dropped(self.map, self.flow)) if self.flow else ()

    @cached_property
    def quotations(self) -> tuple[Verified, ...]:
        """Every quotation and card of the map, compared with the sources that it cites."""
        return verify(self.map, self.texts)

    @cached_property
    def landing(self) -> Mapping[Link, Statement]:
        """The statement that each link bears on in the end: a link onto a link is followed down."""
        return ends(self.map)

    @cached_property
    def pure_support(self) -> frozenset[Link]:
        """The links that support a statement, or support a link of this kind."""
        found: set[Link] = set()
        for link in self.map.links:
            ends_well = isinstance(link.target, Statement) or link.target in found
            if link.kind is LinkKind.SUPPORTS and ends_well:
                found.add(link)
        return frozenset(found)
