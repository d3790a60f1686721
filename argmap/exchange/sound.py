"""A net made sound: bonds that our language cannot hold are taken out or apart, and counted."""

from .losses import Report
from .net import Bond, Net, Point


def sound(net: Net, report: Report) -> Net:
    """A net whose bonds our language can hold: none from a point to itself, none twice, no joint rebuttal."""
    kept: dict[tuple[bool, frozenset[int], int], Bond] = {}
    stands: dict[Bond, Bond] = {}
    for bond in net.bonds:
        if isinstance(bond.target, Bond):
            if bond.target not in stands:
                report.left_out["link with an end that is not there"] += 1
                continue
            bond.target = stands[bond.target]
        for each in _split(bond, report):
            if each.target in each.sources:
                report.left_out["link from a statement to itself"] += 1
                continue
            key = (each.supports, frozenset(map(id, each.sources)), id(each.target))
            report.left_out["link written twice"] += key in kept
            stands[each] = kept.setdefault(key, each)
    net.bonds = list(kept.values())
    return net


def _split(bond: Bond, report: Report) -> list[Bond]:
    """A joint rebuttal, or a joint reason for a link, as several single ones; the first is the bond itself."""
    bond.sources = tuple(dict.fromkeys(bond.sources))
    if len(bond.sources) == 1 or (bond.supports and isinstance(bond.target, Point)):
        return [bond]
    report.changed["joint answer (now one by one)"] += 1
    first, *rest = bond.sources
    bond.sources = (first,)
    return [bond, *(Bond(bond.supports, (source,), bond.target, bond.mark) for source in rest)]
