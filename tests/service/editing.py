"""A map in an editor, for the tests: its text with the cursor marked by `|>`."""

from dataclasses import dataclass
from pathlib import Path

from argmap.service import Desk, View

HERE = "|>"

DEBATE = """topic: Should the town build a pool?
    format: public-forum

side pro: Build it
side con: Keep the money

source river: What the river says
    author: Dana Smith
    date: 2023
    text: river.txt

section: Money

# What it costs.
# And who pays.
claim pool (pro): The town should build a pool.
    evidence wet [river para 2] #water: The fields are "under water by March".
        rebuttal turn: 🏊 Then nobody needs one.
    rebuttal far analytic: It is far away.
claim tax (con) analytic: It costs too much.

tax rebuts pool
con concedes wet
"""
RIVER = "The river\n\nThe fields are under water by March.\n\nNot all.\n"


@dataclass(frozen=True)
class Editor:
    """A folder, what is open in it, and where the cursor is in `map.argmap`."""

    desk: Desk
    folder: Path
    text: str
    offset: int

    @property
    def view(self) -> View:
        return self.desk.view(self.folder / "map.argmap")


def editing(folder: Path, text: str = DEBATE, **files: str) -> Editor:
    """Open a text in which `|>` marks the cursor, beside some files (`river_txt` is `river.txt`)."""
    for name, words in {"river_txt": RIVER, **files}.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8", newline="")
    desk = Desk([folder])
    plain = text.replace(HERE, "")
    desk.put(folder / "map.argmap", plain)
    return Editor(desk, folder, plain, text.find(HERE))


def at(words: str, text: str = DEBATE) -> str:
    """A text with the cursor before the first place of some words."""
    assert words in text
    return text.replace(words, HERE + words, 1)
