"""brat's standoff files of persuasive essays: major claims, claims with a stance, premises."""

import re

from .losses import Report
from .net import Bond, Net, Point
from .reading import text_of, words
from .unreadable import UnreadableError

SPAN = re.compile(r"^(T\S+)\t(\S+) [\d ;]+\t(.*)$")
RELATION = re.compile(r"^R\S*\t(\S+) Arg1:(\S+) Arg2:(\S+)\s*$")
STANCE = re.compile(r"^A\S+\tStance (\S+) (\S+)\s*$")


def looks(start: bytes) -> bool:
    """Whether a file begins like brat's."""
    return re.match(rb"(?:\xef\xbb\xbf)?T\d+\t\S+ \d+ \d+", start) is not None


def read(data: bytes) -> tuple[Net, Report]:
    """An essay as a net: the first major claim is what all claims for it support."""
    report = Report()
    points: dict[str, Point] = {}
    major: list[Point] = []
    bonds: list[Bond] = []
    for line in text_of(data).split("\n"):
        if found := SPAN.match(line):
            points[found[1]] = Point(words(found[3], report))
            if found[2] == "MajorClaim":
                major.append(points[found[1]])
        elif found := RELATION.match(line):
            source, target = points.get(found[2]), points.get(found[3])
            if source and target:
                bonds.append(Bond(found[1] == "supports", (source,), target))
            else:
                report.left_out["link with an end that is not there"] += 1
        elif found := STANCE.match(line):
            if major and found[1] in points:
                bonds.append(Bond(found[2] == "For", (points[found[1]],), major[0]))
        elif line.strip() and not line.startswith("#"):
            report.left_out["line of another kind"] += 1
    if not points:
        raise UnreadableError("it marks no words, so it is not a file of brat")
    report.changed["major claim said in other words (each kept as a claim)"] += max(len(major) - 1, 0)
    report.read["statement"] += len(points)
    report.read["link"] += len(bonds)
    ordered = [*major, *(point for point in points.values() if point not in major)]
    return Net(points=ordered, bonds=bonds), report
