"""The options of a picture's look, made from `look.CHOICES`; and the look that a map gets."""

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import click

from ..diagnostic import Diagnostic
from ..forms import Form
from ..look import CHOICES, NAMES, Choice, Look, look_of
from ..reading import settings_speak_of

Given = Mapping[str, object]
"""The parts of a look that a call names, by their names."""


def look_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a look; the command gets those that were typed as one `given`."""

    @wraps(function)
    def gathered(**all: Any) -> Any:
        given = {name: value for name in NAMES if (value := all.pop(name)) not in (None, ())}
        return function(given=given, **all)

    wrapped: Callable[..., Any] = gathered
    for choice in reversed(CHOICES):
        wrapped = _option(choice)(wrapped)
    return wrapped


def _option(choice: Choice) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    if choice.flag:
        value = not choice.option.startswith("--no-")
        return click.option(choice.option, choice.name, flag_value=value, default=None, type=bool, help=choice.help)
    kind: click.ParamType[Any] | None = None
    if choice.many:
        return click.option(choice.option, choice.name, metavar="DIR", multiple=True, help=choice.help)
    if choice.words:
        kind = click.Choice(choice.words)
    elif choice.between:
        kind = click.IntRange(*choice.between)
    return click.option(choice.option, choice.name, type=kind, help=choice.help)


def look_for(
    path: Path | None, form: Form, given: Given, *, allow_outside: bool = False
) -> tuple[Look, tuple[Diagnostic, ...]]:
    """The look of a map's picture: what the call names, else what the settings say that hold for the
    map, as far as the form takes it; and what is wrong with those settings."""
    said, faults = _of_settings(path, allow_outside)
    kept = {name: value for name, value in said.items() if name in form.takes}
    return look_of({**kept, **given}), faults


def _of_settings(path: Path | None, allow_outside: bool) -> tuple[Given, tuple[Diagnostic, ...]]:
    if not settings_speak_of("look", path):
        return {}, ()
    from ..checks.configuration import find_settings

    settings, faults = find_settings(path, allow_outside=allow_outside)
    return settings.look, faults
