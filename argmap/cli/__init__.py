"""The command line: each command converts what was typed, calls, and prints; nothing else."""

import importlib
import os
import sys
from typing import Any

import click

from .. import __version__

COMMANDS = {
    "check": "argmap.cli.check",
    "export": "argmap.cli.export",
    "fmt": "argmap.cli.fmt",
    "show": "argmap.cli.show",
    "judge": "argmap.cli.judge",
    "explain": "argmap.cli.explain",
    "sources": "argmap.cli.sources",
    "new": "argmap.cli.new",
    "completion": "argmap.cli.completion",
}
"""Each command's module, read only when it is called, so that a start costs no more than it must."""


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
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, 1)
            ctx.fail(f"there is no command '{name}'" + (f"; did you mean '{near[0]}'?" if near else "."))
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
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a letter shows a sign for it
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        status = program.main(args, prog_name="argmap", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except click.ClickException as error:
        error.show()
        status = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("argmap: interrupted; nothing half-written was left behind", err=True)
        status = 130
    except BrokenPipeError:
        _hush()
        status = 0
    except OSError as error:
        what = f"{error.filename}: " if error.filename else ""
        click.echo(f"argmap: {what}{error.strerror or error}", err=True)
        status = 2
    except Exception as fault:
        if os.environ.get("ARGMAP_TRACEBACK"):
            raise
        click.echo(
            f"argmap: a fault of argmap itself, not of your files: {type(fault).__name__}: {fault}\n"
            "Please report it, with what ARGMAP_TRACEBACK=1 adds to this message.",
            err=True,
        )
        status = 2
    sys.exit(status if isinstance(status, int) else 0)


def _hush() -> None:
    """Who read our output has gone: let the interpreter's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
