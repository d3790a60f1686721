"""What the rules of judging say, written down as they stand and tried by brute force.

Nothing here is shared with argmap.judging: no numbers, no counters, no propagation. A labelling is
a dict from statements and links to "in", "out" or "open".
"""

from itertools import product

from argmap.model import Kind, LinkKind, Mark, Statement

WEAK = (Mark.MITIGATE, Mark.ALT_CAUSE, Mark.OUTWEIGH)


class Oracle:
    """One map, in which the nodes of `gone` are out whatever the rest says, and what `granted` holds is
    conceded by everybody who could contest it."""

    def __init__(self, map_, gone=(), granted=()):
        self.map = map_
        self.granted = frozenset(granted)
        self.nodes = [*map_.statements, *map_.links]
        self.attacks = [link for link in map_.links if link.kind is LinkKind.REBUTS]
        self.weak = [link for link in self.attacks if link.sources[0].mark in WEAK]
        strong = [link for link in self.attacks if link not in self.weak]
        self.rebuttals = {node: self._onto(node, strong) for node in self.nodes}
        self.diminishers = {node: self._onto(node, self.weak) for node in self.nodes}
        supports = [link for link in map_.links if link.kind is LinkKind.SUPPORTS]
        self.supports = {node: self._onto(node, supports) for node in self.nodes}
        self.gone = frozenset(gone) | {node for node in self.nodes if self._conceded_away(node)}

    def _onto(self, node, links):
        return [link for link in links if link.target is node]

    def _conceders(self, statement):
        granting = [side for side in self.map.sides if statement in self.granted and side is not statement.side]
        return {c.side for c in self.map.concessions if c.statement is statement} | set(granting)

    def _conceded_away(self, node):
        """A statement that its own side concedes; a rebuttal by a side that conceded what it rebuts."""
        if isinstance(node, Statement):
            return node.side in self._conceders(node)
        if node.kind is not LinkKind.REBUTS or not isinstance(node.target, Statement):
            return False
        side = node.sources[0].side
        if node.target in self.granted and (side is None or side is not node.target.side):
            return True
        return side is not None and side in self._conceders(node.target)

    def needy(self, statement, without=frozenset()):
        """Whether a statement needs a support, when some sides grant all that is at stake."""
        contesting = [side for side in self.map.sides if side is not statement.side]
        by = self._conceders(statement) | without
        if statement in self.granted or (by and all(side in by for side in contesting)):
            return False
        if statement.analytic:
            return False
        return statement.kind is Kind.CLAIM or bool(self.supports[statement])

    def closure(self, harmless):
        """What is built up from the ground, step by step, when some rebuttals do no harm: each node as it is,
        and as it is without the answers of some sides, for what one of them concedes rests on it so."""
        found, waiting = set(), [(node, frozenset()) for node in self.nodes]
        asked = set(waiting)
        while waiting:
            more = [each for each in self._rests_on(*waiting.pop()) if each not in asked]
            asked.update(more)
            waiting += more
        while True:
            fresh = {each for each in asked if each not in found and self._follows(*each, found, harmless)}
            if not fresh:
                return {node for node, without in found if not without}
            found |= fresh

    def _rests_on(self, node, without):
        """What a node is built up through: its supports (of a link its warrants) and its sources."""
        if isinstance(node, Statement):
            return [(link, without | self._conceders(node)) for link in self.supports[node]]
        return [(each, without) for each in (*node.sources, *self.supports[node])]

    def _follows(self, node, without, found, harmless):
        if node in self.gone:
            return False
        if not all(harmless(link) for link in self.rebuttals[node] if link.sources[0].side not in without):
            return False
        supports = [each for each in self._rests_on(node, without) if each[0] in self.supports[node]]
        supported = any(each in found for each in supports)
        if isinstance(node, Statement):
            return supported or not self.needy(node, without)
        return all((source, without) in found for source in node.sources) and (supported or not supports)

    def _labels(self, certain, possible):
        return {node: "in" if node in certain else "open" if node in possible else "out" for node in self.nodes}

    def grounded(self):
        """From nothing: what can be built up though every rebuttal that may stand does harm is in, what
        cannot be though only those harm that are in is out; and again, until nothing is new."""
        certain = set()
        while True:
            possible = self.closure(lambda link, certain=certain: link not in certain)
            larger = self.closure(lambda link, possible=possible: link not in possible)
            if larger == certain:
                return self._labels(certain, possible)
            certain = larger

    def labellings(self):
        """Every labelling that obeys the rules: the labels of the rebuttals are tried, the rest follows."""
        defeating = [link for link in self.attacks if link not in self.weak]
        for choice in product(("in", "out", "open"), repeat=len(defeating)):
            tried = dict(zip(defeating, choice, strict=True))
            certain = self.closure(lambda link, tried=tried: tried[link] == "out")
            possible = self.closure(lambda link, tried=tried: tried[link] != "in")
            labels = self._labels(certain, possible)
            if certain <= possible and all(labels[link] == label for link, label in tried.items()):
                yield labels

    def readings(self):
        """The labellings in which most stands: none has all that and more."""
        good = list(self.labellings())
        standing = [frozenset(node for node, what in labels.items() if what == "in") for labels in good]
        return [
            labels for labels, own in zip(good, standing, strict=True) if not any(own < other for other in standing)
        ]

    def weakened(self, labels, node):
        """The answers that weaken a node which stands."""
        return [link.sources[0] for link in self.diminishers[node] if labels[node] == labels[link] == "in"]
