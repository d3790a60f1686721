"""Links while the places where they are written are gathered."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ..model import Link, LinkKind, Statement
from ..source import Span
from ..values import dataclass

Item = TypeVar("Item")
Few = tuple[Item, ...] | list[Item]
"""Mostly one or none, and then no list is made for it."""
Key = tuple[LinkKind, "Statement | frozenset[Statement]", "Statement | Draft"]
"""A kind, what bears (all that does so together), and what it bears on."""


@dataclass(slots=True, eq=False)
class Draft:
    """A link in the making. `place` is its place in the reading order; `written` where a relation
    says it, and not nesting alone; `onto` are the links that point at it; `made` is the link itself, in the end."""

    kind: LinkKind
    sources: tuple[Statement, ...]
    target: "Statement | Draft"
    place: int
    spans: Few[Span]
    nested: Few[Span] = ()
    written: bool = False
    onto: "Few[Draft]" = ()
    made: Link | None = None

    @property
    def key(self) -> Key:
        """What makes two links the same."""
        return self.kind, _together(self.sources), self.target


def more(held: Few[Item], *new: Item) -> Few[Item]:
    """What is held, and some more."""
    if isinstance(held, list):
        held.extend(new)
        return held
    return [*held, *new] if held else new


def _together(sources: Sequence[Statement]) -> Statement | frozenset[Statement]:
    return sources[0] if len(sources) == 1 else frozenset(sources)


class Drafts:
    """All links of a map, each once."""

    def __init__(self) -> None:
        self._by_key: dict[Key, Draft] = {}
        self._between: dict[tuple[Statement, Statement | Draft], list[Draft]] | None = None  # by source and target

    def nest(
        self,
        kind: LinkKind,
        sources: tuple[Statement, ...],
        target: Statement | Draft,
        span: Span,
        nested: Sequence[Span] = (),
    ) -> Draft:
        """The link that nesting says, once more or for the first time; `nested` are the places of its sources
        where they are not that one place."""
        draft = self._add(kind, sources, target, span)
        if not nested and not draft.nested and len(draft.spans) == 1:
            draft.nested = draft.spans  # as nearly always
        else:
            draft.nested = more(draft.nested, *(nested or (span,)))
        return draft

    def write(self, kind: LinkKind, sources: tuple[Statement, ...], target: Statement | Draft, span: Span) -> None:
        """Put down the link that a relation says."""
        self._add(kind, sources, target, span).written = True

    def _add(self, kind: LinkKind, sources: tuple[Statement, ...], target: Statement | Draft, span: Span) -> Draft:
        draft = Draft(kind, sources, target, len(self._by_key), (span,))
        known = self._by_key.setdefault(draft.key, draft)
        if known is not draft:
            known.spans = more(known.spans, span)
            return known
        if isinstance(target, Draft):
            target.onto = more(target.onto, draft)
        return draft

    def find(self, kind: LinkKind, sources: Sequence[Statement], target: Statement) -> Draft | None:
        """The link of this kind between these ends, if there is one."""
        return self._by_key.get((kind, _together(sources), target))

    def between(self, source: Statement, target: Statement) -> Sequence[Draft]:
        """The links from a statement, alone or with others, to another one: asked when all of them are there."""
        if self._between is None:
            self._between = {}
            for draft in self._by_key.values():
                for each in draft.sources:
                    self._between.setdefault((each, draft.target), []).append(draft)
        return self._between.get((source, target), ())

    def join(self) -> None:
        """Let each joint support take in what nesting made of single supports by its members."""
        for joint in [draft for draft in self._by_key.values() if len(draft.sources) > 1]:
            if joint.kind is LinkKind.SUPPORTS and isinstance(joint.target, Statement):
                for source in joint.sources:
                    single = self.find(LinkKind.SUPPORTS, [source], joint.target)
                    if single and not single.written:
                        self._take_in(single, joint)

    def _take_in(self, old: Draft, new: Draft) -> None:
        """Put one link in the place of another, with all that points at it, to any depth."""
        waiting = [(old, new)]
        while waiting:
            old, new = waiting.pop()
            del self._by_key[old.key]
            new.nested = more(new.nested, *old.nested)
            new.place = min(new.place, old.place)
            for link in old.onto:
                key = (link.kind, _together(link.sources), new)
                if same := self._by_key.get(key):
                    waiting.append((link, same))
                else:
                    del self._by_key[link.key]
                    link.target = new
                    self._by_key[key] = link
                    new.onto = more(new.onto, link)

    def all(self) -> tuple[Link, ...]:
        """The links in reading order, each after the link it points at; asked once, at the end."""
        made: list[Link] = []
        drafts = sorted(self._by_key.values(), key=lambda draft: draft.place)
        self._by_key.clear()  # a large map needs the room, here and below
        drafts.reverse()
        while drafts:
            draft = drafts.pop()
            for each in (draft,) if isinstance(draft.target, Statement) else reversed([*_down(draft)]):
                if each.made is None:
                    onto = each.target.made if isinstance(each.target, Draft) else each.target
                    assert onto is not None
                    each.made = Link(each.kind, each.sources, onto, tuple(each.spans), tuple(each.nested))
                    made.append(each.made)
            draft.onto = ()  # two that hold each other would stay until the collector comes
        return tuple(made)


def _down(draft: Draft) -> Iterator[Draft]:
    """A link, the one it points at, and so on, as far as they are not made yet."""
    here: Statement | Draft = draft
    while isinstance(here, Draft) and here.made is None:
        yield here
        here = here.target
