"""What a rule is, and what it hands back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cache

from ..diagnostic import Edit, Label, Severity
from ..source import Span
from ..values import dataclass
from .subject import Subject


class Group(StrEnum):
    """What a rule looks at; a group's name stands for all its rules in `select` and `ignore`."""

    STRUCTURE = "structure"
    EVIDENCE = "evidence"
    DEBATE = "debate"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found. The runner adds the rule's name, and its severity where this has none
    of its own."""

    span: Span
    message: str
    help: str | None = None
    labels: tuple[Label, ...] = ()
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None


Check = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    `name` is its stable, kebab-case code. `severity` is how its findings weigh unless a profile or
    a setting says otherwise. `doc` is its file's docstring, which is its page; None where Python was
    told to drop docstrings (`-OO`).
    `check` is None where the runner itself finds the fault (it alone sees every comment).

    `judges_gaps` marks a rule that speaks about what is missing from a map. It is held back while
    a file has errors, since what is missing may be just what could not be read.
    `profiles` names the profiles under which the rule runs; empty means under every one. `blanks` are
    words of its page and what gives those that stand for them.
    """

    name: str
    group: Group
    severity: Severity
    check: Check | None
    doc: str | None
    judges_gaps: bool = False
    profiles: frozenset[str] = frozenset()
    blanks: Mapping[str, Callable[[], str]] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """Its documentation: why, a bad and a good example, the mend."""
        page = self.doc or _written(f"{__package__}.{self.group}.{self.name.replace('-', '_')}")
        for blank, words in self.blanks.items():
            page = page.replace(blank, words())
        return page

    @property
    def summary(self) -> str:
        """The page's first line: what the rule finds, in a sentence."""
        return self.page.partition("\n")[0].strip()


@cache
def _written(module: str) -> str:
    """The docstring of a rule's file, from the file itself."""
    import ast  # only where Python was told to drop docstrings
    from importlib.resources import files

    source = files(module.rpartition(".")[0]).joinpath(f"{module.rpartition('.')[2]}.py")
    return ast.get_docstring(ast.parse(source.read_text(encoding="utf-8")), clean=False) or ""
