"""Literate cases: a Markdown file whose fenced blocks are inputs and what must come of them.

A case begins at a heading of level two. Its blocks, by the word behind the fence:

- `argmap`: the map that is loaded; `argmap NAME.argmap` is a further file beside it, for includes
- `report`: what `argmap check` prints of it, without the excerpts (`nothing` if there is nothing)
- `graph`: the statements and links that it means, a line each
- `mended`: what `argmap check --fix` makes of it
- `formatted`: what `argmap fmt` makes of it
- `outline`: what `argmap show` prints
- `json`: what `argmap export --to json` writes
- `judged`: who wins, and what becomes of each statement and why, as `argmap judge` finds it
- `paper`, `blocks`, `cites`: the entries of a Word file, those of its answers, the cite sheet in Markdown

`pytest --update` writes what comes out in place of what was expected; read the difference then.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.checks.mend import mend
from argmap.formats.json import to_json
from argmap.formats.outline import as_outline
from argmap.formatting import format_document
from argmap.judging import judge
from argmap.judging.ballot import ballot
from argmap.judging.reason import reasons
from argmap.judging.words.deciding import ballot_words
from argmap.judging.words.lines import named, sign, standing
from argmap.judging.words.phrases import Phrases
from argmap.judging.words.wording import because
from argmap.language.parse import parse
from argmap.model import Link, LinkKind, Statement
from argmap.papers.case import file_paper
from argmap.papers.cites import cites_in_markdown
from argmap.papers.entries import Heading, Paper, words_of
from argmap.pipeline import Loaded, load

FENCE = re.compile(r"^(?P<marks>`{3,})(?P<word>\w+)(?: (?P<name>\S+))?\n(?P<body>.*?)^(?P=marks)$", re.M | re.S)
HEADING = re.compile(r"^## (.+)$", re.M)


@dataclass(frozen=True)
class Block:
    word: str
    name: str
    body: str
    start: int
    end: int


@dataclass(frozen=True)
class Case:
    """One heading of a file and the blocks below it, with their places in the file."""

    file: Path
    title: str
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        return f"{self.file.stem}: {self.title}"

    def expected(self) -> list[Block]:
        return [block for block in self.blocks if block.word in RENDER]


def cases(folder: Path) -> Iterator[Case]:
    """Every case of the Markdown files in a folder and below."""
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        heads = [*HEADING.finditer(text)]
        for head, after in zip(heads, [*heads[1:], None], strict=True):
            end = after.start() if after else len(text)
            blocks = tuple(
                Block(m["word"], m["name"] or "", m["body"], m.start("body"), m.end("body"))
                for m in FENCE.finditer(text, head.end(), end)
            )
            yield Case(path, head[1].strip(), blocks)


def load_case(case: Case, folder: Path) -> Loaded:
    """Write a case's files into a folder and load the map."""
    for block in case.blocks:
        if block.word == "argmap":
            path = folder / (block.name or "map.argmap")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(block.body.encode("utf-8"))
    return load(folder / "map.argmap")


def report(loaded: Loaded) -> str:
    lines = []
    for found in loaded.diagnostics:
        span = found.span
        place = ":".join(map(str, span.file.line_column(span.start))) if span else ""
        name = Path(found.file_name).name
        where = place if name == "map.argmap" and place else f"{name}:{place}".rstrip(":")
        words = f" `{span.text}`" if span and 0 < len(span.text) < 60 and "\n" not in span.text else ""
        lines.append(f"{where} {found.severity}[{found.code}]{words}")
        lines.append(f"    {found.message}")
        if found.help:
            lines.append(f"    = {found.help}")
        for label in found.labels:
            at = ":".join(map(str, label.span.file.line_column(label.span.start)))
            lines.append(f"    ~ {Path(label.span.file.name).name}:{at} {label.message}")
    return "\n".join(lines) + "\n" if lines else "nothing\n"


