"""A part of a map as a map of its own."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from ..english import listed, plural
from ..model import ArgumentMap, Kind, Link, Part, Statement
from ..pipeline import Loaded
from .branches import bearing
from .naming import one_of, one_section, one_side, one_speech, one_statement, one_tag


def select(  # noqa: PLR0913 - one parameter for each way to choose
    map: ArgumentMap | Loaded,
    *,
    focus: str | None = None,
    depth: int | None = None,
    side: str | None = None,
    section: str | None = None,
    tag: str | None = None,
    kinds: Collection[Kind | str] = (),
    speech: str | None = None,
    without: Collection[Kind | str] = (),
) -> ArgumentMap:
    """The statements that answer to everything asked for, and the links whose ends are all among them.

    `focus`: the id or label of a statement, kept with all that bears on it, in at most `depth` steps
    (without a focus, steps from what the map is about). `side`: a side's id. `section`: a section's
    title. `speech`: what is made or extended in it. `kinds`: only these; `without`: not these. Labels stay
    as they are in the whole map, and the part says of which whole it is. Raises ValueError for a name that
    the map does not have.
    """
    map = map.map if isinstance(map, Loaded) else map
    kept = set(map.statements)
    if focus is not None:
        kept &= branch(map, [one_statement(map, focus)], depth)
    elif depth is not None:
        kept &= branch(map, map.tops, depth)
    if side is not None:
        wanted_side = one_side(map, side)
        kept = _only(kept, lambda s: s.side is wanted_side)
    if section is not None:
        title = one_section(map, section).title
        kept = _only(kept, lambda s: s.section is not None and s.section.title == title)
    if tag is not None:
        wanted_tag = one_tag(map, tag)
        kept = _only(kept, lambda s: wanted_tag in s.tags)
    if speech is not None:
        speech = one_speech(map, speech)
        kept = _only(kept, lambda s: speech in (s.speech, *s.extended))
    wanted, unwanted = _kinds(kinds), _kinds(without)
    kept = _only(kept, lambda s: (not wanted or s.kind in wanted) and s.kind not in unwanted)
    chosen = _chosen(focus, depth, side, section, tag, speech, wanted, unwanted)
    return part(map, kept, "; ".join(chosen), speech=speech)


def part(  # noqa: PLR0913, PLR0917 - as `model.Part` has them
    map: ArgumentMap,
    kept: Collection[Statement],
    chosen: str,
    page: int | None = None,
    pages: Mapping[Statement, int] | None = None,
    speech: str | None = None,
) -> ArgumentMap:
    """A map of some of a map's statements, chosen as `chosen` says; the rest as in `model.Part`.

    A link that would lose one of its ends is left out whole.
    """
    links: dict[Link, None] = {}
    for link in map.links:  # a link comes after the link it points at
        stays = link.target in links if isinstance(link.target, Link) else link.target in kept
        if stays and all(source in kept for source in link.sources):
            links[link] = None
    statements = tuple(statement for statement in map.statements if statement in kept)
    cited = {cite.source for statement in statements for cite in statement.cites}
    sections = {statement.section for statement in statements}
    return replace(
        map,
        statements=statements,
        links=tuple(links),
        sources=tuple(source for source in map.sources if source in cited),
        sections=tuple(section for section in map.sections if section in sections),
        concessions=tuple(each for each in map.concessions if each.statement in kept),
        extensions=tuple(each for each in map.extensions if each.statement in kept),
        part=Part(map.part.whole if map.part else map, chosen, page, pages, speech),
    )


def branch(map: ArgumentMap, roots: Iterable[Statement], depth: int | None = None) -> set[Statement]:
    """Statements and what bears on them, in at most so many steps (None: in any number)."""
    edge = list(roots)
    found = set(edge)
    steps = 0
    while edge and (depth is None or steps < depth):
        edge = [source for statement in edge for _, source in bearing(map, statement)]
        edge = [source for source in dict.fromkeys(edge) if source not in found]
        found.update(edge)
        steps += 1
    return found


def _only(kept: Iterable[Statement], wanted: Callable[[Statement], bool]) -> set[Statement]:
    return {statement for statement in kept if wanted(statement)}


def _kinds(names: Collection[Kind | str]) -> list[Kind]:
    return [one_of("kind of statement", str(name), Kind) for name in names]


def _chosen(  # noqa: PLR0913, PLR0917 - as `select`
    focus: str | None,
    depth: int | None,
    side: str | None,
    section: str | None,
    tag: str | None,
    speech: str | None,
    wanted: Collection[Kind],
    unwanted: Collection[Kind],
) -> Iterator[str]:
    """How a part was chosen, in a coach's words."""
    steps = "" if depth is None else f", {depth} {plural(depth, 'step')} deep"
    if focus is not None:
        yield f"{focus} and what bears on it{steps}"
    elif steps:
        yield f"the top claims and what bears on them{steps}"
    if side is not None:
        yield f"side {side}"
    if section is not None:
        yield f"section “{section}”"
    if tag is not None:
        yield f"tagged {tag}"
    if speech is not None:
        yield f"speech {speech}"
    if wanted:
        yield "only " + listed(kind.value for kind in wanted)
    if unwanted:
        yield "without " + listed(kind.value for kind in unwanted)
