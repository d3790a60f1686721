"""What is said of a map's statements and links beside their own words."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from ...model import Link, Statement
from ...values import dataclass

Remarks = Mapping[Statement, Sequence[str]]
"""Small words to show on statements' boxes."""
Verdicts = Mapping[Statement | Link, str]
"""What becomes of statements and links: a value of `signs.Standing` for each."""


@dataclass(frozen=True, slots=True)
class Told:
    """Remarks and verdicts, and what is said first, under the title: who wins (`lead`)."""

    remarks: Remarks = field(default_factory=dict)
    verdicts: Verdicts = field(default_factory=dict)
    lead: str = ""


NOTHING = Told()
