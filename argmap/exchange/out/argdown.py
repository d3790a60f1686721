"""A map as Argdown: claims are statements, all else is an argument; joint support is a reconstruction."""

import re
from collections.abc import Iterator

from ...english import counted
from ...model import ArgumentMap, Kind, Link, LinkKind, Statement
from .leaving import Written, left_out

CARRIED = ("section", "joint link", "link on a link", "support", "tag")
SIGNS = re.compile(r"([\[\]<>{}*_#@\\])|//|/\*|<!--")
INDENT = "    "
BARE_TAG = re.compile(r"[\w-]+")
UNNAMED = re.compile(r"[\[\]<>\n]")


def to_argdown(map: ArgumentMap) -> Written:
    """The Argdown text of a map. An answer to a link undercuts the argument that makes it; a warrant
    supports that argument. Takes any depth."""
    lines = list(_lines(map))
    warrants = sum(isinstance(link.target, Link) and link.kind is LinkKind.SUPPORTS for link in map.links)
    told = (f"{counted(warrants, 'warrant is', 'warrants are')} told as plain support",) if warrants else ()
    return Written("\n".join(lines) + "\n", (*left_out(map, "Argdown", CARRIED), *told))


def _lines(map: ArgumentMap) -> Iterator[str]:
    if map.topic:
        yield from ("===", f"title: {_quoted(map.topic.text)}", "===")
    joint = {source for link in map.links if link.joined for source in link.sources}
    shown: set[Statement] = set()
    section = None
    for root in (*map.tops, *map.statements):
        if root in shown:
            continue
        if root.section is not section and root.section:
            yield from ("", f"# {_plain(root.section.title)}")
        section = root.section or section
        yield ""
        yield from _tree(map, root, joint, shown)
    yield from _joints(map, joint)


def _tree(map: ArgumentMap, root: Statement, joint: set[Statement], shown: set[Statement]) -> Iterator[str]:
    """A statement and all that bears on it alone, each in full where it stands first."""
    waiting: list[tuple[Statement, Link | None, int]] = [(root, None, 0)]
    while waiting:
        statement, link, depth = waiting.pop()
        again = statement in shown
        shown.add(statement)
        sign = f"{_sign(link)} " if link else ""
        yield f"{INDENT * depth}{sign}{_named(statement, joint)}{'' if again else _said(statement)}"
        bearing = [*(map.links_onto(link) if link else ()), *(() if again else map.links_onto(statement))]
        under = [(source, each, depth + 1) for each in bearing if not each.joined for source in each.sources]
        waiting.extend(reversed(under))


def _joints(map: ArgumentMap, joint: set[Statement]) -> Iterator[str]:
    """Joint links: premises above a line, the conclusion below it; what bears on the link under it."""
    for number, link in enumerate((each for each in map.links if each.joined), 1):
        yield from ("", f"<Together {number}>", "")
        for place, source in enumerate(link.sources, 1):
            yield f"({place}) {_named(source, joint)}{_said(source)}"
        yield "----"
        yield f"({len(link.sources) + 1}) {_target(link.target, joint)}"
        over = map.links_onto(link)
        if over:
            yield from ("", f"<Together {number}>")
        for each in over:
            for source in each.sources:
                yield f"{INDENT}{_sign(each)} {_named(source, joint)}{_said(source)}"


def _target(target: "Statement | Link", joint: set[Statement]) -> str:
    while isinstance(target, Link):
        target = target.sources[0]
    return _named(target, joint)


def _sign(link: Link) -> str:
    if link.kind is LinkKind.SUPPORTS:
        return "+"
    return "_" if isinstance(link.target, Link) else "-"


def _named(statement: Statement, joint: set[Statement]) -> str:
    """`[Claim]` or `<argument>`: what has reasons together, and what is concluded from them, is a statement."""
    name = UNNAMED.sub(" ", statement.name)
    return f"[{name}]" if statement.kind is Kind.CLAIM or statement in joint else f"<{name}>"


def _said(statement: Statement) -> str:
    tags = "".join(f" #{tag}" if BARE_TAG.fullmatch(tag) else f" #({tag})" for tag in statement.tags)
    return f": {_plain(statement.text)}{tags}"


def _plain(words: str) -> str:
    """A text in which nothing is a sign of Argdown."""
    return " ".join(SIGNS.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), words).split())


def _quoted(words: str) -> str:
    escaped = " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
