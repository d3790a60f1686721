"""A long answer said again: only what of it is another thing now.

At each key of somebody who types, a picture is a megabyte, of which a few lines have changed.
"""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from ..regex import regex

PLACE = regex(r' transform="translate\(([^"]*)\)"')
"""Where a box stands: most lines that a key changes are boxes that have moved."""

Part = TypeVar("Part", bound=Hashable)
Copy = list[int]
"""`[from, count]`: so many of the old parts, one after the other."""
Moved = tuple[int, str]
"""`[at, place]`: that old line, at another place."""


def lines_changed(old: Sequence[str], new: Sequence[str]) -> list[Copy | Moved | str]:
    """How the lines of one picture become those of another."""
    bare: dict[tuple[str, str], int] = {}
    made: list[Copy | Moved | str] = []
    for each in changed(old, new):
        found = PLACE.search(each) if isinstance(each, str) else None
        if found is None or not isinstance(each, str):
            made.append(each)
            continue
        bare = bare or _bare(old)
        at = bare.get((each[: found.start()], each[found.end() :]))
        made.append(each if at is None else (at, found[1]))
    return made


def changed(old: Sequence[Part], new: Sequence[Part]) -> list[Copy | Part]:
    """How one list becomes another: what stands in the old one is copied, the rest is new."""
    places = {each: at for at, each in enumerate(old)}
    made: list[Copy | Part] = []
    last: Copy | None = None
    for each in new:
        at = places.get(each)
        if at is None:
            last = None
            made.append(each)
        elif last and last[0] + last[1] == at:
            last[1] += 1
        else:
            last = [at, 1]
            made.append(last)
    return made


def _bare(lines: Sequence[str]) -> dict[tuple[str, str], int]:
    """Lines that stand at a place, by what they are before and after it: words may hold what looks like one."""
    found = ((at, line, PLACE.search(line)) for at, line in enumerate(lines))
    return {(line[: place.start()], line[place.end() :]): at for at, line, place in found if place}
