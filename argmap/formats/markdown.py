"""A map as Markdown: nested lists that say everything in words, with the sources at the end.

Written so that GitHub (and any CommonMark reader) shows the words as the author wrote them.
"""

from collections.abc import Iterator

from ..graph.branches import Branch, branches
from ..graph.conceding import conceded
from ..model import ArgumentMap, Card, Source, Statement
from ..regex import regex
from ..words.marking import EMPHASISED, HIGHLIGHTED, UNDERLINED, Stretch, stretches
from ..words.particulars import Field, Particular, particulars
from ..words.references import Part, full_citation, short_citation
from ..words.telling import does, kind_words, plain

DEEPEST = 12
"""Deeper statements stand in one list, each saying what it bears on."""
_SIGNS = regex(r"([\\`*_\[\]<>#|~&])")
_STARTS = regex(r"([-+=]|\d+[.)])")
_UNFIT = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_URL = regex(r"https?://[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]+")
_BARE = regex(rf"(?<![\w<])({_URL.pattern}(?<![!'(),.:;?*_~\]]))")
"""An address within a text, without the signs that end a sentence after it."""
ELEMENTS = {UNDERLINED: "ins", EMPHASISED: "strong", HIGHLIGHTED: "mark"}


def to_markdown(map: ArgumentMap, *, title: str | None = None) -> str:
    """The map as a Markdown text, ending in a line break. `title` takes the place of the topic."""
    return "\n".join(_Writer(map).lines(title)) + "\n"


class _Writer:
    """Writes one map."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.conceded = conceded(map)

    def lines(self, title: str | None) -> Iterator[str]:
        words = title if title is not None else self.map.topic.text if self.map.topic else "Argument map"
        yield f"# {escaped(words)}"
        if self.map.sides:
            yield ""
            yield from (f"- **{escaped(side.id)}**: {escaped(side.name)}" for side in self.map.sides)
        section = None
        yield ""
        for branch in branches(self.map):
            if branch.depth == 0 and branch.statement.section is not section:
                section = branch.statement.section
                yield from ("", f"## {escaped(section.title) if section else 'Further statements'}", "")
            yield from self.entry(branch)
        if self.map.sources:
            yield from ("", "## Sources", "")
            yield from (f"{number}. {_citation(s)}" for number, s in enumerate(self.map.sources, 1))

    def entry(self, branch: Branch) -> Iterator[str]:
        """A statement as an item of a list, with its card and note below it."""
        indent = "  " * min(branch.depth, DEEPEST)
        statement = branch.statement
        told = f" {plain(does(statement, branch.link))}" if branch.link else ""
        if branch.again:
            yield f"{indent}- **{statement.label}**{told} (told elsewhere in this list)"
            return
        cites = "; ".join(escaped(short_citation(cite)) for cite in statement.cites)
        said = f"{escaped(statement.text)}{f' ({cites})' if cites else ''}"
        head = f"**{statement.label} {escaped(kind_words(statement))}**{self.about(statement)}{told}"
        yield f"{indent}- {head}: {said}"
        if statement.note:
            yield f"{indent}  <br>*Note:* {escaped(statement.note)}"
        if statement.card:
            yield from _card(statement.card, indent)

    def about(self, statement: Statement) -> str:
        """Its side, speech, id, tags and weight, and who conceded it."""
        words = [_particular(each) for each in particulars(statement, self.conceded)]
        return f" ({', '.join(words)})" if words else ""


def escaped(words: str) -> str:
    """A user's words on one line, amid a line of ours: signs that Markdown reads are made plain there."""
    plain = " ".join(_UNFIT.sub("", words).split())
    parts = _BARE.split(plain)  # addresses are at every second place; signs in them are theirs
    return "".join(f"<{part}>" if at % 2 else _plain(part) for at, part in enumerate(parts))


def _plain(words: str) -> str:
    return _SIGNS.sub(r"\\\1", words).replace("$", "&#36;")  # GitHub reads `$` as mathematics


def _particular(one: Particular) -> str:
    if one.field is Field.ID:
        return f"`{one.words}`"
    if one.field is Field.CONCEDED and one.side:
        return f"conceded by {escaped(one.side.name)}"
    return escaped(one.words)


def _citation(source: Source) -> str:
    return ", ".join(_part(part) for part in full_citation(source))


def _part(part: Part) -> str:
    if part.field == "title":
        return f"*{escaped(part.text)}*"
    if part.field == "url" and _URL.fullmatch(part.text):
        return f"<{part.text}>"
    return escaped(part.text)


def _card(card: Card, indent: str) -> Iterator[str]:
    """A card as a quotation. Its marks are HTML elements, as Markdown knows no underlining."""
    yield f"{indent}  "
    passage = "".join(_marked(stretch) for stretch in stretches(card.markup))
    for line in passage.split("\n"):
        yield f"{indent}  > {_at_start(line.strip())}".rstrip()
    yield f"{indent}  "


def _at_start(line: str) -> str:
    """A line that begins with a user's words: no list, no rule, no underlined heading."""
    found = _STARTS.match(line)
    return f"{line[: found.end() - 1]}\\{line[found.end() - 1 :]}" if found else line


def _marked(stretch: Stretch) -> str:
    """Each line of a stretch in its own elements, so that no element runs over a line's end."""
    lines = []
    for line in stretch.text.split("\n"):
        words = escaped(line)
        if words:
            words = f"{' ' * line[0].isspace()}{words}{' ' * line[-1].isspace()}"
            for mark, element in ELEMENTS.items():
                if mark in stretch.marks:
                    words = f"<{element}>{words}</{element}>"
        lines.append(words or " " * bool(line))
    return "\n".join(lines)
