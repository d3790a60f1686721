"""`argmap fmt`: write maps in their canonical form."""

import sys
from difflib import unified_diff

import click

from ..diagnostic import Diagnostic, Severity
from ..language.parse import parse
from ..reading import decode, read_file, shown
from ..source import SourceFile
from .inputs import Input, inputs
from .outputs import write_whole
from .shared import color_option, coloured, paths_argument, quiet_option, style, talk


@click.command("fmt")
@paths_argument
@click.option("--check", is_flag=True, help="Write nothing; the exit status tells whether something would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@quiet_option
@color_option
def command(paths: tuple[str, ...], check: bool, diff: bool, quiet: bool, color: str) -> None:
    """Write maps in their canonical form; comments and meaning stay.

    PATH is a file, a folder (searched for *.argmap), or - for standard input, which is written to
    standard output; none means the current folder. A file with errors is left as it is.
    """
    failed = False
    changed = 0
    for item in inputs(paths):
        name = shown(item.path) if item.path else "-"
        read = read_file(item.path, name) if item.path else decode(sys.stdin.buffer.read(), name)
        formatted = _formatted(read, color)
        if formatted is None or isinstance(read, Diagnostic):
            failed = True
            continue
        changed += formatted != read.text
        _put(item, read, formatted, check=check, diff=diff, quiet=quiet)
    if tuple(paths) != ("-",):
        talk(f"{changed} file{'' if changed == 1 else 's'} {'would change' if check or diff else 'changed'}", quiet=quiet)
    raise click.exceptions.Exit(int(failed or (check and changed > 0)))


def _formatted(read: SourceFile | Diagnostic, color: str) -> str | None:
    """The canonical text, or None (and the errors printed) where the file has errors."""
    from ..formatting import format_document

    if isinstance(read, Diagnostic):
        _complain([read], color)
        return None
    document, found = parse(read)
    errors = [item for item in found if item.severity is Severity.ERROR]
    if errors:
        _complain(errors, color)
        return None
    return format_document(document)


def _complain(errors: list[Diagnostic], color: str) -> None:
    from ..report.text import as_text

    click.echo(as_text(errors, style(color, err=True)), err=True, nl=False, color=coloured(color, err=True))
    click.echo(f"{errors[0].file_name}: left as it is, as it has errors", err=True)


def _put(item: Input, read: SourceFile, formatted: str, *, check: bool, diff: bool, quiet: bool) -> None:
    if diff and formatted != read.text:
        before, after = read.text.splitlines(keepends=True), formatted.splitlines(keepends=True)
        click.echo("".join(unified_diff(before, after, read.name, f"{read.name} (formatted)")), nl=False)
    elif check and formatted != read.text:
        click.echo(read.name)
    elif check or diff:
        return
    elif item.path is None:
        sys.stdout.buffer.write(formatted.encode("utf-8"))
    elif formatted != read.text:
        write_whole(item.path, formatted.encode("utf-8"))
        talk(f"{read.name}: formatted", quiet=quiet)
