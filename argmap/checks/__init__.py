"""Checks that a coach can trust: `RULES` is the list, `run` holds a map up to them."""

from collections.abc import Mapping

from ..diagnostic import Diagnostic
from ..model import Source
from ..pipeline import Loaded
from ..quoting.passage import SourceText
from ..quoting.texts import NoText, read_texts
from .rule import Finding, Group, Rule
from .rules import RULES
from .run import run as run_rules
from .settings import Settings

__all__ = ["RULES", "Finding", "Group", "NoText", "Rule", "Settings", "SourceText", "read_texts", "run"]


def run(
    loaded: Loaded,
    settings: Settings | None = None,
    texts: Mapping[Source, SourceText | NoText] | None = None,
) -> tuple[Diagnostic, ...]:
    """Hold a map up to every rule that the settings choose (see `argmap.checks.run`)."""
    return run_rules(RULES, loaded, settings or Settings(), texts)
