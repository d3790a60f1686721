"""What came of an import, in words: what was read, what to look at, what was left out, what was changed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field

from ..values import dataclass


@dataclass(slots=True)
class Report:
    """Counts by name in the singular (`card`, `picture`), and remarks on what was drafted.

    `look` holds each remark's words and the drafts that it is about, in order.
    """

    read: Counter[str] = field(default_factory=Counter)
    look: dict[str, list[object]] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)

    def remark(self, words: str, about: object) -> None:
        """Ask the reader to look at something."""
        self.look.setdefault(words, []).append(about)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at: the line of the new file where it is first met, and how often it is met."""

    line: int
    words: str
    many: int


def placed(report: Report, lines: Mapping[int, int]) -> Iterator[Remark]:
    """A report's remarks at their places; `lines` has each draft's line, by its `id()`."""
    for words, about in report.look.items():
        yield Remark(min(lines.get(id(draft), 1) for draft in about), words, len(about))
