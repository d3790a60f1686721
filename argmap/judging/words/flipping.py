"""The least that would change a verdict, in words."""

from collections.abc import Iterator, Sequence

from ...english import counted, plural
from ..moves import MoveKind
from ..search.flips import Flips
from ..verdict import Judgement, Verdict
from .lines import named, node_name, paragraph, standing
from .naming import listing

BALLOTS = {"weigh": "It would be left to weigh", "none": "Nobody would have a reason that stands"}
"""What the ballot would be where nobody wins it."""

WOULD = {Verdict.STANDS: "would stand", Verdict.FALLS: "would fall", Verdict.OPEN: "would be open"}


def flip_lines(judgement: Judgement, found: Sequence[Flips], width: int = 80) -> Iterator[str]:
    """The least that would change a statement's verdict, by new rebuttals and by lost cards."""
    statement = found[0].statement
    lead = "The least that would change who wins. "
    if statement:
        lead = f"{named(statement)} {standing(judgement, statement)}. "
    for flips in found:
        for words, sets in _sentences(flips):
            yield from paragraph(lead + words, width, 0 if lead else 2, 4 if lead else 2)
            yield from (line for each in sets for line in paragraph(each, width, 6, 2))
            lead = ""
    left_out = f"a new answer to {statement.label} itself, and dropping it" if statement else "answers to main claims"
    yield from paragraph(f"(Left out: {left_out}.)", width, 2, 2)


def _sentences(flips: Flips) -> Iterator[tuple[str, list[str]]]:
    """A sentence for each verdict that could come about, with a line for each set of several moves."""
    size, answers = flips.at_least, flips.kind is MoveKind.ANSWER
    if not flips.flips:
        yield (_never(answers) if flips.complete else _unfound(answers, size)), []
        return
    count = counted(size, "new rebuttal" if answers else "card")
    fate = "went unanswered" if answers else f"{plural(size, 'was', 'were')} lost"
    for after in dict.fromkeys(flip.after for flip in flips.flips):
        sets = [[node_name(m.node, named) for m in flip.moves] for flip in flips.flips if flip.after == after]
        words = f"{_becomes(flips, after)} if {count} {fate}"
        if size == 1:
            against = " against" if answers else ":"
            some = ", and so would some others" if not flips.complete else ""
            yield f"{words}{against} {listing([one for [one] in sets], len(sets), 'or')}{some}.", []
            continue
        if len(sets) == 1 and flips.complete:
            yield f"{words}: {'against ' if answers else ''}{listing(sets[0], size)}.", []
            continue
        lines = [f"{'against ' if answers else ''}{listing(each, size)}" for each in sets]
        lines[1:] = [f"or {line}" for line in lines[1:]]
        yield f"{words}:", lines if flips.complete else [*lines, "or others, as many at a time."]


def _becomes(flips: Flips, after: str) -> str:
    if flips.statement is None:
        return BALLOTS.get(after, f"{after} would win")
    return f"It {WOULD[Verdict(after)]}"


def _never(answers: bool) -> str:
    words = "New rebuttals alone" if answers else "Losing cards alone"
    return f"{words}, however many, would not change it."


def _unfound(answers: bool, size: int) -> str:
    least = f"at least {counted(size, 'new rebuttal')}" if answers else f"the loss of at least {counted(size, 'card')}"
    return f"It would take {least}; which, was not found in the time there is."
