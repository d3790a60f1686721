"""One map after another: a fault of argmap itself ends what is done for one of them alone."""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from ..diagnostic import Diagnostic
from .commands import COMMANDS
from .shared import talk

NO_FAULTS = (click.ClickException, click.exceptions.Exit, click.Abort, OSError)


class Alone:
    """What went wrong in argmap itself, map by map. Begins with what is known to have gone wrong."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._mishaps: list[Diagnostic] = []
        self.know(found)

    @contextlib.contextmanager
    def on(self, name: str, doing: str, *, expected: tuple[type[Exception], ...] = ()) -> Iterator[None]:
        """Do something for a map: what nobody expected is said with the map's name, and the next one follows."""
        try:
            yield
        except Exception as error:
            if isinstance(error, (*NO_FAULTS, *expected)) or os.environ.get("ARGMAP_TRACEBACK"):
                raise
            from ..mishap import mishap, to_report

            self._mishaps.append(mishap(error, doing, name))
            found = self._mishaps[-1]
            talk(f"{name}: {found.message}" + ("" if to_report(found) else f"; {found.help}"))

    def know(self, found: Iterable[Diagnostic]) -> None:
        """Count what is known to have gone wrong elsewhere."""
        self._mishaps += [each for each in found if each.trace]

    def end(self, status: int) -> int:
        """The exit status of the call: 2 where argmap itself failed, of which a report is offered, or lacked memory."""
        if not self._mishaps:
            return status
        from ..mishap import to_report

        if lines := [line for each in self._mishaps if to_report(each) for line in ("", *each.trace)]:
            offer_report(lines)
        return 2


def offer_report(lines: Sequence[str]) -> None:
    """Write what a maintainer needs to know, and say where it lies."""
    from .. import __version__
    from ..mishap import write_report

    if name := write_report(__version__, " ".join(_call(sys.argv[1:])), lines):
        talk(f"What a maintainer needs is in {name}, without a word of your files: please report it with that.")


def _call(args: Sequence[str]) -> Iterator[str]:
    """The command and the names of options; not what was given to them."""
    yield from (word for word in args[:1] if word in COMMANDS)
    yield from (word.partition("=")[0] for word in args if word.startswith("--") and len(word) > 2)
