"""What a rule is, and what it hands back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..diagnostic import Edit, Label, Severity
from ..source import Span
from .subject import Subject


class Group(StrEnum):
    """What a rule looks at; a group's name stands for all its rules in `select` and `ignore`."""

    STRUCTURE = "structure"
    EVIDENCE = "evidence"
    DEBATE = "debate"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found. The runner adds the rule's name and its severity."""

    span: Span
    message: str
    help: str | None = None
    labels: tuple[Label, ...] = ()
    edits: tuple[Edit, ...] = ()


Check = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    `name` is its stable, kebab-case code. `severity` is how its findings weigh unless a profile or
    a setting says otherwise. `page` is its documentation: why, a bad and a good example, the mend.
    `check` is None where the runner itself finds the fault (it alone sees every comment).

    `judges_gaps` marks a rule that speaks about what is missing from a map. It is held back while
    a file has errors, since what is missing may be just what could not be read.
    `profiles` names the profiles under which the rule runs; empty means under every one.
    """

    name: str
    group: Group
    severity: Severity
    check: Check | None
    page: str
    judges_gaps: bool = False
    profiles: frozenset[str] = frozenset()

    @property
    def summary(self) -> str:
        """The page's first line: what the rule finds, in a sentence."""
        return self.page.partition("\n")[0].strip()
