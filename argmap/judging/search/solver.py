"""The satisfiability solver, python-sat (MIT), which is not installed with argmap itself.

This is the one place that knows it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

from ...installing import how_to_get

if TYPE_CHECKING:
    from .formula import Clause

MISSING = f"one more package is needed: `{how_to_get('python-sat')}`"


class NoSolverError(RuntimeError):
    """python-sat is not installed; the message says how to get it."""

    def __init__(self) -> None:
        super().__init__(MISSING)


CHUNK = 5_000
"""So many conflicts are searched before the clock is looked at, and Ctrl-C is heard."""


class Models:
    """A search for models of some clauses, up to a time (by `time.monotonic`)."""

    def __init__(self, solver: Any, end: float) -> None:
        self._solver, self._end = solver, end

    def model(self, assumptions: Sequence[int] = ()) -> frozenset[int] | None:
        """The true literals of a model in which some more are, or None. Raises OutOfTimeError."""
        while monotonic() < self._end:
            self._solver.conf_budget(CHUNK)
            found = self._solver.solve_limited(assumptions=assumptions, expect_interrupt=True)
            if found is not None:
                return frozenset(self._solver.get_model()) if found else None
        raise OutOfTimeError(0)

    def add(self, clause: "Clause") -> None:
        """Demand that one of some literals be true from now on."""
        self._solver.add_clause(clause)


class OutOfTimeError(RuntimeError):
    """A search took longer than it was given. `bound`: no model costs less than this."""

    def __init__(self, bound: int) -> None:
        super().__init__(f"no model costs less than {bound}; the search for one took too long")
        self.bound = bound


HEARING = 0.1
"""Seconds after which a wait listens for Ctrl-C (on Windows a wait without a limit does not)."""


class CheapestModels:
    """A search for models of some clauses that cost least, in at most so many seconds."""

    def __init__(self, solver: Any, seconds: float) -> None:
        self._solver = solver
        self._end = monotonic() + seconds

    def model(self) -> frozenset[int] | None:
        """The true literals of a model of least cost, or None. Raises OutOfTimeError.

        It is searched beside the main thread, which goes on hearing Ctrl-C; where there are no threads (in
        a browser) a search runs to its end.
        """
        from threading import Thread

        found: list[Any] = []
        search = Thread(target=lambda: found.append(self._solver.compute(expect_interrupt=True)), daemon=True)
        try:
            search.start()
        except RuntimeError:
            search.run()
        try:
            while search.is_alive() and monotonic() < self._end:
                search.join(min(HEARING, max(0.0, self._end - monotonic())))
        finally:
            while search.is_alive():
                self._solver.interrupt()
                search.join(HEARING)
        model = found[0] if found else None
        if self._solver.interrupted or monotonic() > self._end:
            raise OutOfTimeError(self._solver.cost)
        return None if model is None else frozenset(model)

    def add(self, clause: "Clause") -> None:
        """Demand that one of some literals be true from now on."""
        self._solver.add_clause(clause)


@contextmanager
def models(clauses: "Sequence[Clause]", prefer: Iterable[int], end: float) -> Iterator[Models]:
    """A search that tries to make the preferred literals true, up to a time. Raises NoSolverError."""
    try:
        from pysat.solvers import Solver
    except ImportError as missing:
        raise NoSolverError from missing
    with Solver(name="glucose4", bootstrap_with=clauses) as solver:
        solver.set_phases(list(prefer))
        yield Models(solver, end)


@contextmanager
def cheapest_models(clauses: "Sequence[Clause]", costs: Mapping[int, int], seconds: float) -> Iterator[CheapestModels]:
    """A search by cost, the sum over the true variables among `costs`. Raises NoSolverError.

    MaxSAT by cores (RC2: Ignatiev, Morgado and Marques-Silva, JSAT 11, 2019).
    """
    try:
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF
    except ImportError as missing:
        raise NoSolverError from missing
    weighted = WCNF()
    weighted.extend(clauses)
    weighted.extend([[-variable] for variable in costs], weights=list(costs.values()))
    with RC2(weighted) as solver:
        yield CheapestModels(solver, seconds)