def graph(loaded: Loaded) -> str:
    map = loaded.map
    lines = []
    if map.topic:
        given = [f"{n} {v}" for n in ("format", "date", "author", "rules") if (v := getattr(map.topic, n))]
        given += [f"first {map.topic.first.id}"] if map.topic.first else []
        lines.append(f"topic: {map.topic.text}" + (f" ({', '.join(given)})" if given else ""))
    lines.extend(f"side {side.id}: {side.name}" for side in map.sides)
    for source in map.sources:
        lines.append(f"source {source.id}: {source.title}")
        lines.extend(f"    {name}: {value.text}" for name, value in source.fields.items())
    lines.extend(_statement(statement) for statement in map.statements)
    lines.extend(_link(link) for link in map.links)
    lines.extend(f"{c.side.id} concedes {c.statement.name}" for c in map.concessions)
    return "\n".join(lines) + "\n"


def _statement(statement: Statement) -> str:
    parts = [statement.label, statement.kind.value, statement.id or "-"]
    parts += [statement.mark.value] if statement.mark else []
    parts += ["analytic"] if statement.analytic else []
    parts += [f"({statement.side.id})"] if statement.side else []
    parts += [f"@{speech}" for speech in (statement.speech, *statement.extended) if speech]
    cites = "; ".join(f"{c.source.id}{f' {c.locator}' if c.locator else ''}" for c in statement.cites)
    parts += [f"[{cites}]"] if cites else []
    parts += [f"#{tag}" for tag in statement.tags]
    parts += [f"in {statement.section.title!r}"] if statement.section else []
    parts += [f"weight {statement.weight:g}"] if statement.weight is not None else []
    lines = [f"{' '.join(parts)}: {statement.text}"]
    lines += [f"    note: {statement.note}"] if statement.note else []
    lines += [f"    card: {statement.card.markup!r}"] if statement.card else []
    return "\n".join(lines)


def _link(link: Link) -> str:
    arrow = "=>" if link.kind is LinkKind.SUPPORTS else "x>"
    return f"{_ends(link)} {arrow} {_target(link.target)}"


def _ends(link: Link) -> str:
    return " + ".join(source.name for source in link.sources)


def _target(target: Statement | Link) -> str:
    return target.name if isinstance(target, Statement) else f"({_ends(target)} -> {_target(target.target)})"


def formatted(loaded: Loaded) -> str:
    return format_document(parse(loaded.map.file)[0])


def paper(made: Paper) -> str:
    """A paper's entries: headings with as many `=` as their level, tags with `-` (`~` for analytics), and
    their cites and cards below."""
    lines = []
    for entry in made.entries:
        if isinstance(entry, Heading):
            lines.append(f"{'=' * entry.level} {entry.text}")
            continue
        lines.append(f"{'~' if entry.analytic else '-'} {entry.tag}")
        lines += [f"    {words_of(line)}" for line in entry.cites]
        lines += [f"    > {words_of(line)}" for line in entry.body]
    return "\n".join([*lines, *(f"({note})" for note in made.notes)]) + "\n"


def indented(text: str) -> str:
    """Markdown set in, so that its headings are none of a case's."""
    return "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())


def mended(loaded: Loaded) -> str:
    file = loaded.map.file
    return mend(loaded.diagnostics).get(file, (file.text, 0))[0]


def judged(loaded: Loaded) -> str:
    judgement = judge(loaded.map)
    found = ballot(judgement)
    phrases = Phrases(reasons(judgement))
    lines = [ballot_words(judgement, found)] if found else []
    lines += [
        f"{sign(judgement, each)} {named(each)} {standing(judgement, each)}: {because(phrases, each)}"
        for each in loaded.map.statements
    ]
    return "\n".join(lines) + "\n"


RENDER: dict[str, Callable[[Loaded], str]] = {
    "report": report,
    "graph": graph,
    "formatted": formatted,
    "mended": mended,
    "outline": lambda loaded: as_outline(loaded.map),
    "json": lambda loaded: to_json(loaded.map),
    "judged": judged,
    "paper": lambda loaded: paper(file_paper(loaded.map)),
    "blocks": lambda loaded: paper(file_paper(loaded.map, case=False)),
    "cites": lambda loaded: indented(cites_in_markdown(file_paper(loaded.map))),
}


def update(case: Case, folder: Path) -> None:
    """Write what comes out into the case's file."""
    loaded = load_case(case, folder)
    current = next(c for c in cases(case.file.parent) if c.file == case.file and c.title == case.title)
    text = case.file.read_text(encoding="utf-8")
    for block in reversed(current.expected()):
        text = text[: block.start] + RENDER[block.word](loaded) + text[block.end :]
    case.file.write_text(text, encoding="utf-8", newline="\n")
