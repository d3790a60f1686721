"""How a picture is to look: one value, and one check of its words, whoever chose them.

The command line's options, the table `[look]` of the settings and the Python API's keywords are all
made from `CHOICES`, and all become a `Look` through `look_of`.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypedDict

from .english import no_such
from .values import dataclass

PAPERS = ("file", "case", "blocks", "cites", "handout")
HIGHLIGHTS = (
    "cyan", "yellow", "green", "magenta", "blue", "red", "darkBlue", "darkCyan", "darkGreen", "darkMagenta",
    "darkRed", "darkYellow",
)  # fmt: skip
"""The colours in which Word highlights; greys get lost there, so they are not among them."""

ON_SCREEN, ON_PAPER, ON_SLIDES = 28, 25, 30
"""Letters in a line of a claim, if nobody says: three columns of the second fit an A4 sheet, two of the last a
slide."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a picture looks like. `page`: the size of its sheets; None: one sheet, as large as it must be.
    `width`: letters in a line of a claim; None leaves that to what it is drawn on. `title` None takes the
    topic, `layout` the map; on sheets of paper the flow, where a map has answers. Of papers: `paper`,
    which one it is; `passages`, whether to cut cards from the texts of sources, with
    the folders where to look for those (`sources`); `highlight`, the colour of what is read."""

    title: str | None = None
    layout: str | None = None
    links: str = "auto"
    columns: str = "step"
    theme: str = "auto"
    key: bool = True
    orientation: str = "left"
    width: int | None = None
    page: str | None = None
    verdicts: bool = False
    paper: str = "file"
    passages: bool = False
    sources: tuple[str, ...] = ()
    highlight: str = "cyan"

    @property
    def wrap(self) -> int:
        """Letters in a line of a claim."""
        return self.width or (ON_SLIDES if self.page == "slide" else ON_PAPER if self.page else ON_SCREEN)


PLAIN = Look()
"""The look that nobody chose."""


class LookWords(TypedDict, total=False):
    """The keywords of a look, for a type checker: the fields of `Look`."""

    title: str | None
    layout: str | None
    links: str
    columns: str
    theme: str
    key: bool
    orientation: str
    width: int | None
    page: str | None
    verdicts: bool
    paper: str
    passages: bool
    sources: tuple[str, ...]
    highlight: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One part of a look: its option, what it does, and what it may be: one of `words`, a number
    `between` two, yes or no (`flag`), or any text."""

    name: str
    option: str
    help: str
    words: tuple[str, ...] = ()
    between: tuple[int, int] | None = None
    flag: bool = False
    many: bool = False

    def read(self, value: object) -> object:
        """The value, if it is one that this part may have. Raises ValueError, with what it may be."""
        if self.many and isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value):
            return tuple(value)
        if value is None or (self.flag and isinstance(value, bool)):
            return value
        if self.flag:
            raise ValueError(f"`{self.name}` is true or false, not {_shown(value)}")
        if self.between:
            low, high = self.between
            if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
                return value
            raise ValueError(f"`{self.name}` is a number from {low} to {high}, not {_shown(value)}")
        if not isinstance(value, str):
            raise ValueError(f"`{self.name}` is {self._what}, not {_shown(value)}")
        if self.words and value not in self.words:
            raise ValueError(no_such(self.name, value[:40], self.words, few=len(self.words)))
        # A word of an enumeration is taken as the word; what of a text is no text (odd bytes) becomes a sign.
        return str(value).encode("utf-8", "replace").decode("utf-8")

    @property
    def _what(self) -> str:
        return "a text" if not self.words else f"one of {_listed(self.words)}"


CHOICES: tuple[Choice, ...] = (
    Choice("title", "--title", "A title in place of the topic."),
    Choice("layout", "--layout", "A map (reasons to the right of their claim), or a flow (a column for each answer)."
           "  [default: map; flow on --page where there are answers]", words=("map", "flow")),
    Choice("links", "--links", "Draw every further link as a line, or those that keep a map clean.  [default: auto]",
           words=("auto", "all")),
    Choice("columns", "--columns", "The columns of a flow: steps of answering, or speeches.  [default: step]",
           words=("step", "speech")),
    Choice("theme", "--theme", "The colours of a picture; auto follows the reader's screen and prints light.",
           words=("auto", "light", "dark", "print")),
    Choice("key", "--no-key", "Leave out the key to a picture's signs.", flag=True),
    Choice("orientation", "--orientation", "Where the conclusion stands.", words=("left", "right", "top", "bottom")),
    Choice("width", "--width-chars",
           f"Letters in a line of a claim.  [default: {ON_SCREEN}; on paper {ON_PAPER}, on slides {ON_SLIDES}]",
           between=(12, 80)),
    Choice("page", "--page", "Write sheets of this size, to be read when printed: as a flow where the map has answers.",
           words=("a4", "a3", "letter", "slide")),
    Choice("verdicts", "--verdicts", "Mark what stands, falls or is open, as `argmap judge` finds it.", flag=True),
    Choice("paper", "--paper", "Which paper a Word file is; for Markdown: cites.  [default: file]", words=PAPERS),
    Choice("passages", "--passages", "Cut cards from the texts of sources for evidence that has none.", flag=True),
    Choice("sources", "--sources", "Where to look for texts of sources too: a file named after its id. Repeatable.",
           many=True),
    Choice("highlight", "--highlight", "The colour of what is read in a card.  [default: cyan]", words=HIGHLIGHTS),
)  # fmt: skip
"""Every part of a look, in the order in which help lists them."""

NAMES = tuple(choice.name for choice in CHOICES)


def look_of(given: Mapping[str, object]) -> Look:
    """The look of some words. Raises ValueError for a name or a word that there is not, with the nearest."""
    known = {choice.name: choice for choice in CHOICES}
    read: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            raise ValueError(no_such("part of the look", name, known, few=len(known)))
        read[name] = known[name].read(value)
    # None is what nobody chose.
    return Look(**{each.name: _chosen(read.get(each.name), getattr(PLAIN, each.name)) for each in fields(Look)})


def _chosen(value: Any, default: Any) -> Any:
    return default if value is None else value


def _shown(value: object) -> str:
    return f"`{str(value)[:40]}`"


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
