"""A statement that supports itself, directly or through others.

Going round in a circle gives no reason that was not there before. The other team will say that
the argument begs the question, and they will be right.

Bad:

    claim trust: Voters trust the paper.
        claim right: The paper is usually right.

    trust supports right

Good:

    claim trust: Voters trust the paper.
        claim right analytic: The paper corrects its mistakes in public.

Fix: remove one link of the circle, and give the statement that then has no support one of its
own.
"""

from collections import deque
from collections.abc import Iterator, Sequence

from ...diagnostic import Label, Severity
from ...graph.components import components
from ...model import Link
from ..rule import Finding, Group, Rule
from ..subject import Subject

SHOWN = 8
"""Of a longer circle no more links than this are pointed at."""

Steps = Sequence[Sequence[tuple[Link, int]]]
"""For each statement, by its number: its links, each with the number of the statement that it
supports in the end."""


def check(subject: Subject) -> Iterator[Finding]:
    """One circle for each knot of statements that support one another."""
    steps = _steps(subject)
    for knot in _knots(steps):
        start = min(knot)
        links = _shortest_circle(start, steps, frozenset(knot))
        name = subject.map.statements[start].name
        yield Finding(links[0].span, f"`{name}` supports itself", "remove one of these links", _labels(links))


def _labels(links: Sequence[Link]) -> tuple[Label, ...]:
    if len(links) == 1:
        return ()
    rest = [Label(link.span, "through this link") for link in links[1:SHOWN]]
    more = len(links) - SHOWN
    last = "and back through this one" if more <= 0 else f"and back through this one and {more} more"
    return (*rest[:-1], Label(rest[-1].span, last))


def _steps(subject: Subject) -> Steps:
    number = {statement: at for at, statement in enumerate(subject.map.statements)}
    support, landing = subject.pure_support, subject.landing
    # Every circle has a step to what stands at the same place or further on; nesting alone makes none.
    if not any(number[landing[link]] >= number[source] for link in support for source in link.sources):
        return []
    steps: list[list[tuple[Link, int]]] = [[] for _ in number]
    for link in subject.map.links:
        if link in support:
            onto = number[landing[link]]
            for source in link.sources:
                steps[number[source]].append((link, onto))
    return steps


def _knots(steps: Steps) -> Iterator[list[int]]:
    """The groups of statements in which each supports every other, and the single ones that
    support themselves; the one that comes first in the file first."""
    onward = [at for at, onto in enumerate(steps) if any(to >= at for _, to in onto)]
    parts = components(onward, lambda at: [onto for _, onto in steps[at]])
    yield from sorted(
        (part for part in parts if len(part) > 1 or any(onto == part[0] for _, onto in steps[part[0]])), key=min
    )


def _shortest_circle(start: int, steps: Steps, knot: frozenset[int]) -> list[Link]:
    """The links of a shortest way from a statement back to itself."""
    came: dict[int, tuple[Link, int]] = {}
    waiting = deque([start])
    while start not in came:
        at = waiting.popleft()
        for link, onto in steps[at]:
            if onto in knot and onto not in came:
                came[onto] = link, at
                waiting.append(onto)
    links: list[Link] = []
    at = start
    while not links or at != start:
        link, at = came[at]
        links.append(link)
    return links[::-1]


RULE = Rule("circular-support", Group.STRUCTURE, Severity.ERROR, check, __doc__)
