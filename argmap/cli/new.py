"""`argmap new`: a file to start from."""

from importlib.resources import files
from pathlib import Path

import click

from .shared import quiet_option, talk
from .whole import write_whole

SUFFIX = ".argmap"


@click.command("new")
@click.argument("name", default="debate")
@quiet_option
def command(name: str, quiet: bool) -> None:
    """Write NAME.argmap, a small map that teaches the language; - prints it.

    NAME is `debate` where none is given. A file that is there already is left alone.
    """
    starter = files("argmap").joinpath("starter.argmap").read_text(encoding="utf-8")
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
