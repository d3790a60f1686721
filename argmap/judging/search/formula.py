"""Clauses that say what is derived from what.

Clauses alone would also admit models in which things go round in a circle and hold themselves up.
So a formula knows its gates, and which inputs each must be *derived* through; `unfounded` and
`obstacle` find what nothing outside holds up, with clauses that forbid it (loop formulas: Lin and
Zhao, AIJ 157, 2004).
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from ...graph.components import components

Clause = list[int]

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Gate:
    """A variable that is true when all (`every`) or some of its inputs are.

    `inner` are the variables that it must be derived through; `outer` are literals that are taken
    as given.
    """

    every: bool
    inner: tuple[int, ...]
    outer: tuple[int, ...]


@dataclass
class Formula:
    """Variables (numbered from 1), clauses over them, and the gates that they come from."""

    clauses: list[Clause] = field(default_factory=list)
    gates: dict[int, Gate] = field(default_factory=dict)
    count: int = 0

    def variable(self) -> int:
        """A new variable."""
        self.count += 1
        return self.count

    def define(self, variable: int, *, every: bool, inner: Iterable[int], outer: Iterable[int]) -> None:
        """Make a variable equal to all, or some, of its inputs."""
        gate = Gate(every, tuple(inner), tuple(outer))
        self.gates[variable] = gate
        sign = 1 if every else -1
        inputs = gate.inner + gate.outer
        self.clauses += [[-sign * variable, sign * other] for other in inputs]
        self.clauses.append([sign * variable, *(-sign * other for other in inputs)])

    @cached_property
    def circular(self) -> bool:
        """Whether any gate is among its own inputs, through others. Once asked, define no more."""
        parts = components(self.gates, lambda v: [other for other in self.gates[v].inner if other in self.gates])
        return any(len(part) > 1 for part in parts)

    def derived(self, given: Set[int]) -> set[int]:
        """The gates that follow when the literals `given` hold, and no other outer one. Linear."""
        wait: dict[int, int] = {}
        users: dict[int, list[int]] = {}
        order: list[int] = []
        for variable, gate in self.gates.items():
            if gate.every:
                wait[variable] = len(gate.inner) + sum(other not in given for other in gate.outer)
            else:
                wait[variable] = 0 if any(other in given for other in gate.outer) else 1
            if wait[variable] == 0:
                order.append(variable)
            for other in gate.inner:
                users.setdefault(other, []).append(variable)
        for variable in order:  # grows while it is walked
            for user in users.get(variable, ()):
                wait[user] -= 1
                if wait[user] == 0:
                    order.append(user)
        return set(order)

    def unfounded(self, model: Set[int]) -> list[Clause]:
        """Clauses against the circles of a model (its true literals) that nothing holds up.

        None where all that is true is derived. For each circle that rests on no other: what is on
        it is true only if some way into it is.
        """
        if not self.circular:
            return []
        derived = self.derived(model)
        loose = {variable for variable in self.gates if variable in model and variable not in derived}

        def depends_on(variable: int) -> list[int]:
            return [other for other in self.gates[variable].inner if other in loose]

        clauses: list[Clause] = []
        for part in components(loose, depends_on):
            circle = set(part)
            if all(other in circle for variable in part for other in depends_on(variable)):
                gates = [self.gates[variable] for variable in part]
                inputs = {other for gate in gates if not gate.every for other in (*gate.outer, *gate.inner)}
                clauses += [[-variable, *(inputs - circle)] for variable in part]
        return clauses

    def obstacle(self, goals: Sequence[int], derived: Set[int]) -> Clause:
        """What must change before any of some gates that are not among `derived` can be.

        A set of gates is gathered that only each other could derive; the clause holds every literal
        that would be a way into the set. Of several tries the shortest, as short ones settle a
        search in a hundredth of the rounds.
        """
        return min((self._obstacle(goals, derived, at) for at in range(_TRIES)), key=len)

    def _obstacle(self, goals: Sequence[int], derived: Set[int], attempt: int) -> Clause:
        order, found = list(goals), set(goals)
        ways_in: dict[int, None] = {}
        for variable in order:  # grows while it is walked
            gate = self.gates[variable]
            missing = [other for other in gate.inner if other not in derived]
            if not gate.every:
                ways_in.update(dict.fromkeys(gate.outer))
            elif not missing:
                ways_in[variable] = None
            elif any(other in found for other in missing):
                continue
            else:
                missing = [missing[attempt * variable % len(missing)]]
            fresh = [other for other in missing if other not in found]
            found.update(fresh)
            order += fresh
        return list(ways_in)
