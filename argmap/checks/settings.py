"""What a team has chosen: which rules run, how they weigh, and the limits they hold a map to."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from ..diagnostic import Severity
from ..values import dataclass
from .house_words import NO_WORDS, HouseWords
from .limits import Limits
from .profiles import DEFAULT, PROFILES, named
from .rule import Rule

ALL = "all"
LANGUAGE = "language"
"""What the group of the language's own codes is called."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`select` and `ignore` hold names of rules, of groups, or `all`; an empty `select` means every
    rule. `severity` overrides how a rule weighs (None: off). `profile` holds where the topic's
    `rules` name none; `insist` makes it hold even there. `sources` are folders with the texts of
    sources. `words` are those that the team has rules for. `look` holds parts of the pictures' look, by
    their names. `presumption` is the id of the side that wins where nobody has a reason that stands;
    `second_rebuttal` says that in public forum the second rebuttal must answer the first one."""

    profile: str = DEFAULT
    insist: bool = False
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    sources: tuple[Path, ...] = ()
    look: Mapping[str, object] = field(default_factory=dict)
    words: HouseWords = NO_WORDS
    presumption: str | None = None
    second_rebuttal: bool = False

    def profile_for(self, rules: str | None) -> str:
        """The profile that holds for a map whose topic names these rules."""
        return self.profile if self.insist else named(rules) or self.profile

    def weigh(self, rule: Rule, profile: str) -> Severity | None:
        """How a rule's findings weigh under a profile; None where it does not run.

        What names the rule itself goes before what names its group, and that before `all`.
        """
        if not self._chosen(rule):
            return None
        if rule.name in self.severity:
            return self.severity[rule.name]
        if rule.profiles and profile not in rule.profiles and rule.name not in self.select:
            return None
        return PROFILES[profile].get(rule.name, rule.severity)

    def tells(self, remark: str) -> bool:
        """Whether a remark of the language is told: unless it, its group or all are left out."""
        return self._named(remark, LANGUAGE) is not False

    def _chosen(self, rule: Rule) -> bool:
        named = self._named(rule.name, rule.group.value)
        return not self.select if named is None else named

    def _named(self, name: str, group: str) -> bool | None:
        """Whether a code is selected (True) or ignored (False), by its own name or a wider one; None where
        no name says."""
        for each in (name, group, ALL):
            if each in self.ignore:
                return False
            if each in self.select:
                return True
        return None
