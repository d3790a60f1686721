"""`argmap show`: a map as an outline in the terminal."""

import shutil
import sys

import click

from .inputs import Input, inputs, only_included, read
from .shared import COLOURS, coloured, paths_argument, shared_options, style, talk


@click.command("show")
@paths_argument
@shared_options
def command(paths: tuple[str, ...], allow_outside: bool, quiet: bool, color: str) -> None:
    """Print maps as outlines: each claim with what bears on it below it.

    PATH is a file, a folder (searched for *.argmap), or - for standard input; none means the
    current folder.
    """
    from ..formats.outline import as_outline
    from ..report.text import as_text, clean

    width = shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80
    painted = coloured(color, err=False)
    failed = False
    loaded = [(item, read(item, allow_outside=allow_outside)) for item in inputs(paths)]
    unread = only_included(loaded)
    for index, (item, read_map) in enumerate(loaded):
        if index in unread:
            continue
        failed |= not read_map.sound
        errors = as_text(read_map.errors, style(color, err=True))
        click.echo(errors, err=True, nl=False, color=coloured(color, err=True))
        if not read_map.map.statements:
            continue
        if len(loaded) > 1:
            talk(f"--- {_name(item)}", quiet=quiet)
        text = as_outline(read_map.map, width=width)
        lines = [_paint(clean(line), painted) for line in text.splitlines()]
        click.echo("\n".join(lines), color=painted)
    raise click.exceptions.Exit(int(failed))


def _name(item: Input) -> str:
    return str(item.path) if item.path else "standard input"


def _paint(line: str, painted: bool) -> str:
    """Colour a line by how what stands in it bears on what is above it."""
    words = line.lstrip()
    if not painted or not words:
        return line
    if words.startswith(("x rebuts", "x- says")):
        return click.style(line, fg="yellow")
    if words.startswith(("+ supports", "~ ")):
        return click.style(line, fg="cyan")
    if words.startswith(("==", "[")):
        return click.style(line, **COLOURS["place"])  # type: ignore[arg-type]
    return line
