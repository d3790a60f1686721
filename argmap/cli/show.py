"""`argmap show`: a map as an outline in the terminal."""

import click

from ..project import status
from .alone import Alone
from .inputs import opened, report
from .shared import COLOURS, coloured, paths_argument, shared_options, talk, width


@click.command("show")
@paths_argument
@shared_options
def command(paths: tuple[str, ...], allow_outside: bool, quiet: bool, color: str) -> None:
    """Print maps as outlines: each claim with what bears on it below it.

    PATH is a file, a folder (searched for *.argmap), or - for standard input; none means the
    current folder.
    """
    from ..formats.outline import as_outline
    from ..report.text import clean

    columns = width(80)
    painted = coloured(color, err=False)
    project = opened(paths, allow_outside=allow_outside)
    report(project.errors, color)
    alone = Alone(project.errors)
    for member in project.maps:
        if not member.map.statements:
            continue
        if project.size > 1:
            talk(f"--- {member.name}", quiet=quiet)
        with alone.on(member.name, "its outline"):
            lines = [_paint(clean(line), painted) for line in as_outline(member.map, width=columns).splitlines()]
            click.echo("\n".join(lines), color=painted)
    raise click.exceptions.Exit(alone.end(status(project.errors)))


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
