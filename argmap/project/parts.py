"""Which of some files are parts of others among them, and no maps by themselves."""

from collections.abc import Sequence

from ..diagnostic import Diagnostic
from ..pipeline import Loaded
from ..reading import resolved

Fault = tuple[str, str, int]
"""What is wrong, in which file, and where in it."""


def parts(loaded: Sequence[Loaded]) -> frozenset[int]:
    """The files (by their index) that another one includes and that are no maps by themselves: they
    have no statement of their own, or by themselves they have errors that they have not there (they
    use the other's sides and sources). Of files that include each other the first stays."""
    places = {resolved(path): index for index, one in enumerate(loaded) if (path := one.map.file.path)}
    reads = [
        {places[place] for file in one.map.files[1:] if file.path and (place := resolved(file.path)) in places}
        for one in loaded
    ]
    return frozenset(
        inner
        for outer, inside in enumerate(reads)
        for inner in inside
        if (not _speaks(loaded[inner]) or _leans(loaded[inner], loaded[outer]))
        and not (inner < outer and outer in reads[inner])
    )


def _speaks(one: Loaded) -> bool:
    return any(statement.file is one.map.file for statement in one.map.statements)


def _leans(inner: Loaded, outer: Loaded) -> bool:
    """Whether a file has errors by itself that it does not have where the other one includes it."""
    return not {_fault(error) for error in inner.errors} <= {_fault(error) for error in outer.errors}


def _fault(error: Diagnostic) -> Fault:
    path = error.span.file.path if error.span else None
    return error.code, str(resolved(path)) if path else error.file_name, error.span.start if error.span else -1
