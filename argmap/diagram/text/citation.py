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
