"""How a source is named in a few words under the evidence that cites it."""

from ..model import Cite, Source

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def last_name(author: str) -> str:
    """`Saraswat` of `Abhyuday Saraswat` and of `Saraswat, Abhyuday`."""
    if "," in author:
        return author.partition(",")[0].strip()
    return author.rsplit(maxsplit=1)[-1] if author.split() else author


def authors(source: Source) -> str:
    """The last names: one, two joined by `and`, or the first `et al.`"""
    names = [last_name(author) for author in source.authors]
    if len(names) > 2:
        return f"{names[0]} et al."
    return " and ".join(names)


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
    publisher = (source.get("publisher") or "").partition(" (")[0]
    parts = [
        authors(source) or publisher or source.title or source.id,
        publisher if source.authors else "",
        readable_date(source.get("date") or ""),
        str(cite.locator).replace(" ", "\u00a0", 1) if cite.locator else "",
    ]
    return ", ".join(part for part in parts if part)
