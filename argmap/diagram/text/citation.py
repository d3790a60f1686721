"""How a source is named in a few words under the evidence that cites it."""

from ...model import Cite
from ...words.references import named_in_short, other_publisher


def cite_line(cite: Cite) -> str:
    """A citation in a line: `Saraswat, Trivium, 19 Sep 2023, para 12`."""
    source = cite.source
    publisher = (other_publisher(source) or "").partition(" (")[0]
    who = publisher if publisher and not source.authors else named_in_short(source)
    parts = [
        who,
        publisher if publisher != who else "",
        source.dated.readable() if source.dated else source.get("date") or "",
        str(cite.locator).replace(" ", "\u00a0", 1) if cite.locator else "",
    ]
    return ", ".join(part for part in parts if part)


def brief_cite(cite: Cite) -> str:
    """A citation in a few words: `Saraswat ’23 ¶12`, for where room is short."""
    year = (cite.source.get("date") or "").partition("-")[0]
    place = ""
    if cite.locator:
        place = str(cite.locator).replace("para ", "¶").replace("page ", "p.\u00a0")
    when = f"’{year[2:]}" if len(year) == 4 and year.isdigit() else year
    return "\u00a0".join(part for part in (named_in_short(cite.source), when, place) if part)
