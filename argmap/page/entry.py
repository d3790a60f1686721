"""One statement in words: all that the file says of it, and what it bears on and what bears on it."""

from collections.abc import Iterable, Sequence

from ..diagram.text.told import Told
from ..diagram.xml import clean, safe_url, tag, text
from ..graph.conceding import conceded
from ..model import ArgumentMap, Card, Cite, Link, Source, Statement
from ..quotation import quotations
from ..words.marking import EMPHASISED, HIGHLIGHTED, UNDERLINED, Stretch, stretches
from ..words.omissions import omissions
from ..words.particulars import Field, particulars
from ..words.references import full_citation
from ..words.telling import Piece, does, done, kind_words, links_about

ELEMENTS = {UNDERLINED: "u", EMPHASISED: "strong", HIGHLIGHTED: "mark"}
TEXT = "text."
"""What stands before a label in the id of its entry. No id or label of a map has a full stop."""


class Entries:
    """Writes the entries of one map, with what is `told` of it; what a part of a map leaves out is said too."""

    def __init__(self, map: ArgumentMap, told: Told) -> None:
        self.map = map
        self.told = told
        self.omitted = omissions(map)
        self.sides = {side: number for number, side in enumerate(map.sides, 1)}
        self.conceded = conceded(map)

    def full(self, statement: Statement) -> str:
        """A statement's whole entry."""
        inner = [
            self.head(statement),
            self.bears(statement),
            tag("p", {"class": "said", "dir": "auto"}, _quoted(clean(statement.text))),
            *self.added(statement),
            self.borne(statement),
        ]
        place = {"class": f"entry {statement.kind}", "id": f"{TEXT}{statement.label}"}
        return tag("article", {**place, "aria-label": self.name(statement)}, "".join(inner))

    def again(self, statement: Statement, link: Link | None) -> str:
        """A statement named again, where it bears on something else as well."""
        told = pieces(does(statement, link)) if link else ""
        label = goes_to(statement)
        short = text(clean(statement.text))
        return tag("p", {"class": "again", "dir": "auto"}, f"{label} {told}: <span>{short}</span>")

    def name(self, statement: Statement) -> str:
        """`R2, rebuttal, turn`."""
        return f"{statement.label}, {kind_words(statement)}"

    def head(self, statement: Statement) -> str:
        """Label, kind, and its particulars."""
        parts = [
            tag("a", {"class": "label", "href": f"#{statement.label}"}, text(statement.label)),
            tag("strong", {"class": "kind"}, text(kind_words(statement))),
        ]
        for one in particulars(statement, self.conceded):
            if one.field is Field.SIDE and one.side:
                look = f"side side-{min(self.sides.get(one.side, 0), 4)}"
                parts.append(tag("span", {"class": look}, text(clean(one.side.name))))
            elif one.field is not Field.CONCEDED:  # said below, as a remark
                parts.append(tag("span", {"class": "small"}, text(clean(one.words))))
        return tag("p", {"class": "head"}, " ".join(parts))

    def bears(self, statement: Statement) -> str:
        """What it bears on, a link a line."""
        links = self.map.links_from(statement)
        return _list("bears", "Bears on", [pieces(does(statement, link)) for link in links])

    def borne(self, statement: Statement) -> str:
        """What bears on it and on its links, a link a line."""
        links = links_about(self.map, statement)
        return _list("borne", "What bears on it", [pieces(done(link, statement)) for link in links])

    def added(self, statement: Statement) -> Iterable[str]:
        """Where its words come from, and what is noted on it."""
        if statement.cites:
            yield tag("ul", {"class": "cites"}, "".join(_cite(cite) for cite in statement.cites))
        if statement.card:
            yield _card(statement.card)
        if statement.note:
            yield tag("p", {"class": "note", "dir": "auto"}, f"<strong>Note:</strong> {text(clean(statement.note))}")
        for side in self.conceded.get(statement, ()):
            yield tag("p", {"class": "remark"}, f"Conceded by {text(clean(side.name))}")
        lost = [each.words for each in self.omitted.get(statement, ())]
        if statement in self.told.verdicts:
            yield tag("p", {"class": "remark"}, f"As the map is drawn: {text(self.told.verdicts[statement])}")
        for remark in (*self.told.remarks.get(statement, ()), *lost):
            yield tag("p", {"class": "remark"}, text(clean(remark)))


def goes_to(statement: Statement) -> str:
    """A label as a link to its entry."""
    return tag("a", {"href": f"#{TEXT}{statement.label}"}, text(statement.label))


def pieces(told: Iterable[Piece]) -> str:
    """A sentence about statements, each a link."""
    return "".join(text(piece) if isinstance(piece, str) else goes_to(piece) for piece in told)


def citation(source: Source) -> str:
    """A source in full, its address a link where that is safe."""
    parts = []
    for part in full_citation(source):
        words = text(clean(part.text))
        url = safe_url(part.text) if part.field == "url" else None
        if part.field == "title":
            words = tag("cite", {"dir": "auto"}, words)
        elif url:
            words = tag("a", {"href": url, "rel": "noopener noreferrer", "target": "_blank"}, words)
        parts.append(words)
    return ", ".join(parts)


def _list(name: str, title: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    inner = "".join(tag("li", {}, item) for item in items)
    return tag("div", {"class": name}, tag("p", {"class": "title"}, title) + tag("ul", {}, inner))


def _cite(cite: Cite) -> str:
    place = f"{tag('b', {}, text(clean(str(cite.locator))))} of " if cite.locator else ""
    return tag("li", {}, place + citation(cite.source))


def _quoted(words: str) -> str:
    found, unclosed = quotations(words)
    if unclosed is not None:
        return text(words)
    parts, at = [], 0
    for quotation in found:
        parts.append(text(words[at : quotation.start - 1]))
        parts.append(tag("q", {}, text(f"“{words[quotation.start : quotation.end]}”")))
        at = quotation.end + 1
    return "".join([*parts, text(words[at:])])


def _card(card: Card) -> str:
    passage = "".join(_stretch(stretch) for stretch in stretches(card.markup))
    caption = tag("figcaption", {}, "The card")
    return tag("figure", {"class": "card"}, caption + tag("blockquote", {"dir": "auto"}, passage))


def _stretch(stretch: Stretch) -> str:
    words = text(stretch.text)
    for mark, element in ELEMENTS.items():
        if mark in stretch.marks:
            words = tag(element, {}, words)
    return words
