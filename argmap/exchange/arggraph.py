"""The XML of argumentative microtexts: segments, and edges that may point at edges."""

from xml.etree.ElementTree import Element

from .losses import Report
from .net import Bond, Net, Point
from .reading import words, xml_of
from .unreadable import UnreadableError


def looks(start: bytes) -> bool:
    """Whether a file begins like an arggraph."""
    return b"<arggraph" in start


def read(data: bytes) -> tuple[Net, Report]:
    """An arggraph as a net: `add` joins a support, `und` answers a link."""
    report = Report()
    root = xml_of(data)
    if root.tag != "arggraph":
        raise UnreadableError("it has no arggraph in it")
    edges = list(root.iter("edge"))
    texts = _texts(root, edges, report)
    points = {each.get("id", ""): Point(" ".join(texts.get(each.get("id", ""), ()))) for each in root.iter("adu")}
    net = Net(words(root.get("topic_id") or "", report).replace("_", " "), points=list(points.values()))
    report.read["statement"] += len(points)
    bonds: dict[str, Bond] = {}
    waiting = [edge for edge in edges if edge.get("type") != "seg"]
    while waiting:  # an edge may come before the one that it points at
        rest = [edge for edge in waiting if not _take(edge, points, bonds, report)]
        if len(rest) == len(waiting):
            report.left_out["link with an end that is not there"] += len(rest)
            break
        waiting = rest
    net.bonds = list(dict.fromkeys(bonds.values()))  # what is added to a link is that link
    report.read["link"] += len(net.bonds)
    return net, report


def _texts(root: Element, edges: list[Element], report: Report) -> dict[str, list[str]]:
    """The words of each unit, by the edges from the text's segments, through joints."""
    said = {each.get("id", ""): words("".join(each.itertext()), report) for each in root.iter("edu")}
    leads = [(e.get("src", ""), e.get("trg", "")) for e in edges if e.get("type") == "seg"]
    joints: dict[str, list[str]] = {}
    for source, target in leads:
        if source in said:
            joints.setdefault(target, []).append(said[source])
    found: dict[str, list[str]] = {target: list(parts) for target, parts in joints.items()}
    for source, target in leads:
        if source not in said and source in joints:
            found.setdefault(target, []).extend(joints[source])
    return found


def _take(edge: Element, points: dict[str, Point], bonds: dict[str, Bond], report: Report) -> bool:
    """Take an edge whose ends are known; whether they are."""
    kind, id = edge.get("type"), edge.get("id", "")
    source = points.get(edge.get("src", ""))
    onto: Point | Bond | None = points.get(edge.get("trg", "")) or bonds.get(edge.get("trg", ""))
    if source is None or onto is None:
        return False
    if kind == "add" and isinstance(onto, Bond):
        onto.sources = (*onto.sources, source)
        bonds[id] = onto
    else:
        if kind == "exa":
            report.changed["link that gives an example (now support)"] += 1
        bonds[id] = Bond(kind in ("sup", "exa", "add"), (source,), onto)
    return True
