"""How far a reader credits a statement: a number, and the ways in which it is miswritten."""

from ..diagnostic import Diagnostic
from ..faults import Fault
from ..regex import regex
from ..source import Prose

WEIGHT = regex(r"0|1|0?\.[0-9]+|0\.[0-9]*|1\.0*")
PERCENT = regex(r"(100|[0-9]{1,2}(?:\.[0-9]+)?)\s*%")


def read_weight(value: Prose, found: list[Diagnostic]) -> float | None:
    """The weight that a field gives, from 0 to 1; None, and a fault in `found`, where it is none."""
    if WEIGHT.fullmatch(value.text):
        return float(value.text)
    advice = "write it as in `0.7`"
    if percent := PERCENT.fullmatch(value.text):
        advice = f"write `{float(percent[1]) / 100:g}`"
    elif WEIGHT.fullmatch(value.text.replace(",", ".")):
        advice = f"write it with a point: `{value.text.replace(',', '.')}`"
    found.append(Fault.BAD_WEIGHT.at(value.whole, "a weight is a number from 0 to 1", advice))
    return None
