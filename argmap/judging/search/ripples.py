"""What follows when a single node is judged otherwise: along one way upward step by step, each step once.

A node that bears on one thing only does what its target does then, so that all who go that way share the
answer (such a target is what flow analysis calls a dominator). Where a node bears on several things, or on a
circle, the map above it is judged anew.
"""

from collections.abc import Iterable

from ...graph.components import components
from ..verdict import FALLS, OPEN, STANDS, Judgement, rejudge
from ..wiring import REBUTS

Changes = tuple[tuple[int, int], ...]
"""Watched nodes that are judged otherwise, each with its new state."""


class Ripples:
    """The consequences of single changes for some watched nodes."""

    def __init__(self, judgement: Judgement, watched: Iterable[int]) -> None:
        self.judgement, self.watched = judgement, frozenset(watched)
        self._known: dict[tuple[int, int], Changes] = {}
        self._counts: dict[int, tuple[list[int], list[int], list[int]]] = {}
        wiring = judgement.wiring
        parts = components(range(len(wiring.nodes)), wiring.depends_on)
        self._circling = {number for part in parts if len(part) > 1 for number in part}

    def of(self, number: int, state: int) -> Changes:
        """What changes among the watched nodes when a node has another state than it has."""
        if number in self.judgement.wiring.copies:
            return self._with_copies(number, state)
        path: list[tuple[int, int]] = []
        at: tuple[int, int] | None = (number, state)
        after: Changes = ()
        while at is not None:
            if at in self._known:
                after = self._known[at]
                break
            path.append(at)
            users = list(self.judgement.wiring.bears_on(at[0]))
            if len(users) > 1 or any(user in self._circling for user in users):
                after = self._anew(*at)
                break
            at = self._next(at, users[0]) if users else None
        for step in reversed(path):
            if step[0] in self.watched and step not in after:
                after = (step, *after)
            self._known[step] = after
        return after

    def _anew(self, number: int, state: int) -> Changes:
        return self._differing(rejudge(self.judgement, number, state))

    def _with_copies(self, number: int, state: int) -> Changes:
        """Where what stands in for a node is judged otherwise with it, one after another."""
        after = self.judgement
        for each in self.judgement.wiring.with_copies([number]):
            after = rejudge(after, each, state)
        return self._differing(after)

    def _differing(self, after: Judgement) -> Changes:
        before = self.judgement
        return tuple((n, after.states[n]) for n in sorted(self.watched) if after.states[n] != before.states[n])

    def _next(self, changed: tuple[int, int], user: int) -> tuple[int, int] | None:
        """What becomes of the one thing that a changed node bears on; None if nothing."""
        number, state = changed
        judgement = self.judgement
        if user in judgement.losses:
            return None
        counts = [list(each) for each in self._counted(user)]
        wiring = judgement.wiring
        group = 2 if number < wiring.first_link else 0 if wiring.does[number] == REBUTS else 1
        counts[group][judgement.states[number]] -= 1
        counts[group][state] += 1
        rebuttals, supports, sources = counts
        new = self._state(user, rebuttals, supports, sources)
        return None if new == judgement.states[user] else (user, new)

    def _counted(self, user: int) -> tuple[list[int], list[int], list[int]]:
        """How many of its rebuttals, supports and sources are in each state."""
        if user not in self._counts:
            wiring, states = self.judgement.wiring, self.judgement.states
            groups = wiring.rebutted_by[user], wiring.supported_by[user], wiring.sources[user]
            counts = tuple([0, 0, 0] for _ in groups)
            for group, count in zip(groups, counts, strict=True):
                for other in group:
                    count[states[other]] += 1
            self._counts[user] = (counts[0], counts[1], counts[2])
        return self._counts[user]

    def _state(self, user: int, rebuttals: list[int], supports: list[int], sources: list[int]) -> int:
        """The rules of `verdict.py` for a node that is on no circle."""
        needs = self.judgement.needs(user)
        if rebuttals[STANDS] or sources[FALLS] or (needs and not supports[STANDS] + supports[OPEN]):
            return FALLS
        waits = rebuttals[OPEN] or sources[OPEN] or (needs and not supports[STANDS])
        return OPEN if waits else STANDS
