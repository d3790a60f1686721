"""Mends: what an editor can do about a finding at a click."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..checks.mend import mend
from ..diagnostic import Diagnostic, Edit
from ..source import SourceFile
from .view import View

LONGEST = 90


@dataclass(frozen=True, slots=True)
class Mend:
    """Edits that are made together, with what they do in words. `sure`: the one safe mend, that
    `argmap check --fix` makes too."""

    title: str
    edits: tuple[Edit, ...]
    finding: Diagnostic | None = None
    sure: bool = True


def mends(view: View, start: int, end: int) -> Iterator[Mend]:
    """The mends of what is found between two offsets of a file, its ends included."""
    for found in view.diagnostics:
        if found.edits and found.span and found.span.start <= end and start <= found.span.end:
            yield Mend(title(found), found.edits, found)


def mend_all(view: View) -> Mend | None:
    """Every safe mend of this file at once, as `--fix` makes them; None where there is none."""
    mine = [found for found in view.diagnostics if all(edit.span.file is view.file for edit in found.edits)]
    done: Mapping[SourceFile, tuple[str, int]] = mend(mine)
    if view.file not in done:
        return None
    text, count = done[view.file]
    words = "the mend" if count == 1 else f"all {count} mends"
    return Mend(f"Make {words} that are safe" if count > 1 else "Make the mend that is safe", _edits(view, text))


def _edits(view: View, text: str) -> tuple[Edit, ...]:
    from .tidying import difference

    return difference(view.file, text)


def title(found: Diagnostic) -> str:
    """What a mend does, in words: the finding's advice, or the very change."""
    said = found.help or _change(found.edits) or found.message
    words = said[:1].upper() + said[1:]
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _change(edits: Sequence[Edit]) -> str:
    one = edits[0] if len(edits) == 1 else None
    return f"write `{one.replacement}`" if one and one.replacement.strip() else ""
