"""Which layout engine draws a map, and running it where its faults cannot hurt us.

An engine takes DOT and gives Graphviz's `json0`. It always runs in a process of its own: a hang
ends at the time limit, a crash in its C code is an `EngineError`, and on Linux its memory has a
limit too. The order: what the user names (an argument, or the environment's `ARGMAP_ENGINE`),
the `pygraphviz` package, `dot` on the PATH. In a browser, which starts no process, the page lends one.
"""

import os
import shutil
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from ...installing import how_to_get
from ..failure import EngineError, EngineTimeout, Unavailable
from .child import Child
from .process import EngineProcess, LateError

__all__ = ["TIME_LIMIT", "Engine", "EngineError", "EngineTimeout", "start"]

TIME_LIMIT = 60.0
"""Seconds that one layout may take."""
SHORTEST, LONGEST = 0.05, 1e6
"""What a time limit is held to: no wait is without end."""
LONGEST_REASON = 300
REMEMBERED = 4
"""So many layouts are kept."""
VARIABLE = "ARGMAP_ENGINE"
TIDY = "tidy"
PURE = "graphviz-pure"
HOW_TO_GET_ONE = (
    f"nothing on this machine can lay out a diagram: `{how_to_get('pygraphviz')}` gets an engine "
    "(or install Graphviz, so that `dot` is on the PATH); `--engine tidy` draws a plain tree without one"
)


class Layout(Protocol):
    """Something that turns DOT into a layout."""

    name: str

    def layout(self, dot: str) -> str:
        """Graphviz `json0` for the DOT. Raises EngineError; Unavailable where it cannot run at all."""
        ...

    def close(self) -> None:
        """Stop whatever still runs."""
        ...


class Program:
    """A program that takes dot's options, run once for each map."""

    def __init__(self, path: str, time_limit: float) -> None:
        self.name = path
        self.time_limit = time_limit

    def layout(self, dot: str) -> str:
        try:
            process = EngineProcess([self.name, "-Kdot", "-Tjson0"], complains=True)
        except (OSError, ValueError) as error:
            raise Unavailable(f"{self.name} cannot be run: {getattr(error, 'strerror', None) or error}") from error
        try:
            output, errors = process.ask(dot.encode(), self.time_limit)
            status = process.status
        except LateError as late:
            raise EngineTimeout(self.time_limit, dot) from late
        finally:
            process.end()
        if status or not output:
            said = errors.decode(errors="replace").strip().splitlines()
            why = said[-1][:LONGEST_REASON] if said else f"it ended with status {status}"
            raise EngineError(f"the layout engine `{Path(self.name).name}` failed: {why}", dot)
        return output.decode(errors="replace")

    def close(self) -> None:
        """Nothing runs between two maps."""


class Engine:
    """The engines to try, in order. Use as a context manager, or call `close`.

    `name` is `tidy` where the user asked for the layout without an engine. Several threads may ask: one after
    the other is answered, since a process has one pipe for its answers.
    """

    def __init__(self, choices: list[Callable[[], Layout]], missing: str, name: str = "") -> None:
        self.name = name
        self._missing = missing
        self._choices = choices
        self._current = choices.pop(0)() if choices else None
        self._answers: OrderedDict[str, str] = OrderedDict()
        self._one_by_one = threading.Lock()

    def layout(self, dot: str) -> str:
        """Graphviz `json0` for the DOT; the last few are remembered, since words change more often than
        the sizes of boxes.

        Raises EngineTimeout after the time limit, EngineError where the engine fails or none is
        there; either carries the DOT.
        """
        with self._one_by_one:
            answer = self._answers.get(dot) or self._answer(dot)
            self._answers[dot] = answer
            self._answers.move_to_end(dot)
            if len(self._answers) > REMEMBERED:
                self._answers.popitem(last=False)
            return answer

    def _answer(self, dot: str) -> str:
        while self._current is not None:
            try:
                return self._current.layout(dot)
            except Unavailable as why:
                self._current.close()
                self._missing = f"{why}; {self._missing}" if str(why) else self._missing
                self._current = self._choices.pop(0)() if self._choices else None
        raise EngineError(self._missing, dot)

    def close(self) -> None:
        """Stop the engine's process, if one runs."""
        if self._current is not None:
            self._current.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def start(name: str | None = None, *, time_limit: float = TIME_LIMIT, early: bool = True) -> Engine:
    """Choose an engine and start it, so that it loads while the caller reads the map; or, where that may have
    no use for it, not so `early`.

    `name`: `pygraphviz`, `dot`, `graphviz-pure`, `tidy` or the path of a program that takes dot's
    options; None asks the environment, then takes what is there. Never raises: where no engine
    is found, `Engine.layout` says so.
    """
    wanted = name or os.environ.get(VARIABLE) or ""
    time_limit = min(LONGEST, max(SHORTEST, time_limit))
    if wanted == TIDY:
        return Engine([], HOW_TO_GET_ONE, TIDY)
    if sys.platform == "emscripten":
        from .page import Page

        return Engine([Page], HOW_TO_GET_ONE)
    if wanted:
        chosen = _pygraphviz(time_limit, early) if wanted == "pygraphviz" else _program(wanted, time_limit)
        return Engine(chosen, f"the layout engine `{wanted}` is not on this machine")
    return Engine([*_pygraphviz(time_limit, early), *_program("dot", time_limit)], HOW_TO_GET_ONE)


def _pygraphviz(time_limit: float, early: bool) -> list[Callable[[], Layout]]:
    found = find_spec("pygraphviz")
    if found is None or found.origin is None:
        return []
    folder = Path(found.origin).parent.parent
    return [lambda: Child(folder, time_limit, early=early)]


def _program(name: str, time_limit: float) -> list[Callable[[], Layout]]:
    path = shutil.which(name)
    if path is None and name == PURE:
        path = shutil.which(name, path=str(Path(sys.executable).parent))
    return [lambda: Program(path, time_limit)] if path else []
