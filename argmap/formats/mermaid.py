"""A map as a Mermaid flowchart: for pages that draw Mermaid themselves.

Mermaid knows no link onto a link, so such a link is split by a small joint. Every user's word stands
in a quoted label, with all that Mermaid could read as a sign or as markup written as a code.
"""

import textwrap
from collections.abc import Iterator

from ..model import ArgumentMap, Kind, Link, LinkKind, Mark, Side, Statement
from ..regex import regex
from ..words.references import short_citation
from ..words.telling import kind_words

WIDTH = 34
"""Letters in a line of a box."""
PLAIN = frozenset(" ,.!?'")
SHAPES = {
    Kind.CLAIM: ("(", ")"),
    Kind.EVIDENCE: ("[", "]"),
    Kind.WARRANT: ("[", "]"),
    Kind.REBUTTAL: ("(", ")"),
}
JOINERS = "\u200c\u200d"
"""Signs without a width of their own that hold letters and emoji together."""
CLASSES = (
    ("claim", "fill:#FFFFFF,stroke:#111827,color:#111827,stroke-width:1.5px"),
    ("evidence", "fill:#F3F4F6,stroke:#6B7280,color:#111827"),
    ("warrant", "fill:#FFFFFF,stroke:#6B7280,color:#111827,stroke-width:0.8px"),
    ("rebuttal", "fill:#FFFFFF,stroke:#111827,color:#111827,stroke-width:1.5px,stroke-dasharray:5 3"),
    ("nolink", "fill:#FFFFFF,stroke:#7A2E6B,color:#111827,stroke-width:3px"),
    ("topic", "fill:#FFFFFF,stroke:#111827,color:#111827,stroke-width:3px"),
    ("joint", "fill:#FFFFFF,stroke:#7A2E6B,color:#111827"),
)
SIDES = ("#0B4F86", "#8A3A00", "#14532D", "#5B2A86")
TINTS = ("#EEF5FB", "#FBF4EC", "#EFF8F1", "#F6F1FA")
LINES = (("-->", "#0B5FA5"), ("---", "#0B5FA5"), ("says why", "#0B5FA5"), ("-.", "#B84300"))


def to_mermaid(map: ArgumentMap, *, title: str | None = None) -> str:
    """A flowchart's text, ending in a line break. The conclusion is on the left, as in the picture.

    `title` takes the place of the topic's words.
    """
    return "\n".join(_Flowchart(map, title).lines()) + "\n"


ARROW = regex(r"^\s*[sjt]\w* *(?:-->|---|-\.|==|--)")
MOST_LETTERS, MOST_LINKS = 50_000, 500
"""What Mermaid shows unless told otherwise (`maxTextSize`, `maxEdges` of its configuration)."""


def beyond(written: str) -> str:
    """What to say of a flowchart that Mermaid would refuse, and how to go on; empty where it shows it."""
    links = sum(1 for line in written.split("\n") if ARROW.search(line))
    if len(written) <= MOST_LETTERS and links <= MOST_LINKS:
        return ""
    return (
        f"{len(written):,} characters and {links:,} links: Mermaid shows at most {MOST_LETTERS:,} and "
        f"{MOST_LINKS:,} unless told otherwise; take a part with --focus or --section"
    )


