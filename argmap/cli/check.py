"""`argmap check`: read maps and say what is wrong."""

import click

from ..diagnostic import Diagnostic, Severity
from ..pipeline import Loaded
from .inputs import Input, inputs, only_included, read
from .shared import coloured, paths_argument, shared_options, style, talk


@click.command("check")
@paths_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How to print what is found.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings count as faults in the exit status.")
@shared_options
def command(
    paths: tuple[str, ...], form: str, strict: bool, allow_outside: bool, quiet: bool, color: str
) -> None:
    """Read maps and print what is wrong with them.

    PATH is a file, a folder (searched for *.argmap), or - for standard input; none means the
    current folder.
    """
    loaded = [(item, read(item, allow_outside=allow_outside)) for item in inputs(paths)]
    found = diagnostics(loaded)
    if form == "json":
        from ..report.json import as_json

        click.echo(as_json(found, len(loaded)))
    else:
        from ..report.text import as_text, summary

        click.echo(as_text(found, style(color, err=False)), nl=False, color=coloured(color, err=False))
        talk(summary(found, len(loaded)), quiet=quiet)
    worst = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    raise click.exceptions.Exit(int(any(diagnostic.severity in worst for diagnostic in found)))


def diagnostics(loaded: list[tuple[Input, Loaded]]) -> list[Diagnostic]:
    """What was found in some maps, by file in the order of reading, each thing once: a file that
    several maps include is read several times."""
    seen: set[tuple[str, int, str, str]] = set()
    groups: dict[str, list[Diagnostic]] = {}
    unread = only_included(loaded)
    for index, (_, read_map) in enumerate(loaded):
        if index in unread:
            continue
        groups.setdefault(read_map.map.file.name, [])
        for item in read_map.diagnostics:
            key = (item.file_name, item.span.start if item.span else -1, item.code, item.message)
            if key not in seen:
                seen.add(key)
                groups.setdefault(item.file_name, []).append(item)
    return [item for group in groups.values() for item in sorted(group, key=_place)]


def _place(diagnostic: Diagnostic) -> int:
    return diagnostic.span.start if diagnostic.span else -1
