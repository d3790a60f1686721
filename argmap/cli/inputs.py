"""What a call reads: the maps that it names, and what is said where they cannot be named so."""

import gc
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..keeping import collecting_nothing
from ..project.choosing import Choice
from ..project.inputs import SUFFIX, Input, InputError, find_inputs
from .shared import coloured, style

if TYPE_CHECKING:
    from ..diagnostic import Diagnostic
    from ..project import Project

__all__ = ["SUFFIX", "Input", "inputs", "opened", "read", "report"]


def inputs(paths: Sequence[str]) -> list[Input]:
    """The maps that a call names. Raises click.UsageError where one cannot be one."""
    try:
        return find_inputs(paths)
    except InputError as fault:
        raise click.UsageError(str(fault)) from fault


def opened(
    paths: Sequence[str],
    choice: Choice = Choice(),  # noqa: B008 - an immutable value
    *,
    allow_outside: bool,
) -> "Project":
    """The maps that a call names, read. Raises click.UsageError where one cannot be one."""
    return read(inputs(paths), choice, allow_outside=allow_outside)


def read(
    items: Sequence[Input],
    choice: Choice = Choice(),  # noqa: B008 - an immutable value
    *,
    allow_outside: bool,
) -> "Project":
    """Some maps, read."""
    from ..project import open_project

    with collecting_nothing():
        project = open_project(items, choice, allow_outside=allow_outside)
        gc.freeze()  # it stays to the end: to look through it for garbage would only cost time
    return project


def report(found: "Sequence[Diagnostic]", color: str) -> None:
    """Say on standard error what is wrong with what was read."""
    if not found:
        return
    from ..report.text import as_text

    click.echo(as_text(found, style(color, err=True)), err=True, nl=False, color=coloured(color, err=True))