class _Flowchart:
    """Writes one map. Statements are `s0`, `s1` ..., links' joints `j0` ...: no user's word is a name."""

    def __init__(self, map: ArgumentMap, title: str | None) -> None:
        self.map = map
        self.title = title if title is not None else map.topic.text if map.topic else ""
        self.names = {statement: f"s{number}" for number, statement in enumerate(map.statements)}
        split = [link for link in map.links if link.joined or map.links_onto(link)]
        self.joints = {link: f"j{number}" for number, link in enumerate(split)}

    def lines(self) -> Iterator[str]:
        """The whole flowchart."""
        yield "flowchart RL"
        if self.title:
            yield f'  topic["{_label(self.title)}"]:::topic'
        yield from self.statements()
        arrows = [line for link in self.map.links for line in self.link(link)]
        if self.title:
            arrows += [f"  {self.names[top]} {self.stance(top)} topic" for top in self.map.tops]
        yield from arrows
        for name, look in CLASSES:
            yield f"  classDef {name} {look}"
        yield from _coloured(arrows)

    def statements(self) -> Iterator[str]:
        """The boxes and joints, those of each side in a frame."""
        for number, side in enumerate(self.map.sides):
            yield f'  subgraph side{number} ["{_label(side.name)}"]'
            yield from (f"    {box}" for box in self.boxes(side))
            yield "  end"
            at = number % len(SIDES)
            yield f"  style side{number} fill:{TINTS[at]},stroke:{SIDES[at]},color:{SIDES[at]}"
        yield from (f"  {box}" for box in self.boxes(None))

    def boxes(self, side: Side | None) -> Iterator[str]:
        """The statements of a side, and the joints on their links."""
        yield from (self.box(statement) for statement in self.map.statements if statement.side is side)
        for link, joint in self.joints.items():
            if link.sources[0].side is side:
                yield f'{joint}((" ")):::joint'

    def box(self, statement: Statement) -> str:
        """A statement: its label and kind, its words, its citations."""
        opening, closing = SHAPES[statement.kind]
        rows = [_label(f"{statement.label} {kind_words(statement).upper()}"), _label(statement.text)]
        rows += [_label(short_citation(cite)) for cite in statement.cites]
        look = "nolink" if statement.mark is Mark.NO_LINK else statement.kind.value
        return f'{self.names[statement]}{opening}"{"<br>".join(rows)}"{closing}:::{look}'

    def link(self, link: Link) -> Iterator[str]:
        """A link, in two parts with its joint between them where it is split."""
        end = self.joints[link.target] if isinstance(link.target, Link) else self.names[link.target]
        joint = self.joints.get(link)
        if joint is None:
            yield f"  {self.names[link.sources[0]]} {_arrow(link)} {end}"
            return
        for source in link.sources:
            yield f"  {self.names[source]} {_shaft(link)} {joint}"
        yield f"  {joint} {_arrow(link)} {end}"

    def stance(self, top: Statement) -> str:
        """How a top statement's line to the topic is drawn: the first side's speak for it."""
        sides = self.map.sides
        against = len(sides) > 1 and top.side is not None and top.side is not sides[0]
        return "-.-x" if against else "-->"


def _arrow(link: Link) -> str:
    if link.kind is LinkKind.REBUTS:
        return "-. rebuts .-x"
    return "-- says why --o" if isinstance(link.target, Link) else "-->"


def _shaft(link: Link) -> str:
    return "-.-" if link.kind is LinkKind.REBUTS else "---"


def _coloured(arrows: list[str]) -> Iterator[str]:
    """Colours for the lines, which Mermaid counts in their order."""
    by_colour: dict[str, list[str]] = {}
    for number, arrow in enumerate(arrows):
        colour = next(colour for sign, colour in LINES if sign in arrow)
        by_colour.setdefault(colour, []).append(str(number))
    for colour, numbers in by_colour.items():
        yield f"  linkStyle {','.join(numbers)} stroke:{colour},stroke-width:1.5px"


def _label(words: str) -> str:
    """Words as a label shows them: letters, digits and blanks as they are, the rest as codes."""
    lines = textwrap.wrap(" ".join(words.split()), WIDTH, break_on_hyphens=False) or ["…"]
    return "<br>".join("".join(_code(letter) for letter in line) for line in lines)


def _code(letter: str) -> str:
    if letter.isalnum() or letter in PLAIN or letter in JOINERS or (letter > "\x7f" and letter.isprintable()):
        return letter
    if letter == "$":  # two of them side by side would be mathematics
        return f"#{ord(letter)};\u200b"
    return f"#{ord(letter)};" if letter.isprintable() else ""
