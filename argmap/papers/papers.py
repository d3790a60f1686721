"""The papers by name, each a map as the bytes of a file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from ..english import listed
from ..model import ArgumentMap, Side
from .case import file_paper
from .cites import cite_sheet, cites_in_markdown
from .entries import Paper
from .handout import claims_of, handout
from .speech import speech_paper
from .telling import Passages
from .word.body import paragraphs_of
from .word.package import package
from .word.pages import HAT, POCKET
from .word.table import fits_a_page, handout_file


@dataclass(frozen=True, slots=True)
class Made:
    """A paper's bytes, and what its maker should know of what is not in it."""

    data: bytes
    notes: tuple[str, ...] = ()


def to_docx(
    map: ArgumentMap,
    paper: str = "file",
    *,
    highlight: str = "cyan",
    passages: Passages | None = None,
) -> Made:
    """A map as a Word file that Verbatim and CardMirror read: one of `PAPERS`; of what was chosen as a
    speech, that speech's paper.

    Deterministic. `highlight`: one of Word's colours. Raises ValueError for a paper that there is not.
    """
    if paper not in PAPERS:
        raise ValueError(f"there is no paper `{paper}`; there is {', '.join(PAPERS)}")
    if paper == "handout":
        side = _only_side(map)
        return Made(handout_file(handout(map, side, fits_a_page)), tuple(_other_handouts(map, side)))
    speech = map.part.speech if map.part else None
    told = speech_paper(map, speech, passages) if speech else PAPERS[paper](map, passages)
    if paper == "cites":
        told = cite_sheet(told)
    always = 0 if paper == "cites" else POCKET if speech else HAT
    body = "".join(paragraphs_of(told.entries, highlight, always=always))
    return Made(package(body, told.title), told.notes)


def to_cites(map: ArgumentMap, passages: Passages | None = None) -> Made:
    """A map's cite sheet in Markdown, for disclosure."""
    paper = file_paper(map, passages)
    return Made(cites_in_markdown(paper).encode("utf-8"), paper.notes)


def _only_side(map: ArgumentMap) -> Side | None:
    """The side that a part was chosen for, else the first that has a case."""
    sides = {statement.side for statement in map.statements}
    chosen = (side for side in map.sides if sides == {side})
    with_a_case = (side for side in map.sides if claims_of(map, side))
    return next(chain(chosen, with_a_case, map.sides), None)


def _other_handouts(map: ArgumentMap, side: Side | None) -> Iterator[str]:
    """Whose handout it is, where nobody chose that and another side has a case, too."""
    others = [other for other in map.sides if other is not side and claims_of(map, other)]
    if side and others:
        calls = listed([f"`--side {other.id}`" for other in others], "or")
        yield f"this is the handout of {side.id} ({side.name}); {calls} makes the other side's"


def _file(map: ArgumentMap, passages: Passages | None) -> Paper:
    return file_paper(map, passages)


def _case(map: ArgumentMap, passages: Passages | None) -> Paper:
    return file_paper(map, passages, answers=False)


def _blocks(map: ArgumentMap, passages: Passages | None) -> Paper:
    return file_paper(map, passages, case=False)


PAPERS: Mapping[str, Callable[[ArgumentMap, Passages | None], Paper]] = {
    "file": _file,
    "case": _case,
    "blocks": _blocks,
    "cites": _file,
    "handout": _file,
}
"""Which papers a Word file can be. (A handout is a table, made another way.)"""
