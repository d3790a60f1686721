"""A cite's line taken apart into a source's fields. Whatever is not recognised stays, in credentials or
publisher."""

import re
from dataclasses import dataclass, field

from .dates import Dated, dates, full_year
from .names import name_ends, named_first, named_in_full, people
from .signs import ACCESS, PAGES, TITLE, URL, signed, without_places

YEAR = re.compile(
    r"(?P<y>(?:19|20)\d\d|[’'‘`´]\s?\d\d(?!\d)|(?<![\d/.-])\d\d(?![\d%/-])|(?<![\d/.-])\d(?![\d%/-]))"
    r"|(?P<nd>\bn\.?\s?d\b\.?|\bno date\b)",
    re.I,
)
NAME_AND_YEAR = re.compile(rf"^\W*(.{{2,70}}?)\s*[,–—-]?\s*({YEAR.pattern})", re.I)
DAY_IN_NAME = re.compile(r"\b\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\b")
LETTER = re.compile(r"[^\W\d_]")
FULL_DAYS = ("ymd", "mdy", "Mdy", "dMy", "My")
DAYS_OF_A_YEAR = ("Md", "md")
EDGES = " ,.;:–—-[](){}<>/|·•"


@dataclass(slots=True)
class Citation:
    """What a cite says. `raw` is the whole of it on one line; what was not found is empty."""

    raw: str
    authors: tuple[str, ...] = ()
    year: str = ""
    date: str = ""
    title: str = ""
    url: str = ""
    accessed: str = ""
    credentials: str = ""
    publisher: str = ""
    pages: str = ""
    initials: str = ""
    places: tuple[str, ...] = ()
    _taken: list[tuple[int, int]] = field(default_factory=list)


def citation(text: str, set_off: str, further: str = "", link: str = "") -> Citation:
    """Take a cite apart. `set_off`: the words in it that are set off as name and year; `further`: others
    that are set off behind them; `link`: the address of a link in it."""
    raw, places = without_places(" ".join(text.split()))
    cite = Citation(raw, places=places)
    _ends(cite, link)
    head, at, year = _head(cite, " ".join(set_off.split()), further)
    name, spans = _name(head, at, year)
    _date(cite)
    cite._taken += spans
    before = cite.raw[:at].strip(" ,;[(") if 0 < at < 60 else ""
    full = name
    if before and re.fullmatch(r"[^\d\[\](){}“”\"]{1,60}", before):
        full = f"{before} {name}"
        cite._taken.append((0, at))
    cite.authors = people(full)
    _first_name(cite, at + len(head))
    _rest(cite)
    return cite


def _ends(cite: Citation, link: str) -> None:
    """Initials, address, day of reading, pages, title: each knows itself by its signs."""
    raw = cite.raw
    found = signed(raw)
    if found:
        # Taken off the cite itself: who cut a card may be a minor, and is told only where that is asked for.
        cite.initials = (found["a"] or found["b"] or "").strip()
        cite.raw = raw = raw[: found.start()].rstrip()
    found = URL.search(raw)
    if found:
        address = found[0].rstrip(".,;:)]}>»'’”")
        if address.count("(") > address.count(")") and found[0][len(address) :].startswith(")"):
            address += ")"
        cite.url = address.replace("http: //", "http://").replace("https: //", "https://")
        cite._taken.append((found.start(), found.start() + len(address)))
    else:
        cite.url = link
    _access(cite)
    found = PAGES.search(raw)
    if found and not any(start <= found.start() < end for start, end in cite._taken):
        cite.pages = re.sub(r"\s*[-–—]\s*", "-", found[1])
        cite._taken.append(found.span())
    found = TITLE.search(raw)
    if found:
        cite.title = found[1].strip(" ,.;")
        cite._taken.append(found.span())


def _access(cite: Citation) -> None:
    for found in ACCESS.finditer(cite.raw):
        near = [day for day in dates(cite.raw[found.end() : found.end() + 40]) if day.start <= 2]
        day = next((day for day in near if day.kind not in DAYS_OF_A_YEAR), None)
        if day:
            cite.accessed = day.date
            cite._taken.append((found.start(), found.end() + day.end))
            return


