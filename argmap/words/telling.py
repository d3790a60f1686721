"""Links told in words: what bears on what, as a coach would say it.

A sentence is a row of pieces: words, and the statements that they speak of, which each output
shows in its own way (a label, a link).
"""

from collections.abc import Iterable, Iterator

from ..model import ArgumentMap, Link, LinkKind, Mark, Statement

Piece = str | Statement


def kind_words(statement: Statement) -> str:
    """What a statement is: `rebuttal`, `rebuttal, turn`, `warrant, analytic`."""
    words = [statement.kind.value]
    if statement.mark and statement.mark is not Mark.DENY:
        words.append(statement.mark.replace("-", " "))
    if statement.analytic:
        words.append("analytic")
    return ", ".join(words)


def does(statement: Statement, link: Link) -> tuple[Piece, ...]:
    """What a statement does by a link that it is a source of: `supports C1, together with E2`."""
    others = [source for source in link.sources if source is not statement]
    together = (", together with ", *_listed(others)) if others else ()
    return (*_verb(link, several=False), *together)


def done(link: Link, it: Statement) -> tuple[Piece, ...]:
    """What a link does, seen from a statement at one of its ends: `R2 rebuts it`, `R3 denies that it
    bears on C1`."""
    return tuple("it" if piece is it else piece for piece in told(link))


def told(link: Link) -> tuple[Piece, ...]:
    """A link as a sentence: `R2 rebuts C1`, `E1 and E2 together support C1`, `W1 says why E1 bears on C1`."""
    return (*_subject(link), " ", *_verb(link, several=link.joined))


def plain(pieces: Iterable[Piece]) -> str:
    """Such words as a text, each statement by its label."""
    return "".join(piece if isinstance(piece, str) else piece.label for piece in pieces)


def links_about(map: ArgumentMap, statement: Statement) -> Iterator[Link]:
    """The links onto a statement, and those onto the links at whose ends it stands."""
    seen: set[Link] = set()
    own = (*map.links_onto(statement), *map.links_from(statement))
    for link in (*map.links_onto(statement), *(onto for each in own for onto in map.links_onto(each))):
        if link not in seen and statement not in link.sources:
            seen.add(link)
            yield link


def _verb(link: Link, *, several: bool) -> tuple[Piece, ...]:
    s = "" if several else "s"
    if isinstance(link.target, Statement):
        return (f"{'support' if link.kind is LinkKind.SUPPORTS else 'rebut'}{s} ", link.target)
    if link.kind is LinkKind.SUPPORTS:
        return (f"say{s} why ", *_clause(link.target))
    return ("deny that " if several else "denies that ", *_clause(link.target))


def _clause(link: Link) -> tuple[Piece, ...]:
    """A link as what another speaks of: `E1 bears on C1`."""
    bears = " together bear on " if link.joined else " bears on "
    onto = link.target
    if isinstance(onto, Statement):
        return (*_listed(link.sources), bears, onto)
    if isinstance(onto.target, Statement):
        return (*_listed(link.sources), bears, "the link from ", *_listed(onto.sources), " to ", onto.target)
    return (*_listed(link.sources), bears, "a link that bears on another")


def _subject(link: Link) -> tuple[Piece, ...]:
    return (*_listed(link.sources), " together") if link.joined else link.sources


def _listed(statements: Iterable[Statement]) -> Iterator[Piece]:
    """`E1`, `E1 and E2`, `E1, E2 and E3`."""
    rest = list(statements)
    for number, statement in enumerate(rest):
        if number:
            yield " and " if number == len(rest) - 1 else ", "
        yield statement
