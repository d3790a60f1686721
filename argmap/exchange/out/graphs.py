"""A map as a plain graph: GraphML with all that it says, TGF with its words, APX with its attacks."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from ...model import ArgumentMap, Link, LinkKind, Statement
from .leaving import Written, left_out

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
KEYS = ("label", "kind", "side", "speech", "mark", "section", "source", "weight")
CARRIED_BY_GRAPHML = (
    "side", "section", "speech", "citation", "weight", "kind of answer", "joint link", "link on a link", "support",
)  # fmt: skip
CARRIED_BY_TGF = ("support",)


def to_graphml(map: ArgumentMap) -> Written:
    """A map as GraphML (graphml.graphdrawing.org): statements and links are nodes, as a link may point at
    a link; edges lead from what bears to what it bears on."""
    head = "".join(f'<key id="{key}" for="node" attr.name="{key}" attr.type="string"/>' for key in KEYS)
    body = "".join(f"{line}\n" for line in _graph(map))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        f'{head}\n<graph id="map" edgedefault="directed">\n{body}</graph>\n</graphml>\n'
    )
    return Written(text, left_out(map, "GraphML as argmap writes it", CARRIED_BY_GRAPHML))


def _graph(map: ArgumentMap) -> Iterator[str]:
    for statement in map.statements:
        said = {
            "label": statement.text,
            "kind": statement.kind.value,
            "side": statement.side.id if statement.side else "",
            "speech": statement.speech or "",
            "mark": statement.mark.value if statement.mark else "",
            "section": statement.section.title if statement.section else "",
            "source": "; ".join(f"{c.source.id} {c.locator}" if c.locator else c.source.id for c in statement.cites),
            "weight": "" if statement.weight is None else f"{statement.weight:g}",
        }
        yield _node(statement.name, said)
    names = {link: f"link {number}" for number, link in enumerate(map.links, 1)}
    for link, name in names.items():
        yield _node(name, {"kind": link.kind.value})
        for source in link.sources:
            yield f"<edge source={_attribute(source.name)} target={_attribute(name)}/>"
        target = names[link.target] if isinstance(link.target, Link) else link.target.name
        yield f"<edge source={_attribute(name)} target={_attribute(target)}/>"


def _node(name: str, said: dict[str, str]) -> str:
    data = "".join(f'<data key="{key}">{escape(UNFIT.sub("", value))}</data>' for key, value in said.items() if value)
    return f"<node id={_attribute(name)}>{data}</node>"


def _attribute(words: str) -> str:
    return quoteattr(UNFIT.sub("", words))


def to_tgf(map: ArgumentMap) -> Written:
    """A map in the Trivial Graph Format: a line for each statement, `#`, a line for each pair."""
    lines = [f"{statement.label} {' '.join(statement.text.split())}" for statement in map.statements]
    lines.append("#")
    for link in map.links:
        end = _end(link)
        lines += [f"{source.label} {end.label} {link.kind.value}" for source in link.sources]
    return Written("\n".join(lines) + "\n", left_out(map, "TGF", CARRIED_BY_TGF))


def to_apx(map: ArgumentMap) -> Written:
    """A map's attacks as ICCMA's APX: who rebuts whom; an answer to a link attacks what stands at its start."""
    attacks: dict[tuple[str, str], None] = {}
    for link in map.links:
        if link.kind is LinkKind.REBUTS:
            onto = link.target.sources if isinstance(link.target, Link) else (link.target,)
            for source in link.sources:
                attacks.update(((source.label.lower(), target.label.lower()), None) for target in onto)
    lines = [f"arg({statement.label.lower()})." for statement in map.statements]
    lines += [f"att({source},{target})." for source, target in attacks]
    return Written("\n".join(lines) + "\n", left_out(map, "APX"))


def _end(link: Link) -> Statement:
    target = link.target
    while isinstance(target, Link):
        target = target.sources[0]
    return target
