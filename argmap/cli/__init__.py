"""The command line: each command converts what was typed, calls, and prints; nothing else."""

import _thread
import contextlib
import errno
import importlib
import io
import os
import signal
import sys
import threading
from typing import Any

import click

from .. import __version__
from ..english import no_such
from .commands import COMMANDS
from .shared import talk

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class _Lazy(click.Group):
    """A group whose commands are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            ctx.fail(no_such("command", name, COMMANDS))
        return super().resolve_command(ctx, args)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="argmap", message="%(prog)s %(version)s")
def program() -> None:
    """Write arguments as plain text; check them, draw them.

    `argmap new` writes a file to start from.
    """


def main(args: list[str] | None = None) -> Any:
    """Run the program; the exit status is 0 for done, 1 for faults in the files, 2 for a wrong call
    or a machine that lacks something, 130 for an interruption."""
    try:
        _open_streams()
        _end_as_interrupted()
        _stand_somewhere()
        status = program.main(args, prog_name="argmap", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except (BrokenPipeError, SystemExit):  # click makes the latter of the former
        _hush()
        status = 0
    except click.ClickException as error:
        words = io.StringIO()
        error.show(words)
        _say(*words.getvalue().splitlines())
        status = 2
    except (click.Abort, KeyboardInterrupt):
        _take_no_more_signals()
        _say("argmap: interrupted; nothing half-written was left behind")
        status = 130
    except MemoryError as error:
        status = _out_of_memory(error)
    except OSError as error:
        _hush()
        lost = error.errno in (errno.ENOSPC, errno.EIO, errno.EFBIG)  # a stream's fault names no file
        what = f"{error.filename}: " if error.filename else "standard output: " if lost else ""
        why = "standard output is closed" if error.errno == errno.EBADF else error.strerror or error
        _say(f"argmap: {what}{why}")
        status = 2
    except Exception as fault:
        if os.environ.get("ARGMAP_TRACEBACK"):
            raise
        try:
            status = _failed(fault)
        except MemoryError as lacking:
            status = _out_of_memory(lacking)
    _take_no_more_signals()
    status = status if isinstance(status, int) else 0
    if args is None:
        _leave(status)
    sys.exit(status)


def _failed(fault: Exception) -> int:
    """Say that argmap itself failed; the exit status. What fails for want of memory may say it in many ways."""
    from ..mishap import kind, way
    from .alone import offer_report

    if "MemoryError" in kind(fault):
        raise MemoryError from fault
    _say(f"argmap: a fault of argmap itself, not of your files: {type(fault).__name__}")
    offer_report([kind(fault), *way(fault)])
    return 2


def _out_of_memory(error: MemoryError) -> int:
    room = sys.modules.get("argmap.mishap")  # to load it takes memory, too
    if room is not None:
        room.make_room(error)
    _say("argmap: there is not enough memory for this; a smaller map, or fewer at once, takes less")
    return 2


def _leave(status: int) -> None:
    """End at once: to take down all that was read, piece by piece, is an eighth of a small run. Where what
    was printed cannot be brought to its end, Python's own way out says so."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(status)


def _stand_somewhere() -> None:
    """Raise click.UsageError where the folder that the program was started in is gone."""
    try:
        os.getcwd()  # noqa: PTH109 (nothing but whether it is there)
    except OSError as error:
        raise click.UsageError("the current folder is not there any more; go to another one with cd.") from error


def _open_streams() -> None:
    """Let every stream be there, even where the caller closed it, and take any letter: a terminal that
    cannot show one shows a sign for it."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 (open as long as we run)
    for name, mode in (("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        # What is written to a closed standard output is lost, and fails; talk may be lost.
        stream = getattr(sys, name) or open(os.open(os.devnull, mode), "w")  # noqa: SIM115, PTH123
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
        setattr(sys, name, stream)


def _end_as_interrupted() -> None:
    """Clean up before Ctrl-C, a machine that shuts down or a terminal that goes away ends the program."""
    for name in SIGNALS:
        number = getattr(signal, name, None)
        here = threading.current_thread() is threading.main_thread()
        if here and number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    usual = sys.unraisablehook

    def once_more(lost: "sys.UnraisableHookArgs") -> None:
        """Python loses an interruption that falls into its own callbacks: it comes again."""
        if issubclass(lost.exc_type, KeyboardInterrupt):
            again = threading.Timer(0.01, _thread.interrupt_main)
            again.daemon = True
            again.start()
        else:
            usual(lost)

    sys.unraisablehook = once_more


def _take_no_more_signals() -> None:
    """All is done and said: another interruption would only show how Python ends."""
    if threading.current_thread() is threading.main_thread():
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and callable(signal.getsignal(number)):
                signal.signal(number, signal.SIG_IGN)


def _say(*lines: str) -> None:
    """Say why the program ends, if there is anybody to hear it."""
    with contextlib.suppress(OSError):
        for line in lines:
            talk(line)


def _hush() -> None:
    """Nobody takes our output any more: let the interpreter's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
