"""How far the lines of a file are indented."""

from ..values import dataclass

BLANKS = " \t\u00a0\r"
"""What is no word: a carriage return is one where it ends no line, too."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the offset of its words, the words behind its indentation, its indentation in
    columns, and whether it is indented in another way than the lines before it."""

    start: int
    words: str
    width: int
    mixed: bool = False


class Indentation:
    """Measures lines in their order. A file keeps to spaces or to tabs: `letter` is the one that its
    first indented line begins with. A tab amid spaces counts as one step, as it does on the screen.
    `was_mixed` where the line before was indented in another way."""

    def __init__(self, habit: tuple[str, int] = ("", 4)) -> None:
        self.letter, self._step = habit
        self.was_mixed = False
        self._measured: dict[str, tuple[int, bool]] = {}

    @property
    def habit(self) -> tuple[str, int]:
        """How lines are indented, as far as the lines so far tell: the letter, and how many columns a tab takes."""
        return self.letter, self._step

    def measure(self, start: int, blanks: str, words: str) -> Line:
        """The line of some words, which `blanks` stand before; `start` is the offset of the words."""
        return Line(start, words, *self.columns(blanks)) if blanks else Line(start, words, 0)

    def columns(self, blanks: str) -> tuple[int, bool]:
        """The indentation that a line's blanks make, and whether it is another way than before."""
        known = self._measured.get(blanks)
        if known is None:
            known = self._measured[blanks] = self._measure(blanks.replace("\u00a0", " ").replace("\r", ""))
        return known

    def _measure(self, blanks: str) -> tuple[int, bool]:
        if not blanks:
            return 0, False
        if not self.letter:
            self.letter = blanks[0]
            if "\t" not in blanks:
                self._step = len(blanks)
        return self.width(blanks), blanks.strip(self.letter) != ""

    def width(self, blanks: str) -> int:
        """How many columns blanks take, as far as the lines so far tell."""
        return len(blanks) + blanks.count("\t") * (self._step - 1)
