"""Two statements that say the same.

A reader looks for the difference and finds none, and an answer to one of them misses the other.
Say it once and refer to it. The same words from two different sources are no fault, nor are those
of two sides.

Bad:

    claim dam analytic: The dam is old.
        claim cracks analytic: Its wall has cracks that widen.

    claim flood analytic: The valley is at risk.
        claim analytic: Its wall has cracks that widen.

Good:

    claim dam analytic: The dam is old.
        claim cracks analytic: Its wall has cracks that widen.

    claim flood analytic: The valley is at risk.
        claim cracks

Fix: remove one, and in its place name the other: a line with its kind and its id alone.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...diagnostic import Label, Severity
from ...english import listed
from ...model import ArgumentMap, Link, Side, Source, Statement
from ...regex import regex
from ..rule import Finding, Group, Rule
from ..subject import Subject

FEWEST_LETTERS = 16
"""Short answers such as "No warrant." are said again and again, and rightly so."""
LETTERS = regex(r"\w+")
NO_LETTERS = bytes(code for code in range(128) if not LETTERS.match(chr(code)))


def check(subject: Subject) -> Iterator[Finding]:
    """Statements of one side whose words, capitals and punctuation apart, were said before."""
    said: dict[tuple[str, Side | None, frozenset[Source]], Statement] = {}
    for statement in _alike(subject.map.statements):
        words = " ".join(LETTERS.findall(statement.text)).casefold()
        if len(words) < FEWEST_LETTERS:
            continue
        key = words, statement.side, frozenset(cite.source for cite in statement.cites)
        first = said.setdefault(key, statement)
        if first is not statement:
            yield Finding(
                statement.prose.whole,
                f"`{statement.name}` says the same as `{first.name}`",
                _instead(subject.map, first, statement),
                (Label(first.prose.whole, "said here first"),),
            )


def _alike(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements whose letters, taken without what stands between words, are those of another."""
    letters = [hash(_letters(statement.text)) for statement in statements]
    often = {one for one, next in pairwise(sorted(letters)) if one == next}
    if often:
        yield from (statement for statement, said in zip(statements, letters, strict=True) if said in often)


def _letters(text: str) -> bytes:
    """As good as what `check` compares, and cheaper: most texts have no fellow."""
    if text.isascii():
        return text.encode().lower().translate(None, NO_LETTERS)
    return "".join(LETTERS.findall(text)).casefold().encode("utf-8", "surrogatepass")


def _instead(map: ArgumentMap, first: Statement, second: Statement) -> str:
    """What to write in place of the second, so that the first bears on all that it bears on."""
    links = map.links_from(second)
    if not links:
        return f"leave it out: nothing rests on its being said twice{_and_moved(map, first, second)}"
    given = "" if first.id else f"give {first.label} an id, and "
    name = first.id or first.label
    alike = first.kind is second.kind and first.mark is second.mark
    if alike and len(links) == 1 and not links[0].joined:
        return f"{given}write `{first.kind} {first.id or 'ID'}` in its place{_and_moved(map, first, second)}"
    lines = list(dict.fromkeys(line for link in links if (line := _line(link, second, name))))
    named = {end for link in links for end in (first, *link.sources, link.target) if isinstance(end, Statement)}
    nameless = sorted(one.label for one in named - {second} if not one.id)
    given = f"give {listed(nameless)} {'an id' if len(nameless) == 1 else 'ids'}, " if nameless else ""
    if not lines:
        return f"{given}let `{name}` bear on what it bears on, and leave it out"
    joined = listed(f"`{line}`" for line in lines)
    return f"{given}leave this out, and write {joined} at the margin{_and_moved(map, first, second)}"


def _and_moved(map: ArgumentMap, first: Statement, second: Statement) -> str:
    return f"; what bears on it goes under `{first.name}`" if map.links_onto(second) else ""


def _line(link: Link, second: Statement, name: str) -> str | None:
    """A link as a line of the language, with the first statement in place of the second."""
    sources = " + ".join(name if source is second else source.name for source in link.sources)
    verb = link.kind.value if not link.joined else link.kind.value.removesuffix("s")
    if isinstance(link.target, Statement):
        return f"{sources} {verb} {link.target.name}"
    inner = link.target
    if not isinstance(inner.target, Statement):
        return None
    ends = " + ".join(source.name for source in inner.sources)
    return f"{sources} {verb} {ends} -> {inner.target.name}"


RULE = Rule("duplicate-text", Group.STRUCTURE, Severity.WARNING, check, __doc__)
