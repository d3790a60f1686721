"""One speech as a paper: what is said in it; what it takes up again from an earlier one is extended."""

from collections.abc import Iterator, Set
from itertools import chain

from ..debate import floor_of
from ..graph.branches import bearing
from ..model import ArgumentMap, Kind, Link, LinkKind, Section, Side, Statement
from .answering import PLAIN, Prefix, hit_by, numbered
from .entries import Paper
from .telling import Passages, Teller, Way


def speech_paper(map: ArgumentMap, speech: str, passages: Passages | None = None) -> Paper:
    """A speech: the pocket is its name, hats are the sections, blocks `AT: ...` what it answers."""
    teller = Teller(map, passages)
    _Speech(teller, speech).write()
    return Paper(speech, tuple(teller.entries), teller.notes())


class _Speech:
    """Writes a speech's statements under their headings."""

    def __init__(self, teller: Teller, name: str) -> None:
        self._teller, self._map, self._name = teller, teller.map, name
        self._inside = {s for s in teller.mine if s.speech == name or name in s.extended}
        teller.earlier.update(_earlier(self._map, name, {s.side for s in self._inside}))
        self._seen: set[Statement] = set()
        self._section: Section | str | None = ""
        self._hat = name
        self._block: Statement | None = None
        self._number = 0

    def write(self) -> None:
        """Write what is said in reading order, what supports other words of the speech under those."""
        self._teller.heading(1, self._name)
        for statement in self._in_order():
            if statement in self._seen or self._supports_inside(statement):
                continue
            self._open_hat(statement)
            link = self._answers(statement)
            if link is not None:
                self._answer(statement, link)
            else:
                if self._block is not None:
                    self._teller.heading(3, self._hat)
                    self._block = None
                self._say(statement)
        for statement in self._map.statements:  # what supports only itself, in a circle
            if statement in self._inside and statement not in self._seen:
                self._say(statement)

    def _in_order(self) -> Iterator[Statement]:
        """What is said, in reading order; a section's answers to one statement together, where the first stands."""
        found: dict[object, list[Statement]] = {}
        for statement in self._map.statements:
            if statement in self._inside:
                link = self._answers(statement)
                block = (statement.section, hit_by(link)) if link else statement
                found.setdefault(block, []).append(statement)
        return chain.from_iterable(found.values())

    def _answers(self, statement: Statement) -> Link | None:
        """The link by which a rebuttal answers."""
        if statement.kind is not Kind.REBUTTAL:
            return None
        return next((link for link in self._map.links_from(statement) if link.kind is LinkKind.REBUTS), None)

    def _supports_inside(self, statement: Statement) -> bool:
        """Whether it is told under other words of the speech; a claim with a place of its own is not."""
        return statement not in self._teller.own and any(
            end in self._inside
            for link in self._map.links_from(statement)
            if link.kind is LinkKind.SUPPORTS
            for end in ([link.target] if isinstance(link.target, Statement) else link.target.sources)
        )

    def _open_hat(self, statement: Statement) -> None:
        if statement.section is self._section:
            return
        self._section, self._block = statement.section, None
        topic = self._map.topic.text if self._map.topic else self._name
        self._hat = statement.section.title if statement.section else topic
        self._teller.heading(2, self._hat)

    def _answer(self, statement: Statement, link: Link) -> None:
        onto = hit_by(link)
        if self._block is not onto:
            self._teller.heading(3, f"AT: {onto.text}")
            self._block, self._number = onto, 0
        self._number += 1
        self._say(statement, numbered(self._number, statement, link))

    def _say(self, statement: Statement, prefix: Prefix = PLAIN) -> None:
        if statement.speech != self._name:
            self._extend(statement, prefix)
        else:
            self._teller.tell(statement, self._seen, self._decide, prefix)

    def _extend(self, statement: Statement, prefix: Prefix) -> None:
        """Name what is taken up again, with what is new under it; what supported it is taken up with it."""
        self._teller.name(statement, Way.EXTENDED, prefix)
        waiting = [statement]
        while waiting:
            at = waiting.pop()
            self._seen.add(at)
            for link, source in bearing(self._map, at):
                if link.kind is not LinkKind.SUPPORTS or source not in self._inside or source in self._seen:
                    continue
                if source in self._teller.own:
                    continue
                if source.speech == self._name:
                    self._teller.tell(source, self._seen, self._decide)
                else:
                    waiting.append(source)

    def _decide(self, statement: Statement) -> Way:
        if statement in self._seen:
            return Way.NOT_AT_ALL
        if statement in self._inside and statement in self._teller.own:
            self._teller.links_untold.update(self._teller.map.links_from(statement))
            return Way.NOT_AT_ALL
        if statement.speech == self._name or (statement.speech is None and statement.kind is not Kind.CLAIM):
            return Way.IN_FULL
        if statement.speech is not None or statement in self._inside:
            self._seen.add(statement)
            return Way.EXTENDED
        return Way.NOT_AT_ALL


def _earlier(map: ArgumentMap, name: str, sides: Set[Side | None]) -> Iterator[Statement]:
    """What those who speak said in the speeches before this one, as far as a format gives their order."""
    floor = floor_of(map)
    order = [speech.name for speech in floor.speeches] if floor else []
    before = order[: order.index(name)] if name in order else []
    return (s for s in map.statements if s.speech in before and s.side in sides)
