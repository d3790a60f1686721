"""The English that every room shares: counts, lists, and the name that a misspelt one was meant to be."""

from collections.abc import Iterable, Sequence

LONGEST = 40
"""No known word is near one that is longer: comparing it would only cost time."""
MOST_SLIPS = 2
TELLING = 4
"""So many letters of a name say which one is meant, where only one has them."""

LONGEST_SHOWN = 100
"""Letters of a word that was written in place of a known one."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 file`, `2,000 files`; `many` where the plural is not made with an s (`counted(2, "has", "have")`)."""
    return f"{number:,} {plural(number, one, many)}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """The word alone: `is` or `are`, `quotation` or `quotations`."""
    return one if number == 1 else f"{one}s" if many is None else many


def listed(names: Iterable[str], last: str = "and", *, most: int | None = None) -> str:
    """`R1`, `R1 and R2`, `R1, R2 and R3`; with more than `most` of them, `R1, R2 and 7 more`."""
    some: Sequence[str] = list(names)
    if most is not None and len(some) > most:
        some = [*some[: most - 1], f"{len(some) - most + 1} more"]
    return f"{', '.join(some[:-1])} {last} {some[-1]}" if len(some) > 1 else "".join(some)


def distance(one: str, other: str) -> int:
    """How many letters must be added, left out, replaced or swapped with their neighbour."""
    before: list[int] = []
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, above, row = above, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be, or None; of two letters none is near another.

    One slip is forgiven in a short word, two in one of six letters or more; capitals count for
    nothing. Of several as near, the first is taken.
    """
    if len(word) > LONGEST:
        return None
    plain = word.casefold()
    length = len(plain)
    letters: set[str] | None = None
    best: tuple[int, str] | None = None
    for candidate in known:
        size = len(candidate)
        allowed = 1 if length < 6 or size < 6 else MOST_SLIPS
        if not -allowed <= length - size <= allowed or (length < 3 and size < 3):
            continue
        other = candidate.casefold()
        letters = letters or set(plain)
        if len(letters.symmetric_difference(other)) > 2 * allowed:  # cheaper than to count the slips
            continue
        far = distance(plain, other)
        if far <= allowed and (best is None or far < best[0]):
            best = far, candidate
    return best[1] if best else None


def meant(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` was probably meant to be: the nearest, or else the only one that it
    is a telling part of (`unsupported` for `unsupported-claim`), or that is such a part of it."""
    names = list(known)
    found = nearest(name, names)
    if found is None and len(name) >= TELLING:
        plain = name.casefold()
        parts = [each for each in names if plain in each.casefold()]
        parts = parts or [each for each in names if len(each) >= TELLING and each.casefold() in plain]
        found = parts[0] if len(parts) == 1 else None
    return found


def no_such(what: str, name: str, known: Iterable[str], *, few: int = 0) -> str:
    """There is no `what` of that name; and the one that was meant, or all where they are at most `few`."""
    names = list(known)
    near = meant(name, names)
    said = f"there is no {what} `{name if len(name) <= LONGEST_SHOWN else f'{name[:LONGEST_SHOWN]} ...'}`"
    if near is not None:
        return f"{said}; did you mean `{near}`?"
    return f"{said}; there is {listed(f'`{each}`' for each in names)}" if 0 < len(names) <= few else said
