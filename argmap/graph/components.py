"""Circles in who depends on whom."""

from collections.abc import Callable, Iterable, Iterator


def components(numbers: Iterable[int], depends_on: Callable[[int], Iterable[int]]) -> Iterator[list[int]]:
    """The strongly connected parts of a graph, each after all the parts that it depends on.

    Two nodes are in one part when each depends on the other, directly or through others.
    Tarjan (SIAM J. Comput. 1, 1972), with a stack of its own in place of recursion; linear.
    """
    rank: dict[int, int] = {}
    lowest: dict[int, int] = {}
    pending: list[int] = []
    done: set[int] = set()
    for root in numbers:
        if root in rank:
            continue
        walk = [(root, iter(depends_on(root)))]
        rank[root] = lowest[root] = len(rank)
        pending.append(root)
        while walk:
            node, others = walk[-1]
            for other in others:
                if other not in rank:
                    rank[other] = lowest[other] = len(rank)
                    pending.append(other)
                    walk.append((other, iter(depends_on(other))))
                    break
                if other not in done:
                    lowest[node] = min(lowest[node], rank[other])
            else:
                walk.pop()
                if walk:
                    above = walk[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == rank[node]:
                    part = _popped_to(node, pending)
                    done.update(part)
                    yield part


def _popped_to(node: int, pending: list[int]) -> list[int]:
    at = len(pending) - 1
    while pending[at] != node:
        at -= 1
    part = pending[at:]
    del pending[at:]
    return part
