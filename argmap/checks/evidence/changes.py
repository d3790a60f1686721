"""Findings on what a quoter changed in words that are otherwise the source's."""

from collections.abc import Iterator

from ...diagnostic import Label
from ...quoting.faults import Way, Weight
from ...quoting.verify import Verified
from ..rule import Finding
from .wording import label


def changes(verified: Verified, weight: Weight, way: Way | None = None) -> Iterator[Finding]:
    """The changes of one weight (and, unless None, made in one way) in a quotation that was found."""
    text, placed = verified.text, verified.placed
    for fault in verified.faults:
        if fault.weight is not weight or (way and fault.way is not way) or text is None or placed is None:
            continue
        labels: tuple[Label, ...] = ()
        if fault.stands[0] < fault.stands[1]:
            labels = (label(text, placed.words, *fault.stands, "here in the source"),)
        yield Finding(verified.quoted.span(fault.start, fault.end), fault.message, fault.help, labels)
