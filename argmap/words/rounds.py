"""What is spoken in each speech of a round, and how long that speech may take."""

from collections.abc import Iterator, Mapping

from ..debate import floor_of
from ..graph.homes import homes
from ..model import ArgumentMap, Link, Statement
from ..values import dataclass
from .speaking import Spoken, spoken


@dataclass(frozen=True, slots=True)
class Delivered:
    """A speech: its name (None: all that the map says), the minutes that it has (None where its format
    does not say), what is spoken in it."""

    name: str | None
    minutes: float | None
    spoken: Spoken


def speeches_of(map: ArgumentMap) -> Iterator[Delivered]:
    """The speeches in which a map says something, in their order, and last all of the map.

    What is extended in a speech is said again by its tag alone, and takes what stands under it along.
    """
    floor = floor_of(map)
    written = homes(map)
    minutes = {speech.name: speech.minutes for speech in floor.speeches} if floor else {}
    named = {name for s in map.statements for name in (s.speech, *s.extended) if name}
    for name in (*(each for each in minutes if each in named), *sorted(named.difference(minutes))):
        made = spoken(s for s in map.statements if s.speech == name)
        again = spoken(s for s in map.statements if name in s.extended and not _goes_with(s, name, written))
        total = Spoken(made.tags + again.tags, made.read, made.cites, made.cards, made.whole)
        yield Delivered(name, minutes.get(name), total)
    yield Delivered(None, None, spoken(map.statements))


def _goes_with(statement: Statement, speech: str, written: Mapping[Statement, Link]) -> bool:
    """Whether a statement is extended along with what it stands under, or is made in that speech."""
    link = written.get(statement)
    while link is not None and isinstance(link.target, Link):
        link = link.target
    above = link.target if link else None
    return statement.speech == speech or (isinstance(above, Statement) and speech in above.extended)
