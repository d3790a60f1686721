"""The formats of debate, in one table: their speeches, who gives each, how long, and what is due in it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from .model import ArgumentMap, Side
from .values import dataclass


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech of a format.

    `name` is what a map writes after `@`, `called` what it is to the side that gives it. `motion`:
    whether the side for the motion gives it. `minutes` as most leagues have it. `last`: it is its
    side's last one, in which nothing new may be said. `answers` is False for one that presents a case
    and need not answer anything. `rebuttal`: where both sides have such a speech, the second of them
    need not answer what was first said in the first, unless a league says so. `within` names the speech
    that it is a part of (the 2NC of the Block).
    """

    name: str
    called: str
    motion: bool
    minutes: float
    last: bool = False
    answers: bool = True
    rebuttal: bool = False
    within: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what a topic calls it, what coaches call it as well, and its speeches in their order.

    `coin`: either side may open. The order is then that of a round which the side for the motion
    opens; where the other one does, the speeches of each pair change places (see `order`).
    """

    name: str
    short: tuple[str, ...]
    speeches: tuple[Speech, ...]
    coin: bool = False

    def order(self, *, motion_opens: bool = True) -> tuple[Speech, ...]:
        """The speeches in the order in which they are given."""
        if motion_opens or not self.coin:
            return self.speeches
        pairs = zip(self.speeches[1::2], self.speeches[::2], strict=True)
        return tuple(speech for pair in pairs for speech in pair)


FOR_IT, AGAINST_IT = True, False

FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (
        Format("policy", ("cx", "ndt", "ceda", "cross-examination"), (
            Speech("1AC", "first constructive", FOR_IT, 8),
            Speech("1NC", "first constructive", AGAINST_IT, 8),
            Speech("2AC", "second constructive", FOR_IT, 8),
            Speech("Block", "its 2NC and 1NR together", AGAINST_IT, 13),
            Speech("2NC", "second constructive", AGAINST_IT, 8, within="Block"),
            Speech("1NR", "first rebuttal", AGAINST_IT, 5, within="Block"),
            Speech("1AR", "first rebuttal", FOR_IT, 5),
            Speech("2NR", "second rebuttal", AGAINST_IT, 5, last=True),
            Speech("2AR", "second rebuttal", FOR_IT, 5, last=True),
        )),
        Format("lincoln-douglas", ("ld",), (
            Speech("AC", "constructive", FOR_IT, 6),
            Speech("NC", "constructive", AGAINST_IT, 7),
            Speech("1AR", "first rebuttal", FOR_IT, 4),
            Speech("NR", "rebuttal", AGAINST_IT, 6, last=True),
            Speech("2AR", "second rebuttal", FOR_IT, 3, last=True),
        )),
        Format("public-forum", ("pf", "pofo"), (
            Speech("AC", "constructive", FOR_IT, 4, answers=False),
            Speech("NC", "constructive", AGAINST_IT, 4, answers=False),
            Speech("AR", "rebuttal", FOR_IT, 4, rebuttal=True),
            Speech("NR", "rebuttal", AGAINST_IT, 4, rebuttal=True),
            Speech("AS", "summary", FOR_IT, 3),
            Speech("NS", "summary", AGAINST_IT, 3),
            Speech("AF", "final focus", FOR_IT, 2, last=True),
            Speech("NF", "final focus", AGAINST_IT, 2, last=True),
        ), coin=True),
        Format("world-schools", ("ws", "wsd", "wsdc", "worlds"), (
            Speech("P1", "first speech", FOR_IT, 8),
            Speech("O1", "first speech", AGAINST_IT, 8),
            Speech("P2", "second speech", FOR_IT, 8),
            Speech("O2", "second speech", AGAINST_IT, 8),
            Speech("P3", "third speech", FOR_IT, 8),
            Speech("O3", "third speech", AGAINST_IT, 8),
            Speech("OR", "reply", AGAINST_IT, 4, last=True),
            Speech("PR", "reply", FOR_IT, 4, last=True),
        )),
        Format("british-parliamentary", ("bp", "wudc"), (
            Speech("PM", "prime minister", FOR_IT, 7),
            Speech("LO", "leader of the opposition", AGAINST_IT, 7),
            Speech("DPM", "deputy prime minister", FOR_IT, 7),
            Speech("DLO", "deputy leader of the opposition", AGAINST_IT, 7),
            Speech("MG", "member of the government", FOR_IT, 7),
            Speech("MO", "member of the opposition", AGAINST_IT, 7),
            Speech("GW", "government whip", FOR_IT, 7, last=True),
            Speech("OW", "opposition whip", AGAINST_IT, 7, last=True),
        )),
        Format("big-questions", ("bq", "big-question"), (
            Speech("AC", "constructive", FOR_IT, 5, answers=False),
            Speech("NC", "constructive", AGAINST_IT, 5, answers=False),
            Speech("AR", "rebuttal", FOR_IT, 4, rebuttal=True),
            Speech("NR", "rebuttal", AGAINST_IT, 4, rebuttal=True),
            Speech("ACon", "consolidation", FOR_IT, 3),
            Speech("NCon", "consolidation", AGAINST_IT, 3),
            Speech("ARat", "rationale", FOR_IT, 3, last=True),
            Speech("NRat", "rationale", AGAINST_IT, 3, last=True),
        )),
        Format("classroom", ("class", "school"), (
            Speech("P1", "opening", FOR_IT, 3, answers=False),
            Speech("O1", "opening", AGAINST_IT, 3, answers=False),
            Speech("P2", "answers", FOR_IT, 3),
            Speech("O2", "answers", AGAINST_IT, 3),
            Speech("P3", "closing", FOR_IT, 2, last=True),
            Speech("O3", "closing", AGAINST_IT, 2, last=True),
        ), coin=True),
    )
}  # fmt: skip
"""Every format by its name. The table is the only place that knows of any of them."""

SPEECHES: Mapping[str, str] = {
    speech.name.casefold(): speech.name for format in FORMATS.values() for speech in format.speeches
}
"""Every speech of any format by its name in small letters."""

FOR = frozenset(["pro", "aff", "affirmative", "prop", "proposition", "gov", "government", "for", "yes"])
AGAINST = frozenset(["con", "neg", "negative", "opp", "opposition", "against", "no"])


@dataclass(frozen=True)
class Floor:
    """Who has the floor when: a format, the two sides (for the motion, against it; None where the map
    has not two), and who opens."""

    format: Format
    sides: tuple[Side, Side] | None
    motion_opens: bool = True

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """The speeches in the order in which they are given."""
        return self.format.order(motion_opens=self.motion_opens)

    @cached_property
    def by_name(self) -> Mapping[str, Speech]:
        """Each speech by its name."""
        return {speech.name: speech for speech in self.speeches}

    @cached_property
    def _when(self) -> Mapping[str, int]:
        at = {speech.name: at for at, speech in enumerate(self.speeches)}
        return {speech.name: at[speech.within or speech.name] for speech in self.speeches}

    def when(self, name: str | None) -> int | None:
        """When a speech is given, as a number that grows with time; None for one that the format has
        not. Speeches that are given back to back count as one."""
        return self._when.get(name or "")

    def speaker(self, name: str | None) -> Side | None:
        """The side that gives a speech, where the map has two sides and the format that speech."""
        speech = self.by_name.get(name or "")
        return self.sides[0 if speech.motion else 1] if speech and self.sides else None

    def given(self, *, motion: bool) -> Sequence[Speech]:
        """The speeches of the side for the motion, or of the other one, in their order."""
        return [speech for speech in self.speeches if speech.motion is motion]

    def due(self, when: int, side: Side, *, second_rebuttal: bool = False) -> Speech | None:
        """The first speech, after one that is given at `when`, in which the other side has to answer
        `side`; None where there is none left. `second_rebuttal`: whether a second rebuttal must answer
        the first one."""
        spared = not second_rebuttal and any(s.rebuttal for s in self.speeches if self._when[s.name] == when)
        for speech in self.speeches:
            owed = speech.answers and not (spared and speech.rebuttal)
            if owed and self._when[speech.name] > when and self.speaker(speech.name) is not side:
                return speech
        return None


def floor_of(map: ArgumentMap) -> Floor | None:
    """Who has the floor when in a map; None where its topic names no format that is known."""
    format = FORMATS.get(map.topic.format or "") if map.topic else None
    if map.topic is None or format is None:
        return None
    sides = for_and_against(map.sides)
    opens = map.topic.first
    return Floor(format, sides, sides is None or opens is None or opens is sides[0])


def for_and_against(sides: Sequence[Side]) -> tuple[Side, Side] | None:
    """The side for the motion and the one against it: by their ids where these say so, else in
    the order in which they are declared; None where there are not two."""
    if len(sides) != 2:
        return None
    one, other = sides
    if one.id.casefold() in AGAINST or other.id.casefold() in FOR:
        return other, one
    return one, other


def format_meant(written: str) -> str | None:
    """The format that coaches call by a word, whatever its capitals and blanks; None for no such."""
    plain = "-".join(written.casefold().replace("_", " ").split())
    return next((f.name for f in FORMATS.values() if plain in (f.name, *f.short)), None)