def _head(cite: Citation, set_off: str, further: str) -> tuple[str, int, re.Match[str] | None]:
    """The words that name a cite, where they begin, and the year in them."""
    raw = cite.raw
    at = raw.find(set_off) if set_off else -1
    head = set_off[:160]
    if at < 0 or not LETTER.search(set_off):
        found = NAME_AND_YEAR.match(raw)
        head = found[0] if found and len(found[0]) < 90 else re.split(r"[,\[(]", raw[:40])[0]
        at = raw.find(head)
    year = None
    for year in YEAR.finditer(head):  # noqa: B007 - the last one counts
        pass
    late = YEAR.search(further) if year is None else None
    if late and late["y"]:
        cite.year = full_year(late["y"])
    elif year is None:
        tail = raw[at + len(head) : at + len(head) + 24]
        near = YEAR.match(tail.lstrip(" ,.;:-–—[(’'‘")) or YEAR.search(tail)
        cite.year = full_year(near["y"]) if near and near["y"] else ""
    elif year["y"]:
        cite.year = full_year(year["y"])
    return head, at, year


def _name(head: str, at: int, year: re.Match[str] | None) -> tuple[str, list[tuple[int, int]]]:
    """Who is named in the head, and the places of that and of the year; what stands between is no name."""
    name = head[: year.start()] if year else head
    end = name_ends(name)
    spans = [(at, at + (year.end() if year and end == len(name) else end))]
    if year and end < len(name):
        spans.append((at + year.start(), at + year.end()))
    name = DAY_IN_NAME.sub("", name[:end]).strip(" \t,.;:–—-[({’'‘“\"/")
    return name, spans if at >= 0 and (year or name) else []


def _date(cite: Citation) -> None:
    """The fullest date of the cite's own year that is no day of reading."""
    taken = cite._taken
    free = [day for day in dates(cite.raw) if not any(start < day.end and day.start < end for start, end in taken)]
    full = [day for day in free if day.kind in FULL_DAYS]
    pick: Dated | None = next((day for day in full if not cite.year or day.date[:4] == cite.year), None)
    if pick is None and cite.year:
        pick = next((day.of(cite.year) for day in free if day.kind in DAYS_OF_A_YEAR and day.of(cite.year)), None)
    if pick is not None:
        cite.date = pick.date
        cite._taken.append((pick.start, pick.end))
    else:
        cite.date = cite.year or next((day.date for day in free if day.kind == "y"), "")
    cite.year = cite.year or cite.date[:4]


def _first_name(cite: Citation, behind: int) -> None:
    """The full names that stand first behind last names that are set off."""
    if not cite.authors or any(" " in name for name in cite.authors):
        return
    words = cite.raw[behind:]
    if len(cite.authors) > 1:
        found = named_in_full(words, cite.authors)
    else:
        one = named_first(words, cite.authors[0])
        found = one and ((one[0],), *one[1:])
    if found:
        cite.authors, start, end = found
        cite._taken.append((behind + start, behind + end))


def _rest(cite: Citation) -> None:
    """What is left over: before the title it says who the author is, behind it where the words came out."""
    edge = cite.raw.find(cite.title) if cite.title else -1
    before: list[str] = []
    behind: list[str] = []
    at = 0
    for start, end in (*sorted(cite._taken), (len(cite.raw), len(cite.raw))):
        if start > at:
            (before if edge < 0 or at < edge else behind).append(cite.raw[at:start])
        at = max(at, end)
    cite.credentials, cite.publisher = _tidy(before), _tidy(behind)


def _tidy(parts: list[str]) -> str:
    words = " ".join(" ".join(parts).split())
    words = re.sub(r"([,;])(?:\s*[,;.])+", r"\1", words)
    words = re.sub(r"\s+([,.;])", r"\1", words)
    tidy = words.strip(EDGES)
    closed = tidy.count("(") > tidy.count(")") and words[words.find(tidy) + len(tidy) :].startswith(")")
    return f"{tidy})" if closed else tidy
