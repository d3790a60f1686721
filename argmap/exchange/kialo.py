"""Kialo's text export, the older way (`1.1. Pro: ...` on a line) and the newer one (heads, then text)."""

import re
from dataclasses import dataclass, field

from ..model import Kind
from .cards import plain_card
from .draft import DraftSource
from .ids import Ids, id_of
from .losses import Report
from .net import Bond, Net, Point
from .reading import text_of
from .unreadable import UnreadableError

TITLE = re.compile(r"^\s*Discussion (?:Title|Name):[ \t]*(.*)$", re.M)
ENTRY = re.compile(
    r"^[ \t]*(?P<number>\d+(?:\.\d+)*)\.[ \t]+(?:(?P<stance>Pro|Con|Thesis|Question):[ \t]*)?(?P<text>.*)$"
)
SOURCES = re.compile(r"^Sources:[ \t]*$")
NUMBERED = re.compile(r"^[ \t]*\[(?P<number>\d+)\][ \t]*(?P<rest>.*)$")
SEE = re.compile(r"^->\s*See (?P<what>(?:discussion )?#?[\d.]+)\s*$", re.I)
LINK = re.compile(r"(?<!\\)\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
MARK = re.compile(r"(?<!\\)\[(\d+)\](?!\()")
ESCAPED = re.compile(r"\\([()\[\]])")
ADDRESS = re.compile(r"https?://\S+")


@dataclass(slots=True)
class _Entry:
    """A numbered entry with the lines that belong to it."""

    number: str
    stance: str
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.lines).split())

    @property
    def above(self) -> str:
        return self.number.rpartition(".")[0]


def looks(start: bytes) -> bool:
    """Whether a file begins like an export of Kialo."""
    return TITLE.match(start.decode("utf-8-sig", "ignore").lstrip()) is not None


def read(data: bytes) -> tuple[Net, Report]:
    """A Kialo export as a net: theses are claims, pros support, cons rebut, links are sources."""
    report = Report()
    text = text_of(data)
    title = TITLE.search(text)
    entries, listed = _parts(text[title.end() :] if title else text)
    if not entries:
        raise UnreadableError("it has no numbered claims, so it is not an export of Kialo")
    net = Net(_plain(title[1]).strip() if title else "")
    sources = _Sources(net, listed, report)
    points: dict[str, Point] = {}
    later: list[_Entry] = []
    for entry in entries:
        if SEE.match(entry.text):
            later.append(entry)
        elif entry.stance == "Question":
            report.left_out["question line"] += 1
        else:
            points[entry.number] = sources.point(entry.text)
            net.points.append(points[entry.number])
            _bind(entry, points, net, report)
            sources.quote(points[entry.number], entry.text)
    for entry in later:
        _see(entry, points, net, report)
    report.read["claim"] += len(points)
    report.read["source"] += len(net.sources)
    return net, report


def _parts(text: str) -> tuple[list[_Entry], dict[str, str]]:
    """The entries of an export, and its list of sources by number."""
    entries: list[_Entry] = []
    listed: dict[str, list[str]] = {}
    number = ""
    in_sources = False
    for line in text.split("\n"):
        if SOURCES.match(line):
            in_sources = True
        elif in_sources:
            found = NUMBERED.match(line)
            if found:
                number = found["number"]
                listed.setdefault(number, []).append(found["rest"])
            elif number:
                listed[number].append(line)
        elif found := ENTRY.match(line):
            entries.append(_Entry(found["number"], found["stance"] or "", [found["text"]]))
        elif entries:
            entries[-1].lines.append(line)
    return entries, {key: "\n".join(lines).strip() for key, lines in listed.items()}


def _bind(entry: _Entry, points: dict[str, Point], net: Net, report: Report) -> None:
    above = points.get(entry.above)
    if above is None:
        if entry.stance in ("Pro", "Con") and entry.above:
            report.left_out["link to a claim that is not in the file"] += 1
        return
    if entry.stance not in ("Pro", "Con"):
        report.changed["claim that is neither pro nor con (taken for support)"] += 1
    net.bonds.append(Bond(entry.stance != "Con", (points[entry.number],), above))


def _see(entry: _Entry, points: dict[str, Point], net: Net, report: Report) -> None:
    """A claim that stands elsewhere bears on this one too."""
    found = SEE.match(entry.text)
    what = found["what"].rstrip(".") if found else ""
    source, above = points.get(what), points.get(entry.above)
    if source is None or above is None:
        report.left_out["link to another discussion" if "#" in what else "link to a claim that is not in the file"] += 1
    else:
        net.bonds.append(Bond(entry.stance != "Con", (source,), above))


def _plain(text: str) -> str:
    return ESCAPED.sub(r"\1", text)


class _Sources:
    """The sources that texts point at, each address once."""

    def __init__(self, net: Net, listed: dict[str, str], report: Report) -> None:
        self._net, self._listed, self._report = net, listed, report
        self._known: dict[str, DraftSource] = {}
        self._ids = Ids()
        self._read: dict[str, tuple[str, str]] = {}

    def point(self, text: str) -> Point:
        """An entry's point, its links made plain words."""
        words = LINK.sub(lambda found: found["words"], text)
        words = MARK.sub(lambda found: "" if found[1] in self._listed else found[0], words)
        return Point(" ".join(_plain(words).split()))

    def quote(self, point: Point, text: str) -> None:
        """The evidence under a point: a source for each link in its text or number behind it."""
        found = [(link["url"], _plain(link["words"]), "") for link in LINK.finditer(text)]
        found += [self._of_list(mark[1]) for mark in MARK.finditer(text) if mark[1] in self._listed]
        seen: set[str] = set()
        for url, title, passage in found:
            source = self._source(url, title)
            if source.id in seen:
                continue
            seen.add(source.id)
            evidence = Point(source.title, Kind.EVIDENCE, cites=(source.id,), card=_card(passage))
            self._net.points.append(evidence)
            self._net.bonds.append(Bond(True, (evidence,), point))

    def _of_list(self, number: str) -> tuple[str, str, str]:
        """Address, title and passage of a listed source."""
        if number not in self._read:
            entry = self._listed[number]
            address = ADDRESS.search(entry)
            self._read[number] = (address[0] if address else ""), ADDRESS.sub("", entry).strip()
        url, passage = self._read[number]
        if not url:
            self._report.left_out["address of a source (missing in the file)"] += 1
        return url, "", passage

    def _source(self, url: str, title: str) -> DraftSource:
        key = url or title or "unknown"
        if key not in self._known:
            host = re.sub(r"^https?://(?:www\.)?", "", url).split("/")[0].split(":")[0]
            base = id_of(host.rpartition(".")[0] or host or title or "source")
            fields = {"publisher": host} | ({"url": url} if url else {})
            named = title if len(title) > 3 else host or title or "A source without an address"
            self._known[key] = DraftSource(self._ids.new(base), named, fields)
            self._net.sources.append(self._known[key])
        return self._known[key]


def _card(passage: str) -> tuple[str, ...]:
    return tuple(plain_card(passage.split("\n"))) if passage else ()
