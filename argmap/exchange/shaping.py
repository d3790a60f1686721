"""Points and bonds as a draft: nested by their tree, further bonds as relations.

What our language has no word for is counted, never dropped in silence.
"""

from collections.abc import Iterator

from ..model import Kind, Mark
from .draft import Draft, DraftLine, DraftSection, DraftStatement
from .ids import Ids, id_of
from .losses import Report
from .net import Bond, Net, Point
from .sound import sound
from .writing import one_line

WORDS_OF_ID = 3
NO_TEXT = "(no text)"


def shaped(net: Net, report: Report) -> Draft:
    """The draft of a net. Takes any depth, circles, several roots."""
    shaping = _Shaping(sound(net, report), report)
    shaping.shape()
    return Draft(net.topic, net.topic_fields, net.sides, net.sources, shaping.items)


class _Shaping:
    """Writes each point once, where it bears on something first; `_nested` are the bonds said by nesting,
    with the statement under which what bears on them goes."""

    def __init__(self, net: Net, report: Report) -> None:
        self.items: list[DraftSection | DraftStatement | DraftLine] = []
        self._net, self._report = net, report
        self._made: dict[Point, DraftStatement] = {}
        self._nested: dict[Bond, DraftStatement] = {}
        self._ids = Ids()
        self._onto: dict[Point | Bond, list[Bond]] = {}
        self._from: dict[Point, list[Bond]] = {}
        for bond in net.bonds:
            self._onto.setdefault(bond.target, []).append(bond)
            for source in bond.sources:
                self._from.setdefault(source, []).append(bond)

    def shape(self) -> None:
        group = ""
        roots = [point for point in self._net.points if point not in self._from]
        for point in (*roots, *self._net.points):
            if point in self._made:
                continue
            if point.group != group and one_line(point.group):
                self.items.append(DraftSection(point.group))
            group = point.group or group
            self.items.append(self._grow(point))
        self._leaves()
        for bond in self._net.bonds:
            if bond not in self._nested:
                self._relate(bond)

    def _grow(self, root: Point) -> DraftStatement:
        """A root's statement with all that can be nested under it."""
        top = self._make(root, self._kind_of_root(root))
        waiting: list[Point | Bond] = [root]
        while waiting:
            node = waiting.pop()
            further: list[Point | Bond] = []
            for bond in self._onto.get(node, ()):
                further += self._nest(bond)
            waiting.extend(reversed(further))
        return top

    def _nest(self, bond: Bond) -> list[Point | Bond]:
        """Say a bond by nesting its sources, where none of them is written yet; what bears on what was
        nested comes next."""
        if bond in self._nested or self._goes_into_another(bond):
            return []
        if any(source in self._made for source in bond.sources):
            return self._refer(bond)
        parent = self._made[bond.target] if isinstance(bond.target, Point) else self._nested[bond.target]
        for number, source in enumerate(bond.sources):
            statement = self._make(source, self._kind(bond, source))
            if not bond.supports:
                statement.mark = self._mark(bond, source)
            statement.together = number > 0
            parent.under.append(statement)
        self._nested[bond] = self._made[bond.sources[0]]
        return [*bond.sources, bond]

    def _goes_into_another(self, bond: Bond) -> bool:
        """Whether a single support would, if it were said by nesting, be taken for a part of a joint one of the
        same: both stay where the single one is written as a relation."""
        return (
            bond.supports
            and len(bond.sources) == 1
            and any(
                len(each.sources) > 1 and each.target is bond.target and each.supports
                for each in self._from[bond.sources[0]]
            )
        )

    def _refer(self, bond: Bond) -> list[Point | Bond]:
        """Say a bond whose source is written elsewhere by naming it here, where something bears on the
        bond itself: a relation could not say that."""
        made = self._made.get(bond.sources[0])
        kinds = (Kind.CLAIM, Kind.EVIDENCE) if bond.supports else (Kind.REBUTTAL,)
        if bond not in self._onto or len(bond.sources) > 1 or made is None or made.kind not in kinds:
            return []
        if not isinstance(bond.target, Point) or made.mark is Mark.NO_LINK:
            return []
        reference = DraftStatement(made.kind, id=self._name(bond.sources[0]), refers=True)
        self._made[bond.target].under.append(reference)
        self._nested[bond] = reference
        return [bond]

    @staticmethod
    def _mark(bond: Bond, source: Point) -> Mark | None:
        return Mark.NO_LINK if isinstance(bond.target, Bond) else bond.mark or source.mark

    @staticmethod
    def _kind(bond: Bond, source: Point) -> Kind:
        if not bond.supports:
            return Kind.REBUTTAL
        if isinstance(bond.target, Bond):
            return Kind.WARRANT
        return source.kind if source.kind in (Kind.EVIDENCE, Kind.CLAIM) else Kind.CLAIM

    def _kind_of_root(self, point: Point) -> Kind:
        if point.kind:
            return point.kind
        bonds = self._from.get(point, ())
        back = any(not bond.supports and source.target is point for bond in bonds for source in self._answers(bond))
        return Kind.REBUTTAL if bonds and not back and not any(bond.supports for bond in bonds) else Kind.CLAIM

    def _answers(self, bond: Bond) -> Iterator[Bond]:
        """The bonds by which what a bond points at answers in turn."""
        if isinstance(bond.target, Point):
            yield from (each for each in self._from.get(bond.target, ()) if not each.supports)

    def _make(self, point: Point, kind: Kind) -> DraftStatement:
        made = DraftStatement(kind, one_line(point.text) or NO_TEXT, **point.particulars())
        if kind is not Kind.REBUTTAL:
            made.mark = None
        if point.id and self._ids.take(point.id):
            made.id = point.id
        if not one_line(point.text):
            self._report.remark("a statement without words", made)
        self._made[point] = made
        return made

    def _leaves(self) -> None:
        """Nothing supports these, and the file says no more of them: they stand on reasoning."""
        for point, made in self._made.items():
            backed = any(bond.supports for bond in self._onto.get(point, ()))
            if not backed and not made.cites and not made.card and made.kind is not Kind.EVIDENCE:
                made.analytic = True
                self._report.read["statement with nothing under it (now analytic)"] += 1

    def _relate(self, bond: Bond) -> None:
        """Say a bond by a relation, if our language has one."""
        left = " + ".join(self._name(source) for source in bond.sources)
        verb = ("support" if bond.supports else "rebut") + ("" if len(bond.sources) > 1 else "s")
        if isinstance(bond.target, Point):
            self.items.append(DraftLine(f"{left} {verb} {self._name(bond.target)}"))
        elif not bond.supports and isinstance(bond.target.target, Point):
            right = " + ".join(self._name(source) for source in bond.target.sources)
            self.items.append(DraftLine(f"{left} rebuts {right} -> {self._name(bond.target.target)}"))
        else:
            what = "a reason for a link" if bond.supports else "an answer to a link on a link"
            self._report.remark(f"{what} could not be said here and is left out", self._made[bond.sources[0]])

    def _name(self, point: Point) -> str:
        """A statement's id, made of its words where something refers to it first."""
        made = self._made[point]
        if not made.id:
            made.id = self._ids.new(id_of(" ".join(made.text.split()[:WORDS_OF_ID]), "statement"))
        return made.id
