"""Which rules a call chooses: its options on top of the nearest settings file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from ..checks import Settings
    from ..diagnostic import Diagnostic

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


@dataclass(frozen=True, slots=True)
class Choice:
    """What a call's options say about rules."""

    select: frozenset[str]
    ignore: frozenset[str]
    profile: str | None
    folders: tuple[Path, ...]

    def over(self, settings: "Settings") -> "Settings":
        """Settings with this choice on top: what the call names goes before what the file names."""
        return replace(
            settings,
            select=self.select or settings.select,
            ignore=(settings.ignore - self.select) | self.ignore,
            severity={k: v for k, v in settings.severity.items() if v is not None or k not in self.select},
            profile=self.profile or settings.profile,
            insist=self.profile is not None,
            sources=(*self.folders, *settings.sources),
        )


def choice(select: Iterable[str], ignore: Iterable[str], profile: str | None, folders: tuple[Path, ...]) -> Choice:
    """The choice that options make. Raises click.UsageError for a name that is not known."""
    from ..checks.configuration import choices, unknown, unknown_rule
    from ..checks.profiles import PROFILES

    known = choices()
    chosen = frozenset(_names(select)), frozenset(_names(ignore))
    for name in sorted(chosen[0] | chosen[1]):
        if name not in known:
            raise click.UsageError(unknown_rule(name))
    if profile is not None and profile not in PROFILES:
        raise click.UsageError(unknown(profile, "profile", PROFILES))
    return Choice(*chosen, profile, folders)


def _names(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        yield from (name for part in value.split(",") if (name := part.strip()))


def settings_for(paths: Iterable[Path | None], chosen: Choice) -> "tuple[list[Settings], list[Diagnostic]]":
    """For each map the settings that hold for it; and what is wrong with settings files, once each."""
    from ..checks.configuration import find_settings

    known: dict[Path | None, Settings] = {}
    faults: dict[str, Diagnostic] = {}
    result: list[Settings] = []
    for path in paths:
        folder = path.parent if path else None
        if folder not in known:
            settings, found = find_settings(path)
            known[folder] = chosen.over(settings)
            faults.update((f"{fault.file_name} {fault.message}", fault) for fault in found)
        result.append(known[folder])
    return result, list(faults.values())
