"""Sets of evidence rules that a league or a tournament holds debaters to."""

from collections.abc import Mapping

from ..diagnostic import Severity

PROFILES: Mapping[str, Mapping[str, Severity]] = {
    "none": {},
    "nsda": {"no-citation": Severity.ERROR},
}
"""For each profile the rules whose findings weigh otherwise than by default. (A rule that runs
only under some profiles says so itself.)"""

DEFAULT = "none"


def named(words: str | None) -> str | None:
    """The profile that a topic's `rules` name, capitals apart; None where they name none."""
    plain = (words or "").strip().casefold()
    return plain if plain in PROFILES else None
