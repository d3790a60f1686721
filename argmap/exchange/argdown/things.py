"""Statements and arguments by their titles, and what they say of each other."""

from dataclasses import dataclass, field

from ..losses import Report
from ..net import Bond, Net, Point

SUPPORTS = ("+", "<+", "+>")
UNDERCUTS = ("_", "<_", "_>")


@dataclass(slots=True, eq=False)
class Argument:
    """An argument: its point, and once its premises are written the bond that they make."""

    point: Point
    premises: list[Point] = field(default_factory=list)
    conclusion: Point | None = None
    bond: Bond | None = None


Thing = Point | Argument


class Things:
    """Statements and arguments by their titles."""

    def __init__(self, report: Report) -> None:
        self.net = Net()
        self.report = report
        self.statements: dict[str, Point] = {}
        self.arguments: dict[str, Argument] = {}
        self.gone: set[Point] = set()
        self.group = ""
        self._first: dict[Point, Bond] = {}
        self.pending: list[tuple[str, Thing, Thing, int | None]] = []

    def statement(self, title: str, text: str = "", tags: tuple[str, ...] = ()) -> Point:
        """The statement with a title; without one a new statement."""
        if not title or title not in self.statements:
            point = Point(text or title, tags=tags, group=self.group)
            self.net.points.append(point)
            if not title:
                return point
            self.statements[title] = point
            return point
        point = self.statements[title]
        self._say(point, title, text)
        point.tags = tuple(dict.fromkeys((*point.tags, *tags)))
        return point

    def argument(self, title: str, text: str = "", tags: tuple[str, ...] = ()) -> Argument:
        """The argument with a title."""
        if title not in self.arguments:
            point = Point(text or title, tags=tags, group=self.group)
            self.net.points.append(point)
            self.arguments[title] = Argument(point)
        else:
            point = self.arguments[title].point
            self._say(point, title, text)
            point.tags = tuple(dict.fromkeys((*point.tags, *tags)))
        return self.arguments[title]

    def _say(self, point: Point, title: str, text: str) -> None:
        if text and point.text == title:
            point.text = text
        elif text and text != point.text:
            self.report.left_out["other wording of a statement"] += 1

    def relate(self, sign: str, source: Thing, target: Thing, under: int | None = None) -> int:
        """Say that one bears on the other, by the sign of a relation; the number of that relation. `under`
        is the one at the end of which this one stands: an undercut concerns that."""
        self.pending.append((sign, source, target, under))
        return len(self.pending) - 1

    def finish(self) -> tuple[Net, Report]:
        """Bonds of all relations, once every argument's premises are known."""
        for title, argument in self.arguments.items():
            self._close(title, argument)
        self.net.points = [point for point in self.net.points if point not in self.gone]
        for written in self.net.bonds:
            self._leads(written)
        bound: dict[int, Bond] = {}
        for number, (sign, source, target, under) in enumerate(self.pending):
            bond = self._bind(sign, source, target, bound.get(under) if under is not None else None)
            if bond:
                bound[number] = bond
        titled = [t for t, p in self.statements.items() if p.text != t]
        titled += [t for t, a in self.arguments.items() if a.point.text != t]
        self.report.left_out["title beside a text"] += len(titled)
        self.report.read["statement"] += len(self.net.points)
        self.report.read["link"] += len(self.net.bonds)
        return self.net, self.report

    def _close(self, title: str, argument: Argument) -> None:
        """An argument whose premises are written is the bond of these; its gist becomes a note, its
        tags are the conclusion's."""
        if argument.conclusion is None or not argument.premises:
            return
        argument.bond = Bond(True, tuple(argument.premises), argument.conclusion)
        self.net.bonds.append(argument.bond)
        if argument.point not in self.gone:
            self.gone.add(argument.point)
            self.report.changed["tag of an argument (now its conclusion's)"] += len(argument.point.tags)
            argument.conclusion.tags = tuple(dict.fromkeys((*argument.conclusion.tags, *argument.point.tags)))
            if argument.point.text == title:
                return
            argument.conclusion.note = argument.conclusion.note or argument.point.text
            self.report.changed["gist of an argument (now a note)"] += 1

    def _bind(self, sign: str, source: Thing, target: Thing, here: Bond | None) -> Bond | None:
        start = source.conclusion if isinstance(source, Argument) and source.bond else None
        first = start or (source.point if isinstance(source, Argument) else source)
        last = (target.bond or target.point) if isinstance(target, Argument) else target
        if sign in UNDERCUTS and isinstance(last, Point):
            last = here or self._first.get(last) or last
        if first is last:
            return None
        made = self._leads(Bond(sign in SUPPORTS, (first,), last))
        self.net.bonds.append(made)
        if sign == "><" and isinstance(last, Point):
            self.net.bonds.append(self._leads(Bond(False, (last,), first)))
        return made

    def _leads(self, bond: Bond) -> Bond:
        """Keep a bond as the first that its points lead to, where it is."""
        for point in bond.sources:
            self._first.setdefault(point, bond)
        return bond
