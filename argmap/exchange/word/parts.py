"""What a debater's file is made of: headings, cards, analytics, loose lines, rows of tables."""

from dataclasses import dataclass, field

from .own_lines import Above
from .paragraphs import Paragraph
from .roles import Role


@dataclass(slots=True, eq=False)
class Part:
    """One cite with its body; `further` are cites of other sources for the same body; `look`: what its
    reader should look at; `above`: what the body's lines look like."""

    cite: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    further: list[list[Paragraph]] = field(default_factory=list)
    look: list[str] = field(default_factory=list)
    above: Above = field(default_factory=Above)

    def add(self, line: Paragraph) -> None:
        """One more line of the body."""
        self.body.append(line)
        self.above.add(line)


@dataclass(slots=True, eq=False)
class Unit:
    """A heading, or a tag with its cites and bodies; `notes` are lines between them that are neither.
    A `loose` one is a paragraph outside of any card, or a `row` of a table there; one that `ended` a card
    does so by its look alone."""

    role: Role
    text: str
    parts: list[Part] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    loose: bool = False
    guessed: bool = False
    ended: bool = False
    row: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing is in it."""
        return not self.text.strip() and not self.parts and not self.notes
