"""Judgements as lines of text: how statements are named, and how lines are broken."""

import textwrap
from collections.abc import Iterable, Iterator

from ...model import Link, Node, Statement
from ..verdict import WEAKENED, Judgement, Verdict
from .naming import Namer, label, listing

SIGNS = {Verdict.STANDS: "[+]", Verdict.FALLS: "[x]", Verdict.OPEN: "[?]"}
"""A verdict as a shape, beside its word."""

WEAKENED_SIGN = "[~]"
"""The shape of what stands weakened."""

IS = {Verdict.STANDS: "stands", Verdict.FALLS: "falls", Verdict.OPEN: "is open"}
"""What a statement does, by its verdict."""


def sign(judgement: Judgement, node: Node) -> str:
    """The shape of a verdict."""
    return WEAKENED_SIGN if judgement.weakening(node) else SIGNS[judgement.verdict(node)]


def standing(judgement: Judgement, node: Node) -> str:
    """`stands`, `stands weakened`, `falls`, `is open`."""
    return WEAKENED if judgement.weakening(node) else IS[judgement.verdict(node)]


def named(statement: Statement) -> str:
    """Its label and its id, where it has one: "C1 nato"."""
    return f"{statement.label} {statement.id}" if statement.id else statement.label


def node_name(node: Node, name: Namer = label) -> str:
    """A statement's name, or for a link what it joins, by labels: "R2 -> C1"."""
    if isinstance(node, Statement):
        return name(node)
    onto = node.target
    end = onto.label if isinstance(onto, Statement) else f"the link from {_sources(onto)}"
    return f"{_sources(node)} -> {end}"


def names(statements: Iterable[Statement], most: int = 12) -> str:
    """Some labels in one phrase, the last of many as a number."""
    return listing([label(statement) for statement in statements], most)


def paragraph(words: str, width: int, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """Words broken at blanks to a width; lines after the first go in by `hanging` more."""
    yield from textwrap.wrap(
        words, max(width, indent + 24), initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging), break_on_hyphens=False,
    ) or [""]  # fmt: skip


def _sources(link: Link) -> str:
    return " + ".join(label(source) for source in link.sources)
