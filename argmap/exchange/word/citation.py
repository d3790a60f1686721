"""A cite's line taken apart into a source's fields. Whatever is not recognised stays, in credentials or
publisher."""

import re
from dataclasses import dataclass, field

from .dates import Dated, dates, full_year
from .names import named_first, people

URL = re.compile(
    r"(?:https?:\s?//|www\.)[^\s“”\"<>]+|\b(?:doi:\s?)?10\.\d{4,9}/[^\s“”\"<>]+"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|gov|edu|net|co\.uk)/[^\s“”\"<>]*",
    re.I,
)
ACCESS = re.compile(
    r"(?:,|;|\.|\(|//)?\s*\b(?:date\s+(?:of\s+)?access(?:ed)?|access(?:ed)?\s+date|last\s+accessed|accessed|doa"
    r"|d\.o\.a\.?|retrieved)\b\s*(?:on)?\s*[:=\-]?\s*",
    re.I,
)
TITLE = re.compile(r"[“\"]((?:[^“”\"]){6,}?)[,.;]?[”\"]")
PAGES = re.compile(r"\b(?:pp?|pgs?|pages?)\.?\s*(\d+(?:\s*[-–—]\s*\d+)?(?:,\s*\d+(?:\s*[-–—]\s*\d+)?)*)", re.I)
PLACES = re.compile(r",\s*((?:(?:para|page) \d{1,6}(?:-\d{1,6})?(?:;\s*|$))+)$")
"""Where in its source, as argmap itself writes it at a cite's end."""
INITIALS = re.compile(
    r"(?:(?:\s*/{2,}\s*)(?P<a>[^\s/\]]{1,16}(?:\s?[&+,/]\s?[^\s/\]]{1,12}){0,3}(?:\s+\w{1,12})?)"
    r"|(?<=[\])}>])\s*(?P<b>[A-Za-z][\w’'./&+-]{0,14}(?:\s[\w’'.&+-]{1,12}){0,2}))\s*\W*$"
)
MOST_INITIALS = 40
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
    cite = Citation(" ".join(text.split()))
    found = PLACES.search(cite.raw)
    if found:
        cite.places = tuple(part.strip() for part in found[1].split(";"))
        cite.raw = cite.raw[: found.start()]
    _ends(cite, link)
    head, at, year = _head(cite, " ".join(set_off.split()))
    late = YEAR.search(further) if not cite.year else None
    if late and late["y"]:
        cite.year = full_year(late["y"])
    name = _name(cite, head, at, year)
    _date(cite)
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
    found = INITIALS.search(raw, max(len(raw) - 2 * MOST_INITIALS, 0))
    if found and len(found[0]) < MOST_INITIALS:
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


def _head(cite: Citation, set_off: str) -> tuple[str, int, re.Match[str] | None]:
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
    if year is None:
        tail = raw[at + len(head) : at + len(head) + 24]
        near = YEAR.match(tail.lstrip(" ,.;:-–—[(’'‘")) or YEAR.search(tail)
        cite.year = full_year(near["y"]) if near and near["y"] else ""
    elif year["y"]:
        cite.year = full_year(year["y"])
    return head, at, year


def _name(cite: Citation, head: str, at: int, year: re.Match[str] | None) -> str:
    name = head[: year.start()] if year else head
    name = DAY_IN_NAME.sub("", name).strip(" \t,.;:–—-[({’'‘“\"/")
    if at >= 0 and (year or name):
        cite._taken.append((at, at + (year.end() if year else len(head))))
    return name


def _date(cite: Citation) -> None:
    """The fullest date of the cite's own year that is no day of reading."""
    taken = cite._taken[:-1]
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
    """The first name that stands first in the bracket behind a last name that is set off."""
    if len(cite.authors) != 1 or " " in cite.authors[0]:
        return
    found = named_first(cite.raw[behind:], cite.authors[0])
    if found:
        name, start, end = found
        cite.authors = (name,)
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
