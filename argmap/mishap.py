"""A fault of argmap itself, told like a fault of a file: it ends what was done for one map, and no more.

What is kept of it is what a maintainer needs, and no word of anybody's files: the kind of the error and
the places in the program that it passed through, not what it says.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from .diagnostic import Diagnostic
from .faults import Fault

OURS = Path(__file__).parent.parent
_RESERVE = [bytes(2 << 20)]
"""Never touched, so it takes no memory of the machine, only of what a program may have."""
FIRST, LAST = 12, 28
"""How many places are kept of a long way: of a recursion without end the middle is all alike."""


def mishap(error: Exception, doing: str, file: str) -> Diagnostic:
    """What is said where `doing` something for a file ended with an error that nobody expected."""
    if isinstance(error, MemoryError):
        make_room(error)
        message = f"there is not enough memory for {doing}: the map is too large for what is free"
        found = Fault.TOO_LARGE.of_file(file, message, "split the map, name fewer at once, or close other programs")
    else:
        message = f"a fault of argmap itself, not of your file: {doing} ended with {type(error).__name__}"
        help = "all else that is said of this file holds; please report it"
        found = Fault.ARGMAP_FAULT.of_file(file, message, help)
    return replace(found, trace=(f"{doing}: {kind(error)}", *way(error)))


def make_room(error: BaseException) -> None:
    """Let go of what the way of an error still holds, and of what is kept in reserve: to say that memory is
    wanting takes some."""
    _RESERVE.clear()
    for each in (error, error.__cause__, error.__context__):
        for step in _steps(each.__traceback__ if each else None):
            with contextlib.suppress(RuntimeError):  # it is running still
                step.tb_frame.clear()


def to_report(found: Diagnostic) -> bool:
    """Whether a maintainer should know of it: argmap itself failed, and not for want of memory."""
    return bool(found.trace) and found.code == Fault.ARGMAP_FAULT.code


def write_report(version: str, called: str, lines: Sequence[str]) -> str | None:
    """Write what a maintainer needs to know: the file's name, or None where none can be written. It holds no word
    of anybody's files; `called` says how argmap was, without what was given to it."""
    import platform
    import tempfile

    words = [
        f"argmap {version}, Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"called with: {called or 'nothing'}",
        *lines,
    ]
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="argmap-report-", suffix=".txt", delete=False
        ) as file:
            file.write("\n".join(words) + "\n")
    except OSError:
        return None
    return file.name


def kind(error: BaseException) -> str:
    """The kind of an error, and of what brought it about."""
    names, at = [type(error).__name__], error.__cause__ or error.__context__
    while at is not None and len(names) < 5:
        names.append(type(at).__name__)
        at = at.__cause__ or at.__context__
    return " from ".join(names)


def way(error: BaseException) -> Sequence[str]:
    """The places that an error passed through, the innermost last."""
    places = [
        f"{_known(step.tb_frame.f_code.co_filename)}:{step.tb_lineno} {step.tb_frame.f_code.co_name}"
        for step in _steps(error.__traceback__)
    ]
    if len(places) > FIRST + LAST:
        places[FIRST:-LAST] = [f"... {len(places) - FIRST - LAST} more ..."]
    return places


def _steps(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _known(name: str) -> str:
    """A program file without the folders of the machine that it lies on."""
    path = Path(name)
    if path.is_relative_to(OURS):
        return path.relative_to(OURS).as_posix()
    parts = path.parts
    return "/".join(parts[parts.index("site-packages") + 1 :]) if "site-packages" in parts else path.name
