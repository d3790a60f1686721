"""Which rules are chosen: by a call, on top of what the nearest settings file says."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..values import dataclass

if TYPE_CHECKING:
    from ..checks import Settings


@dataclass(frozen=True, slots=True)
class Choice:
    """What a call says about rules and about the folders with the words of sources."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    profile: str | None = None
    folders: tuple[Path, ...] = ()

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


def choose(
    select: Iterable[str] = (), ignore: Iterable[str] = (), profile: str | None = None, folders: Iterable[Path] = ()
) -> Choice:
    """The choice that some words make (`a,b` names two). Raises ValueError for one that is not known."""
    from ..checks.configuration import choices, unknown, unknown_rule
    from ..checks.profiles import PROFILES

    known = choices()
    chosen = frozenset(_names(select)), frozenset(_names(ignore))
    for name in sorted(chosen[0] | chosen[1]):
        if name not in known:
            raise ValueError(unknown_rule(name))
    if profile is not None and profile not in PROFILES:
        raise ValueError(unknown(profile, "profile", PROFILES))
    return Choice(*chosen, profile, tuple(folders))


def _names(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        yield from (name for part in value.split(",") if (name := part.strip()))
