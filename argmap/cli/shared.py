"""Options that several commands share, and how they talk."""

import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

COLOURS = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan", "bold": True},
    "place": {"fg": "blue", "bold": True},
    "strong": {"bold": True},
}

paths_argument = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
allow_outside_option = click.option(
    "--allow-outside", is_flag=True, help="Read includes and texts outside the folder of the map too."
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print results and faults only.")
color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colour what is printed.",
)


def shared_options(function: Decorated) -> Decorated:
    """The options that every command which reads maps has."""
    return allow_outside_option(quiet_option(color_option(function)))


def coloured(color: str, *, err: bool) -> bool:
    """Whether to colour what goes to standard output (or standard error)."""
    stream = sys.stderr if err else sys.stdout
    auto = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return color == "always" or (color == "auto" and auto)


def style(color: str, *, err: bool) -> Callable[[str, str], str]:
    """How to colour words, in the form that `report.text` takes."""
    if not coloured(color, err=err):
        return lambda words, what: words
    return lambda words, what: click.style(words, **COLOURS[what])  # type: ignore[arg-type]


def talk(words: str, *, quiet: bool) -> None:
    """Say something that is no result: on standard error, and not if quiet is wanted."""
    if not quiet:
        click.echo(words, err=True)
