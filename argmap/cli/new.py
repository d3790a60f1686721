"""`argmap new`: a file to start from."""

from importlib.resources import files
from pathlib import Path

import click

from .shared import quiet_option, talk
from .whole import write_whole

SUFFIX = ".argmap"


STARTER = "starter.argmap"
"""The file that begins a case without speeches; those with speeches are in `starters`, by format."""


def _print_list(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from ..debate import FORMATS

        for format in FORMATS.values():
            names = ", ".join((format.name, *format.short))
            speeches = " ".join(speech.name for speech in format.speeches)
            click.echo(f"{names}\n    {speeches}{'' if _has_starter(format.name) else ' (no starter)'}")
        context.exit()


@click.command("new")
@click.argument("name", default="debate")
@click.option("--format", "form", metavar="FORMAT", help="Begin with a round of this format, such as pf or policy.")
@click.option("--list", is_flag=True, expose_value=False, is_eager=True, callback=_print_list,
              help="List the formats with their short names and speeches.")  # fmt: skip
@quiet_option
def command(name: str, form: str | None, quiet: bool) -> None:
    """Write NAME.argmap, a small map that teaches the language; - prints it.

    NAME is `debate` where none is given. A file that is there already is left alone.
    """
    starter = files("argmap").joinpath(STARTER if form is None else _starter(form)).read_text(encoding="utf-8")
    if name == "-":
        click.echo(starter, nl=False)
        return
    path = Path(name if name.endswith(SUFFIX) else name + SUFFIX)
    if path.name == SUFFIX:
        raise click.UsageError(f"'{name}' names no file; write it as in `argmap new {Path(name, 'debate')}`.")
    if path.exists() or path.is_symlink():
        raise click.UsageError(f"'{path}' is there already; give another name.")
    write_whole(path, starter.encode("utf-8"))
    typed = f'"{path}"' if " " in str(path) else path
    talk(f"{path} written. Next: argmap check {typed}, then argmap export {typed}", quiet=quiet)


def _starter(form: str) -> str:
    """Where the starter of a format lies. Raises click.UsageError where there is none."""
    from ..debate import FORMATS, format_meant
    from ..english import listed

    format = format_meant(form)
    if format is None or not _has_starter(format):
        known = listed((f.short[0] for f in FORMATS.values() if _has_starter(f.name)), "or")
        raise click.UsageError(f"there is no starter for '{form}'; write {known}. --list shows every format.")
    return f"starters/{format}.argmap"


def _has_starter(format: str) -> bool:
    return files("argmap").joinpath(f"starters/{format}.argmap").is_file()
