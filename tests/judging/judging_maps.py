"""Small maps made by hand and at random, for the tests of judging."""

import random
from dataclasses import dataclass, field

from argmap.debate import FORMATS
from argmap.model import (
    ArgumentMap,
    Concession,
    Kind,
    Link,
    LinkKind,
    Mark,
    Node,
    Side,
    Statement,
    Topic,
)  # fmt: skip
from argmap.source import Prose, SourceFile, Span

FILE = SourceFile("made.argmap", "")
SPAN = Span(FILE, 0, 0)
PRO, CON = Side("pro", "For", SPAN), Side("con", "Against", SPAN)
THIRD = Side("third", "Neither", SPAN)
MARKS = (Mark.DENY, Mark.DENY, Mark.TURN, Mark.MITIGATE, Mark.OUTWEIGH)
KINDS = {"C": Kind.CLAIM, "E": Kind.EVIDENCE, "W": Kind.WARRANT, "R": Kind.REBUTTAL}


@dataclass
class Maker:
    """Collects statements (their label's letter is their kind) and links between them."""

    statements: list[Statement] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    concessions: list[Concession] = field(default_factory=list)
    sides: tuple[Side, ...] = ()
    topic: Topic | None = None

    def say(self, label, *, analytic=False, weight=None, side=None, id=None, mark=None, said=()):
        prose = Prose(f"Words of {label}.", FILE, (0, 0))
        statement = Statement(KINDS[label[0]], id, label, prose, SPAN, analytic=analytic, weight=weight, side=side,
                              mark=mark or (Mark.DENY if label[0] == "R" else None),
                              speech=said[0] if said else None, extended=tuple(said[1:]))  # fmt: skip
        self.statements.append(statement)
        return statement

    def support(self, target: Node, *sources: Statement) -> Link:
        return self._link(LinkKind.SUPPORTS, target, sources)

    def rebut(self, target: Node, source: Statement) -> Link:
        return self._link(LinkKind.REBUTS, target, (source,))

    def concede(self, side: Side, statement: Statement) -> None:
        self.concessions.append(Concession(side, statement, SPAN))

    def _link(self, kind, target, sources):
        link = Link(kind, tuple(sources), target, (SPAN,))
        self.links.append(link)
        return link

    def map(self) -> ArgumentMap:
        return ArgumentMap(
            FILE, (FILE,), self.topic, self.sides, (), (), tuple(self.statements), tuple(self.links),
            tuple(self.concessions),
        )  # fmt: skip


def random_map(seed: int, most: int = 12, *, sideless: bool = True, analytic: float = 0.15,
               marks=MARKS, format: str | None = None, sides=(PRO, CON)) -> ArgumentMap:  # fmt: skip
    """A map of 1 to `most` statements and links: circles, links on links to any depth, joined
    supports, warrants, sides, concessions and analytic statements among it."""
    rng = random.Random(seed)
    made = Maker(sides=sides, topic=Topic("T", SPAN, format=format) if format else None)
    size = rng.randint(1, most)
    count = rng.randint(1, max(1, size * 2 // 3))
    for number in range(count):
        letter = rng.choice("CCEERRW")
        side = rng.choice((*sides, None) if sideless else sides)
        mark = rng.choice(marks) if letter == "R" else None
        made.say(f"{letter}{number}", analytic=rng.random() < analytic, side=side, mark=mark,
                 said=_said(rng, format, side))  # fmt: skip
    for _ in range(size - count):
        targets: list[Node] = [*made.statements, *(made.links if rng.random() < 0.35 else [])]
        target = rng.choice(targets)
        if rng.random() < 0.5:
            made.rebut(target, rng.choice(made.statements))
        else:
            held = rng.sample(made.statements, min(count, rng.choice((1, 1, 1, 2))))
            made.support(target, *held)
    for statement in made.statements:
        if rng.random() < (0.1 if len(sides) < 3 else 0.3):
            made.concede(rng.choice(sides), statement)
    return made.map()


def _said(rng: random.Random, format: str | None, side: Side | None) -> list[str]:
    """Where something is said, and extended: in speeches of its side, or in none."""
    if format is None or rng.random() < 0.1:
        return []
    speeches = [speech.name for speech in FORMATS[format].speeches if side is None or speech.motion is (side is PRO)]
    at = rng.randrange(len(speeches))
    return [speeches[at], *(name for name in speeches[at + 1 :] if rng.random() < 0.4)]
