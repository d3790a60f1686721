"""A rebuttal of the case to which nothing is prepared.

A judge takes it as granted. Outside a round this is for information; in a map whose statements
name their speeches, `dropped-answer` takes its place. Answers to answers are not looked at: one
side always has the last word.

Bad:

    claim pool analytic: The town should build a pool.
        rebuttal cost: It costs more than the town has.

Good:

    claim pool analytic: The town should build a pool.
        rebuttal cost: It costs more than the town has.
            rebuttal grant: The county pays half.

Fix: write an answer under it, or concede it: `pro concedes cost`.
"""

from collections.abc import Iterator

from ...diagnostic import Severity
from ...graph.answering import side_hit, unanswered
from ...model import Side, Statement
from ..rule import Finding, Group, Rule
from ..subject import Subject
from .answers import how_to_concede


def check(subject: Subject) -> Iterator[Finding]:
    """The rebuttals of the case that nothing answers and that nobody has conceded, each once."""
    if any(statement.speech for statement in subject.map.statements):
        return
    told: set[Statement] = set()
    for link in unanswered(subject.map):
        [source] = link.sources
        if source not in told:
            told.add(source)
            yield _finding(side_hit(link), source)


def _finding(side: Side | None, rebuttal: Statement) -> Finding:
    if side is None:
        return Finding(rebuttal.span, f"nothing answers `{rebuttal.name}`", "write a rebuttal under it")
    return Finding(
        rebuttal.span,
        f"`{side.id}` has no answer to `{rebuttal.name}`",
        f"write a rebuttal under it, or {how_to_concede(side, rebuttal)}",
    )


RULE = Rule("unanswered-rebuttal", Group.DEBATE, Severity.INFO, check, __doc__, judges_gaps=True)
