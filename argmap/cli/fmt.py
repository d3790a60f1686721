"""`argmap fmt`: write maps in their canonical form."""

import sys
from enum import Enum, auto
from pathlib import Path

import click

from ..diagnostic import Diagnostic, Severity
from ..english import counted
from ..language.parse import parse
from ..reading import decode, read_file, shown
from ..report.text import clean
from ..source import SourceFile
from .alone import Alone
from .inputs import inputs
from .outputs import overwrite
from .shared import color_option, coloured, paths_argument, print_data, print_difference, quiet_option, style, talk


@click.command("fmt")
@paths_argument
@click.option("--check", is_flag=True, help="Write nothing; the exit status says whether something would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@quiet_option
@color_option
def command(paths: tuple[str, ...], check: bool, diff: bool, quiet: bool, color: str) -> None:
    """Write maps in their canonical form; comments and meaning stay.

    PATH is a file, a folder (searched for *.argmap), or - for standard input, which is written to
    standard output; none means the current folder. A file with errors is not changed.
    """
    found: list[Done] = []
    alone = Alone()
    for item in inputs(paths):
        name = shown(item.path) if item.path else "-"
        with alone.on(name, "its canonical form"):
            found.append(_one(item.path, name, check=check, diff=diff, color=color, quiet=quiet))
    changed = found.count(Done.CHANGED)
    if tuple(paths) != ("-",):
        done = "would change" if check or diff else "changed"
        talk(f"{counted(changed, 'file')} {done}", quiet=quiet)
    status = 2 if Done.LOST in found else int(Done.FAULTY in found or (check and changed > 0))
    raise click.exceptions.Exit(alone.end(status))


class Done(Enum):
    """What came of a file: as it was, changed (or it would be), faulty, or it could not be written."""

    SAME = auto()
    CHANGED = auto()
    FAULTY = auto()
    LOST = auto()


def _one(path: Path | None, name: str, *, check: bool, diff: bool, color: str, quiet: bool) -> Done:
    """Do for one file what is asked."""
    read = read_file(path, name, pipe=diff or check) if path else decode(sys.stdin.buffer.read(), name)
    formatted = _formatted(read, color)
    if formatted is None or isinstance(read, Diagnostic):
        return Done.FAULTY
    same = formatted == read.text
    if check or diff:
        _tell(read, formatted, diff=diff)
    elif path is None:
        print_data(formatted)
        return Done.SAME
    elif not same:
        if not overwrite(path, formatted.encode("utf-8"), name):
            return Done.LOST
        talk(f"{name}: formatted", quiet=quiet)
    return Done.SAME if same else Done.CHANGED


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
    talk(f"{errors[0].file_name}: not changed, because it has errors")


def _tell(read: SourceFile, formatted: str, *, diff: bool) -> None:
    """Print the name of a file that is not in its canonical form, or how it would change."""
    if formatted == read.text:
        return
    if diff:
        print_difference(read.text, formatted, read.name, "formatted")
    else:
        click.echo(clean(read.name))
