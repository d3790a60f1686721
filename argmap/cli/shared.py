"""Options that several commands share, and how they talk."""

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import click

from ..report.text import clean

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

COLOURS = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan", "bold": True},
    "place": {"fg": "blue", "bold": True},
    "strong": {"bold": True},
}

paths_argument = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(readable=False))
allow_outside_option = click.option(
    "--allow-outside", is_flag=True, help="Also read includes and texts outside the folder of the map."
)
jobs_option = click.option(
    "--jobs", "-j", type=click.IntRange(1), metavar="N",
    help="How many processes share the work on many files.  [default: the cores, where it is worth it]",
)  # fmt: skip
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print only results and faults.")
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


def width(usual: int) -> int:
    """How many letters a line of standard output has room for: of a terminal, or else `usual`."""
    if not sys.stdout.isatty():
        return usual
    from shutil import get_terminal_size

    return get_terminal_size((usual, 24)).columns


def talk(words: str, *, quiet: bool = False) -> None:
    """Say something that is no result: on standard error, and not if quiet is wanted. What it names
    cannot steer the terminal."""
    if not quiet:
        click.echo(clean(words), err=True)


@contextlib.contextmanager
def patience(words: str, *, quiet: bool) -> Iterator[None]:
    """Say on a terminal what is being done, once it has taken a second."""
    if quiet or not sys.stderr.isatty() or sys.platform == "emscripten":  # a browser has no threads
        yield
        return
    timer = threading.Timer(1.0, talk, (words,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def print_difference(before: str, after: str, name: str, what: str) -> None:
    """Print how a file would change, in the form that `patch` takes."""
    from difflib import unified_diff

    marks = unified_diff(_lines(before), _lines(after), clean(name), f"{clean(name)} ({what})")
    text = "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in marks)
    print_data(text)


def print_data(text: str) -> None:
    """Print lines byte for byte, for another program; a terminal is shown signs in place of what could
    steer it."""
    if sys.stdout.isatty():
        text = "\n".join(clean(line) for line in text.replace("\r\n", "\n").split("\n"))
    # A name of a file may hold bytes that are no text; in JSON this is how they are written.
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def _lines(text: str) -> list[str]:
    """The lines of a text with their endings; a line ends at LF alone."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])
