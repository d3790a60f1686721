"""One step of a reason, in words."""

from ...model import Link, Node, Statement
from ...values import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """The words of a step, and the statement, named last in them, that the next step is about. `but`: what
    weakens the statement all the same, to be said at the end.

    `named` are the statements that the words are about: those named, in their order, and up to
    `MOST_LISTED` of the rebuttals that are only counted.
    """

    words: str
    follow: Statement | None = None
    named: tuple[Statement, ...] = ()
    but: str = ""


def link_of(node: Node) -> Link:
    """A node that is a link."""
    assert isinstance(node, Link)
    return node
