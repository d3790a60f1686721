"""A judgement as a value for a Python program: it answers questions and shows itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

from ...graph.naming import one_statement
from ...model import Statement
from ..ballot import Ballot
from ..inquiry import Findings
from ..reason import reasons
from ..verdict import Verdict
from .phrases import Phrases
from .text import as_lines
from .wording import because


@dataclass(frozen=True, eq=False, repr=False)
class Judged:
    """Who wins by a map, which of its statements stand, fall or are open, and why. `findings` holds all that was asked.

    Printed, it reads like `argmap judge`.
    """

    findings: Findings

    @property
    def ballot(self) -> Ballot | None:
        """Who wins by the map, and by what; None where it has not two sides."""
        return self.findings.ballot

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What becomes of each statement, by its id, or its label where it has none."""
        judgement = self.findings.judgement
        return {statement.name: judgement.verdict(statement) for statement in judgement.map.statements}

    def verdict(self, statement: str | Statement) -> Verdict:
        """What becomes of a statement. Raises ValueError for an id or label that the map does not have."""
        return self.findings.judgement.verdict(self._meant(statement))

    def because(self, statement: str | Statement) -> str:
        """Why, in words that go on from "it stands because". Raises ValueError as `verdict` does."""
        return because(self._phrases, self._meant(statement))

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(reasons(self.findings.judgement))

    def _meant(self, statement: str | Statement) -> Statement:
        if isinstance(statement, Statement):
            return statement
        return one_statement(self.findings.judgement.map, statement)

    def __str__(self) -> str:
        return "\n".join(as_lines(self.findings))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return f'<pre style="white-space:pre-wrap">{escape(str(self), quote=False)}</pre>'
