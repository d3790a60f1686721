"""The pages of a source by the names that people cite them by.

A page may be cited by the name that the file gives it (`xii`), by the number printed on it, by the
number that the source's `pages` field implies, or by counting. Any of these is good.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from ..regex import regex
from .furniture import edges, is_number

PRINTED = regex(r"\d{1,4}")
STARTS = regex(r"\s*(?:pp?\.?\s*)?(\d{1,5})")


class Pages:
    """The pages of a text. `spans` are the offsets of each, `labels` the names that the file gives them."""

    def __init__(self, text: str, labels: Sequence[str]) -> None:
        self.spans = tuple(_spans(text))
        counted = [str(number) for number in range(1, len(self.spans) + 1)]
        self._shift = _printed_shift(text, self.spans)
        named = list(labels) if len(labels) == len(self.spans) and list(labels) != counted else []
        printed = [str(number + self._shift) for number in range(1, len(self.spans) + 1)] if self._shift else []
        self.shown = named or printed or counted
        self._schemes = [scheme for scheme in (named, printed, counted) if scheme]

    def __len__(self) -> int:
        return len(self.spans)

    def bounds(self, first: str, last: str, pages: str | None = None) -> tuple[tuple[int, int], ...]:
        """The offsets of the pages from `first` to `last`, for each way to count them; none where there
        are no such pages. `pages` is what the source's citation says of its pages."""
        found: dict[tuple[int, int], None] = {}
        start = STARTS.match(pages or "")
        by_field = [[str(int(start[1]) + n) for n in range(len(self.spans))]] if start else []
        for scheme in [*self._schemes, *by_field]:
            if first in scheme and last in scheme and scheme.index(first) <= scheme.index(last):
                found[self.spans[scheme.index(first)][0], self.spans[scheme.index(last)][1]] = None
        return tuple(found)


def _spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = 0
    for page in text.split("\f"):
        spans.append((at, at + len(page)))
        at += len(page) + 1
    return spans


def _printed_shift(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """By how much the numbers printed at the pages' edges differ from counting; 0 where none are seen,
    or on too few pages."""
    shifts: Counter[int] = Counter()
    for number, span in enumerate(islice(spans, 400), 1):
        lines = (text[start:end] for edge in edges(text, *span) for start, end in edge)
        printed = {int(found.group()) for line in lines if is_number(line) and (found := PRINTED.search(line))}
        shifts.update(one - number for one in printed)
    if not shifts:
        return 0
    shift, often = shifts.most_common(1)[0]
    return shift if often >= 2 and often * 2 >= min(len(spans), 400) else 0
