"""What the rules of judging say, written down as they stand and tried by brute force.

Nothing here is shared with argmap.judging: no numbers, no counters, no propagation. A labelling is
a dict from statements and links to "in", "out" or "open".
"""

from itertools import product

from argmap.model import Kind, LinkKind, Statement


class Oracle:
    """One map, in which the nodes of `gone` are out whatever the rest says."""

    def __init__(self, map_, gone=()):
        self.map = map_
        self.gone = frozenset(gone)
        self.nodes = [*map_.statements, *map_.links]
        self.rebuttals = {node: self._onto(node, LinkKind.REBUTS) for node in self.nodes}
        self.supports = {node: self._onto(node, LinkKind.SUPPORTS) for node in self.nodes}
        self.needy = {statement: self._needs_support(statement) for statement in map_.statements}
        self.void = {link for link in map_.links if self._conceded(link)}

    def _onto(self, node, kind):
        return [link for link in self.map.links if link.target is node and link.kind is kind]

    def _needs_support(self, statement):
        if statement.analytic:
            return False
        return statement.kind is Kind.CLAIM or bool(self.supports[statement])

    def _conceded(self, link):
        if link.kind is not LinkKind.REBUTS or not isinstance(link.target, Statement):
            return False
        side = link.sources[0].side
        return side is not None and any(c.statement is link.target and c.side is side for c in self.map.concessions)

    def label(self, node, labels):
        """The label that the rules give a node, those of the others being as in `labels`."""
        if node in self.gone or node in self.void:
            return "out"
        rebuttals = [labels[link] for link in self.rebuttals[node]]
        supports = [labels[link] for link in self.supports[node]]
        unharmed = all(r == "out" for r in rebuttals)
        if isinstance(node, Statement):
            needy = self.needy[node]
            beaten = needy and all(s == "out" for s in supports)
            carried = not needy or "in" in supports
        else:
            bases = [labels[source] for source in node.sources] + supports
            beaten = "out" in bases
            carried = all(base == "in" for base in bases)
        if beaten or "in" in rebuttals:
            return "out"
        return "in" if carried and unharmed else "open"

    def labellings(self):
        """Every labelling that obeys the rules at every node.

        All three labels are tried for a few nodes, those of the rest follow: all for all would be
        531,441 tries at 12 nodes.
        """
        tried, rest = self._split()
        for choice in product(("in", "out", "open"), repeat=len(tried)):
            labels = dict(zip(tried, choice, strict=True))
            for node in rest:
                labels[node] = self.label(node, labels)
            if all(self.label(node, labels) == labels[node] for node in tried):
                yield labels

    def _split(self):
        tried, rest, left = [], [], list(self.nodes)
        while left:
            known = {*tried, *rest}
            ready = next((node for node in left if known.issuperset(self._looks_at(node))), None)
            users = [other for node in left for other in self._looks_at(node) if other not in known]
            chosen = ready or max(left, key=users.count)
            (rest if ready else tried).append(chosen)
            left.remove(chosen)
        return tried, rest

    def _looks_at(self, node):
        if node in self.gone or node in self.void:
            return []
        links = self.rebuttals[node] + self.supports[node]
        return links if isinstance(node, Statement) else [*links, *node.sources]

    def grounded(self):
        """The least labelling: what all that obey the rules agree on; it obeys them itself."""
        found = list(self.labellings())
        least = {node: found[0][node] for node in self.nodes}
        for labels in found[1:]:
            for node in self.nodes:
                if labels[node] != least[node]:
                    least[node] = "open"
        assert least in found
        return least

    def readings(self):
        """The labellings with derived support in which most stands: none has all that and more."""
        good = [labels for labels in self.labellings() if self._derived(labels)]
        standing = [frozenset(node for node, what in labels.items() if what == "in") for labels in good]
        return [
            labels for labels, own in zip(good, standing, strict=True) if not any(own < other for other in standing)
        ]

    def _derived(self, labels):
        """Whether building up from nothing, rebuttals having their labels, comes to this labelling."""
        assumed = {link: labels[link] for links in self.rebuttals.values() for link in links}
        now = dict.fromkeys(self.nodes, "open")
        while True:
            after = {node: self.label(node, now | assumed) for node in self.nodes}
            if after == now:
                return now == labels
            now = after
