"""Who has the floor: the speeches of a format, whose they are, and what each must answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model import ArgumentMap, Kind, LinkKind, Side, Statement
from ...vocabulary import SPEECHES

OPENERS: Mapping[str, frozenset[str]] = {
    "policy": frozenset({"1AC", "2AC", "1AR", "2AR"}),
    "lincoln-douglas": frozenset({"AC", "1AR", "2AR"}),
    "public-forum": frozenset({"AC", "AR", "AS", "AF"}),
    "world-schools": frozenset({"P1", "P2", "P3", "PR"}),
    "british-parliamentary": frozenset({"PM", "DPM", "MG", "GW"}),
}
"""The speeches of the side that speaks for the motion."""

CALLED: Mapping[str, Mapping[str, str]] = {
    "policy": {
        "1AC": "first constructive",
        "1NC": "first constructive",
        "2AC": "second constructive",
        "Block": "its 2NC and 1NR together",
        "2NC": "second constructive",
        "1NR": "first rebuttal",
        "1AR": "first rebuttal",
        "2NR": "second rebuttal",
        "2AR": "second rebuttal",
    },
    "lincoln-douglas": {
        "AC": "constructive",
        "NC": "constructive",
        "1AR": "first rebuttal",
        "NR": "rebuttal",
        "2AR": "second rebuttal",
    },
    "public-forum": {
        "AC": "constructive",
        "NC": "constructive",
        "AR": "rebuttal",
        "NR": "rebuttal",
        "AS": "summary",
        "NS": "summary",
        "AF": "final focus",
        "NF": "final focus",
    },
    "world-schools": {
        "P1": "first speech",
        "O1": "first speech",
        "P2": "second speech",
        "O2": "second speech",
        "P3": "third speech",
        "O3": "third speech",
        "OR": "reply",
        "PR": "reply",
    },
    "british-parliamentary": {
        "PM": "prime minister",
        "LO": "leader of the opposition",
        "DPM": "deputy prime minister",
        "DLO": "deputy leader of the opposition",
        "MG": "member of the government",
        "MO": "member of the opposition",
        "GW": "government whip",
        "OW": "opposition whip",
    },
}
"""What each speech is to the side that gives it."""

LAST: Mapping[str, frozenset[str]] = {
    "policy": frozenset({"2NR", "2AR"}),
    "lincoln-douglas": frozenset({"NR", "2AR"}),
    "public-forum": frozenset({"AF", "NF"}),
    "world-schools": frozenset({"OR", "PR"}),
    "british-parliamentary": frozenset({"GW", "OW"}),
}
"""The last speech of each side, in which nothing new may be said."""

ONLY_CASES: Mapping[str, frozenset[str]] = {"public-forum": frozenset({"AC", "NC"})}
"""Speeches that present a case and are not expected to answer anything."""

SAME_TIME: Mapping[str, str] = {"2NC": "Block", "1NR": "Block"}
"""Speeches that are given back to back and count as one."""

FOR = frozenset(["pro", "aff", "affirmative", "prop", "proposition", "gov", "government", "for", "yes"])
AGAINST = frozenset(["con", "neg", "negative", "opp", "opposition", "against", "no"])


@dataclass(frozen=True)
class Floor:
    """The speeches of a format in their order, and which of two sides gives each."""

    format: str
    speeches: Sequence[str]
    sides: tuple[Side, Side] | None

    def known(self, speech: str) -> bool:
        """Whether the format has a speech of this name."""
        return speech in self._position

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {speech: self.speeches.index(SAME_TIME.get(speech, speech)) for speech in self.speeches}

    def position(self, statement: Statement) -> int | None:
        """When a statement is made, as the number of its speech; None where it does not say."""
        return self._position.get(statement.speech or "")

    def speaker(self, speech: str) -> Side | None:
        """The side that gives a speech, where the map has two."""
        if self.sides is None or not self.known(speech):
            return None
        return self.sides[0] if speech in OPENERS[self.format] else self.sides[1]

    def given(self, *, opening: bool) -> Sequence[str]:
        """The speeches of the side that speaks for the motion, or of the other one."""
        return [speech for speech in self.speeches if (speech in OPENERS[self.format]) is opening]

    def due(self, position: int, side: Side) -> str | None:
        """The first speech after a position in which the other side has to answer `side`."""
        silent = ONLY_CASES.get(self.format, frozenset())
        for speech in self.speeches:
            if self._position[speech] <= position or speech in silent:
                continue
            if self.speaker(speech) is not side:
                return speech
        return None

    def when(self, speech: str) -> int:
        """The position of a speech that the format has."""
        return self._position[speech]


def floor_of(map: ArgumentMap) -> Floor | None:
    """The speeches of a map's format; None where it names none that is known."""
    name = map.topic.format if map.topic else None
    if name is None or name not in SPEECHES:
        return None
    return Floor(name, SPEECHES[name], _for_and_against(map.sides))


def _for_and_against(sides: Sequence[Side]) -> tuple[Side, Side] | None:
    """The side for the motion and the one against it: by their ids where these say so, else in
    the order in which they are declared."""
    if len(sides) != 2:
        return None
    one, other = sides
    if one.id.casefold() in AGAINST or other.id.casefold() in FOR:
        return other, one
    return one, other


def said_before(map: ArgumentMap, floor: Floor) -> Mapping[Statement, Statement]:
    """The rebuttals that are given before what they answer is said, each with what it answers.

    Two rebuttals that contradict each other answer in both directions: of these the later is the answer.
    """
    answers = [
        (source, answered)
        for link in map.links
        if link.kind is LinkKind.REBUTS
        for source in link.sources
        if source.kind is Kind.REBUTTAL
        for answered in ((link.target,) if isinstance(link.target, Statement) else link.target.sources)
    ]
    pairs = set(answers)
    found: dict[Statement, Statement] = {}
    for source, answered in answers:
        said, heard = floor.position(source), floor.position(answered)
        if said is not None and heard is not None and said < heard and (answered, source) not in pairs:
            found.setdefault(source, answered)
    return found
