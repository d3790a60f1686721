"""What the picture says in words, for those who hear it instead of seeing it."""

from ...english import counted, listed
from ...model import ArgumentMap, Kind, Link, Mark, Statement
from ...words.telling import plain, told

BETWEEN = " · "
"""Between the pieces of a box's head."""


def named(statement: Statement) -> str:
    """`R2 REBUTTAL · TURN`, in the pieces that a box's first line shows."""
    parts = [statement.kind.upper()]
    if statement.mark and statement.mark is not Mark.DENY:
        parts.append(statement.mark.replace("-", " ").upper())
    if statement.analytic:
        parts.append("ANALYTIC")
    if statement.speech:
        parts.append(statement.speech)
    return BETWEEN.join(parts)


def link_words(link: Link) -> str:
    """`R2 rebuts C1`, `W1 says why E1 bears on C1`."""
    return plain(told(link))


def statement_words(statement: Statement, cites: tuple[str, ...], remarks: tuple[str, ...]) -> str:
    """A statement read aloud: what it is, whose, its words, where they come from, what is noted on it."""
    head = f"{statement.label}, {named(statement).lower() if not statement.speech else named(statement)}"
    side = f", {statement.side.name}" if statement.side else ""
    tail = "".join(f" ({note})" for note in (*cites, *remarks))
    return f"{head}{side}: {statement.text}{tail}"


def description(map: ArgumentMap) -> str:
    """What the whole picture shows, in a sentence or two."""
    counts = [
        counted(number, kind.value) if kind is not Kind.EVIDENCE else f"{number:,} evidence"
        for kind in Kind
        if (number := sum(1 for s in map.statements if s.kind is kind))
    ]
    sides = listed(side.name for side in map.sides)
    between = f" between {sides}" if len(map.sides) > 1 else ""
    what = ", ".join(counts) or "no statements"
    if map.part:
        between += f" ({len(map.statements):,} of {counted(len(map.part.whole.statements), 'statement')} shown)"
    links = counted(len(map.links), "link")
    return (
        f"An argument map{between}: {what}, joined by {links}. Each line runs from a reason to the point it bears on."
    )
