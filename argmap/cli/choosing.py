"""The options that choose rules, and the choice that they make."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from ..project.choosing import Choice, choose

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

sources_option = click.option(
    "--sources", "folders", metavar="DIR", multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the texts of sources, each named after its id. Repeatable.",
)  # fmt: skip


def rule_options(function: Decorated) -> Decorated:
    """The options that choose rules."""
    select = click.option("--select", metavar="RULES", multiple=True,
                          help="Check only these rules or groups (a,b or repeated).")  # fmt: skip
    ignore = click.option("--ignore", metavar="RULES", multiple=True,
                          help="Leave these rules or groups out.")  # fmt: skip
    profile = click.option("--profile", metavar="NAME",
                           help="Evidence rules to hold the maps to: nsda or none.")  # fmt: skip
    return select(ignore(profile(sources_option(function))))


def choice(
    select: Iterable[str] = (), ignore: Iterable[str] = (), profile: str | None = None, folders: Iterable[Path] = ()
) -> Choice:
    """The choice that options make. Raises click.UsageError for a name that is not known."""
    try:
        return choose(select, ignore, profile, folders)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from fault
