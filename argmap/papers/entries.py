"""A paper as a value: headings, and what is told under them with its cites and its card."""

from enum import Flag, auto

from ..model import Statement
from ..values import dataclass


class Ink(Flag):
    """How words are set off in a paper."""

    PLAIN = 0
    CITE = auto()
    READ = auto()
    STRESSED = auto()
    HIGHLIGHTED = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str
    ink: Ink = Ink.PLAIN


Line = tuple[Run, ...]
"""A paragraph."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A label that nobody speaks: 1 a pocket, 2 a hat, 3 a block."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A statement told: its tag, a line for each source that it cites, the paragraphs of its card."""

    tag: str
    statement: Statement
    cites: tuple[Line, ...] = ()
    body: tuple[Line, ...] = ()

    @property
    def analytic(self) -> bool:
        """Whether it stands with neither cite nor card."""
        return not self.cites and not self.body


Entry = Heading | Told


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its title, its entries in order, and what its maker should know of what is not in it."""

    title: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()


def words_of(line: Line) -> str:
    """A paragraph's words."""
    return "".join([run.text for run in line])
