"""Carneades' YAML: statements, arguments, issues."""

from collections.abc import Mapping
from typing import Any

from ..installing import how_to_get
from .losses import Report
from .net import Bond, Net, Point
from .reading import mapping, text_of, words
from .unreadable import UnreadableError

NO_READER = f"Carneades' files need PyYAML: `{how_to_get('PyYAML')}`"
TEXTS = ("text", "label", "statement", "atom")


def looks(start: bytes) -> bool:
    """Whether a file begins like Carneades'."""
    text = b"\n" + start
    return (b"\nstatements:" in text or b"\narguments:" in text) and start.lstrip()[:1] != b"{"


def read(data: bytes) -> tuple[Net, Report]:
    """A Carneades file as a net: an argument's premises together support its conclusion, its undercutter
    answers that link, positions of an issue answer each other."""
    report = Report()
    whole = mapping(_yaml(text_of(data)))
    statements = _named(whole.get("statements"))
    arguments = _named(whole.get("arguments"))
    if not statements and not arguments:
        raise UnreadableError("it has neither statements nor arguments, so it is not a file of Carneades")
    net = Net(words(mapping(whole.get("meta")).get("title"), report))
    points: dict[str, Point] = {}
    for id, each in statements.items():
        points[id] = Point(_text(id, each, report))
        net.points.append(points[id])

    def point(id: Any) -> Point:
        if str(id) not in points:
            report.changed["statement used but not declared"] += 1
            points[str(id)] = Point(str(id).replace("_", " "))
            net.points.append(points[str(id)])
        return points[str(id)]

    for each in arguments.values():
        _argument(mapping(each), point, net, report)
    for each in _named(whole.get("issues")).values():
        positions = [point(id) for id in _list(mapping(each).get("positions"))]
        for one in positions:
            net.bonds += [Bond(False, (other,), one) for other in positions if other is not one]
        report.left_out["proof standard"] += bool(mapping(each).get("standard"))
    report.left_out["assumption"] += len(_list(whole.get("assumptions")))
    report.left_out["test"] += bool(whole.get("tests"))
    report.read["statement"] += len(net.points)
    report.read["argument"] += len(arguments)
    return net, report


def _argument(each: Mapping[str, Any], point: Any, net: Net, report: Report) -> None:
    found = each.get("premises")
    premises = [point(id) for id in _list(found)]
    report.left_out["role of a premise"] += len(found) if isinstance(found, dict) else 0
    report.left_out["weight of an argument"] += each.get("weight") is not None
    report.left_out["name of a scheme"] += bool(each.get("scheme"))
    conclusion = each.get("conclusion")
    if conclusion is None or not premises:
        report.left_out["argument without a premise or a conclusion"] += 1
        return
    supports = str(each.get("direction", "pro")) != "con"
    bond = Bond(supports, tuple(premises), point(conclusion))
    net.bonds.append(bond)
    if each.get("undercutter") is not None:
        target: Point | Bond = bond
        if not supports and len(premises) > 1:
            target = bond.target
        net.bonds.append(Bond(False, (point(each["undercutter"]),), target))


def _text(id: str, each: Any, report: Report) -> str:
    if isinstance(each, dict):
        each = next((each[name] for name in TEXTS if each.get(name)), None)
    return words(each, report) or id.replace("_", " ")


def _named(value: Any) -> dict[str, Any]:
    """Things by their names; of a plain list each is its own name."""
    if isinstance(value, list):
        return {str(mapping(each).get("id", each)): each for each in value}
    return {str(name): each for name, each in mapping(value).items()}


def _list(value: Any) -> list[Any]:
    found = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [each for each in found if isinstance(each, (str, int, float))]


def _yaml(text: str) -> Any:
    try:
        import yaml
    except ModuleNotFoundError:
        raise UnreadableError(NO_READER) from None
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise UnreadableError("it repeats parts by YAML's `*`, which is not read")
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as fault:
        line = getattr(getattr(fault, "problem_mark", None), "line", None)
        where = f" in line {line + 1}" if line is not None else ""
        raise UnreadableError(f"it is not valid YAML{where}") from None
