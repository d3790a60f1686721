"""How a source is named in a few words under the evidence that cites it."""

from ...model import Cite
from ...words.references import named_in_short, other_publisher

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def readable_date(date: str) -> str:
    """`19 Sep 2023` of `2023-09-19`, `Sep 2023` of `2023-09`; anything else as it is."""
    parts = date.split("-")
    if len(parts) not in (2, 3) or not all(part.isdigit() for part in parts):
        return date
    month = int(parts[1])
    if not 1 <= month <= len(MONTHS):
        return date
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{MONTHS[month - 1]} {parts[0]}"


def cite_line(cite: Cite) -> str:
    """A citation in a line: `Saraswat, Trivium, 19 Sep 2023, para 12`."""
    source = cite.source
    publisher = (other_publisher(source) or "").partition(" (")[0]
    who = publisher if publisher and not source.authors else named_in_short(source)
    parts = [
        who,
        publisher if publisher != who else "",
        readable_date(source.get("date") or ""),
        str(cite.locator).replace(" ", "\u00a0", 1) if cite.locator else "",
    ]
    return ", ".join(part for part in parts if part)
