"""The sources that a file's cites name, each once."""

import re

from ...words.references import short_name
from ..draft import DraftSource
from ..ids import Ids, id_of
from ..losses import Report
from ..writing import one_line
from .citation import Citation, citation
from .cites import set_off, stretches_set_off
from .own import CLOSES, OPENS, own_form
from .paragraphs import Paragraph

FIELDS = ("credentials", "date", "publisher", "url", "accessed", "pages")
LONGEST_NAME = 200


class Sources:
    """Sources by author, year and title. The same in other words is the same."""

    def __init__(self, report: Report) -> None:
        self.all: list[DraftSource] = []
        self._known: dict[tuple[str, str], tuple[DraftSource, str]] = {}
        self._ids = Ids()
        self._report = report

    def of(self, cite: list[Paragraph]) -> tuple[DraftSource, Citation, bool]:
        """The source of a cite, the cite taken apart, and whether its words are the source's own comment."""
        told = (own_form(_marked(cite[0])) if len(cite) == 1 else None) or _taken_apart(cite)
        base = _base(told)
        key = base, re.sub(r"\W+", "", told.title or told.url or told.raw).casefold() + told.year
        if key not in self._known:
            self._known[key] = self._new(told, base), told.raw
        source, raw = self._known[key]
        return source, told, raw == told.raw

    def _new(self, told: Citation, base: str) -> DraftSource:
        authors = "; ".join(name.replace(";", ",") for name in told.authors)
        fields = {"author": authors} | {name: getattr(told, name) for name in FIELDS}
        source = DraftSource(self._ids.new(base), told.title or told.raw, fields, comment=f"as cut: {told.raw}")
        self.all.append(source)
        self._report.read["source"] += 1
        if not told.title:
            self._report.remark("no title found in this cite; the whole cite stands for it", source)
        if not told.date:
            self._report.remark("no date found in this cite", source)
        return source


def _taken_apart(cite: list[Paragraph]) -> Citation:
    head, further = map(one_line, set_off(cite[0]))
    link = next((piece.link for line in cite for piece in line.pieces if piece.link), "")
    text = one_line(" ".join(line.text for line in cite))
    return citation(text, head if len(head) < LONGEST_NAME else "", further, link)


def _marked(cite: Paragraph) -> str:
    """A cite's line with signs around what is set off."""
    text, parts, at = cite.text, [], 0
    for start, end in stretches_set_off(cite):
        parts += [text[at:start], OPENS, text[start:end], CLOSES]
        at = end
    return one_line("".join([*parts, text[at:]]))


def said(told: Citation) -> str:
    """What a debater says of a source: `Hsu 2021`, `Hsu and Li n.d.`."""
    names = [short_name(author) for author in told.authors]
    who = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    return one_line(f"{who or told.publisher or told.title or told.raw[:40]} {told.year or 'n.d.'}")


def _base(told: Citation) -> str:
    who = short_name(told.authors[0]) if told.authors else told.raw
    return id_of(" ".join(who.split()[:3]) + (f" {told.year[2:]}" if told.year else " nd"))
