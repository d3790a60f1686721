"""A cite's line as argmap itself writes it, taken apart part by part, so that each comes back as it was.

The form is that of `papers.cards.cite_line`: `Ada **Hsu**, credentials, May 2, **2021**, “Title”, Publisher,
pp. 3-9, address, accessed May 3, 2021, para 4`. Debaters write it too.
"""

import re

from ...papers.cards import MONTHS
from .citation import FULL_DAYS, Citation
from .dates import dates
from .names import are_several, is_person, people
from .signs import ACCESS, URL, signed, without_places

OPENS, CLOSES = "\ue000", "\ue001"
"""Around words that are set off, in the marked text of a cite."""
DAY = rf"(?:(?P<month>{'|'.join(MONTHS)}) (?:(?P<day>\d{{1,2}}), )?)?"
DATED = re.compile(rf", {DAY}{OPENS}(?P<year>\d{{4}}|n\.d\.){CLOSES}(?=, |$)")
READ_ON = re.compile(rf"(?:^|, )accessed {DAY}(?P<year>\d{{4}})$")
ADDRESS = re.compile(r"(?:^|, )(?P<url>\S+)$")
PAGE = r"(?:[A-Za-z]{0,2}\d{1,8}|[ivxlcdm]{1,9})"
PAGES = re.compile(rf"(?:^|, )pp\. (?P<pages>{PAGE}(?:(?: ?[-–—] ?|, ?| ){PAGE})*)$")
NAMED = re.compile(rf"(?P<first>[^{OPENS}{CLOSES}\d\[\](){{}}“”\",;:]{{0,60}}){OPENS}(?P<last>[^{CLOSES}]+){CLOSES}")
BEHIND_A_NAME = re.compile(r"(?:,? (?:jr|sr|ii|iii|iv)| (?:esq|phd|ph\.d|md|jd|dds|edd|rn))\b\.?(?=, | and |$)", re.I)
FURTHER = re.compile(r"(?P<commas>(?:, [^,]{1,80}?){1,40}) and (?P<last>[^,]{1,80}?)(?=, |$)")
NO_DATE = "n.d."


def own_form(marked: str) -> Citation | None:
    """A cite of this form taken apart; None for any other. `marked`: its one line, with `OPENS` and
    `CLOSES` around the words that are set off."""
    marked, places = without_places(marked)
    found = list(DATED.finditer(marked))
    if not found or OPENS in marked[found[-1].end() :]:
        return None
    date = found[-1]
    cite = Citation(marked.replace(OPENS, "").replace(CLOSES, ""), places=places)
    if date["year"] != NO_DATE:
        cite.year, cite.date = date["year"], _day(date)
    if not _who(cite, marked[: date.start()]) or not _where(cite, marked[date.end() :]):
        return None
    if not cite.title:  # it is what the source is named by, and is not told twice
        if len(cite.authors) != 1 or cite.credentials or not cite.raw.startswith(cite.authors[0]):
            return None
        cite.title = cite.authors[0]
        cite.authors = cite.authors if cite.publisher else ()
    return cite


def _who(cite: Citation, words: str) -> bool:
    """The authors and their credentials; whether it was that."""
    names: list[str] = []
    while found := NAMED.match(words):
        name, words = found["first"] + found["last"], words[found.end() :]
        if behind := BEHIND_A_NAME.match(words):
            name, words = name + behind[0], words[behind.end() :]
        names += people(name) if are_several(found["last"]) else [name]  # debaters set them off all at once
        if not words.startswith(" and ") or len(names) > 1:
            break
        words = words.removeprefix(" and ")
    if len(names) == 1 and (more := FURTHER.match(words)):
        others = [*more["commas"].removeprefix(", ").split(", "), more["last"]]
        if all(map(is_person, others)):
            names += others
            words = words[more.end() :]
    cite.authors = tuple(names)
    cite.credentials = words.removeprefix(", ")
    return bool(names) and OPENS not in words and (not words or words.startswith(", "))


def _where(cite: Citation, words: str) -> bool:
    """Title, publisher, pages, address, day of reading, who cut the card; whether it was that."""
    if words.startswith(", “"):
        end = _closing(words)
        if end is None:
            return False
        cite.title, words = words[3:end], words[end + 1 :]
    if words and not words.startswith(", "):
        return False
    words = _unsigned(cite, words).removeprefix(", ")
    if found := READ_ON.search(words):
        cite.accessed, words = _day(found), words[: found.start()]
    if (found := ADDRESS.search(words)) and URL.fullmatch(found["url"]):
        cite.url, words = found["url"], words[: found.start()]
    if found := PAGES.search(words):
        cite.pages, words = found["pages"], words[: found.start()]
    cite.publisher = words
    dated = any(day.kind in FULL_DAYS for day in dates(words))
    return not (dated or URL.search(words) or ACCESS.search(words))


def _unsigned(cite: Citation, words: str) -> str:
    """The end of a cite without who cut the card, which is taken off the cite itself too: it may be a minor,
    and is told only where that is asked for."""
    sign = signed(words)
    if sign is None or not sign["a"]:
        return words
    cite.initials = sign["a"].strip()
    cite.raw = cite.raw.removesuffix(sign[0]).rstrip()
    return words[: sign.start()].rstrip()


def _closing(words: str) -> int | None:
    """Where the quotation mark stands that closes the first one."""
    depth = 0
    for at, letter in enumerate(words):
        depth += (letter == "“") - (letter == "”")
        if letter == "”" and depth == 0:
            return at
    return None


def _day(found: re.Match[str]) -> str:
    parts = [found["year"]]
    if found["month"]:
        parts.append(f"{MONTHS.index(found['month']) + 1:02}")
    if found["day"]:
        parts.append(f"{int(found['day']):02}")
    return "-".join(parts)
