"""How an answer is announced: its number in its block, and what kind of answer it is."""

import re
from typing import NamedTuple

from ..model import Kind, Link, Mark, Statement
from ..regex import regex

SAID = {
    Mark.NO_LINK: "No link",
    Mark.TURN: "Turn",
    Mark.NON_UNIQUE: "Non-unique",
    Mark.ALT_CAUSE: "Alt cause",
    Mark.MITIGATE: "Mitigates",
    Mark.OUTWEIGH: "Outweighs",
    Mark.INDICT: "Indict",
}


class Prefix(NamedTuple):
    """What stands before an answer's words: `2. ` and `Turn: `."""

    number: str = ""
    kind: str = ""


PLAIN = Prefix()
NUMBERED = regex(r"\W*(?:\d{1,2}|[A-Za-z])(?:---|[.)\]:])")


def answer_words(statement: Statement, link: Link | None = None) -> str:
    """`Turn`, `No link` and so on; empty for a plain denial, and for what is no answer."""
    if statement.kind is Kind.REBUTTAL and statement.mark in SAID:
        return SAID[statement.mark]
    return SAID[Mark.NO_LINK] if link is not None and isinstance(link.target, Link) else ""


def hit_by(link: Link) -> Statement:
    """The statement that a link answers, itself or in what it says of another."""
    return link.target.sources[0] if isinstance(link.target, Link) else link.target


def announced(statement: Statement, link: Link | None = None) -> str:
    """`Turn: ` before an answer's words, unless they begin so."""
    what = answer_words(statement, link)
    begins = re.match(what.rstrip("s").replace(" ", ".?"), statement.text, re.I) if what else None
    return f"{what}: " if what and not begins else ""


def numbered(number: int, statement: Statement, link: Link | None = None) -> Prefix:
    """How the second answer of a block is announced: `2. Turn: `; not at all where its author gave it a number."""
    return PLAIN if NUMBERED.match(statement.text) else Prefix(f"{number}. ", announced(statement, link))
