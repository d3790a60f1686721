"""Files in which links are nodes of their own, as in AIF, Arguebuf and SADFace."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .losses import Report
from .net import Bond, Net, Point

SUPPORT, ATTACK, OTHER = "support", "attack", "other"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A link that is a node: what it does, and the name of its scheme."""

    does: str
    name: str = ""


Node = Point | Scheme


def net_of(nodes: Mapping[str, Node], edges: Sequence[tuple[str, str]], report: Report, topic: str = "") -> Net:
    """The net of points and schemes with plain edges between them."""
    net = Net(topic, points=[node for node in nodes.values() if isinstance(node, Point)])
    report.read["statement"] += len(net.points)
    into: dict[str, list[str]] = {}
    out: dict[str, list[str]] = {}
    for source, target in edges:
        if source not in nodes or target not in nodes:
            report.left_out["link with an end that is not there"] += 1
            continue
        first, last = nodes[source], nodes[target]
        if isinstance(first, Point) and isinstance(last, Point):
            net.bonds.append(Bond(True, (first,), last))
            report.changed["plain link between statements (taken for support)"] += 1
            continue
        into.setdefault(target, []).append(source)
        out.setdefault(source, []).append(target)
    bonds: dict[str, list[Bond]] = {}
    for name in _in_order(nodes, out):
        bonds[name] = list(_bonds(name, nodes, into, out, bonds, report))
        net.bonds += bonds[name]
    report.read["link"] += len(net.bonds)
    names = Counter(node.name for node in nodes.values() if isinstance(node, Scheme) and node.name)
    report.left_out["name of a scheme"] += sum(names.values())
    return net


def _in_order(nodes: Mapping[str, Node], out: Mapping[str, Sequence[str]]) -> list[str]:
    """The schemes, each after those that it points at; of a circle in any order."""
    found: dict[str, None] = {}
    for root in nodes:
        waiting = [root]
        seen = {root}
        path: list[str] = []
        while waiting:
            at = waiting.pop()
            if not isinstance(nodes[at], Scheme) or at in found:
                continue
            path.append(at)
            for target in out.get(at, ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        found.update(dict.fromkeys(reversed(path)))
    return list(found)


def _bonds(  # noqa: PLR0913, PLR0917 - the parts of one graph
    name: str,
    nodes: Mapping[str, Node],
    into: Mapping[str, Sequence[str]],
    out: Mapping[str, Sequence[str]],
    known: Mapping[str, Sequence[Bond]],
    report: Report,
) -> list[Bond]:
    scheme = nodes[name]
    assert isinstance(scheme, Scheme)
    sources = tuple(node for each in into.get(name, ()) if isinstance(node := nodes[each], Point))
    targets: list[Point | Bond] = []
    for each in out.get(name, ()):
        node = nodes[each]
        targets += [node] if isinstance(node, Point) else known.get(each, ())
    if scheme.does == OTHER:
        report.left_out["link of another kind (such as a rephrase)"] += 1
        return []
    if not sources or not targets:
        what = "nothing that it rests on" if not sources else "nothing that it bears on"
        report.left_out[f"link with {what}"] += 1
        return []
    return [Bond(scheme.does == SUPPORT, sources, target) for target in targets]
