"""Findings as text for a terminal."""

from collections.abc import Iterator

from ..inquiry import Findings
from ..verdict import AS_DRAWN
from .deciding import ballot_words
from .lines import paragraph
from .outlook import unanswered_lines
from .page import clash_lines, page

FAULTY = "The map has faults; it is judged as far as it could be read."
NO_WEIGHTS = "The file gives no weights, so there are no strengths: write `weight: 0.8` under a card."


def as_lines(findings: Findings, width: int = 80) -> Iterator[str]:
    """All that was found, one section after another, in lines of at most so many columns."""
    judgement, questions = findings.judgement, findings.questions
    if questions.whole:
        yield from page(judgement, width=width, ballot=findings.ballot, strengths=findings.strengths)
        if findings.clashes is None:
            from ..search.solver import MISSING

            yield from ("", *paragraph(f"To see the consistent ways to judge what is open, {MISSING}", width))
        else:
            yield from clash_lines(findings.claims, findings.clashes, findings.ways, width)
        if judgement.map.statements:
            yield from ("", *unanswered_lines(judgement, width))
    else:
        if findings.ballot and not questions.moves:
            yield from paragraph(ballot_words(judgement, findings.ballot, findings.strengths), width)
        yield from paragraph(AS_DRAWN, width)
    if not questions.whole or questions.tally:
        for section in _sections(findings, width):
            yield ""
            yield from section


def _sections(findings: Findings, width: int) -> Iterator[Iterator[str]]:
    """The answer to each narrower question, in the order of the command's options."""
    from . import answers
    from .flipping import flip_lines

    judgement, questions, claims = findings.judgement, findings.questions, findings.claims
    if questions.moves:
        ballots = findings.ballot_before, findings.ballot
        yield answers.what_if_lines(judgement, questions.moves, findings.changes, ballots, width)
    for statement in questions.why:
        yield answers.why_lines(judgement, statement, width)
    for flips in findings.flips:
        yield flip_lines(judgement, flips, width)
    if findings.weak_points is not None:
        yield answers.weak_point_lines(judgement, claims, findings.weak_points, width)
    strengths, tally = findings.strengths, findings.tally
    if strengths is None:
        if questions.bar or questions.worth or questions.tally:
            yield paragraph(NO_WEIGHTS, width)
        return
    if findings.bar is not None:
        yield answers.bar_lines(findings.bar, width)
    if findings.worths is not None:
        yield answers.worth_lines(claims, findings.worths, width)
    if tally is not None:
        yield answers.tally_lines(claims, strengths, tally, width)
