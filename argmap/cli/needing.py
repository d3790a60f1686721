"""What a command needs beside argmap itself."""

from collections.abc import Sequence
from importlib.util import find_spec

import click

from ..english import listed, plural
from ..installing import how_to_get


def needs(packages: str | Sequence[str], what: str) -> None:
    """Raise click.ClickException where a package is missing, with the command that gets it."""
    names = [packages] if isinstance(packages, str) else list(packages)
    missing = [name for name in names if find_spec(name) is None]
    if missing:
        how = how_to_get(" ".join(missing))
        raise click.ClickException(f"{what} needs {listed(missing)}: `{how}` gets {plural(len(missing), 'it', 'them')}")
